"""Price cells as statements: the cell names form, class and item, its column fills in the rest."""

from __future__ import annotations

from registry import fields
from registry.values.prices import PriceLine, form_of, read_prices
from registry.values.statement import (
    SILENCE,
    CellStatements,
    Json,
    Problem,
    Statement,
    said,
)
from registry.values.words import read_yes_no
from registry.vocabulary import AgeClass, Form


def prices_of(
    form: Form | None, age_class: AgeClass | None, item: str | None, text: str, heading: str
) -> CellStatements:
    """The prices of a cell in a column for that form, class or item (`None`: the cell says).

    A tick under the heading of a form (全日托: √) offers the form and prices nothing.
    """
    if form is not None and (offered := read_yes_no(text)) is not None:
        return said(fields.FORMS, [form], text) if offered else SILENCE
    lines, reason = read_prices(text, heading)
    pairs = dict(_priced(line, form, age_class, item) for line in lines)
    problems = (Problem(fields.PRICE, text, reason),) if reason else ()
    return CellStatements(tuple(Statement(f, value, text) for f, value in pairs.items()), problems)


def _priced(
    line: PriceLine, form: Form | None, age_class: AgeClass | None, item: str | None
) -> tuple[str, Json]:
    if extra := line.item or item:
        return f"{fields.PRICE}.{extra}", line.value
    of_class = line.age_class or age_class
    field = f"{fields.PRICE}.{form_of(line, form)}"
    return f"{field}.{of_class}" if of_class else field, line.value
