"""Carries the text of merged cells down to every row they stand beside.

Where a format says what is merged: regions, and what tells nurseries apart, so that each row
of 评估维度 has the name beside it; a merged sum of places speaks for no row. Where it cannot
say so, only a blank under a region is taken for a merged cell, as long as the column looks like
one: it starts with a value and never says one twice in a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from registry.reading.aliases import NAMES
from registry.reading.blocks import Grid
from registry.reading.columns import Column, column_of

_REGIONS: Final = (Column.PROVINCE, Column.CITY, Column.REGION)  # the widest first
_CARRIED: Final = NAMES.union(
    _REGIONS, (Column.STREET, Column.COMMUNITY, Column.ADDRESS, Column.CREDIT_CODE)
)


@dataclass(frozen=True, slots=True)
class Carried:
    """A row with cells filled from above; `guessed` are the places where nothing says merged."""

    cells: tuple[str, ...]
    guessed: tuple[int, ...] = ()


def carry_down(
    grid: Grid, names: list[str], indexes: list[int], rows: list[tuple[str, ...]]
) -> list[Carried]:
    """The rows with their blanks filled. `indexes` are the rows' places in the grid."""
    columns = {at: column for at, name in enumerate(names) if (column := column_of(name))}
    if grid.merges is not None:
        wanted = [at for at, column in columns.items() if column in _CARRIED]
        texts = {at: merged_texts(grid, at) for at in wanted}
        return [
            Carried(_with(cells, {at: texts[at].get(index, "") for at in wanted}))
            for index, cells in zip(indexes, rows, strict=True)
        ]
    regions = [at for place in _REGIONS for at, column in columns.items() if column is place]
    return list(_guessed(rows, [at for at in regions if rows and _looks_merged(rows, at)]))


def merged_texts(grid: Grid, at: int) -> dict[int, str]:
    """Row index → the text of the merged cell that covers this column there."""
    texts: dict[int, str] = {}
    done = 0  # areas of a damaged file may overlap; each row is looked at once
    areas = [merge for merge in grid.merges or () if merge.left == at and merge.top < merge.bottom]
    for merge in sorted(areas, key=lambda merge: merge.top):
        if merge.top < len(grid.rows):
            cells = grid.rows[merge.top]
            end = min(merge.bottom + 1, len(grid.rows))
            if at < len(cells) and cells[at]:
                texts |= dict.fromkeys(range(max(merge.top, done), end), cells[at])
            done = max(done, end)
    return texts


def _looks_merged(rows: list[tuple[str, ...]], at: int) -> bool:
    if not rows[0][at]:
        return False
    return all(not cells[at] or cells[at] != before[at] for before, cells in pairwise(rows))


def _guessed(rows: list[tuple[str, ...]], columns: list[int]) -> Iterable[Carried]:
    """`columns` widest first: a new city ends the district of the one before."""
    last: dict[int, str] = {}
    for cells in rows:
        for place, at in enumerate(columns):
            if cells[at]:
                last[at] = cells[at]
                for narrower in columns[place + 1 :]:
                    last.pop(narrower, None)
        yield Carried(_with(cells, last), tuple(sorted(at for at in last if not cells[at])))


def _with(cells: tuple[str, ...], texts: dict[int, str]) -> tuple[str, ...]:
    if all(cells[at] or not text for at, text in texts.items()):
        return cells
    return tuple(cell or texts.get(at, "") for at, cell in enumerate(cells))
