"""The list of a province's pilots with their acceptance: done, due, overdue and refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from registry.demo import spelling
from registry.demo.draft import Cell, Draft, DraftTable
from registry.demo.lists.press import single
from registry.demo.places import City
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery
from registry.vocabulary import RecognitionKind, SourceKind

_CITY: Final = "1301"
_TITLE: Final = "省级托育服务试点验收情况"
_HEADINGS: Final = (
    "序号",
    "城市",
    "县（市、区）",
    "试点单位",
    "地址",
    "验收状态",
    "验收日期",
    "验收期限",
)
_NEW: Final = 9
"""Pilots that no list has named before."""


def pilot_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar, seed: int
) -> Iterator[Draft]:
    """One list, of the province whose pilots are known to be accepted one by one."""
    if city.key != _CITY:
        return
    chance = Random(f"{seed}:pilots:{city.key}")
    named = [one for one in nurseries if one.title(RecognitionKind.PILOT)]
    others = [one for one in nurseries if one.filed == "yes" and one not in named]
    new = chance.sample(others, min(_NEW, len(others)))
    lines = [*((one, _named(chance, calendar)) for one in named)]
    lines += [(one, _new(chance, calendar)) for one in new]
    rows = tuple(
        (
            serial,
            one.city.name,
            one.district.name,
            spelling.name(one),
            one.premises.address,
            *acceptance,
        )
        for serial, (one, acceptance) in enumerate(lines, start=1)
    )
    shown = DraftTable(_TITLE, _HEADINGS, rows)
    name = f"{city.key}-acceptance.html"
    when = calendar.ago(40)
    yield from single(name, _TITLE, city.key[:2], when, SourceKind.PILOT, (shown,))


def _named(chance: Random, calendar: Calendar) -> tuple[Cell, ...]:
    """A pilot of long ago: most are accepted, some put right what was found."""
    due = calendar.ago(50)
    if chance.random() < 0.7:
        return "验收合格", calendar.ago(chance.randrange(55, 200)), due
    return chance.choice(("限期整改", "整改中")), None, due


def _new(chance: Random, calendar: Calendar) -> tuple[Cell, ...]:
    """A pilot of this year: due some day, or refused."""
    due = calendar.ago(chance.choice((-160, -70, 12, 45)))
    return chance.choice(("未验收", "未验收", "待验收", "未通过")), None, due
