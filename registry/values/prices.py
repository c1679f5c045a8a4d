"""Published prices: amounts, spans, ceilings, units, meals; several in one cell.

`托大班1200元/月，托小班1500元/月` is two prices, `全日托2000元/月；半日托1000元/月` too. The unit
comes from the cell, else from its heading's brackets. Nothing is converted between units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from registry.values.numbers import without_thousands
from registry.values.plain import plain
from registry.values.price_words import (
    UNITS,
    all_known,
    clauses,
    item_in,
    meals_in,
    names_step,
    simplified,
    unit_in,
)
from registry.values.problems import Reason
from registry.values.statement import Json
from registry.values.words import CLASS_WORDS, FORM_WORDS, found_in
from registry.vocabulary import AgeClass, Form, Meals, Unit

MONTHLY_BY_CUSTOM: Final = (300, 10_000)
"""Yuan: a care fee in this span without any unit is read as monthly, and reported as such."""

_UNIT_OF_FORM: Final = {Unit.HOUR: Form.HOURLY, Unit.TIME: Form.TEMPORARY}


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One price as a cell tells it; `form`, `unit` and `meals` are `None` where it is silent."""

    form: Form | None
    age_class: AgeClass | None
    item: str | None
    low: float | None
    high: float | None
    unit: Unit | None
    about: bool
    meals: Meals | None = None
    tier: bool = False  # one of several steps of one price: 一档, 2-3岁
    unread: bool = False  # words before it say for whom or when, and nobody knows them

    @property
    def value(self) -> Json:
        """The value of the field; see `registry.fields`. Amounts are whole where they can be."""
        return {
            "min": _whole(self.low),
            "max": _whole(self.high),
            "unit": self.unit,
            "meals": self.meals,
            "about": self.about,
        }


@lru_cache(maxsize=16384)
def read_prices(text: str, heading: str = "") -> tuple[tuple[PriceLine, ...], Reason | None]:
    """The prices of a cell under its heading, and what is wrong with it, if anything is.

    Form, class and item are those the cell names; the column fills in what it leaves open.
    """
    words = without_thousands(plain(text.replace("\n", ";")))
    if re.fullmatch(r"免费|免收(?:保育费|托育费|费用)?", words):
        return (
            PriceLine(None, None, None, 0, 0, unit_in(heading) or Unit.MONTH, about=False),
        ), None
    if "面议" in words or "面谈" in words:
        return (), Reason.NEGOTIABLE_PRICE
    if "万" in words or "万" in heading:
        return (), Reason.UNKNOWN_UNIT
    meals, words = meals_in(words)
    lines = _lines(simplified(words))
    known = tuple(line for line in lines if line is not None and not line.unread)
    done, reason = _finish(known, meals, heading)
    if None in lines:
        return (), Reason.UNKNOWN_UNIT
    return done, reason or (Reason.SEVERAL_PRICES if len(known) < len(lines) else None)


def _finish(
    lines: tuple[PriceLine, ...], meals: Meals | None, heading: str
) -> tuple[tuple[PriceLine, ...], Reason | None]:
    """Give every line the unit and the meals that are said once for all of them."""
    if not lines:
        return (), Reason.UNREADABLE_PRICE
    meals = meals or meals_in(plain(heading))[0]
    lines = _with_units(lines, unit_in(heading))
    done = tuple(replace(line, meals=None if line.item else meals) for line in lines)
    if all((line.high or line.low or 0) == 0 for line in done):
        return (), Reason.ZERO_PRICE
    if any((line.high or line.low or 0) > 100_000 for line in done):
        return (), Reason.IMPLAUSIBLE
    if all(line.unit for line in done):
        return done, None
    if all(line.unit or _may_be_monthly(line) for line in done):
        return tuple(
            replace(line, unit=line.unit or Unit.MONTH) for line in done
        ), Reason.UNIT_ASSUMED
    return tuple(line for line in done if line.unit), Reason.UNKNOWN_UNIT


def _with_units(lines: tuple[PriceLine, ...], heading: Unit | None) -> tuple[PriceLine, ...]:
    """Lines with the unit of their heading, or of a later line of the same form.

    托大班1200，托小班1500元/月 has one unit; 全日托2800，临时托150元/天 has none for the first.
    """
    done: list[PriceLine] = []
    for line in reversed(lines):
        after = done[-1] if done else None
        alike = after and (after.form, after.item) == (line.form, line.item)
        said = line.unit or (after.unit if after and alike else None) or heading
        done.append(replace(line, unit=said))
    first = next((line for line in reversed(done) if line.unit), None)
    return tuple(
        replace(line, unit=first.unit)
        if first and line.unit is None and (first.form, first.item) == (line.form, line.item)
        else line
        for line in reversed(done)
    )


def _may_be_monthly(line: PriceLine) -> bool:
    low, high = MONTHLY_BY_CUSTOM
    amounts = [amount for amount in (line.low, line.high) if amount is not None]
    return line.item is None and all(low <= amount <= high for amount in amounts)


def _lines(words: str) -> list[PriceLine | None]:
    """One line per amount and class named beside it; `None` for a unit that is not ours."""
    lines: list[PriceLine | None] = []
    form: Form | None = None
    for found, beside in clauses(words):
        forms, rest = found_in(FORM_WORDS, beside)
        classes, rest = found_in(CLASS_WORDS, rest)
        form = forms[-1] if forms else form
        item, rest = item_in(rest)
        line = _line(found, None if item else form, item)
        line = line and replace(line, tier=names_step(rest), unread=not all_known(rest))
        named = [value for value in classes if value is not None]
        lines += [line and replace(line, age_class=value) for value in named] or [line]
    return lines


def _line(found: re.Match[str], form: Form | None, item: str | None) -> PriceLine | None:
    word = (found["before"] or "")[1:] or found["outer"] or found["inner"]
    if word and word not in UNITS:
        return None
    low, high = float(found["low"]), float(found["high"] or found["low"])
    after = found["after"] or ""
    ceiling = found["ceiling"] is not None or after in ("以内", "以下", "封顶")
    return PriceLine(
        form=form,
        age_class=None,
        item=item,
        low=None if ceiling else min(low, high),
        high=None if after in ("以上", "起") else max(low, high),
        unit=UNITS[word] if word else None,
        about=bool(found["about"] or found["near"]) or after in ("左右", "上下"),
    )


def form_of(line: PriceLine, by_column: Form | None) -> Form:
    """The form that a care fee is for: by the cell, by its column, by its unit, or full day."""
    by_unit = _UNIT_OF_FORM.get(line.unit) if line.unit else None
    return line.form or by_column or by_unit or Form.FULL_DAY


def _whole(amount: float | None) -> int | float | None:
    return int(amount) if amount is not None and amount == int(amount) else amount
