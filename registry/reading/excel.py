"""Workbooks (XLSX, XLS, ODS): sheets as grids, cells as the text a person sees."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from registry.errors import RegistryError, UnreadableFile
from registry.reading.blocks import Block, Content, Grid, Merge, clean, hold_to_limits, trimmed

Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta
_MOST_KNOWN: Final = 20_000  # names and addresses come once and would only fill the table


def read_workbook(data: bytes, name: str, file_format: str) -> Content:
    """Every sheet, hidden ones too: a published list may stand in any of them.

    Raises:
        UnreadableFile: damaged or encrypted.
        FileTooLarge: a sheet spans more cells than the limit.
    """
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            blocks: list[Block] = [
                _grid(book.get_sheet_by_name(sheet.name), f"{name}: sheet {sheet.name}")
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
    except (RegistryError, KeyboardInterrupt, SystemExit):
        raise
    except PasswordError as error:
        raise UnreadableFile(
            f"{name}: the workbook is encrypted; save it without a password first."
        ) from error
    except BaseException as error:  # a panic in calamine's Rust is no Exception
        raise UnreadableFile(f"{name}: the workbook is damaged ({error}).") from error
    return Content(file_format, blocks)


def _grid(sheet: CalamineSheet, where: str) -> Grid:
    if sheet.start is None:
        return Grid([], (), sheet.name)
    hold_to_limits(sheet.total_height, sheet.total_width, where)
    left = sheet.start[1]  # iter_rows leaves out blank columns at the left, but no rows
    merges = sheet.merged_cell_ranges
    areas = None
    if merges is not None:
        areas = tuple(
            Merge(top, max(first - left, 0), bottom, last - left)
            for (top, first), (bottom, last) in merges
            if last >= left
        )
    return Grid(list(_rows(sheet)), areas, sheet.name)


def _rows(sheet: CalamineSheet) -> Iterator[tuple[str, ...]]:
    """Texts that come again are kept once, or 公办 would take memory for every row."""
    known: dict[Cell, str] = {}
    for cells in sheet.iter_rows():
        texts = []
        for cell in cells:
            plain = type(cell) is str or type(cell) is float  # True would be found as 1.0
            text = known.get(cell) if plain else None
            if text is None:
                text = text_of(cell)
                if plain and len(known) < _MOST_KNOWN:
                    known[cell] = text
            texts.append(text)
        yield trimmed(texts)


def text_of(cell: Cell) -> str:
    """A cell's value as text: dates as ISO, whole numbers without a fraction, 是 or 否.

    A number stays a number even where it may be a date's serial: the column decides.
    """
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        return _number(cell)
    return _moment(cell)


def _moment(cell: time | date | timedelta) -> str:
    if isinstance(cell, datetime):
        midnight = cell.time() == time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    minutes = round(cell.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _number(value: float) -> str:
    if isinstance(value, float) and not value.is_integer():
        return f"{value:.15g}"  # what Excel shows of 0.1 + 0.2
    return str(int(value))
