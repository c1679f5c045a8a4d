"""Numbers, money, distances, ages and days as each locale writes them, by Babel.

A page says up to a thousand numbers of which most are the same, and Babel takes some 50 µs for
one: what was written once is kept.

Money is written 「1,850 元」 and “1,850 yuan” (`docs/decisions/0026-…`): CLDR's own signs are ¥,
which an English screen reader calls yen, and CN¥, which nobody writes in Taiwan or Hong Kong.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from nursery_site.locales import FACTS, Locale

Unit = Literal["meter", "kilometer", "month", "square-meter"]

_PLAIN: Final = "#,##0.##"
_MONEY: Final[dict[Locale, str]] = {
    Locale.ZH_HANS: "#,##0.## 元",
    Locale.ZH_HANT: "#,##0.## 元",
    Locale.EN: "#,##0.## 'yuan'",
}
_SKELETONS: Final[dict[int, str]] = {1: "y", 2: "yMMMM"}
_TIGHT: Final = re.compile(r"(?<=[0-9])(?=[\u3400-\u9fff])")
_KEPT: Final = 16_384


@lru_cache(_KEPT)
def number(value: float, locale: Locale) -> str:
    """Thousands marked, at most two decimals, none that say nothing."""
    return format_decimal(value, format=_PLAIN, locale=_catalog(locale))


@lru_cache(_KEPT)
def money(yuan: float, locale: Locale) -> str:
    """An amount of yuan with its unit."""
    pattern = _MONEY[locale]
    return format_currency(yuan, "CNY", pattern, locale=_catalog(locale), currency_digits=False)


@lru_cache(_KEPT)
def percent(share: float, locale: Locale) -> str:
    """A share of one, at most one decimal: 0.125 is 12.5%."""
    return format_percent(share, "#,##0.#%", locale=_catalog(locale))


@lru_cache(_KEPT)
def measured(value: float, unit: Unit, locale: Locale, digits: str = _PLAIN) -> str:
    """A quantity with its unit: 1.2 km, 18 个月, 640 公尺; `digits` are a pattern of CLDR.

    Months are written out in English. CLDR has no long forms for Chinese, and sets the Simplified
    short ones without the space that the house puts between digits and Chinese.
    """
    written_out = locale is Locale.EN and unit == "month"
    length: Literal["long", "short"] = "long" if written_out else "short"
    said = format_unit(value, unit, length, format=digits, locale=_catalog(locale))
    return _TIGHT.sub(" ", said)


def distance(metres: float, locale: Locale) -> str:
    """A straight line, as exactly as it can be meant: tens of metres, then tenths of a km."""
    if metres < 995:
        return measured(max(10, round(metres, -1)), "meter", locale)
    return measured(metres / 1000, "kilometer", locale, "#,##0.0")


@lru_cache(_KEPT)
def day(value: date, locale: Locale) -> str:
    """A day in words."""
    return format_date(value, "long", locale=_catalog(locale))


def published_date(published: str, locale: Locale) -> str:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words; anything else as it is."""
    parts = published.split("-")
    try:
        first = date(*map(int, [*parts, "1", "1"][:3]))
    except ValueError:
        return published
    skeleton = _SKELETONS.get(len(parts))
    if skeleton is None:
        return day(first, locale)
    return format_skeleton(skeleton, first, locale=_catalog(locale))


def _catalog(locale: Locale) -> str:
    return FACTS[locale].catalog
