"""One operator's places side by side: what is the same, what differs, what nobody published.

An operator is a whole 统一社会信用代码. A branch that is registered under a code of its own is
not found this way, and nothing is guessed from names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages import scores
from nursery_site.pages.badges import Badge, badges
from nursery_site.pages.radar import MOST_SERIES, Radar, ScoreTable
from nursery_site.pages.same import Trait, traits
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry.keys import address_key
from registry.nursery import Nursery
from registry.standards import Standard
from registry.vocabulary import Assessor


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places, numbered as in the tables below it.

    `doubt`: other entries have its address, so that they may be one place.
    """

    number: int
    href: str
    name: Name
    district: Text
    address: Text | None
    doubt: str | None
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The places under one assessor; no radar beyond four that were assessed."""

    who: str
    radar: Radar | None
    table: ScoreTable


@dataclass(frozen=True, slots=True)
class OperatorPage:
    """`names` are the registered names under the code; nothing at all where we have no place."""

    template: ClassVar[str] = "pages/operator.html"

    shell: Shell
    code: str
    names: tuple[Name, ...]
    summary: str
    places: tuple[Place, ...]
    same: tuple[Trait, ...]
    differing: tuple[Trait, ...]
    unpublished: str | None
    judged: tuple[Judged, ...]
    standard: str
    search: str


@dataclass(frozen=True, slots=True)
class OperatorLink:
    """The way from a nursery to the other places of its operator."""

    text: str
    href: str


def operator_link(nursery: Nursery, places: int, reader: Reader) -> OperatorLink | None:
    """`None` for a nursery without a code, or whose code no other place has."""
    if nursery.credit_code is None or places < _SEVERAL:
        return None
    text = ngettext(
        "This operator has %(num)s place in our copy",
        "This operator has %(num)s places in our copy",
        places,
    )
    return OperatorLink(text, links.page(reader.locale, "operators", nursery.credit_code))


def operator_page(
    shell: Shell, code: str, nurseries: Sequence[Nursery], standard: Standard, reader: Reader
) -> OperatorPage:
    """The page model of an operator by code."""
    found = traits(nurseries, reader)
    silent = [one.term for one in found if one.verdict == "unpublished"]
    several = len(nurseries) >= _SEVERAL
    doubles = _doubles(nurseries)
    return OperatorPage(
        shell=shell,
        code=code,
        names=tuple(reader.name(name) for name in dict.fromkeys(one.name for one in nurseries)),
        summary=_summary(nurseries, reader, doubtful=any(doubles.values())),
        places=tuple(
            _place(number, one, doubles[number], reader)
            for number, one in enumerate(nurseries, start=1)
        ),
        same=tuple(one for one in found if one.verdict == "same") if several else (),
        differing=tuple(one for one in found if one.verdict in ("differs", "partly")),
        unpublished=reader.list(silent) if silent and several else None,
        judged=tuple(_judged(nurseries, standard, reader)),
        standard=standard.number,
        search=links.search(reader.locale),
    )


_SEVERAL: Final = 2


def _doubles(nurseries: Sequence[Nursery]) -> dict[int, tuple[int, ...]]:
    """The numbers of the other places with the address of each, in one county."""
    at: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(nurseries, start=1):
        if one.address:
            at.setdefault((one.region[-1], address_key(one.address)), []).append(number)
    shared = {number: here for here in at.values() for number in here}
    return {
        number: tuple(other for other in shared.get(number, ()) if other != number)
        for number in range(1, len(nurseries) + 1)
    }


def _summary(nurseries: Sequence[Nursery], reader: Reader, *, doubtful: bool) -> str:
    known = [one.capacity for one in nurseries if one.capacity is not None]
    if not known:
        return gettext("Approved places are not published for any of them.")
    if doubtful:
        return gettext(
            "Approved places are not added up: entries with the same address may be one place."
        )
    if len(known) == len(nurseries):
        return gettext("Approved places together: %(sum)s.", sum=reader.number(sum(known)))
    return gettext(
        "Approved places together: %(sum)s, published for %(known)s of %(all)s.",
        sum=reader.number(sum(known)),
        known=len(known),
        all=len(nurseries),
    )


def _place(number: int, nursery: Nursery, doubles: tuple[int, ...], reader: Reader) -> Place:
    return Place(
        number=number,
        href=links.nursery(reader.locale, nursery.id),
        name=reader.name(next(iter(nursery.trading_names), nursery.name)),
        district=reader.within_province(nursery.region),
        address=reader.as_published(nursery.address) if nursery.address else None,
        doubt=_doubt(doubles, reader),
        badges=badges(nursery, reader),
    )


def _doubt(doubles: tuple[int, ...], reader: Reader) -> str | None:
    if not doubles:
        return None
    numbers = reader.list(map(str, doubles))
    return gettext("Same address as number %(numbers)s: it may be one place.", numbers=numbers)


def _judged(nurseries: Sequence[Nursery], standard: Standard, reader: Reader) -> Iterator[Judged]:
    for assessor in Assessor:
        assessed = [
            (_label(number, one, reader), one)
            for number, one in enumerate(nurseries, start=1)
            if (found := scores.by(one, assessor)) is not None and found.areas
        ]
        if assessed:
            table = scores.score_rows(assessed, assessor, standard, reader)
            few = len(assessed) <= MOST_SERIES
            chart = scores.chart(assessed, assessor, standard, reader) if few else None
            yield Judged(reader.word("assessor", assessor), chart, table)


def _label(number: int, nursery: Nursery, reader: Reader) -> Text:
    name = reader.data(next(iter(nursery.trading_names), nursery.name))
    return Text(f"{number}. {name.text}", name.lang)
