"""A published list before it is written in a format: tables with headings, rows and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from registry.vocabulary import Datum, SourceKind

Cell: TypeAlias = "str | int | float | date | None"

FICTIONAL = "演示数据（虚构）"
"""What the issuer of every list starts with, so that the source itself is honest."""


@dataclass(frozen=True, slots=True)
class PublishedList:
    """A written file with what an operator types beside it when importing.

    `region` is a division key ("510502", "5105", "51") or `None` for the whole country; `kind`
    is `SourceKind.GEOCODE` for files of `flask registry geocode`.
    """

    path: Path
    title: str
    issuer: str
    published: date
    region: str | None
    kind: SourceKind
    url: str | None = None
    encoding: str | None = None
    datum: Datum | None = None


@dataclass(frozen=True, slots=True)
class DraftTable:
    """One table. A heading `机构性质|类型` stands under a merged heading 机构性质.

    `merged` counts the leading columns whose equal neighbours share one tall cell.
    """

    caption: str | None
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    above: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    total: tuple[Cell, ...] | None = None
    merged: int = 0

    @property
    def last_headings(self) -> tuple[str, ...]:
        """The lowest words of each heading, for formats that cannot merge."""
        return tuple(heading.rpartition("|")[2] for heading in self.headings)


@dataclass(frozen=True, slots=True)
class Draft:
    """One list. `name` is the file's name, whose suffix decides the format."""

    name: str
    title: str
    issuer: str
    published: date
    region: str | None
    kind: SourceKind
    tables: tuple[DraftTable, ...]
    encoding: str | None = None
    datum: Datum | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A cell over `height` rows and `width` columns, its corner at `row` and `column`."""

    row: int
    column: int
    height: int
    width: int
    text: str


def heading_spans(headings: Sequence[str]) -> tuple[Span, ...]:
    """The heading block of a table as cells, those of one row from left to right.

    >>> [(s.text, s.height, s.width) for s in heading_spans(["名称", "性质|类型", "性质|举办"])]
    [('名称', 2, 1), ('性质', 1, 2), ('类型', 1, 1), ('举办', 1, 1)]
    """
    paths = [heading.split("|") for heading in headings]
    depth = max(len(path) for path in paths)
    spans = []
    for row in range(depth):
        column = 0
        while column < len(paths):
            path = paths[column]
            width = _same_start(paths, column, row)
            if row < len(path):
                height = depth - row if row == len(path) - 1 else 1
                spans.append(Span(row, column, height, width, path[row]))
            column += width
    return tuple(spans)


def _same_start(paths: Sequence[Sequence[str]], column: int, row: int) -> int:
    """How many columns from this one on share the heading's words down to this row."""
    path = paths[column]
    if row >= len(path) - 1:
        return 1
    width = 1
    while column + width < len(paths) and paths[column + width][: row + 1] == path[: row + 1]:
        width += 1
    return width


def runs(rows: Sequence[Sequence[Cell]], column: int) -> Iterator[tuple[int, int]]:
    """First row and length of each run of equal cells in a column."""
    start = 0
    for position in range(1, len(rows) + 1):
        if position == len(rows) or rows[position][column] != rows[start][column]:
            yield start, position - start
            start = position


def as_text(cell: Cell) -> str:
    """A cell in a format without types: dates as 2024-03-12, nothing as an empty text."""
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
