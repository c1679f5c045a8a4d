"""Carries the text of merged region cells down to every row they stand beside.

Only regions and streets: a merged 江阳区 speaks for each row, a merged sum of places does not.
Where a format cannot say what is merged, a blank under a region is taken for a merged cell as
long as the column looks like one: it starts with a value and never says one twice in a row.
"""

from __future__ import annotations

from itertools import pairwise

from registry.reading.blocks import Grid
from registry.reading.columns import REGIONS, column_of


def carry_down(
    grid: Grid, names: list[str], indexes: list[int], rows: list[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """The rows with region cells filled. `indexes` are the rows' places in the grid."""
    columns = [at for at, name in enumerate(names) if column_of(name) in REGIONS]
    if not columns or not rows:
        return rows
    if grid.merges is not None:
        texts = {at: _merged_texts(grid, at) for at in columns}
        return [
            _with(cells, {at: texts[at].get(index, "") for at in columns})
            for index, cells in zip(indexes, rows, strict=True)
        ]
    columns.sort(key=lambda at: REGIONS.index(column_of(names[at]) or REGIONS[0]))
    return _carried(rows, [at for at in columns if _looks_merged(rows, at)])


def _merged_texts(grid: Grid, at: int) -> dict[int, str]:
    """Row index → the text of the merged cell that covers this column there."""
    texts: dict[int, str] = {}
    for merge in grid.merges or ():
        if merge.left == at and merge.top < merge.bottom and merge.top < len(grid.rows):
            cells = grid.rows[merge.top]
            if at < len(cells) and cells[at]:
                texts |= dict.fromkeys(range(merge.top, merge.bottom + 1), cells[at])
    return texts


def _looks_merged(rows: list[tuple[str, ...]], at: int) -> bool:
    if not rows[0][at]:
        return False
    return all(not cells[at] or cells[at] != before[at] for before, cells in pairwise(rows))


def _carried(rows: list[tuple[str, ...]], columns: list[int]) -> list[tuple[str, ...]]:
    """`columns` widest first: a new city ends the district of the one before."""
    last: dict[int, str] = {}
    carried = []
    for cells in rows:
        for place, at in enumerate(columns):
            if cells[at]:
                last[at] = cells[at]
                for narrower in columns[place + 1 :]:
                    last.pop(narrower, None)
        carried.append(_with(cells, last))
    return carried


def _with(cells: tuple[str, ...], texts: dict[int, str]) -> tuple[str, ...]:
    if all(cells[at] or not text for at, text in texts.items()):
        return cells
    return tuple(cell or texts.get(at, "") for at, cell in enumerate(cells))
