"""Tells a row of data from the totals, notes, captions and groups that stand between rows."""

from __future__ import annotations

from typing import Final

from registry.reading.blocks import Grid
from registry.reading.columns import Column
from registry.reading.headings import Heading, is_heading_row
from registry.reading.lines import (
    is_caption,
    is_group,
    is_note,
    is_prose,
    is_signature,
    is_total,
    may_be_name,
)

_MOST_LINES: Final = 5
"""Lines between a caption and its heading."""


def is_data(
    grid: Grid, index: int, heading: Heading, needs: frozenset[Column], covered: frozenset[int]
) -> bool:
    """Whether a filled row is data; `covered` rows stand beside a merged name."""
    filled = [(at, cell) for at, cell in enumerate(grid.rows[index]) if cell]
    if any(is_total(cell) for _, cell in filled[:3]):
        return False
    at, first = filled[0]
    if len(filled) <= 2 and is_note(first):
        return False
    if len(filled) > 1 or first.isdecimal() or index in covered:
        return True
    if len(heading.names) == 1:
        return not is_prose(first)
    if at not in heading.columns(needs | {Column.ADDRESS}):
        return False
    return not _is_wide(grid, index, at) and _says_data(grid, index, first, needs)


def _is_wide(grid: Grid, index: int, at: int) -> bool:
    return any(m.top == index and m.right > m.left == at for m in grid.merges or ())


def _says_data(grid: Grid, index: int, text: str, needs: frozenset[Column]) -> bool:
    """Whether a text alone under 机构名称 or 地址 is one: 春天幼儿园 names no table below it."""
    if is_prose(text) or is_group(text) or is_signature(text):
        return False
    if not is_caption(text):
        return True
    return may_be_name(text) and not _leads_to_heading(grid, index, needs)


def _leads_to_heading(grid: Grid, index: int, needs: frozenset[Column]) -> bool:
    """Whether nothing but lines stands between a row and the next heading."""
    following = (cells for cells in grid.rows[index + 1 : index + 50] if any(cells))
    for _, cells in zip(range(_MOST_LINES), following, strict=False):
        texts = [cell for cell in cells if cell]
        if len(texts) > 1:
            return is_heading_row(cells, needs)
        if is_caption(texts[0]) and not may_be_name(texts[0]):
            return False
    return False
