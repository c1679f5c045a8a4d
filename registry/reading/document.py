"""A published file as tables of text, before anybody asks what the text means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MORE_CELLS: Final = "more-cells-than-headings"
"""A separated row is longer than its heading: an unquoted comma may have shifted its cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of data. `number` is where a person finds it: the sheet's row, or the table's.

    `carried` are the places of cells that were blank and taken from the row above, though the
    format cannot say that they are merged; `problem` says why no cell may be believed.
    """

    number: int
    cells: tuple[str, ...]  # as many as the table has headings
    carried: tuple[int, ...] = ()
    problem: str | None = None  # MORE_CELLS


@dataclass(frozen=True, slots=True)
class Table:
    """One table under one heading row.

    `caption` is the line that names the table: its title row, or the paragraph above it.
    `above` holds every line between the previous table and this one, title rows included;
    `notes` the notes, footnotes and totals rows found in and under it, as text.
    """

    number: int  # 1-based, within the file
    sheet: str | None
    caption: str | None
    above: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: its own title, the lines outside every table, and its nursery tables."""

    format: str  # "xlsx", "xls", "csv", "html", "docx" or "json"
    encoding: str | None  # of text formats, as decoded
    title: str | None
    lines: tuple[str, ...]
    tables: tuple[Table, ...]
