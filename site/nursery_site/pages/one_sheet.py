"""How small a comparison is set so that it takes one sheet of A4, by what it has to say.

A style sheet cannot ask how long its page is. So the lines are counted here, as `compare.css`
sets them on paper, and the page names one of four sizes. The count is rough; the tests print.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final
from unicodedata import east_asian_width

from nursery_site.pages.shared_sources import Shared
from nursery_site.pages.side_by_side import Table
from nursery_site.pages.side_cells import Cell, Row

WIDTH: Final = {2: 30.0, 3: 20.0, 4: 14.5}
"""Em of a column by the number of nurseries; the type is 10 px."""

TERM: Final = 7.0
HALF: Final = 34.0
"""Em of one of two columns, and of one of three whose type is as much smaller."""

LINE, SMALL_LINE, HEADING, RULE, HEAD_AND_FOOT = 12.5, 10.0, 16.0, 1.0, 145.0
"""Pixels of what stands on the page, as set in `compare.css`; a sheet has 1054."""

SHEET: Final = (1000, 1110, 1230)
"""Pixels from which on the type is set a step smaller."""


def size(table: Table, said: Sequence[str], sources: Shared) -> int:
    """0 for the usual size, 3 for the smallest."""
    height = pixels(table, said, sources)
    return sum(height > most for most in SHEET)


def pixels(table: Table, said: Sequence[str], sources: Shared) -> float:
    """The height of the page in its usual size, roughly."""
    rows = [row for group in table.groups for row in group.rows]
    lines = sum(map(_row_lines, rows))
    words = _columns((_lines(one, HALF) for one in said), 2)
    asked = _columns((_lines(one.term + one.question, HALF) for one in table.blanks), 2)
    silent = _lines(" · ".join(table.silent), 2 * HALF)
    listed = _columns(
        (
            _lines(f"{one.numbers}{one.issuer.text}{one.title.text}{one.published}", HALF)
            for one in sources.lists
        ),
        3,
    )
    text = LINE * (lines + words + asked + silent) + SMALL_LINE * listed
    return HEAD_AND_FOOT + text + HEADING * len(table.groups) + RULE * len(rows)


def _row_lines(row: Row) -> int:
    width = WIDTH[len(row.cells)]
    return max(_lines(row.term, TERM), *(_lines(_said(cell), width) for cell in row.cells))


def _columns(lines: Iterable[int], columns: int) -> int:
    return ceil(sum(lines) / columns)


def _lines(text: str, em: float) -> int:
    wide = sum(1.0 if east_asian_width(sign) in "WF" else 0.58 for sign in text)
    return max(1, ceil(wide / em))


def _said(cell: Cell) -> str:
    """Everything a cell holds on paper, in one run."""
    texts = [one.short or one.text.text for one in cell.texts]
    badges = [f"{one.text.text} {one.state or ''}" for one in cell.badges]
    others = [f"Another list says: {one.text.text} ({one.day})" for one in cell.others]
    return " | ".join([*texts, *badges, *others])
