"""Cuts a grid into tables: headings, rows, notes, and the lines above each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from registry.reading.blocks import Grid, one_line
from registry.reading.carrying import carry_down
from registry.reading.columns import Column, bare, column_of
from registry.reading.document import Row, Table
from registry.reading.headings import Heading, find_heading, heading_at, is_heading_row, says_name
from registry.reading.lines import (
    caption_of,
    continues_note,
    is_caption,
    is_note,
    is_prose,
    is_total,
)
from registry.reading.marks import fold_marks


@dataclass(slots=True)
class _Draft:
    """A table while its rows are being collected. `waiting` lines belong to it or to the next."""

    heading: Heading
    above: tuple[str, ...]
    rows: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """What waited stands inside the table."""
        self.notes += self.waiting
        self.waiting.clear()

    def hand_over(self) -> tuple[str, ...]:
        """Keep the notes among the lines that wait; return the rest, for the next table."""
        kept = 0
        while kept < len(self.waiting) and _stays(self.waiting[kept]):
            kept += 1
        rest = tuple(self.waiting[kept:])
        self.notes += self.waiting[:kept]
        self.waiting.clear()
        return rest


def tables_of(grid: Grid, above: Sequence[str], needs: frozenset[Column]) -> list[Table]:
    """Every table of a grid that has a needed column; numbered from 1 within the grid."""
    drafts = _drafts(grid, tuple(above), needs)
    return [_finished(grid, draft, number) for number, draft in enumerate(drafts, 1)]


def lines_of(grid: Grid, end: int | None = None) -> list[str]:
    """Each filled row of a grid, or of its first rows, as one line."""
    return [_line(cells) for cells in grid.rows[:end] if any(cells)]


def _drafts(grid: Grid, above: tuple[str, ...], needs: frozenset[Column]) -> list[_Draft]:
    heading = find_heading(grid, 0, needs)
    if heading is None:
        return []
    drafts = [_Draft(heading, (*above, *lines_of(grid, heading.top)))]
    index = heading.bottom + 1
    while index < len(grid.rows):
        draft = drafts[-1]
        if _is_new_heading(grid.rows[index], draft.heading, needs):
            heading = heading_at(grid, index, needs)
            if not _is_repeated(heading, draft):
                drafts.append(_Draft(heading, draft.hand_over()))
            draft.waiting.clear()  # a repeated title
            index = heading.bottom + 1
        else:
            _collect(grid, index, draft, needs)
            index += 1
    for draft in drafts:
        draft.settle()
    return drafts


def _is_new_heading(cells: tuple[str, ...], heading: Heading, needs: frozenset[Column]) -> bool:
    """A row of data may say 托育机构 and 全日托 too, but its name is no column's name."""
    if not is_heading_row(cells, needs):
        return False
    names = [cells[at] for at in heading.columns(needs) if at < len(cells) and cells[at]]
    return says_name(cells, needs) or all(column_of(name) for name in names)


def _is_repeated(heading: Heading, draft: _Draft) -> bool:
    same = list(map(bare, heading.names)) == list(map(bare, draft.heading.names))
    return same and set(draft.waiting) <= {*draft.above}


def _collect(grid: Grid, index: int, draft: _Draft, needs: frozenset[Column]) -> None:
    cells = grid.rows[index]
    if not any(cells):
        return
    if _is_row(grid, index, draft, needs):
        draft.settle()
        draft.rows.append(index)
    else:
        draft.waiting.append(_line(cells))


def _is_row(grid: Grid, index: int, draft: _Draft, needs: frozenset[Column]) -> bool:
    """Whether a row is data, and neither a total nor a line of text."""
    filled = [(at, cell) for at, cell in enumerate(grid.rows[index]) if cell]
    if any(is_total(cell) for _, cell in filled[:3]):
        return False
    at, first = filled[0]
    if len(filled) <= 2 and is_note(first):
        return False
    if len(filled) > 1 or len(draft.heading.names) == 1:
        return len(filled) > 1 or not is_prose(first)
    if first.isdecimal():
        return True
    wide = any(m.top == index and m.right > m.left == at for m in grid.merges or ())
    named = at in draft.heading.columns(needs)
    return named and not wide and not is_prose(first) and not is_caption(first)


def _stays(line: str) -> bool:
    return continues_note(line) or any(map(is_total, line.split(" ")[:3]))


def _line(cells: Sequence[str]) -> str:
    return " ".join(one_line(cell) for cell in cells if cell)


def _finished(grid: Grid, draft: _Draft, number: int) -> Table:
    names, rows = _rectangle(draft.heading.names, [grid.rows[index] for index in draft.rows])
    rows = carry_down(grid, names, draft.rows, rows)
    names, rows = fold_marks(names, rows)
    return Table(
        number=number,
        sheet=grid.sheet,
        caption=caption_of(draft.above),
        above=draft.above,
        headings=_unique(names),
        rows=tuple(Row(index + 1, cells) for index, cells in zip(draft.rows, rows, strict=True)),
        notes=tuple(draft.notes),
    )


def _rectangle(
    names: tuple[str, ...], rows: list[tuple[str, ...]]
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Rows as wide as the table. A column that has cells and no name is called by its place."""
    width = max(len(names), max(map(len, rows), default=0))
    padded = [cells + ("",) * (width - len(cells)) for cells in rows]
    wide = [*names, *[""] * (width - len(names))]
    for at, name in enumerate(wide):
        if not name and any(cells[at] for cells in padded):
            wide[at] = f"第{at + 1}列"
    return wide, padded


def _unique(names: list[str]) -> tuple[str, ...]:
    """Names that a row can be keyed by: a second 备注 is 备注 (2)."""
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(unique)
