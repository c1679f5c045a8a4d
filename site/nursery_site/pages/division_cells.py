"""What one measure of one division says, where it leads, and what nobody published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.measures import Measures
from nursery_site.reader import Reader
from registry.vocabulary import Level
from search_index.request import SearchRequest


@dataclass(frozen=True, slots=True)
class Cell:
    """One value with what it is made of; `known` is false where nobody published it.

    `mark` goes wherever the value goes, into charts too: of how many nurseries it tells.
    """

    value: str
    note: str
    href: str | None
    known: bool
    mark: str = ""


def found(reader: Reader, region: str, **chosen: tuple[str, ...]) -> str:
    """The search behind a number: nurseries of a division with these values."""
    choices = {"region": (region,)} if region else {}
    return links.search(reader.locale, SearchRequest(choices=choices | chosen))


def cell(division: Measures, measure: str, reader: Reader) -> Cell:
    """What a division's measure says."""
    return _CELLS[measure](division, reader)


def _unknown(words: str | None = None, note: str = "") -> Cell:
    return Cell(words or gettext("Not published"), note, None, known=False)


def _filed(division: Measures, reader: Reader) -> Cell:
    counts = division.counts
    all_of_them = gettext("%(count)s in our copy", count=reader.number(counts.nurseries))
    if not division.says_filing:
        return _unknown(note=all_of_them)
    href = found(reader, counts.region, filed=("yes",))
    return Cell(reader.number(counts.filed), all_of_them, href, known=True)


def _places(division: Measures, reader: Reader) -> Cell:
    counts = division.counts
    if not counts.places_known:
        return _unknown()
    return Cell(
        reader.number(counts.places),
        "",
        links.search(
            reader.locale,
            SearchRequest(
                choices={"region": (counts.region,)} if counts.region else {}, sort="capacity"
            ),
        ),
        known=True,
        mark=_telling(division, reader),
    )


def _per_thousand(division: Measures, reader: Reader) -> Cell:
    rate, population = division.per_thousand, division.population
    if rate is None or population is None:
        return _unknown(gettext("No population list") if population is None else None)
    people = reader.number(population.value)
    year = str(population.as_of.year)
    note = gettext("%(people)s people, %(year)s", people=people, year=year)
    if division.invented:
        note = gettext("%(people)s people, fictional", people=people)
    return Cell(f"{rate:.2f}", note, None, known=True, mark=_telling(division, reader))


def _inclusive(division: Measures, reader: Reader) -> Cell:
    counts, share = division.counts, division.inclusive_share
    if share is None:
        return _unknown()
    note = part(reader, counts.inclusive, counts.inclusive_known)
    href = found(reader, counts.region, inclusive=("yes", "partial"))
    return Cell(reader.percent(share), note, href, known=True)


def _price(division: Measures, reader: Reader) -> Cell:
    fees = division.counts.fees[None]
    if not fees.published:
        return _unknown()
    if fees.median is None:
        return _unknown(gettext("Fewer than five prices"))
    note = ngettext("of %(num)s price", "of %(num)s prices", fees.published)
    href = found(reader, division.counts.region, price=("published",))
    return Cell(reader.number(round(fees.median)), note, href, known=True)


def _demonstration(division: Measures, reader: Reader) -> Cell:
    count = division.demonstration
    if count is None:
        return _unknown(gettext("No such list in our copy"))
    levels = tuple(map(str, Level))
    href = found(reader, division.counts.region, demo=levels) if count else None
    note = _named(division.counts.demonstration_named, count)
    return Cell(reader.number(count), note, href, known=True)


def _pilots(division: Measures, reader: Reader) -> Cell:
    if division.pilots is None:
        return _unknown(gettext("No such list in our copy"))
    note = _named(division.counts.pilots_named, division.pilots)
    return Cell(reader.number(division.pilots), note, None, known=True)


def _named(named: int, held: int) -> str:
    """How many lists name for a title, where some of them do not hold it today."""
    if named <= held:
        return ""
    return ngettext("of %(num)s that lists name", "of %(num)s that lists name", named)


def _completeness(division: Measures, reader: Reader) -> Cell:
    share = division.counts.completeness
    if share is None:
        return _unknown()
    return Cell(reader.percent(share), "", None, known=True)


def _telling(division: Measures, reader: Reader) -> str:
    """How many of its nurseries publish their places: whoever does not is in no sum of them."""
    counts = division.counts
    return gettext(
        "%(some)s of %(every)s publish places",
        some=reader.number(counts.places_known),
        every=reader.number(counts.nurseries),
    )


def part(reader: Reader, some: int, every: int) -> str:
    """`5 of 6`, in the reader's language."""
    return gettext("%(some)s of %(every)s", some=reader.number(some), every=reader.number(every))


CellOf: TypeAlias = Callable[[Measures, Reader], Cell]

_CELLS: Final[Mapping[str, CellOf]] = {
    "filed": _filed,
    "places": _places,
    "per_thousand": _per_thousand,
    "inclusive_share": _inclusive,
    "price": _price,
    "demonstration": _demonstration,
    "pilots": _pilots,
    "completeness": _completeness,
}
