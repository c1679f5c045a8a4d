"""Which policies concern me: four questions, and the clauses that apply, by need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.policy_sources import PolicySource, policy_source
from nursery_site.pages.search import Field
from nursery_site.pages.shell import Shell
from nursery_site.policies.article import NEEDS, RESIDENCES, Clause, Need
from nursery_site.policies.concerning import Concern, Family
from nursery_site.policies.wording import spoken, worded
from nursery_site.reader import Reader
from nursery_site.reading import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a question."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its cities, as a group of the list."""

    text: str
    cities: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause that applies: `bounds` say whom it is for, `days` of when it is."""

    text: tuple[Text, ...]
    place: Text | None
    bounds: tuple[str, ...]
    days: tuple[str, ...]
    source: PolicySource
    title: tuple[Text, ...]
    href: str


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """The clauses of one need; none means that we hold no source, not that there is no rule."""

    id: str
    heading: str
    clauses: tuple[ClauseLine, ...]


@dataclass(frozen=True, slots=True)
class WhichPage:
    """`groups` is `None` before anything was asked; `local` says what we hold of the place."""

    template: ClassVar[str] = "pages/which.html"

    shell: Shell
    action: str
    back: str
    provinces: tuple[Province, ...]
    age: Field
    residences: tuple[Choice, ...]
    needs: tuple[Choice, ...]
    problems: tuple[str, ...]
    local: tuple[Text, ...] | None
    groups: tuple[NeedGroup, ...] | None


def which_page(
    shell: Shell,
    family: Family,
    age: Field,
    found: Mapping[Need, tuple[Concern, ...]] | None,
    problems: tuple[str, ...],
    reader: Reader,
) -> WhichPage:
    """The page model; `found` is `None` where nothing was asked."""
    return WhichPage(
        shell=shell,
        action=links.page(reader.locale, "policies", "which"),
        back=links.page(reader.locale, "policies"),
        provinces=_provinces(family.region, reader),
        age=age,
        residences=(
            Choice("", gettext("Either, or not sure"), family.residence is None),
            *(
                Choice(value, reader.word("residence", value), value == family.residence)
                for value in RESIDENCES
            ),
        ),
        needs=tuple(
            Choice(need, reader.word("need", need), need in family.needs) for need in NEEDS
        ),
        problems=problems,
        local=None if found is None else _local(family.region, found, reader),
        groups=None if found is None else _groups(found, reader),
    )


def city_keys(names: Iterable[str]) -> tuple[str, ...]:
    """The keys of provinces and cities among division keys, each province before its cities."""
    return tuple(sorted(key for key in names if len(key) in (2, 4)))


def _provinces(chosen: str | None, reader: Reader) -> tuple[Province, ...]:
    inside: dict[str, list[str]] = {}
    for key in city_keys(reader.region_names):
        inside.setdefault(key[:2], []).append(key)
    return tuple(
        Province(
            reader.region(province),
            tuple(
                Choice(key, reader.region(key), key == chosen)
                for key in keys
                if not reader.fills_a_level(key)
            ),
        )
        for province, keys in inside.items()
    )


def _local(
    region: str | None, found: Mapping[Need, tuple[Concern, ...]], reader: Reader
) -> tuple[Text, ...]:
    if region is None:
        said = gettext("No city was chosen: only what holds for the whole country is listed.")
    elif any(one.fact.region for ones in found.values() for one in ones):
        said = gettext(
            "Clauses of %(place)s come first, then those of the whole country.",
            place=reader.region(region),
        )
    else:
        said = gettext(
            "We hold no source of %(place)s’s own rules on this: what follows holds for the whole "
            "country. There may be local rules; ask the county’s health authority.",
            place=reader.region(region),
        )
    return reader.reading.marked(said, reader.locale)


def _groups(found: Mapping[Need, tuple[Concern, ...]], reader: Reader) -> tuple[NeedGroup, ...]:
    return tuple(
        NeedGroup(
            f"need-{need}",
            reader.word("need", need),
            tuple(_line(one, reader) for one in ones),
        )
        for need, ones in found.items()
    )


def _line(one: Concern, reader: Reader) -> ClauseLine:
    article, region = one.policy.article, one.fact.region
    return ClauseLine(
        text=worded(one.fact.text, reader),
        place=reader.region_text(region) if region else None,
        bounds=tuple(_bounds(one.clause, reader)),
        days=tuple(_days(one, reader)),
        source=policy_source(article, one.source, reader),
        title=spoken(article.title, article.english.title, reader),
        href=links.page(reader.locale, "policies", one.policy.slug),
    )


def _bounds(clause: Clause, reader: Reader) -> Iterator[str]:
    if clause.age is not None:
        youngest, oldest = clause.age
        yield gettext("%(youngest)s to %(oldest)s months", youngest=youngest, oldest=oldest)
    if clause.residence != "any":
        yield reader.word("residence_bound", clause.residence)


def _days(one: Concern, reader: Reader) -> Iterator[str]:
    yield gettext("as of %(day)s", day=reader.day(one.fact.as_of))
    since, until = one.clause.since, one.clause.until
    if since is not None and since > reader.today:
        yield gettext("only from %(day)s on", day=reader.day(since))
    elif since is not None:
        yield gettext("since %(day)s", day=reader.day(since))
    if until is not None:
        yield gettext("until %(day)s", day=reader.day(until))
