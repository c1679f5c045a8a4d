"""One table of a web page as a grid: colspan and rowspan placed, cells as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from registry.reading.blocks import Grid, Merge, clean, hold_to_limits

CELLS: Final = frozenset({"td", "th"})
BLOCKS: Final = CELLS | frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "hr"}
    | {"table", "tbody", "thead", "tfoot", "tr", "caption", "section", "article", "main", "pre"}
    | {"header", "center", "blockquote", "form", "fieldset", "address", "figure", "figcaption"}
)
SKIPPED: Final = frozenset(
    {"script", "style", "noscript", "template", "head", "select", "nav", "footer", "svg"}
    | {"iframe", "object", "button", "textarea", "-comment"}
)
_WIDEST_SPAN: Final = 1000  # of the HTML standard
_WRAPPED: Final = "\x1f"
_WRAP = re.compile(
    rf"(?<=[\u2e80-\u9fff\uff00-\uffef]) *{_WRAPPED}[ {_WRAPPED}]*(?=[\u2e80-\u9fff\uff00-\uffef])"
)
_SPACE = re.compile(r"\s+")


def rows_of(table: LexborNode) -> list[list[LexborNode]]:
    """The cells of the table's own rows, those of nested tables left out."""
    rows: list[list[LexborNode]] = []
    for part in _elements(table):
        if part.tag == "tr":
            rows.append(_cells(part))
        elif part.tag in {"thead", "tbody", "tfoot"}:
            rows += [_cells(row) for row in _elements(part) if row.tag == "tr"]
        elif part.tag == "caption":
            rows.insert(0, [part])
    return rows


def has_neighbours(cell: LexborNode) -> bool:
    """Whether a row has other cells than this."""
    return cell.parent is not None and len(_cells(cell.parent)) > 1


def grid_of(rows: list[list[LexborNode]], name: str, *, nested: bool = False) -> tuple[Grid, bool]:
    """The grid, and whether a cell holds a table; `nested` takes its text into the cell.

    Raises:
        FileTooLarge: more cells than the limit.
    """
    grid: list[tuple[str, ...]] = []
    merges: list[Merge] = []
    covered: dict[int, int] = {}  # column → how many rows more a cell from above covers it
    nests = False
    for index, cells in enumerate(rows):
        texts: dict[int, str] = {}
        at = 0
        started: dict[int, int] = {}
        for cell in cells:
            while covered.get(at, 0):
                at += 1
            text, has_table = _text(cell, nested=nested)
            nests = nests or has_table
            texts[at] = text
            wide, high = _span(cell, "colspan", 1), _span(cell, "rowspan", len(rows) - index)
            wide, high = min(wide, _WIDEST_SPAN), min(high, len(rows) - index)
            if wide > 1 or high > 1:
                merges.append(Merge(index, at, index + high - 1, at + wide - 1))
                started |= dict.fromkeys(range(at, at + wide), high)
            at += wide
            hold_to_limits(len(rows), at, name)
        covered = {at: left - 1 for at, left in {**covered, **started}.items() if left > 1}
        grid.append(_row(texts))
    return Grid(grid, tuple(merges)), nests


def _row(texts: dict[int, str]) -> tuple[str, ...]:
    end = max((at for at, text in texts.items() if text), default=-1)
    return tuple(texts.get(at, "") for at in range(end + 1))


def _span(cell: LexborNode, name: str, of_zero: int) -> int:
    """A span as browsers read it: rubbish is 1, and rowspan=0 goes to the end."""
    found = re.match(r"\s*(\d{1,5})", cell.attributes.get(name) or "")
    return (int(found[1]) or of_zero) if found else 1


def _text(cell: LexborNode, *, nested: bool) -> tuple[str, bool]:
    """The cell's text, one line for each block in it, and whether it holds a table."""
    parts: list[str] = []
    has_table = False
    for node in _inside(cell, into_tables=nested):
        tag = node.tag or ""
        has_table = has_table or tag == "table"
        if tag == "-text":
            parts.append(_SPACE.sub(_soft, node.text_content or ""))
        elif tag == "br" or tag in BLOCKS:
            parts.append("\n")
    return clean(_WRAP.sub("", "".join(parts))), has_table


def _soft(space: re.Match[str]) -> str:
    """White space of the page's text; a wrap is remembered until the neighbours are known."""
    return _WRAPPED if "\n" in space[0] else " "


def _inside(root: LexborNode, *, into_tables: bool) -> Iterator[LexborNode]:
    """Everything below a node in document order; a block comes once before and once after."""
    node, depth = root.child, 0
    while node is not None:
        yield node
        closed = node.tag in SKIPPED or (node.tag == "table" and not into_tables)
        if not closed and node.child is not None:
            node, depth = node.child, depth + 1
            continue
        while node is not None and node.next is None and depth:
            node, depth = node.parent, depth - 1
        if node is not None:
            if node.tag in BLOCKS:
                yield node
            node = node.next


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in _elements(row) if cell.tag in CELLS]
