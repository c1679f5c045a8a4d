"""What every format is turned into before tables are looked for: lines and grids in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from registry.errors import FileTooLarge

MAX_CELLS = 10_000_000
MAX_COLUMNS = 16_384  # Excel's own

_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WRAPPED = re.compile(rf"(?<=[{_CHINESE}])[ \t]*[\r\n]+[ \t]*(?=[{_CHINESE}])")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u2060\ufeff\ud800-\udfff]"  # and lone surrogates
)
_BREAKS = re.compile(r"\s*[\r\n\v\f\x85\u2028\u2029]\s*")
_SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area of a grid, every side included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet or one table, before anybody knows which row is the heading.

    Rows may differ in length: blank cells at their end are left out. A merged cell has its
    text at the top left and nothing elsewhere. `merges` is `None` where the format cannot
    say what is merged. The number of a row is its index plus 1.
    `lengths` are those of separated rows, blank cells included: one cell too many there may
    have shifted all that follow it.
    """

    rows: list[tuple[str, ...]]
    merges: tuple[Merge, ...] | None = None
    sheet: str | None = None
    lengths: tuple[int, ...] | None = None


Block: TypeAlias = str | Grid
"""A line of text outside every table, or a table."""


@dataclass(frozen=True, slots=True)
class Content:
    """One file, read but not yet understood."""

    format: str
    blocks: list[Block]
    title: str | None = None
    encoding: str | None = None
    encoding_guessed: bool = False  # nothing in the file said so


def clean(text: str) -> str:
    """A cell's text without white space around it; breaks between its lines stay as one each."""
    if text.isalnum():
        return text
    text = _BREAKS.sub("\n", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", text).strip()


def one_line(text: str) -> str:
    """The text with its line breaks closed up, as a heading or a paragraph is read.

    >>> one_line("普惠托位\\n数量  (个)")
    '普惠托位数量 (个)'
    """
    return _SPACES.sub(" ", _WRAPPED.sub("", clean(text)).replace("\n", " ")).strip()


def trimmed(cells: Iterable[str]) -> tuple[str, ...]:
    """The cells without the blank ones at their end."""
    row = tuple(cells)
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row[:end]


def hold_to_limits(rows: int, columns: int, where: str) -> None:
    """Refuse a table that no list needs and no memory holds.

    Raises:
        FileTooLarge: more than `MAX_CELLS` cells or `MAX_COLUMNS` columns.
    """
    if columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise FileTooLarge(
            f"{where} spans {rows} rows and {columns} columns; at most {MAX_CELLS} cells can be "
            "read. Delete the stray cells far below or to the right of the list."
        )
