"""Word documents (DOCX): paragraphs and tables in the order they stand in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, Final

import docx
from docx.oxml.ns import qn

from registry.errors import RegistryError, UnreadableFile
from registry.reading.blocks import Block, Content, Grid, Merge, clean, hold_to_limits, one_line
from registry.reading.columns import Column
from registry.reading.headings import find_heading

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_WRAPPERS: Final = frozenset(
    {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:smartTag")}
)
_TEXT, _TAB = qn("w:t"), qn("w:tab")
_BREAKS: Final = frozenset({qn("w:br"), qn("w:cr")})
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_VAL: Final = qn("w:val")
_TITLE_STYLES: Final = ("Title", "Heading1")
_MAX_NESTING: Final = 20


def read_word(data: bytes, name: str, needs: frozenset[Column]) -> Content:
    """The body of the document; headers, footers and comments are no part of a list.

    Raises:
        UnreadableFile: damaged.
        FileTooLarge: a table spans more cells than the limit.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        blocks = list(_blocks(body, name, needs, 0))
        title = _title(body) or one_line(document.core_properties.title or "") or None
    except RegistryError:
        raise
    except Exception as error:
        raise UnreadableFile(f"{name}: the document is damaged ({error}).") from error
    return Content("docx", blocks, title)


def _title(body: Any) -> str | None:
    for paragraph in body.iterchildren(_P):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(_VAL) in _TITLE_STYLES:
            return one_line(_text(paragraph)) or None
    return None


def _children(element: Any) -> Iterator[Any]:
    """The element's children, those inside content controls and tracked insertions too."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _blocks(parent: Any, name: str, needs: frozenset[Column], depth: int) -> Iterator[Block]:
    for child in _children(parent):
        if child.tag == _P:
            yield from filter(None, map(one_line, _text(child).split("\n")))
        elif child.tag == _TBL and depth < _MAX_NESTING:
            yield from _table(child, name, needs, depth)


def _table(table: Any, name: str, needs: frozenset[Column], depth: int) -> Iterator[Block]:
    """A grid; a frame of one column, or around other tables, as what it holds."""
    rows = [
        [cell for cell in _children(row) if cell.tag == _TC]
        for row in _children(table)
        if row.tag == _TR
    ]
    grid = _grid(rows, name)
    frame = all(len(row) < 2 for row in rows) or any(_nests(cell) for row in rows for cell in row)
    if not frame or find_heading(grid, 0, needs) is not None:
        yield grid
        return
    for row in rows:
        for cell in row:
            yield from _blocks(cell, name, needs, depth + 1)


def _nests(cell: Any) -> bool:
    return any(child.tag == _TBL for child in _children(cell))


def _grid(rows: list[list[Any]], name: str) -> Grid:
    grid: list[tuple[str, ...]] = []
    merges: list[Merge] = []
    going_on: dict[int, Merge] = {}  # column → the merged area that may go on below
    for index, cells in enumerate(rows):
        texts: list[str] = [""] * _skipped(cells)
        areas: dict[int, Merge] = {}
        for cell in cells:
            at, wide = len(texts), _span(cell)
            above = going_on.get(at) if _is_continued(cell) else None
            areas[at] = Merge(above.top if above else index, at, index, at + wide - 1)
            texts += [clean(_paragraphs(cell)) if above is None else "", *[""] * (wide - 1)]
            hold_to_limits(len(rows), len(texts), name)
        ended = (area for at, area in going_on.items() if _ends(area, areas.get(at)))
        merges += filter(_is_area, ended)
        going_on = areas
        grid.append(tuple(texts))
    merges += filter(_is_area, going_on.values())
    return Grid(grid, tuple(merges))


def _ends(area: Merge, below: Merge | None) -> bool:
    return below is None or below.top != area.top


def _is_area(area: Merge) -> bool:
    return area.bottom > area.top or area.right > area.left


def _skipped(cells: list[Any]) -> int:
    """How many columns a row leaves out at its left."""
    if not cells:
        return 0
    return _number(cells[0].getparent().find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)


def _span(cell: Any) -> int:
    return max(_number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1), 1)


def _number(element: Any, default: int) -> int:
    value = "" if element is None else element.get(_VAL, "")
    return int(value) if value.isdecimal() and len(value) < 6 else default


def _is_continued(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(_VAL, "continue") == "continue"


def _paragraphs(cell: Any) -> str:
    return "\n".join(_text(child) for child in _children(cell) if child.tag == _P)


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterable[str]:
    for node in paragraph.iter(_TEXT, _TAB, *_BREAKS):
        if any(above.tag == _FALLBACK for above in node.iterancestors()):
            continue  # the same text box a second time, for old programs
        if node.tag == _TEXT:
            yield node.text or ""
        else:
            yield "\n" if node.tag in _BREAKS else " "
