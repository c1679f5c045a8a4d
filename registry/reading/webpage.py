"""Web pages: data tables as grids, everything else as lines, in document order.

Old government pages stand in layout tables as a whole. A table without a heading that holds
tables, or next to no cells, is walked into; what is left without a heading is kept as a grid
that nobody will read. Lines that are nothing but links are menus and are left out.
"""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from registry.errors import UnreadableFile
from registry.reading.blocks import Block, Content, one_line
from registry.reading.charset import Decoded
from registry.reading.columns import Column
from registry.reading.headings import find_heading
from registry.reading.webtable import BLOCKS, CELLS, SKIPPED, grid_of, has_neighbours, rows_of

_DEEPEST: Final = 10_000
_NESTING = re.compile(  # every element that no other one closes by itself
    r"<(/?)(?!(?:p|li|t[dhr]|tbody|thead|tfoot|d[td]|option|br|hr|img|meta|link|input|col|wbr|area"
    r"|base|embed|source|track|param)\b)[a-z]",
    re.IGNORECASE,
)
_LAYOUT_CELLS: Final = 2
_LABEL: Final = 8
"""A bare text in one of several layout cells that is shorter is a label (当前位置：), no line."""


def read_webpage(decoded: Decoded, name: str, needs: frozenset[Column]) -> Content:
    """The page as lines and grids.

    Raises:
        UnreadableFile: the parser gives up.
        FileTooLarge: a table spans more cells than the limit.
    """
    _hold_depth(decoded.text, name)
    try:
        page = LexborHTMLParser(decoded.text)
    except (ValueError, RuntimeError) as error:  # SelectolaxError is a kind of these
        raise UnreadableFile(f"{name}: the page cannot be read ({error}).") from error
    walk = _Walk(name, needs)
    if page.body is not None:
        walk.through(page.body)
    return Content("html", walk.blocks, _title(page), decoded.encoding, decoded.guessed)


def _hold_depth(text: str, name: str) -> None:
    """The parser's time grows with the square of the depth; no page needs a hundredth of it."""
    depth = 0
    for tag in _NESTING.finditer(text):
        depth = max(depth + (-1 if tag[1] else 1), 0)
        if depth > _DEEPEST:
            raise UnreadableFile(f"{name}: the page is nested more than {_DEEPEST} levels deep.")


def _title(page: LexborHTMLParser) -> str | None:
    for selector in ("title", "h1"):
        node = page.css_first(selector)
        if node is not None and (text := one_line(node.text())):
            return text
    return None


class _Walk:
    """One way through the page, without recursion: pages nest deeper than Python calls."""

    def __init__(self, name: str, needs: frozenset[Column]) -> None:
        self.blocks: list[Block] = []
        self._name = name
        self._needs = needs
        self._open: list[str] = []  # block elements around
        self._crowded = 0  # cells around, from the outermost that has neighbours
        self._links = 0
        self._parts: list[str] = []
        self._is_plain = False  # some of the line stands outside links
        self._is_bare = False  # the line stands in a table cell itself

    def through(self, root: LexborNode) -> None:
        """Turn everything below a node into blocks."""
        node: LexborNode | None = root.child
        depth = 0
        while node is not None:
            inner = node.child if self._enters(node) else None
            if inner is not None:
                node, depth = inner, depth + 1
                continue
            self._leave(node)
            while node is not None and node.next is None and depth:
                node, depth = node.parent, depth - 1
                if node is not None:
                    self._leave(node)
            node = node.next if node is not None else None
        self._end_line()

    def _enters(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "")
            return False
        if tag in SKIPPED:
            return False
        if tag == "br" or tag in BLOCKS:
            self._end_line()
        if tag in BLOCKS:
            self._open.append(tag)
            self._crowded += tag in CELLS and (self._crowded > 0 or has_neighbours(node))
        self._links += tag == "a"
        return tag != "table" or self._walks_into(node)

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in BLOCKS and tag not in SKIPPED:
            self._end_line()
            self._open.pop()
            self._crowded -= tag in CELLS and self._crowded > 0
        self._links -= tag == "a"

    def _walks_into(self, table: LexborNode) -> bool:
        """Whether a table is layout. One that is not becomes a grid."""
        rows = rows_of(table)
        grid, nests = grid_of(rows, self._name)
        if find_heading(grid, 0, self._needs) is not None:
            if nests:
                grid, _ = grid_of(rows, self._name, nested=True)
        elif nests or sum(map(len, rows)) <= _LAYOUT_CELLS:
            return True
        self.blocks.append(grid)
        return False

    def _add(self, text: str) -> None:
        self._parts.append(text)
        if text.strip():
            self._is_plain = self._is_plain or not self._links
            self._is_bare = self._crowded > 0 and self._open[-1] in CELLS

    def _end_line(self) -> None:
        text = one_line("".join(self._parts))
        is_label = self._is_bare and (len(text) < _LABEL or text.endswith((":", "：")))
        if text and self._is_plain and not is_label:
            self.blocks.append(text)
        self._parts.clear()
        self._is_plain = self._is_bare = False
