"""Spans of time in notices: until when one may object, how long a title is valid, as of when.

A publicity of working days counts its first day; `registry.publicity` counts anew where a scheme
does not. A month stands for its last day where something ends with it, so 截至2024年6月 means
30 June; a year for 31 December.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from registry.places.workdays import last_day
from registry.values.dates import Dated, written_date

_DAY = r"(\d{4}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}[日号]?)"
_SHORT_DAY = r"((?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}[日号]|\d{4}[-./]\d{1,2}[-./]\d{1,2})"
_TO = r"(?:起)?(?:[-~—–至到]+)"
_WEEKDAY = re.compile(r"\((?:周|星期)[一二三四五六日天]\)")
_PUBLICITY_SPAN = re.compile(rf"(?:{_DAY}|(\d{{1,2}}月\d{{1,2}}[日号])){_TO}{_SHORT_DAY}")
_COUNTED = (
    r"的?[,，:(]?(?:公示期)?(?:为|共|连续)?(?:期限)?"
    r"([一二三五七十\d]{1,2})个?(工作日|自然日|日|天)"
)
_FROM_DAY = re.compile(rf"{_DAY}(?:之日)?(?:起|开始){_COUNTED}")
_FROM_NOW = re.compile(rf"(?:公示|发布|公布|公告|即)之?日起{_COUNTED}")
_LOOSE = r"(\d{4}(?:年|[-./])(?:\d{1,2}(?:月|[-./]\d{1,2}|)(?:\d{1,2}[日号])?)?|\d{4})"
_VALID_SPAN = re.compile(rf"{_LOOSE}{_TO}{_LOOSE}")
_VALID_UNTIL = re.compile(rf"(?:至|到){_LOOSE}")
_LENGTH = re.compile(r"([一二两三四五六七八九十\d]+)(年|个月)")
_AS_OF = re.compile(rf"(?:截至|截止)(?:日期|时间|到|至)?[:为]?{_LOOSE}")
_OF_THE_LIST = re.compile(r"(?:数据|统计|信息|名单)[^,;]{0,4}$|[(\[]$|^$")
_OF_SOMETHING_ELSE = re.compile(r"有效|公示|意见|反馈|受理|异议|投诉|申报|报名|报送|申请|合同")
_HAN_NUMBERS = dict(zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))


class Publicity(NamedTuple):
    """The first and last day of a publicity, both included.

    `estimated` where its working days lie beyond the calendar that is decided; `working_days`
    how many were counted, `None` where both days are published.
    """

    first: date
    last: date
    estimated: bool = False
    working_days: int | None = None


def publicity_span(words: str, published: date) -> Publicity | None:
    """The publicity that a plain line tells.

    `None` unless both days follow: from two dates, or from a first day (自发布之日 is the day of
    publication) and a number of days.
    """
    words = _WEEKDAY.sub("", words)
    if found := _PUBLICITY_SPAN.search(words):
        first = _day(found[1] or f"{published.year}年{found[2]}")
        last = first and _day(_completed(found[3], first))
        return Publicity(first, last) if first and last and _plausible(first, last) else None
    if found := _FROM_DAY.search(words):
        first, count, unit = _day(found[1]), _number(found[2]), found[3]
    elif found := _FROM_NOW.search(words):
        first, count, unit = published, _number(found[1]), found[2]
    else:
        return None
    if first is None or not count:
        return None
    if unit == "工作日":
        end = last_day(first, count)
        return Publicity(first, end.day, end.estimated, count)
    return Publicity(first, first + timedelta(count - 1))


def validity(words: str) -> tuple[Dated | None, Dated | None] | None:
    """From when to when a plain text tells that something is valid, as closely as it does.

    `None` where it tells neither.
    """
    if found := _VALID_SPAN.search(words):
        first, last = written_date(found[1]), written_date(found[2])
        if isinstance(first, Dated) and isinstance(last, Dated) and first.first <= last.last:
            return first, last
    if (found := _VALID_UNTIL.search(words)) and isinstance(end := written_date(found[1]), Dated):
        return None, end
    return None


def length_in_months(words: str) -> int | None:
    """`2年`, `三年`, `18个月` as months."""
    found = _LENGTH.fullmatch(words)
    number = _number(found[1]) if found else None
    return number * (12 if found and found[2] == "年" else 1) if number else None


def after_months(start: Dated, months: int) -> Dated:
    """The end of a validity of so many months from `start` on, no closer than that is known."""
    begins = start.last
    year, month = divmod(begins.year * 12 + begins.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    end = date(year, month + 1, min(begins.day, last)) - timedelta(days=1)
    if start.month is None:
        return Dated(end.year)
    return Dated(end.year, end.month, end.day if start.day else None)


def as_of(words: str, published: date) -> date | None:
    """The last day that 截至 or 截止日期 can mean in a plain line that says it of its data.

    A day after the publication is none: it ends something else.
    """
    for found in _AS_OF.finditer(words):
        before = re.split(r"[,;。]", words[: found.start()])[-1]
        if _OF_THE_LIST.search(before) and not _OF_SOMETHING_ELSE.search(before):
            dated = written_date(found[1])
            if isinstance(dated, Dated) and dated.last <= published:
                return dated.last
    return None


def _day(text: str) -> date | None:
    dated = written_date(text)
    return dated.first if isinstance(dated, Dated) and dated.day else None


def _completed(short: str, first: date) -> str:
    if re.match(r"\d{4}", short):
        return short
    if "月" not in short:
        return f"{first.year}年{first.month}月{short}"
    month = int(short.split("月", maxsplit=1)[0])
    return f"{first.year + (month < first.month)}年{short}"


def _plausible(first: date, last: date) -> bool:
    return first <= last <= first + timedelta(days=120)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else _HAN_NUMBERS.get(text)
