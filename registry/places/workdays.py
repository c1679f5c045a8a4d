"""Working days (工作日) of China, with make-up days, for the last day of a publicity (公示).

The calendar is the State Council's as kept by `chinesecalendar`, 2004 to 2026. Later years are
not decided yet: there Monday to Friday counts, and the answer is marked as estimated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar


@dataclass(frozen=True, slots=True)
class WorkdayEnd:
    """The last of some working days. `estimated` when a day lay beyond the known calendar."""

    day: date
    estimated: bool


def is_workday(day: date) -> bool:
    """Whether people work on a day; Monday to Friday beyond the known calendar."""
    return _workday(day)[0]


def last_day(start: date, count: int, *, first_day_counts: bool = True) -> WorkdayEnd:
    """The last of `count` working days from a day on.

    Notices count their first day if it is a working day, as the five in the tests do.
    Raises `ValueError` for a count below one.
    """
    if count < 1:
        raise ValueError(f"{count} is no number of working days")
    day = start if first_day_counts else start + timedelta(days=1)
    left, estimated = count, False
    while True:
        works, known = _workday(day)
        estimated = estimated or not known
        left -= works
        if not left:
            return WorkdayEnd(day, estimated)
        day += timedelta(days=1)


def _workday(day: date) -> tuple[bool, bool]:
    """Whether people work on a day, and whether the calendar knows it."""
    try:
        return bool(chinese_calendar.is_workday(day)), True
    except NotImplementedError:
        return day.weekday() < 5, False
