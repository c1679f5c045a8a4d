"""One published file in, one `Document` out: the only door of this room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from registry.errors import NoNurseryTable, UnreadableFile, WrongEncoding
from registry.reading import charset, delimited, excel, opening, packed, records, webpage, word
from registry.reading.blocks import Content, Grid
from registry.reading.columns import NAMES, Column, known_whole
from registry.reading.document import Document, Table
from registry.reading.headings import find_heading
from registry.reading.joining import joined
from registry.reading.lines import caption_of, continues_note, is_note
from registry.reading.tables import lines_of, tables_of

_MOST_LINES = 5000


def read(path: Path, *, encoding: str | None = None, needs: frozenset[Column] = NAMES) -> Document:
    """Read a published list.

    What the file is shows in its first bytes; its name decides only between text formats.
    `encoding` overrules the charset ladder. A table counts when it has one of the columns in
    `needs`: a geocode file has no names, so its reader asks for `Column.ADDRESS`.

    Raises:
        UnreadableFile: missing, empty, damaged, encrypted, or of a format that holds no table.
        FileTooLarge: over the limits, as it is or unpacked.
        WrongEncoding: the text fits no encoding, or its headings are rubbish.
        NoNurseryTable: nothing in the file has a needed column.
    """
    data = opening.bytes_of(path)
    content = _content(data, path, encoding, needs)
    lines, tables = _understood(content, needs)
    if not tables:
        raise _nothing_found(content, data, path, needs)
    title = content.title or caption_of(lines[:20]) or (lines[0] if lines else None)
    return Document(content.format, content.encoding, title, tuple(lines), tuple(tables))


def _content(data: bytes, path: Path, encoding: str | None, needs: frozenset[Column]) -> Content:
    found = opening.format_of(data, path)
    if found == "zip":
        found = packed.packed_format(data, path.name)
    if found == "docx":
        return word.read_word(data, path.name, needs)
    if found in {"xlsx", "xls", "ods"}:
        return excel.read_workbook(data, path.name, found)
    decoded = charset.decode(data, path.name, encoding, meta=found == "html")
    if found == "html":
        return webpage.read_webpage(decoded, path.name, needs)
    if found == "json":
        return records.read_records(decoded, path.name)
    grid = delimited.grid_of(decoded, path.name)
    return Content("csv", [grid], None, decoded.encoding, decoded.guessed)


def _understood(content: Content, needs: frozenset[Column]) -> tuple[list[str], list[Table]]:
    """The lines outside every table, and the tables with the lines above each of them."""
    lines: list[str] = []
    tables: list[Table] = []
    above: list[str] = []
    sheet: str | None = None
    for block in joined(content.blocks, needs):
        if isinstance(block, str):
            lines.append(block)
            if tables and not above and _is_under(block, tables[-1]):
                tables[-1] = replace(tables[-1], notes=(*tables[-1].notes, block))
            else:
                above.append(block)
            continue
        if block.sheet != sheet:
            sheet, above = block.sheet, []
        found = tables_of(block, above, needs)
        lines += _loose_lines(block, needs)
        if found:
            above = []
        tables += [replace(table, number=len(tables) + table.number) for table in found]
    return lines[:_MOST_LINES], tables


def _is_under(line: str, table: Table) -> bool:
    """Whether a line is a footnote of the table that it follows."""
    return is_note(line) or (bool(table.notes) and continues_note(line))


def _loose_lines(grid: Grid, needs: frozenset[Column]) -> list[str]:
    """Title rows over the heading; of a sheet without any, the rows that hold one text each."""
    heading = find_heading(grid, 0, needs)
    if heading is not None:
        return lines_of(grid, heading.top)
    texts = [cells for cells in grid.rows if sum(map(bool, cells)) == 1]
    return lines_of(Grid(texts, sheet=grid.sheet)) if grid.sheet is not None else []


def _nothing_found(
    content: Content, data: bytes, path: Path, needs: frozenset[Column]
) -> NoNurseryTable | UnreadableFile:
    grids = [block for block in content.blocks if isinstance(block, Grid)]
    if content.encoding_guessed and not any(map(_knows_headings, grids)):
        return WrongEncoding(
            f"{path.name}: read as {content.encoding}, no heading is known; name the right "
            f"encoding with --encoding{_advice(data)}."
        )
    if not grids and content.format in {"html", "docx"}:
        return UnreadableFile(f"{path.name}: the page holds no table.")
    if Column.REGION in needs:
        return NoNurseryTable(f"{path.name}: no table has a column of divisions.")
    wanted = "addresses" if Column.ADDRESS in needs else "nursery names"
    return NoNurseryTable(f"{path.name}: no table has a column of {wanted}.")


def _knows_headings(grid: Grid) -> bool:
    return any(known_whole(cell) for cells in grid.rows[:50] for cell in cells if len(cell) > 1)


def _advice(data: bytes) -> str:
    """The encoding under which headings are known, where there is one."""
    for encoding in charset.OTHERS:
        text = charset.attempt(data[: 2**16], encoding) or charset.attempt(data, encoding)
        if text is not None and _knows_headings(delimited.sample_of(text)):
            return f", probably --encoding {encoding}"
    return ", for example --encoding big5"
