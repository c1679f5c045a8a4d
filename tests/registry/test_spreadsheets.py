"""No cell of any of our CSV files runs in a spreadsheet, and numbers stay numbers."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from registry.spreadsheets import inert, is_formula, note

FORMULAS = (
    "=1+1",
    "+8651267770001",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "-",
    "+",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
)
KEPT = (
    None,
    -5,
    3.5,
    True,
    date(2026, 6, 30),
    "",
    "-5",
    "-5.25",
    "0512-67770001",
    "云雀=托育",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_becomes_a_text(text: str) -> None:
    assert is_formula(text)
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("cell", KEPT)
def test_numbers_days_and_other_texts_stay(cell: object) -> None:
    assert inert(cell) == ("" if cell is None else cell)


@pytest.mark.parametrize("text", ['名单,"=1+1"', '"=1+1"', '名单;"+1', '名单,""=1', '"名单,\n=1"'])
def test_a_quote_in_a_note_hides_no_cell(text: str) -> None:
    for comma in ",;":
        (cells,) = csv.reader([note(text)], delimiter=comma)
        assert not any(is_formula(cell.strip()) for cell in cells)


def test_a_note_is_one_line_of_cells_that_do_not_run() -> None:
    line = note("名单, =cmd(),+1;@x\r\n=2 之一,二")
    assert line == "# 名单, '=cmd(),'+1;'@x =2 之一,二"
    (cells,) = csv.reader([line])
    assert not any(is_formula(cell.strip()) for cell in cells)
