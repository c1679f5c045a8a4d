"""JSON records in the shape of the national platform's answers: a list of objects."""

from __future__ import annotations

import json
from pathlib import Path

from registry.demo.draft import Cell, Draft, as_text

_NATIONAL = {
    "机构登记名称": "institution_name",
    "机构收托名称": "institution_other_name",
    "统一社会信用代码": "credit_code",
    "机构性质": "institution_type",
    "所属区域": "zoning_name",
    "区县代码": "zoning_code",
    "机构住所": "address",
    "备案通过时间": "finished_time",
}


def write_records(path: Path, draft: Draft) -> None:
    """Write the draft's one table, the national platform's headings as it names them."""
    (table,) = draft.tables
    keys = [_NATIONAL.get(heading, heading) for heading in table.last_headings]
    records = [dict(zip(keys, map(_plain, row), strict=True)) for row in table.rows]
    text = json.dumps(records, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _plain(cell: Cell) -> str | int | float | None:
    return cell if cell is None or isinstance(cell, str | int | float) else as_text(cell)
