"""One row of a list of divisions: population, children under three, income; nothing of nurseries.

A unit stands in the cell (`85.3万人`), in the heading (`常住人口（万人）`) or in a line over the
table (`单位：万人`), and is never guessed: 85.3 without one is kept as a problem. So is the day:
a heading's year, then the row's, then the list's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from registry.reading.aliases import MEASURES
from registry.reading.columns import Column
from registry.reading.document import Row
from registry.values.numbers import without_thousands
from registry.values.plain import plain, silent, tidy
from registry.values.privacy import mask
from registry.values.problems import Reason
from registry.values.row import Slot, slots_of
from registry.values.statement import Problem
from registry.vocabulary import SourceKind

_OF_OTHERS = re.compile(
    r"增长|增速|增幅|增量|比上年|同比|比重|占比|率|[%％‰]|城镇|农村|乡村|户籍|男|女|预计|目标|规划|计划"
)
"""Words in a heading that make another figure of it: 常住人口/比上年增长."""
_NUMBER = re.compile(r"约?(\d+(?:\.\d+)?)(万人|万元|人|元|个|名)?")
_UNIT = re.compile(r"万人|万元|人(?!均|口|数)|元")
_STATED_UNIT = re.compile(r"单位[:：]?([^;。]*)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:年|$)")
_SCALES: Final = {"人": 1, "名": 1, "个": 1, "万人": 10_000, "元": 1, "万元": 10_000}
_UNITS: Final = {
    Column.POPULATION: ("万人", "人", "名", "个"),
    Column.CHILDREN: ("万人", "人", "名", "个"),
    Column.INCOME: ("万元", "元"),
}
_POSSIBLE: Final = {
    Column.POPULATION: (1, 1_600_000_000),
    Column.CHILDREN: (1, 100_000_000),
    Column.INCOME: (1_000, 1_000_000),
}
"""Persons, persons, yuan a year: what a division can have; beyond it a unit is wrong."""
_REGIONS: Final = (Column.PROVINCE, Column.CITY, Column.REGION)


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One figure: persons, or yuan a year. `as_of` is `None` where heading and row name no year."""

    measure: str
    value: float
    raw: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class RowFigures:
    """What one row says of one division. `regions` are its published words, widest first."""

    number: int
    cells: dict[str, str]
    regions: tuple[str, ...]
    region_code: str | None
    figures: tuple[FigureCell, ...]
    problems: tuple[Problem, ...]


def measured(headings: Sequence[str]) -> bool:
    """Whether a table has a column of figures of divisions."""
    return any(_measure(slot) for slot in slots_of(tuple(headings), SourceKind.POPULATION))


def figures_of(row: Row, headings: Sequence[str], lines: Sequence[str]) -> RowFigures:
    """Everything a row says; `lines` are those over the table, where a unit may stand."""
    slots = slots_of(tuple(headings), SourceKind.POPULATION)
    padded = (*row.cells, *("",) * (len(slots) - len(row.cells)))
    texts = [mask(padded[slot.index]) for slot in slots]
    cells = {mask(slot.key): text for slot, text in zip(slots, texts, strict=True)}
    said = [(slot, text) for slot, text in zip(slots, texts, strict=True) if not silent(text)]
    year = next((_year(text) for slot, text in said if slot.column is Column.YEAR), None)
    told = [_figure(slot, text, lines, year) for slot, text in said if _measure(slot)]
    named = {slot.column: (tidy(text), slot.index in row.carried) for slot, text in said}
    regions = [named[column] for column in _REGIONS if column in named]
    code, _ = named.get(Column.REGION_CODE, ("", False))
    figures = tuple(one for one in told if isinstance(one, FigureCell))
    return RowFigures(
        number=row.number,
        cells=cells,
        # A name taken over from the row above names that row's division and not this one's.
        regions=() if regions and regions[-1][1] else tuple(name for name, _ in regions),
        region_code=plain(code) or None,
        figures=figures,
        problems=tuple(one for one in told if isinstance(one, Problem)) + _too_many(figures),
    )


def _measure(slot: Slot) -> bool:
    return slot.column in MEASURES and _OF_OTHERS.search(plain(slot.heading)) is None


def _figure(slot: Slot, text: str, lines: Sequence[str], year: date | None) -> FigureCell | Problem:
    column = slot.column
    if column is None:
        raise ValueError(f"{slot.heading} is no column")
    found = _NUMBER.fullmatch(without_thousands(plain(text)))
    if found is None:
        return Problem(column, text, Reason.UNREADABLE_FIGURE)
    unit = found[2] or _unit(column, slot.heading, lines)
    if unit is None:
        return Problem(column, text, Reason.FIGURE_WITHOUT_UNIT)
    if unit not in _UNITS[column]:
        return Problem(column, text, Reason.UNREADABLE_FIGURE)
    value = round(float(found[1]) * _SCALES[unit], 2)
    low, high = _POSSIBLE[column]
    whole = column is Column.INCOME or value == round(value)
    if not (low <= value <= high and whole):
        return Problem(column, text, Reason.IMPLAUSIBLE)
    return FigureCell(column, value, text, _year(plain(slot.heading)) or year)


def _unit(column: Column, heading: str, lines: Sequence[str]) -> str | None:
    """The unit that the heading ends with or names in brackets, else that of the table."""
    words = plain(heading)
    in_heading = _UNIT.findall(words.removeprefix("3岁以下"))
    for units in (in_heading, *(_UNIT.findall(said) for said in map(_stated, lines) if said)):
        fitting = [unit for unit in units if unit in _UNITS[column]]
        if len(set(fitting)) == 1:
            return str(fitting[0])
    return None


def _stated(line: str) -> str | None:
    found = _STATED_UNIT.search(plain(line))
    return str(found[1]) if found else None


def _year(text: str) -> date | None:
    """The last day of the year that a text names."""
    found = _YEAR.search(plain(text))
    return date(int(found[1]), 12, 31) if found else None


def _too_many(figures: Sequence[FigureCell]) -> tuple[Problem, ...]:
    """More children than people: one of the two has a wrong unit."""
    by_measure = {one.measure: one for one in figures}
    people, children = by_measure.get(Column.POPULATION), by_measure.get(Column.CHILDREN)
    if people and children and children.value > people.value:
        return (Problem(Column.CHILDREN, children.raw, Reason.IMPLAUSIBLE, fatal=True),)
    return ()
