"""Price cells as statements: the cell names form, class and item, its column fills in the rest."""

from __future__ import annotations

from dataclasses import replace

from registry import fields
from registry.values.prices import PriceLine, form_of, read_prices
from registry.values.problems import Reason
from registry.values.statement import (
    SILENCE,
    CellStatements,
    Problem,
    Statement,
    said,
)
from registry.values.words import read_yes_no
from registry.vocabulary import AgeClass, Form, Unit


def prices_of(
    form: Form | None, age_class: AgeClass | None, item: str | None, text: str, heading: str
) -> CellStatements:
    """The prices of a cell in a column for that form, class or item (`None`: the cell says).

    A tick under the heading of a form (全日托: √) offers the form and prices nothing.
    """
    if form is not None and (offered := read_yes_no(text)) is not None:
        return said(fields.FORMS, [form], text) if offered else SILENCE
    lines, reason = read_prices(text, heading)
    by_field: dict[str, list[PriceLine]] = {}
    for line in lines:
        by_field.setdefault(_field(line, form, age_class, item), []).append(line)
    prices = {field: _one(told) for field, told in by_field.items()}
    reasons = {reason, *(Reason.SEVERAL_PRICES for _, whole in prices.values() if not whole)}
    return CellStatements(
        tuple(Statement(field, line.value, text) for field, (line, _) in prices.items() if line),
        tuple(Problem(fields.PRICE, text, why) for why in Reason if why in reasons),
    )


def _one(lines: list[PriceLine]) -> tuple[PriceLine | None, bool]:
    """The one price that the amounts of a field come to, and whether that is all of them.

    Amounts by another unit than the first do not fit beside it. Several by one unit are the
    span of its steps (一档, 2-3岁), or cannot be told apart.
    """
    unit = Unit.MONTH if any(line.unit is Unit.MONTH for line in lines) else lines[0].unit
    same = list(dict.fromkeys(line for line in lines if line.unit is unit))
    whole = all(line.unit is unit for line in lines)
    if len(same) == 1:
        return same[0], whole
    if not all(line.tier for line in same):
        return None, False
    lows, highs = [line.low for line in same], [line.high for line in same]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    return replace(same[0], low=low, high=high, about=any(line.about for line in same)), whole


def _field(line: PriceLine, form: Form | None, age_class: AgeClass | None, item: str | None) -> str:
    if extra := line.item or item:
        return f"{fields.PRICE}.{extra}"
    of_class = line.age_class or age_class
    field = f"{fields.PRICE}.{form_of(line, form)}"
    return f"{field}.{of_class}" if of_class else field
