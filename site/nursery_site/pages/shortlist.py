"""The visit sheet (探园提问单) of a few nurseries, and their addresses in large print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.choosing import Choice
from nursery_site.pages.chosen import Chosen, Finder, Member, Troubles
from nursery_site.pages.evidence import Evidence
from nursery_site.pages.questions import questions
from nursery_site.pages.shell import Shell
from nursery_site.pages.whereabouts import MapLink, whereabouts
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from nursery_site.visit_questions import AgeBand, VisitQuestions
from registry.nursery import Nursery


@dataclass(frozen=True, slots=True)
class Phone:
    """A landline or hotline, and the link that calls it."""

    number: str
    href: str


@dataclass(frozen=True, slots=True)
class Whereto:
    """How to find a nursery. `near_by` are its street and community, as published."""

    name: Name
    district: Text
    address: Name | None
    near_by: Text | None
    hours: Text | None
    phones: tuple[Phone, ...]
    maps: tuple[MapLink, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One nursery of the list: where it is, and the questions for what nobody publishes of it."""

    member: Member
    where: Whereto
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaQuestions:
    """Questions of one of the seven areas."""

    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgeQuestions:
    """Questions by the child's age. `limit` is the least the national standard asks of a class."""

    heading: str
    limit: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgeField:
    """The child's age as typed, with what is wrong with it."""

    value: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class Guide:
    """What there is to ask on a visit, and the link to what we write about it."""

    questions: VisitQuestions
    article: str | None


@dataclass(frozen=True, slots=True)
class ShortlistPage:
    """`qr` draws `link`, this page's own address, in full; both are `None` for an empty list.

    `article` leads to what we write about a visit, where we hold that.
    """

    template: ClassVar[str] = "pages/shortlist.html"

    shell: Shell
    action: str
    kept: tuple[tuple[str, str], ...]
    age: AgeField
    troubles: Troubles
    places: tuple[Place, ...]
    by_age: AgeQuestions | None
    areas: tuple[AreaQuestions, ...]
    standard: Text
    limits: Text
    finder: Finder | None
    large: str
    compare: str | None
    search: str
    article: str | None
    link: str | None
    qr: str | None


@dataclass(frozen=True, slots=True)
class LargePage:
    """The same places for whoever brings and fetches the child."""

    template: ClassVar[str] = "pages/large.html"

    shell: Shell
    places: tuple[Whereto, ...]
    troubles: Troubles
    back: str


def places(chosen: Chosen, members: Sequence[Member], reader: Reader) -> tuple[Place, ...]:
    """The nurseries of a list, each with its questions."""
    return tuple(
        Place(
            member,
            _whereto(nursery, reader),
            tuple(one.text for one in questions(nursery, reader)),
        )
        for nursery, member in zip(chosen.nurseries, members, strict=True)
    )


def shortlist_page(
    shell: Shell,
    choice: Choice,
    found: tuple[Place, ...],
    troubles: Troubles,
    finder: Finder | None,
    guide: Guide,
    reader: Reader,
) -> ShortlistPage:
    """The page model of a list."""
    locale, asked = reader.locale, guide.questions
    band = asked.band(choice.age)
    two = len(found) > 1
    first = choice.of(choice.ids[:4])
    return ShortlistPage(
        shell=shell,
        action=links.page(locale, "shortlist"),
        kept=choice.kept(aged=False),
        age=AgeField(
            choice.age_given,
            reader.word("problem", choice.age_problem) if choice.age_problem else None,
        ),
        troubles=troubles,
        places=found,
        by_age=None if band is None else _by_age(band, choice, reader),
        areas=tuple(
            AreaQuestions(area.title.to(locale), tuple(one.to(locale) for one in area.questions))
            for area in asked.areas
        ),
        standard=reader.as_published(f"{asked.standard.title}（{asked.standard.document}）"),
        limits=reader.as_published(f"{asked.limits.title}（{asked.limits.document}）"),
        finder=finder,
        large=replace(choice, larger=True).link(locale, "shortlist"),
        compare=first.link(locale, "compare") if two else None,
        search=links.search(locale),
        article=guide.article,
        link=choice.link(locale, "shortlist") if found else None,
        qr=choice.link(locale, "shortlist", "qr.svg") if found else None,
    )


def large_page(
    shell: Shell, choice: Choice, chosen: Chosen, troubles: Troubles, reader: Reader
) -> LargePage:
    """The page model in large print."""
    back = replace(choice, larger=False).link(reader.locale, "shortlist")
    found = tuple(_whereto(nursery, reader) for nursery in chosen.nurseries)
    return LargePage(shell, found, troubles, back)


def _whereto(nursery: Nursery, reader: Reader) -> Whereto:
    where = whereabouts(nursery, Evidence((), {}, reader), reader)
    near_by = " ".join(filter(None, (nursery.street, nursery.community)))
    return Whereto(
        name=reader.name(nursery.name),
        district=reader.within_province(nursery.region),
        address=where.address,
        near_by=reader.data(near_by) if near_by else None,
        hours=reader.data(nursery.hours) if nursery.hours else None,
        phones=tuple(
            Phone(phone, "tel:" + "".join(sign for sign in phone if sign in "+0123456789"))
            for phone in nursery.phones
        ),
        maps=where.maps,
    )


def _by_age(band: AgeBand, choice: Choice, reader: Reader) -> AgeQuestions:
    return AgeQuestions(
        heading=gettext("For a child of %(age)s", age=reader.months(choice.age or 0)),
        limit=gettext(
            "The national standard for children from %(age)s on: at most %(children)s in "
            "a class, one carer to at most %(each)s.",
            age=reader.months(band.limit.from_),
            children=band.limit.children,
            each=band.limit.each,
        ),
        questions=tuple(one.to(reader.locale) for one in band.questions),
    )
