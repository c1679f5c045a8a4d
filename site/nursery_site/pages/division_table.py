"""Divisions one below the other, in the order of a measure, with the chart of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.charts import BarChart, BarRow, bar_chart
from nursery_site.pages.division_cells import Cell, cell
from nursery_site.pages.measures import SORTS, Measures, ordered
from nursery_site.reader import Reader
from nursery_site.reading import Text

MOST_BARS: Final = 40

COLUMNS: Final = tuple(sort for sort in SORTS if sort != "name")


@dataclass(frozen=True, slots=True)
class Column:
    """One measure with the link that orders by it."""

    heading: str
    href: str
    current: bool


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
    caption: tuple[Text, ...]
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
        caption=reader.reading.marked(caption, reader.locale),
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
        BarRow(
            reader.region_text(one.counts.region),
            value,
            said.value,
            said.mark,
            here=one.counts.region == page[0],
        )
        for one in ordered(lines, measure)
        if (value := one.value(measure)) is not None
        for said in (cell(one, measure, reader),)
    ]
    title = gettext(
        "%(measure)s: %(where)s", measure=reader.word("measure", measure), where=caption
    )
    return bar_chart(id_, reader.reading.marked(title, reader.locale), rows[:MOST_BARS])
