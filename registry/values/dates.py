"""Published dates: a day, a month or a year, in every way of writing that lists use."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from registry.values.plain import plain
from registry.values.problems import Reason

_EXCEL_EPOCH = date(1899, 12, 30)
_YEARS = range(1949, 2101)
_CLOCK = re.compile(r"(?<=\d)[ T]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?\s*$")
_WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:年度?|[-./])(?:(?P<month>\d{1,2})(?:(?:月份?|[-./])(?:(?P<day>\d{1,2})[日号]?)?)?)?"
)
_DIGITS = re.compile(r"(\d{4})(?:(\d{2})(?:(\d{2})日?)?)?")
_SERIAL = re.compile(r"([34]\d{4}|5[0-4]\d{3})(?:\.\d+)?")  # 1982 to 2050


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as closely as it is published: `month` and `day` may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> Dated:
        """A day that is known."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """ "2023-10-20", "2023-10" or "2023"."""
        return self.first.isoformat()[: 10 if self.day else 7 if self.month else 4]


def read_date(text: str) -> Dated | Reason:
    """A date from a cell, or why it is none; 2025.1 is 2025.10 to a spreadsheet of numbers."""
    if re.fullmatch(r"\s*\d{4}\.1\s*", text):
        return Reason.AMBIGUOUS_DATE
    return written_date(text)


@lru_cache(maxsize=16384)
def written_date(text: str) -> Dated | Reason:
    """A date as a person writes it, or why it is none.

    Knows 2025年9月26日, 2022年6月30号, 2023-10-20, 2024.03.12, 2024/3/1, 20251224, 202311,
    2023年, Excel's serial numbers, full width, inner spaces, a time of day (dropped), and
    2024311日, whose marks were lost in copying, when only one date fits.
    """
    words = plain(_CLOCK.sub("", text.strip()))
    if found := _WRITTEN.fullmatch(words):
        return _dated(*(int(part) if part else None for part in found.groups()))
    if found := _DIGITS.fullmatch(words):
        return _dated(*(int(part) if part else None for part in found.groups()))
    if found := re.fullmatch(r"(\d{4})年?(\d{2,4})[日号]?|(\d{4})(\d{3})", words):
        return _unmarked(int(found[1] or found[3]), found[2] or found[4])
    if found := _SERIAL.fullmatch(words):
        day = _EXCEL_EPOCH + timedelta(days=int(found[1]))
        return Dated(day.year, day.month, day.day)
    return Reason.UNREADABLE_DATE


def _dated(year: int | None, month: int | None = None, day: int | None = None) -> Dated | Reason:
    if year is None or (month is not None and not 1 <= month <= 12):
        return Reason.UNREADABLE_DATE
    if year not in _YEARS:
        return Reason.IMPLAUSIBLE
    dated = Dated(year, month, day)
    try:
        dated.first  # noqa: B018  the calendar refuses 31 June here
    except ValueError:
        return Reason.UNREADABLE_DATE
    return dated


def _unmarked(year: int, digits: str) -> Dated | Reason:
    """The one date that digits without marks can mean: 311 is 3-11, 111 could be 1-11 or 11-1."""
    readings = {
        dated
        for cut in range(1, len(digits))
        if digits[0] != "0" and digits[cut] != "0" and len(digits[cut:]) <= 2 and cut <= 2
        if isinstance(dated := _dated(year, int(digits[:cut]), int(digits[cut:])), Dated)
    }
    if len(readings) > 1:
        return Reason.AMBIGUOUS_DATE
    return readings.pop() if readings else Reason.UNREADABLE_DATE
