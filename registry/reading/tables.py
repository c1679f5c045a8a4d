"""Cuts a grid into tables: headings, rows, notes, and the lines above each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from registry.reading.blocks import Grid, one_line
from registry.reading.carrying import Carried, carry_down, merged_texts
from registry.reading.columns import Column, bare, column_of
from registry.reading.datarows import is_data
from registry.reading.document import MORE_CELLS, Row, Table
from registry.reading.headings import Heading, find_heading, heading_at, is_heading_row, says_name
from registry.reading.lines import caption_of, continues_note, is_total
from registry.reading.marks import fold_marks


@dataclass(slots=True)
class _Draft:
    """A table while its rows are being collected. `waiting` lines belong to it or to the next."""

    heading: Heading
    above: tuple[str, ...]
    covered: frozenset[int]  # rows of the grid beside a merged name
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
    drafts = [_begun(grid, heading, (*above, *lines_of(grid, heading.top)), needs)]
    index = heading.bottom + 1
    while index < len(grid.rows):
        draft = drafts[-1]
        if _is_new_heading(grid.rows[index], draft.heading, needs):
            heading = heading_at(grid, index, needs)
            if not _is_repeated(heading, draft):
                drafts.append(_begun(grid, heading, draft.hand_over(), needs))
            draft.waiting.clear()  # a repeated title
            index = heading.bottom + 1
        else:
            _collect(grid, index, draft, needs)
            index += 1
    for draft in drafts:
        draft.settle()
    return drafts


def _begun(
    grid: Grid, heading: Heading, above: tuple[str, ...], needs: frozenset[Column]
) -> _Draft:
    covered = (merged_texts(grid, at) for at in heading.columns(needs))
    return _Draft(heading, above, frozenset().union(*covered))


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
    if is_data(grid, index, draft.heading, needs, draft.covered):
        draft.settle()
        draft.rows.append(index)
    else:
        draft.waiting.append(_line(cells))


def _stays(line: str) -> bool:
    return continues_note(line) or any(map(is_total, line.split(" ")[:3]))


def _line(cells: Sequence[str]) -> str:
    return " ".join(one_line(cell) for cell in cells if cell)


def _finished(grid: Grid, draft: _Draft, number: int) -> Table:
    names, rows = _rectangle(draft.heading.names, [grid.rows[index] for index in draft.rows])
    carried = carry_down(grid, names, draft.rows, rows)
    names, rows, kept = fold_marks(names, [row.cells for row in carried])
    problems = _problems(grid, draft)
    return Table(
        number=number,
        sheet=grid.sheet,
        caption=caption_of(draft.above),
        above=draft.above,
        headings=_unique(names),
        rows=tuple(
            Row(index + 1, cells, _places(row, kept), problem)
            for index, cells, row, problem in zip(draft.rows, rows, carried, problems, strict=True)
        ),
        notes=tuple(draft.notes),
    )


def _places(row: Carried, kept: list[int]) -> tuple[int, ...]:
    """Where the guessed cells stand among the columns that are left."""
    return tuple(kept.index(at) for at in row.guessed if at in kept)


def _problems(grid: Grid, draft: _Draft) -> list[str | None]:
    """What is wrong with each row: more cells than its heading has.

    Blank cells at the end count only where another row does without them.
    """
    if grid.lengths is None or not draft.rows:
        return [None] * len(draft.rows)
    named = max(grid.lengths[draft.heading.top : draft.heading.bottom + 1])
    usual = max(named, min(grid.lengths[index] for index in draft.rows))
    return [
        MORE_CELLS if len(grid.rows[index]) > named or grid.lengths[index] > usual else None
        for index in draft.rows
    ]


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
    """Names that a row can be keyed by: a second 备注 is 备注 (2). Blank ones stay blank."""
    unique: list[str] = []
    taken = set(names)
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = number = seen.get(name, 0) + 1
        while name and number > 1 and f"{name} ({number})" in taken:
            number += 1
        unique.append(name if not name or number == 1 else f"{name} ({number})")
        taken.add(unique[-1])
    return tuple(unique)
