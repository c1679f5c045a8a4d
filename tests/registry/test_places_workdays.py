"""Working days: five published notices, make-up days, unknown years."""

from __future__ import annotations

from datetime import date

import pytest

from registry.places.workdays import WorkdayEnd, is_workday, last_day


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 9, 26), date(2025, 10, 9)),  # 江岸, 新会: a Sunday worked, a week off
        (date(2025, 3, 5), date(2025, 3, 11)),  # 龙岗
        (date(2024, 11, 28), date(2024, 12, 4)),  # 沅江
        (date(2025, 6, 5), date(2025, 6, 11)),  # 津市
    ],
)
def test_published_notices(first: date, last: date) -> None:
    assert last_day(first, 5) == WorkdayEnd(last, estimated=False)


def test_counting_from_the_next_day() -> None:
    end = last_day(date(2025, 3, 5), 5, first_day_counts=False)
    assert end == WorkdayEnd(date(2025, 3, 12), estimated=False)


def test_a_first_day_off_does_not_count() -> None:
    assert last_day(date(2025, 10, 1), 1).day == date(2025, 10, 9)


def test_make_up_days() -> None:
    assert is_workday(date(2026, 2, 14))  # a Saturday
    assert not is_workday(date(2026, 10, 1))


def test_beyond_the_calendar_monday_to_friday_and_said_so() -> None:
    assert last_day(date(2026, 12, 29), 5) == WorkdayEnd(date(2027, 1, 4), estimated=True)
    assert last_day(date(2026, 12, 29), 2) == WorkdayEnd(date(2026, 12, 30), estimated=False)
    assert not is_workday(date(2030, 1, 5))


def test_no_days() -> None:
    with pytest.raises(ValueError, match="0"):
        last_day(date(2026, 1, 1), 0)
