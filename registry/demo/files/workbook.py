"""XLSX as offices make it: title row, headings over several rows, merged districts, notes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from registry.demo.draft import Cell, Draft, DraftTable, heading_spans, runs

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed time of creation, so that the same list gives the same bytes."""


def write_workbook(path: Path, draft: Draft) -> None:
    """Write the draft with one sheet per table."""
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        workbook.set_properties({"title": draft.title, "author": "demo", "created": _CREATED})
        centred = workbook.add_format({"align": "center", "valign": "vcenter", "text_wrap": True})
        for number, table in enumerate(draft.tables, start=1):
            _write_table(workbook.add_worksheet(f"附件{number}"), table, centred)


def _write_table(sheet: Any, table: DraftTable, centred: Any) -> None:
    width = len(table.headings)
    row = 0
    if table.caption:
        _wide(sheet, row, 0, 1, width, table.caption, centred)
        row += 1
    for line in table.above:
        sheet.write_string(row, 0, line)
        row += 1
    spans = heading_spans(table.headings)
    for span in spans:
        _wide(sheet, row + span.row, span.column, span.height, span.width, span.text, centred)
    row += 1 + max(span.row for span in spans)
    for column in range(table.merged):
        for start, length in runs(table.rows, column):
            text = table.rows[start][column]
            _wide(sheet, row + start, column, length, 1, str(text), centred)
    for cells in table.rows:
        _write_cells(sheet, row, cells, table.merged)
        row += 1
    if table.total:
        _write_cells(sheet, row, table.total, 0)
        row += 1
    for note in table.notes:
        _wide(sheet, row, 0, 1, width, note, None)
        row += 1


def _write_cells(sheet: Any, row: int, cells: tuple[Cell, ...], first: int) -> None:
    for column, cell in enumerate(cells[first:], start=first):
        if isinstance(cell, str):
            sheet.write_string(row, column, cell)
        elif isinstance(cell, date):
            sheet.write_datetime(row, column, datetime.combine(cell, datetime.min.time()))
        elif cell is not None:
            sheet.write_number(row, column, cell)


def _wide(
    sheet: Any,
    row: int,
    column: int,
    height: int,
    width: int,
    text: str,
    style: Any,
) -> None:
    """Write a cell, merged where it is more than one."""
    if height * width == 1:
        sheet.write_string(row, column, text, style)
    else:
        sheet.merge_range(row, column, row + height - 1, column + width - 1, text, style)
