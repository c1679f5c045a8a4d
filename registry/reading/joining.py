"""Joins a table that a page break cut in two: the second half has no heading of its own.

Only where nothing stands between them, both are as wide, and the serial numbers go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registry.reading.blocks import Block, Grid, Merge
from registry.reading.columns import Column
from registry.reading.headings import find_heading


def joined(blocks: Sequence[Block], needs: frozenset[Column]) -> Iterator[Block]:
    """The blocks with every cut table whole."""
    before: Grid | None = None
    for block in blocks:
        if isinstance(block, Grid) and before is not None and _goes_on(before, block, needs):
            before = _joined(before, block)
            continue
        if before is not None:
            yield before
        before = block if isinstance(block, Grid) else None
        if isinstance(block, str):
            yield block
    if before is not None:
        yield before


def _goes_on(first: Grid, second: Grid, needs: frozenset[Column]) -> bool:
    if first.sheet is not None or not first.rows or not second.rows:
        return False
    last, next_ = first.rows[-1][:1], second.rows[0][:1]
    return (
        max(map(len, first.rows)) == max(map(len, second.rows))
        and _follows("".join(last), "".join(next_))
        and find_heading(second, 0, needs) is None
    )


def _follows(last: str, serial: str) -> bool:
    numbers = last.isdecimal() and serial.isdecimal() and max(len(last), len(serial)) < 9
    return numbers and int(serial) == int(last) + 1


def _joined(first: Grid, second: Grid) -> Grid:
    shift = len(first.rows)
    moved = (Merge(m.top + shift, m.left, m.bottom + shift, m.right) for m in second.merges or ())
    merges = None if first.merges is None else (*first.merges, *moved)
    return Grid([*first.rows, *second.rows], merges)
