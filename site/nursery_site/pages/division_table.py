"""Divisions one below the other: what each cell says, where it leads, and what nobody published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.charts import BarChart, bar_chart
from nursery_site.pages.measures import SORTS, Measures, ordered
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.vocabulary import Level
from search_index.request import SearchRequest

MOST_BARS: Final = 40

COLUMNS: Final = tuple(sort for sort in SORTS if sort != "name")


@dataclass(frozen=True, slots=True)
class Column:
    """One measure with the link that orders by it."""

    heading: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One value with what it is made of; `known` is false where nobody published it."""

    value: str
    note: str
    href: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One division; `here` is the page's own among its neighbours."""

    name: Text
    href: str
    cells: tuple[Cell, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class DivisionTable:
    """Divisions in the order of one measure, with its chart where there is one to draw."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    chart: BarChart | None


def division_table(
    id_: str, caption: str, divisions: Sequence[Measures], page: tuple[str, str], reader: Reader
) -> DivisionTable:
    """The table of some divisions on the page of `page`: its division and its order."""
    region, sort = page
    lines = ordered(divisions, sort)
    return DivisionTable(
        id=id_,
        caption=caption,
        columns=tuple(
            Column(
                reader.word("measure", measure),
                here(reader, region, measure),
                current=measure == sort,
            )
            for measure in ("name", *COLUMNS)
        ),
        lines=tuple(_line(one, region, sort, reader) for one in lines),
        chart=_chart(f"{id_}-chart", caption, lines, page, reader),
    )


def here(reader: Reader, region: str, sort: str, *more: tuple[str, str]) -> str:
    """The page of a division, or of all for the empty key, in an order."""
    query = [("sort", sort)] if sort != SORTS[0] else []
    return links.page(reader.locale, "regions", *filter(None, (region,)), query=[*query, *more])


def found(reader: Reader, region: str, **chosen: tuple[str, ...]) -> str:
    """The search behind a number: nurseries of a division with these values."""
    choices = {"region": (region,)} if region else {}
    return links.search(reader.locale, SearchRequest(choices=choices | chosen))


def percent(reader: Reader, share: float) -> str:
    """A share with at most one decimal."""
    return f"{reader.number(round(share * 100, 1))}%"


def cell(division: Measures, measure: str, reader: Reader) -> Cell:
    """What a division's measure says."""
    return _CELLS[measure](division, reader)


def _line(division: Measures, region: str, sort: str, reader: Reader) -> Line:
    own = division.counts.region
    return Line(
        name=reader.region_text(own),
        href=here(reader, own, sort),
        cells=tuple(cell(division, measure, reader) for measure in COLUMNS),
        here=own == region,
    )


def _chart(
    id_: str, caption: str, lines: Sequence[Measures], page: tuple[str, str], reader: Reader
) -> BarChart | None:
    measure = page[1] if page[1] in COLUMNS else SORTS[0]
    rows = [
        (
            reader.region_text(one.counts.region),
            value,
            cell(one, measure, reader).value,
            one.counts.region == page[0],
        )
        for one in ordered(lines, measure)
        if (value := one.value(measure)) is not None
    ]
    title = gettext(
        "%(measure)s: %(where)s", measure=reader.word("measure", measure), where=caption
    )
    return bar_chart(id_, title, rows[:MOST_BARS])


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
        _part(reader, counts.places_known, counts.nurseries),
        links.search(
            reader.locale,
            SearchRequest(
                choices={"region": (counts.region,)} if counts.region else {}, sort="capacity"
            ),
        ),
        known=True,
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
    return Cell(f"{rate:.2f}", note, None, known=True)


def _inclusive(division: Measures, reader: Reader) -> Cell:
    counts, share = division.counts, division.inclusive_share
    if share is None:
        return _unknown()
    note = _part(reader, counts.inclusive, counts.inclusive_known)
    href = found(reader, counts.region, inclusive=("yes", "partial"))
    return Cell(percent(reader, share), note, href, known=True)


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
    count = division.counts.demonstration_any
    levels = tuple(map(str, Level))
    href = found(reader, division.counts.region, demo=levels) if count else None
    return Cell(reader.number(count), "", href, known=True)


def _pilots(division: Measures, reader: Reader) -> Cell:
    return Cell(reader.number(division.counts.pilots), "", None, known=True)


def _completeness(division: Measures, reader: Reader) -> Cell:
    share = division.counts.completeness
    if share is None:
        return _unknown()
    return Cell(percent(reader, share), "", None, known=True)


def _part(reader: Reader, some: int, every: int) -> str:
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
