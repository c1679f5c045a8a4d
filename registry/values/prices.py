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
from registry.values.problems import Reason
from registry.values.statement import Json
from registry.values.words import CLASS_WORDS, FORM_WORDS, found_in
from registry.vocabulary import AgeClass, Form, Meals, Unit

MONTHLY_BY_CUSTOM: Final = range(200, 20001)
"""Yuan: a care fee in this span without any unit is read as monthly, and reported as such."""

_UNITS: Final = {
    "月": Unit.MONTH,
    "天": Unit.DAY,
    "日": Unit.DAY,
    "小时": Unit.HOUR,
    "时": Unit.HOUR,
    "学期": Unit.TERM,
    "期": Unit.TERM,
    "次": Unit.TIME,
}
_UNIT_OF_FORM: Final = {Unit.HOUR: Form.HOURLY, Unit.TIME: Form.TEMPORARY}
_ITEM_WORDS: Final = (
    ("meals", ("伙食", "餐费", "膳食", "餐点")),
    ("boarding", ("住宿", "寄宿")),
    ("materials", ("材料费", "教材", "用品", "被褥", "保险")),
    ("late", ("延时", "晚托", "延托", "晚接")),
    ("deposit", ("押金", "定金")),
)
_EXCLUDED = re.compile(r"[(]?(?:不含|不包含|不包括|除)[^,;。()\d]{0,4}(?:餐|伙食|膳食)费?用?[)]?")
_APART = re.compile(r"[(]?(?:餐费|伙食费|膳食费)(?:另计|另收|另付|除外|自理)[)]?")
_INCLUDED = re.compile(r"[(]?(?:包含|包括|含)[^,;。()\d]{0,4}(?:餐|伙食|膳食)费?用?[)]?")
_NOISE = re.compile(
    r"\d{1,2}:\d{2}|\d+(?:[-~—–至到]\d+)?(?:个?月龄|个月|周岁|岁|年|%|折|人|名|号|小时|个)"
    r"|(?<!\d)\d{1,2}月"
)
_PER = (
    r"(?:[每/·.]*(?:人|生|孩|位|名|童)?[每/·.]*"
    r"(?P<{name}>学期|小时|半天|季度|月|天|日|时|期|次|周|年)(?:[每/·.]+(?:人|生|孩))?)?"
)
_AMOUNT = re.compile(
    r"(?P<ceiling>不超过|不高于|最高|上限|≤|<=?|低于)?(?P<about>约|大约|大概)?[¥]?"
    rf"(?P<before>每月|每天|每日|每小时|每学期|每次)?[¥]?(?P<low>\d+(?:\.\d+)?)元?{_PER.format(name='inner')}"
    rf"(?:[-~—–至到]+[¥]?(?P<high>\d+(?:\.\d+)?))?元?{_PER.format(name='outer')}"
    r"(?P<after>左右|上下|以内|以下|封顶|以上|起)?"
)
_SEPARATORS = re.compile(r"[;；,，、。\n]+")


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
    if re.fullmatch(r"免费|公益|免收.{0,4}", words):
        return (
            PriceLine(None, None, None, 0, 0, _unit_in(heading) or Unit.MONTH, about=False),
        ), None
    if "面议" in words or "面谈" in words:
        return (), Reason.NEGOTIABLE_PRICE
    meals, words = _meals_in(words)
    lines = _lines(_NOISE.sub(" ", words))
    if any(line is None for line in lines):
        return (), Reason.UNKNOWN_UNIT
    return _finish(tuple(line for line in lines if line is not None), meals, heading)


def _finish(
    lines: tuple[PriceLine, ...], meals: Meals | None, heading: str
) -> tuple[tuple[PriceLine, ...], Reason | None]:
    """Give every line the unit and the meals that are said once for all of them."""
    if not lines:
        return (), Reason.UNREADABLE_PRICE
    said = next((line.unit for line in reversed(lines) if line.unit and not line.item), None)
    unit = said or _unit_in(heading)
    meals = meals or _meals_in(plain(heading))[0]
    done = tuple(
        replace(line, unit=line.unit or unit, meals=None if line.item else meals) for line in lines
    )
    if all((line.high or line.low or 0) == 0 for line in done):
        return (), Reason.ZERO_PRICE
    if any((line.high or line.low or 0) > 100_000 for line in done):
        return (), Reason.IMPLAUSIBLE
    if all(line.unit for line in done):
        return done, None
    if all(line.unit or (line.high or line.low or 0) in MONTHLY_BY_CUSTOM for line in done):
        return tuple(
            replace(line, unit=line.unit or Unit.MONTH) for line in done
        ), Reason.UNIT_ASSUMED
    return (), Reason.UNKNOWN_UNIT


def _lines(words: str) -> list[PriceLine | None]:
    """One line per amount and class named before it; `None` for a unit that is not ours."""
    lines: list[PriceLine | None] = []
    form: Form | None = None
    end = 0
    for found in _AMOUNT.finditer(words):
        before, end = words[end : found.start()], found.end()
        forms, rest = found_in(FORM_WORDS, before)
        classes, _ = found_in(CLASS_WORDS, rest)
        form = forms[-1] if forms else form
        item = next((item for item, marks in _ITEM_WORDS if any(m in rest for m in marks)), None)
        line = _line(found, None if item else form, item)
        named = [value for value in classes if value is not None]
        lines += [line and replace(line, age_class=value) for value in named] or [line]
    return lines


def _line(found: re.Match[str], form: Form | None, item: str | None) -> PriceLine | None:
    word = (found["before"] or "")[1:] or found["outer"] or found["inner"]
    if word and word not in _UNITS:
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
        unit=_UNITS[word] if word else None,
        about=found["about"] is not None or after in ("左右", "上下"),
    )


def _meals_in(words: str) -> tuple[Meals | None, str]:
    for pattern in (_EXCLUDED, _APART):
        if pattern.search(words):
            return Meals.EXCLUDED, pattern.sub(" ", words)
    if _INCLUDED.search(words):
        return Meals.INCLUDED, _INCLUDED.sub(" ", words)
    return None, words


def _unit_in(heading: str) -> Unit | None:
    found = re.search(r"(学期|小时|月|天|日(?!托)|期|次)[^元]*$", plain(heading).split("元", 1)[-1])
    if found and "元" in heading:
        return _UNITS[found[1]]
    return Unit.MONTH if heading.startswith(("月费", "每月")) else None


def form_of(line: PriceLine, by_column: Form | None) -> Form:
    """The form that a care fee is for: by the cell, by its column, by its unit, or full day."""
    by_unit = _UNIT_OF_FORM.get(line.unit) if line.unit else None
    return line.form or by_column or by_unit or Form.FULL_DAY


def _whole(amount: float | None) -> int | float | None:
    return int(amount) if amount is not None and amount == int(amount) else amount
