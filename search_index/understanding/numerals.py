"""Numbers as parents write them: 1,500 · 1.5k · 3千 · 两千五 · 十八 · 一万二."""

from __future__ import annotations

from typing import Final

NUMBER: Final = (
    r"(?:(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?(?:[千k万w]\d?)?"
    r"|[零〇一二两俩三四五六七八九十百千万]{1,8})"
)
"""One number in folded text; `value` reads what it matches."""

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_LATIN: Final = {"千": 1000, "k": 1000, "万": 10_000, "w": 10_000}


def value(text: str) -> float | None:
    """What a number says, `None` where it says nothing (千千).

    >>> [value(text) for text in ("1,500", "1.5k", "3千5", "两千五", "十八", "一百零五", "千")]
    [1500.0, 1500.0, 3500.0, 2500.0, 18.0, 105.0, None]
    """
    text = text.strip()
    return _arabic(text) if text[:1].isascii() else _chinese(text)


def _arabic(text: str) -> float | None:
    for sign, unit in _LATIN.items():
        head, found, tail = text.partition(sign)
        if found:
            # 3千5 is 3500, as 三千五 is
            return float(head.replace(",", "")) * unit + (int(tail) * unit / 10 if tail else 0)
    return float(text.replace(",", ""))


def _chinese(text: str) -> float | None:
    total, section, digit, unit = 0, 0, None, 1
    for sign in text:
        if sign in _DIGITS:
            if digit is not None and digit != 0:
                return None  # 三五 is a span, no number
            digit = _DIGITS[sign]
            if sign in "零〇":
                unit = 10  # what follows is said in full: 一千零五 is 1005
            continue
        if digit is None and sign != "十":
            return None
        unit = _UNITS[sign]
        if sign == "万":
            total, section = (total + section + (digit or 0)) * unit, 0
        else:
            section += (1 if digit is None else digit) * unit
        digit = None
    shortened = unit >= 100 and digit is not None  # 两千五: the five are hundreds
    return float(total + section + (digit or 0) * (unit // 10 if shortened else 1))
