"""A publicity of last season and the decision after it (命名决定), where titles go their whole way.

It tells of nurseries whose title the register knows already, from the same day to the same day, so
that no title becomes another by it; what later happened to them stands in the supervision lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from registry.demo.columns import LEVEL_WORDS
from registry.demo.draft import Draft
from registry.demo.lists.press import authority, single, table
from registry.demo.places import City
from registry.demo.titles import CYCLES, Calendar, five_working_days
from registry.demo.world import DemoNursery
from registry.vocabulary import RecognitionKind, SourceKind

_HEADINGS = ("序号", "城市", "县（市、区）", "机构名称", "统一社会信用代码", "地址")
_DECIDED_AFTER = 22
"""Days from the first day of the publicity to the decision."""


def decision_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar
) -> Iterator[Draft]:
    """For each level of authority one page in publicity, and one document that names the same."""
    if city.key not in CYCLES:
        return
    decided = calendar.ago(240)
    start, end = five_working_days(calendar.ago(240 + _DECIDED_AFTER))
    sites = Counter(one.name for one in nurseries)
    for level, words in LEVEL_WORDS.items():
        # Two sites of one name and code would wait for a person's decision.
        told_apart = (one for one in nurseries if sites[one.name] == 1)
        named = [one for one in told_apart if _conferred(one, level, decided)]
        title, region = f"{decided.year}年{words}示范托育机构", authority(city, level)
        period = f"公示期：{_day(start)}至{_day(end)}"
        shown = table(f"拟命名{title}名单", _HEADINGS, named, above=(period,), notes=_notes(city))
        name = f"{city.key}-{level}-proposed-{start.isoformat()}.html"
        kind = SourceKind.DEMONSTRATION
        yield from single(name, f"关于拟命名{title}名单的公示", region, start, kind, [shown])
        validity = f"有效期：{_validity(named, decided)}"
        shown = table(f"命名{title}名单", _HEADINGS, named, above=(validity,))
        name = f"{city.key}-{level}-decision.docx"
        kind = SourceKind.DECISION
        yield from single(name, f"关于命名{title}的决定", region, decided, kind, [shown])


def _conferred(nursery: DemoNursery, level: str, on: date) -> bool:
    title = nursery.title(RecognitionKind.DEMONSTRATION)
    return bool(title and title.level == level and title.validity and title.validity[0] == on)


def _validity(named: Sequence[DemoNursery], decided: date) -> str:
    ends = [title.validity[1] for one in named for title in one.titles[:1] if title.validity]
    last = next((end for end in ends if end), decided)
    return f"{_day(decided)}至{_day(last)}"


def _notes(city: City) -> tuple[str, ...]:
    return (
        f"对名单有异议的，请在公示期内以书面或电话方式实名反映。联系电话：{city.area_code}-5550000",
        "匿名和超过期限的异议不予受理。",
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
