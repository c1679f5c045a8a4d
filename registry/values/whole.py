"""What takes several cells of a row to say: its name, coordinate, credit and titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from registry import fields
from registry.places.coordinates import coordinate_problem, precision_of
from registry.reading.columns import Column
from registry.values.acceptances import due_of
from registry.values.dates import Dated, read_date
from registry.values.plain import tidy
from registry.values.problems import Reason
from registry.values.recognitions import recognitions_of
from registry.values.row import RowView
from registry.values.scores import assessment_of
from registry.values.statement import (
    SILENCE,
    CellStatements,
    Json,
    Problem,
    Statement,
    doubted,
    said,
)
from registry.values.withheld import unmarked

_CREDIT_PARTS: Final = {
    "outcome": Column.CREDIT_OUTCOME,
    "revoked": Column.CREDIT_REVOKED,
    "reply": Column.CREDIT_REPLY,
}
"""What may follow a record; absent where the list says nothing of it."""
_PLACED = (Column.LONGITUDE, Column.LATITUDE, Column.COORDINATE)


def _name(row: RowView) -> CellStatements:
    """The registered name; of two columns of names the one headed 登记 or 注册."""
    cells = row.by_column.get(Column.NAME)
    if not cells:
        return SILENCE
    cell = next((cell for cell in cells if re.search("登记|注册", cell.heading)), cells[0])
    name = unmarked(cell.text)
    return said(fields.NAME, name, cell.text) if name else SILENCE


def _location(row: RowView) -> CellStatements:
    """A coordinate from two cells or one; which number is which follows from China's extent."""
    raw = " ".join(filter(None, map(row.text, _PLACED)))
    if not raw:
        return SILENCE
    numbers = [
        float(number)
        for number in re.findall(r"-?\d+(?:\.\d+)?", unicodedata.normalize("NFKC", raw))
    ]
    if len(numbers) != 2:
        half = len(numbers) == 1
        return doubted(
            fields.LOCATION,
            raw,
            Reason.INCOMPLETE_COORDINATE if half else Reason.UNREADABLE_COORDINATE,
        )
    lat, lng = sorted(numbers) if row.text(Column.COORDINATE) else (numbers[1], numbers[0])
    reason = coordinate_problem(lat, lng)
    if reason is not None:
        return doubted(fields.LOCATION, raw, reason)
    value: Json = {"lat": lat, "lng": lng, "precision": precision_of(row.text(Column.PRECISION))}
    return said(fields.LOCATION, value, raw)


def _credit(row: RowView) -> CellStatements:
    text = row.text(Column.CREDIT_TEXT) or row.text(Column.CREDIT_KIND)
    if not text:
        return SILENCE
    day = read_date(row.text(Column.CREDIT_ON)) if row.text(Column.CREDIT_ON) else None
    value: dict[str, Json] = {
        "kind": row.text(Column.CREDIT_KIND) or None,
        "text": tidy(text),
        "on": day.iso if isinstance(day, Dated) else None,
    }
    for part, column in _CREDIT_PARTS.items():
        if row.text(column):
            value[part] = tidy(row.text(column))
    problem = () if day is None or isinstance(day, Dated) else (
        Problem(fields.CREDIT, row.text(Column.CREDIT_ON), day),
    )  # fmt: skip
    return CellStatements((Statement(fields.CREDIT, value, text),), problem)


def _filed_on(row: RowView) -> CellStatements:
    """The day of filing, which the list cannot know more than a year ahead."""
    text = row.text(Column.FILED_ON)
    if not text:
        return SILENCE
    dated = read_date(text)
    if not isinstance(dated, Dated):
        return doubted(fields.FILED_ON, text, dated)
    if dated.day is None:
        return doubted(fields.FILED_ON, text, Reason.IMPRECISE_DATE)
    if not row.may_know(dated.first):
        return doubted(fields.FILED_ON, text, Reason.IMPLAUSIBLE)
    return said(fields.FILED_ON, dated.iso, text)


ROW_READERS: Final[tuple[Callable[[RowView], CellStatements], ...]] = (
    _name,
    _location,
    _filed_on,
    recognitions_of,
    assessment_of,
    due_of,
    _credit,
)
