"""Finds the heading of a table wherever it stands, and reads headings of several rows.

A row is a heading when it holds the column that is needed and enough other names of columns.
A heading goes on downwards as long as its merged cells do, or, where a format cannot say what
is merged, as long as rows only fill its gaps; a row of wide merged cells above it belongs to
it as well. Several rows become paths: 机构性质/举办类别/公办.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from registry.reading.blocks import Grid, Merge, one_line
from registry.reading.columns import Column, bare, column_of, known_whole
from registry.reading.lines import is_caption

_MOST_ROWS = 5
_SAID = ("名称", "全称", "name", "地址", "address")
_NUMBER = re.compile(r"[\d.,%\s-]+")
_CLAUSE = re.compile(r"\d{1,2}\.\d{1,2}(\.\d{1,2})?")
"""A clause of a standard as heading: 10.4 beside 4.1.4. Alone, 10.4 is a number."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Rows `top` to `bottom` of a grid, both included, and each column's name ("" for none)."""

    top: int
    bottom: int
    names: tuple[str, ...]

    def columns(self, wanted: frozenset[Column]) -> tuple[int, ...]:
        """Where the wanted columns stand."""
        return tuple(at for at, name in enumerate(self.names) if column_of(name) in wanted)


def find_heading(grid: Grid, start: int, needs: frozenset[Column]) -> Heading | None:
    """The first heading at or below a row."""
    for index in range(start, len(grid.rows)):
        if is_heading_row(grid.rows[index], needs):
            return heading_at(grid, index, needs)
    return None


def is_heading_row(cells: tuple[str, ...], needs: frozenset[Column]) -> bool:
    """Whether a row names columns, one of them needed."""
    filled = [cell for cell in cells if cell]
    if not filled or any(_NUMBER.fullmatch(cell) for cell in _without_clauses(filled)):
        return False
    columns = [column_of(cell) for cell in filled]
    known = {column for column in columns if column is not None}
    whole = sum(map(known_whole, filled))
    if not known & needs or not whole:
        return False
    if len(filled) == 1:
        return len(cells) == 1  # a list of nothing but names
    if says_name(cells, needs):
        return True
    return len(known) > 1 and (len(filled) - columns.count(None)) * 3 >= len(filled)


def _without_clauses(cells: list[str]) -> list[str]:
    if not any(_CLAUSE.fullmatch(cell) and cell.count(".") == 2 for cell in cells):
        return cells
    return [cell for cell in cells if not _CLAUSE.fullmatch(cell)]


def says_name(cells: tuple[str, ...], needs: frozenset[Column]) -> bool:
    """Whether a needed column is named in words that no data has: 机构名称, not 托育机构."""
    return any(
        known_whole(cell) and column_of(cell) in needs and bare(cell).endswith(_SAID)
        for cell in cells
    )


def heading_at(grid: Grid, index: int, needs: frozenset[Column]) -> Heading:
    """The whole heading around a row that names the needed column."""
    bottom = _bottom(grid, index, needs)
    top = index
    while top and bottom - top < _MOST_ROWS and _is_parent_row(grid, top - 1):
        top -= 1
    return Heading(top, bottom, _names(grid, top, bottom))


def _bottom(grid: Grid, top: int, needs: frozenset[Column]) -> int:
    bottom = top
    for merge in grid.merges or ():
        if merge.top == top < merge.bottom < top + _MOST_ROWS and _cell(grid, top, merge.left):
            bottom = max(bottom, merge.bottom)
    last = len(grid.rows) - 1
    while bottom < min(last, top + _MOST_ROWS - 1) and _is_child_row(grid, top, bottom, needs):
        bottom += 1
    return min(bottom, last)


def _is_child_row(grid: Grid, top: int, above: int, needs: frozenset[Column]) -> bool:
    """Whether the next row only names what the rows over it left open."""
    cells = grid.rows[above + 1]
    filled = [at for at, cell in enumerate(cells) if cell]
    if not filled or any(_NUMBER.fullmatch(cells[at]) for at in filled):
        return False
    fixed = needs | {Column.SERIAL, Column.NAME}
    if any(column_of(_cell(grid, top, at)) in fixed for at in filled):
        return False
    if grid.merges is not None:
        wide = [merge for merge in grid.merges if merge.top == merge.bottom == above]
        return all(any(m.left <= at <= m.right > m.left for m in wide) for at in filled)
    return len(filled) > 1 and all(_is_gap(grid, above, at) for at in filled)


def _is_gap(grid: Grid, row: int, at: int) -> bool:
    """Whether a cell is blank, or the first of a name that spans blanks to its right."""
    if not _cell(grid, row, at):
        return at > 0
    return at + 1 < _width(grid, row, row + 1) and not _cell(grid, row, at + 1)


def _is_parent_row(grid: Grid, row: int) -> bool:
    cells = grid.rows[row]
    filled = [at for at, cell in enumerate(cells) if cell]
    if not filled or any(":" in cells[at] or "：" in cells[at] for at in filled):
        return False
    if len(filled) == 1 and is_caption(cells[filled[0]]):
        return False
    if grid.merges is None:
        known = any(column_of(cells[at]) for at in filled)
        return known and len(filled) > 1 and all(_is_gap(grid, row, at) for at in filled)
    width = _width(grid, row, row + 1)
    spans = {m.left: m.right - m.left + 1 for m in grid.merges if m.top == m.bottom == row}
    return all(1 < spans.get(at, 1) < width for at in filled)


def _names(grid: Grid, top: int, bottom: int) -> tuple[str, ...]:
    width = _width(grid, top, bottom)
    rows = _filled(grid, top, bottom, width)
    paths = (dict.fromkeys(row[at] for row in rows if row[at]) for at in range(width))
    return tuple("/".join(path) for path in paths)


def _filled(grid: Grid, top: int, bottom: int, width: int) -> list[list[str]]:
    """The rows of a heading with every merged cell's text wherever the cell reaches."""
    rows = [
        [one_line(_cell(grid, row, at)) for at in range(width)] for row in range(top, bottom + 1)
    ]
    if grid.merges is None:
        for index in range(len(rows) - 1):
            _fill_to_the_right(rows, index)
    for merge in grid.merges or ():
        if merge.top <= bottom and merge.bottom >= top:
            _fill_area(rows, merge, top, width)
    return rows


def _fill_area(rows: list[list[str]], merge: Merge, top: int, width: int) -> None:
    if merge.top < top or merge.left >= width:
        return
    text = rows[merge.top - top][merge.left]
    for row in rows[merge.top - top : merge.bottom - top + 1]:
        for at in range(merge.left, min(merge.right + 1, width)):
            row[at] = row[at] or text


def _fill_to_the_right(rows: list[list[str]], index: int) -> None:
    """A name that has names under it speaks for the blanks beside it that have some, too."""
    row, below = rows[index], rows[index + 1 :]
    for at in range(1, len(row)):
        has_children = any(lower[at] for lower in below)
        left_has_children = any(lower[at - 1] for lower in below)
        same_parent = not index or rows[index - 1][at] == rows[index - 1][at - 1]
        if not row[at] and has_children and left_has_children and same_parent:
            row[at] = row[at - 1]


def _cell(grid: Grid, row: int, at: int) -> str:
    cells = grid.rows[row]
    return cells[at] if at < len(cells) else ""


def _width(grid: Grid, top: int, bottom: int) -> int:
    """As many columns as the rows fill or their merged cells reach."""
    width = max(len(grid.rows[row]) for row in range(top, min(bottom + 1, len(grid.rows))))
    reach = (m.right + 1 for m in grid.merges or () if top <= m.top <= bottom)
    return max(width, *reach, 0)
