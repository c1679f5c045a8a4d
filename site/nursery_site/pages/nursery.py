"""The page of one nursery: everything published about it, each value with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.costs import Choice
from nursery_site.pages import facts
from nursery_site.pages.badges import Badge, badges
from nursery_site.pages.beside import Among, Neighbour, among, neighbours
from nursery_site.pages.card import places_figure, price_figure
from nursery_site.pages.choices import OwnChoice, own_choice
from nursery_site.pages.cost import Cost, cost_of
from nursery_site.pages.evidence import Evidence, Other, Reference, SourceLine
from nursery_site.pages.history import History
from nursery_site.pages.limits import NationalLimits, national_limits
from nursery_site.pages.operators import OperatorLink, operator_link
from nursery_site.pages.passports import Passport, passports
from nursery_site.pages.prices import PriceLine, price_lines
from nursery_site.pages.quality import Quality, quality_of
from nursery_site.pages.questions import Question, questions
from nursery_site.pages.rules import Rulebook
from nursery_site.pages.shell import Shell
from nursery_site.pages.structured import child_care
from nursery_site.pages.whereabouts import Whereabouts, whereabouts
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry import fields
from registry.ledger.records import Claim, ListNote, Source
from registry.limits import Limits
from registry.nursery import Nursery
from registry.standards import Standard
from registry.values.statement import Json
from registry.vocabulary import Filed
from search_index.answer import Hit
from search_index.peers import PricePeers


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way here."""

    text: Text
    href: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of the lists, as published, with the lists it stands in."""

    text: Text
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the claims: how they changed, the rules of the titles, the standard of
    quality, how many nurseries have the same credit code, what its reader chose to reckon with,
    the prices of others, the nearest of them, the claims whose unit no list states, and
    the national limits of classes."""

    history: History
    rulebook: Rulebook
    standard: Standard
    places: int
    choice: Choice
    peers: PricePeers | None
    nearest: tuple[Hit, ...]
    units_assumed: frozenset[int]
    limits: Limits


@dataclass(frozen=True, slots=True)
class NurseryPage:
    """`notes` are the footnotes of the lists, as published; machines read no fiction.

    `cancelled`, where a filing was, leads to the official way to verify it.
    """

    template: ClassVar[str] = "pages/nursery.html"

    shell: Shell
    crumbs: tuple[Crumb, ...]
    name: Name
    name_others: tuple[Other, ...]
    trading: tuple[Name, ...]
    former: tuple[Name, ...]
    badges: tuple[Badge, ...]
    cancelled: str | None
    glance: facts.FactGroup
    prices: tuple[PriceLine, ...]
    passports: tuple[Passport, ...]
    where: Whereabouts
    groups: tuple[facts.FactGroup, ...]
    questions: tuple[Question, ...]
    notes: tuple[Footnote, ...]
    sources: tuple[SourceLine, ...]
    as_of: str
    as_of_references: tuple[Reference, ...]
    choice: OwnChoice
    api: str
    history: History
    report: str
    structured: dict[str, Json] | None
    quality: Quality
    operator: OperatorLink | None
    cost: Cost
    among: Among | None
    neighbours: tuple[Neighbour, ...]
    limits: NationalLimits | None


def nursery_page(
    shell: Shell,
    nursery: Nursery,
    claims: Iterable[Claim],
    sources: Mapping[int, Source],
    notes: Iterable[ListNote],
    beside: Beside,
    reader: Reader,
) -> NurseryPage:
    """The page model of a nursery."""
    evidence = Evidence(claims, sources, reader, beside.units_assumed)
    as_of, as_of_references = evidence.newest() or (nursery.as_of, ())
    groups = (
        facts.registration(nursery, evidence, reader),
        facts.premises(nursery, evidence, reader),
    )
    return NurseryPage(
        shell=shell,
        crumbs=tuple(
            _crumb(key, reader) for key in nursery.region if not reader.fills_a_level(key)
        ),
        name=reader.name(nursery.name),
        name_others=evidence.others(fields.NAME),
        trading=tuple(reader.name(name) for name in nursery.trading_names),
        former=tuple(reader.name(name) for name in nursery.former_names),
        badges=badges(nursery, reader),
        cancelled=f"{links.page(reader.locale, 'filing-check')}#verify"
        if nursery.filed is Filed.CANCELLED
        else None,
        glance=facts.at_a_glance(nursery, evidence, reader),
        prices=price_lines(nursery, evidence, reader),
        passports=passports(nursery, evidence, beside.rulebook, reader),
        where=whereabouts(nursery, evidence, reader),
        groups=tuple(group for group in groups if group.facts),
        questions=questions(nursery, reader),
        notes=_footnotes(notes, evidence, reader),
        sources=evidence.sources(),
        as_of=reader.day(as_of),
        as_of_references=as_of_references,
        choice=own_choice(nursery.id, reader),
        api=links.api_nursery(nursery.id),
        history=beside.history,
        report=links.page(reader.locale, "nurseries", nursery.id, "report"),
        structured=(
            None if shell.fictional else child_care(nursery, shell.canonical or "", reader)
        ),
        quality=quality_of(nursery, evidence, beside.standard, reader),
        operator=operator_link(nursery, beside.places, reader),
        cost=cost_of(nursery, beside.choice, evidence, reader),
        among=among(beside.peers, reader),
        neighbours=neighbours(nursery, beside.nearest, reader),
        limits=national_limits(nursery, evidence, beside.limits, reader),
    )


def summary(nursery: Nursery, reader: Reader) -> str:
    """What a list of search results says of the page: where, filed, price, approved places."""
    price, places = price_figure(nursery, reader), places_figure(nursery, reader)
    filed = None if nursery.filed is None else reader.value("filed", nursery.filed)
    fee = f"{price.value} {price.unit}" if price else None
    approved = places.value if places else None
    said = approved and f"{reader.word('fact', fields.CAPACITY)} {approved}"
    return " · ".join(filter(None, [reader.place(nursery.region).text, filed, fee, said]))


_TOTALS: Final = ("合计", "总计", "小计", "共计")
"""What begins a row of sums that a list ends with, which says nothing of a nursery."""


def _footnotes(
    notes: Iterable[ListNote], evidence: Evidence, reader: Reader
) -> tuple[Footnote, ...]:
    """Every note once, with each list that has it."""
    sources: dict[str, list[int]] = {}
    for note in notes:
        if not note.text.lstrip().startswith(_TOTALS):
            sources.setdefault(note.text, []).append(note.source)
    return tuple(
        Footnote(
            reader.as_published(text),
            tuple(reference for source in of for reference in evidence.reference_to(source)),
        )
        for text, of in sources.items()
    )


def _crumb(key: str, reader: Reader) -> Crumb:
    return Crumb(reader.region_text(key), links.search(reader.locale, links.only("region", key)))
