"""Working days of mainland China, make-up days included, as notices count them (DOMAIN §4.4)."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar


def is_workday(day: date) -> bool:
    """Whether people work that day: by the State Council's calendar for the years it is known.

    For other years Monday to Friday, which knows no holidays: it can only end too early.
    """
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def last_workday(start: date, count: int) -> date:
    """The last of `count` working days, the first day included if it is one.

    >>> last_workday(date(2025, 9, 26), 5)
    datetime.date(2025, 10, 9)
    """
    day, left = start, count - is_workday(start)
    while left > 0:
        day += timedelta(days=1)
        left -= is_workday(day)
    return day
