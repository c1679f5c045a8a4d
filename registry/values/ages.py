"""Published ages as months: 2-3岁, 6个月-3岁, 18—36月龄, 一岁半至三岁."""

from __future__ import annotations

import re
from functools import lru_cache

from registry.values.plain import plain

_DIGITS = str.maketrans("一二两三四五六七八九〇零", "122345678900")
_AGE = r"(\d+(?:\.\d+)?)(个?月龄?|周?岁)?(半)?"
_SPAN = re.compile(rf"{_AGE}(?:\(含\))?(?:[-~—–至到]+){_AGE}")
_FROM = re.compile(rf"{_AGE}(?:及|\(含\))?以上|满{_AGE}")
_UNDER = re.compile(rf"{_AGE}(?:及|\(含\))?(?:以下|以内)")
OLDEST = 36
"""Months. Nurseries take children under three, so an open upper end means this."""


@lru_cache(maxsize=4096)
def read_ages(text: str) -> tuple[int, int] | None:
    """The youngest and the oldest age in months, `None` where no span can be read.

    >>> read_ages("6个月-3岁"), read_ages("18—36月龄"), read_ages("1岁半以上")
    ((6, 36), (18, 36), (18, 36))
    """
    words = plain(text).translate(_DIGITS)
    words = re.sub(r"半岁", "6个月", words) if "半岁" in words else words
    if found := _SPAN.search(words):
        low, low_unit, low_half, high, high_unit, high_half = found.groups()
        high_unit = high_unit or ("月" if float(high) > 6 else "岁")
        span = _months(low, low_unit or high_unit, low_half), _months(high, high_unit, high_half)
    elif found := _UNDER.search(words):
        span = 0, _months(*found.groups())
    elif found := _FROM.search(words):
        span = _months(*(found.groups()[:3] if found[1] else found.groups()[3:])), OLDEST
    else:
        return None
    return span if 0 <= span[0] < span[1] <= 84 else None


def _months(number: str, unit: str | None, half: str | None) -> int:
    in_years = unit is not None and "岁" in unit
    return round(float(number) * (12 if in_years else 1)) + (6 if half and in_years else 0)
