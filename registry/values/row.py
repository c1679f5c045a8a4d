"""A row as its readers see it: masked cells by column, and what the list says of every row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from registry.reading.columns import Column, column_of
from registry.values.assessments import Area, Clause, area_of, clause_of
from registry.values.plain import plain, silent
from registry.values.statement import TitleFacts
from registry.vocabulary import Assessor, SourceKind

_AHEAD = timedelta(days=366)
_PUBLICITY = re.compile(r"公示(?:期|起|止|时间|日期|开始|结束).*")


@dataclass(frozen=True, slots=True)
class Slot:
    """One column of a table: where it stands and what it means, `None` for what nobody knows."""

    index: int
    heading: str
    key: str  # the heading, made unique within its table
    column: Column | None
    area: Area | None
    clause: Clause | None
    publicity: bool


class Cell(NamedTuple):
    """One masked cell that is not silent, under its heading."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class RowView:
    """What the readers of a whole row may look at; whoever imports has decided the `kind`."""

    by_column: dict[Column, list[Cell]]
    by_area: tuple[tuple[Area, Cell], ...]
    by_clause: tuple[tuple[Clause, Cell], ...]
    self_column: bool  # a column of the table says 自评, whether or not this row fills it
    publicity: tuple[Cell, ...]  # of columns headed 公示期, 公示起止时间, 公示开始日期…
    facts: TitleFacts
    kind: SourceKind
    published: date

    def cell(self, column: Column) -> Cell | None:
        """The first cell of a column that says something."""
        cells = self.by_column.get(column)
        return cells[0] if cells else None

    def may_know(self, day: date) -> bool:
        """Whether a list of that date can tell of a day: none lies more than a year ahead."""
        return day <= self.published + _AHEAD

    def text(self, column: Column) -> str:
        """Its text, empty where there is none."""
        cell = self.cell(column)
        return cell.text if cell else ""


@lru_cache(maxsize=256)
def slots_of(headings: tuple[str, ...], kind: SourceKind) -> tuple[Slot, ...]:
    """The columns of a table, whose headings differ; a column without one is called `（3）`.

    Only a list of assessments has clauses: elsewhere 4.2 收费标准 is a numbered price.
    """
    slots = []
    for index, heading in enumerate(headings):
        key = heading.strip() or f"（{index + 1}）"
        area = area_of(heading)
        clause = clause_of(heading) if kind is SourceKind.ASSESSMENT else None
        publicity = _PUBLICITY.fullmatch(plain(heading)) is not None
        column = None if area or clause or publicity else column_of(heading)
        slots.append(Slot(index, heading, key, column, area, clause, publicity))
    return tuple(slots)


def view_of(
    slots: tuple[Slot, ...],
    texts: tuple[str, ...],
    facts: TitleFacts,
    kind: SourceKind,
    published: date,
) -> RowView:
    """The view of a row whose masked texts stand in the order of its slots."""
    by_column: dict[Column, list[Cell]] = {}
    by_area: list[tuple[Area, Cell]] = []
    by_clause: list[tuple[Clause, Cell]] = []
    publicity: list[Cell] = []
    for slot, text in zip(slots, texts, strict=True):
        if silent(text):
            continue
        cell = Cell(slot.heading, text)
        if slot.column is not None:
            by_column.setdefault(slot.column, []).append(cell)
        elif slot.area is not None:
            by_area.append((slot.area, cell))
        elif slot.clause is not None:
            by_clause.append((slot.clause, cell))
        elif slot.publicity:
            publicity.append(cell)
    return RowView(
        by_column,
        tuple(by_area),
        tuple(by_clause),
        any(map(_of_self, slots)),
        tuple(publicity),
        facts,
        kind,
        published,
    )


def _of_self(slot: Slot) -> bool:
    return (
        slot.column in (Column.SCORE_SELF, Column.RESULT_SELF)
        or (slot.area is not None and slot.area.by == Assessor.SELF)
        or (slot.clause is not None and slot.clause.by is Assessor.SELF)
    )
