"""The September in which a child may enter kindergarten (入园), counted from its age in months.

Counted is the first 1 September after the third birthday. The birthday is not known here, only
completed months of age, so about the end of August there may be two Septembers.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

THREE = 36  # months


def septembers(age: int, today: date) -> tuple[date, ...]:
    """The first of September, one or two of them, for a child of `age` completed months.

    >>> septembers(20, date(2026, 11, 22))
    (datetime.date(2028, 9, 1),)
    >>> septembers(2, date(2026, 11, 10))
    (datetime.date(2029, 9, 1), datetime.date(2030, 9, 1))
    """
    latest = _later(today, THREE - age)
    earliest = _later(today, THREE - age - 1) + timedelta(days=1)
    return tuple(dict.fromkeys((_september(earliest), _september(latest))))


def _september(third_birthday: date) -> date:
    this_year = date(third_birthday.year, 9, 1)
    return this_year if third_birthday < this_year else date(third_birthday.year + 1, 9, 1)


def _later(day: date, months: int) -> date:
    """So many months on; the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
