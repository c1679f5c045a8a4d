"""Fictional assessments by clause, and self-assessments: what 沈阳, 南京 and 泸州 publish of them.

Scores by area stand in `details`; here are the findings on clauses beside them, and all that is
published of operators with several places, so that their places can be compared. The chance is
of its own, seeded by what the demonstration's seed has made of each nursery.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from registry.demo import spelling
from registry.demo.draft import Cell, Draft, DraftTable
from registry.demo.lists.details import AREAS
from registry.demo.lists.press import single
from registry.demo.places import City
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery
from registry.places import credit_code
from registry.vocabulary import SourceKind

CLAUSES = (
    *("4.1.4", "5.1.5", "5.1.6", "5.2.1", "7.2.1", "7.2.3", "7.3.1", "7.3.3", "7.4.3"),
    *("9.3.1", "9.3.2", "9.4.3", "9.5.2", "9.7.1", "10.4"),
)
"""The clauses of WS/T 821-2023 that `content/standards/` describes."""

_CITIES = ("2101", "3201", "5105")
_NAMED = ("区县", "机构名称", "统一社会信用代码", "地址")
_TOTAL = f"总分（{sum(AREAS.values())}分）"
_NOTE = "注：本表为虚构的演示数据。"


def assessment_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar
) -> Iterator[Draft]:
    """By clause beside the areas, self-assessments by area, and a list of what was not met."""
    if city.key not in _CITIES:
        return
    several = _of_several_places(nurseries)
    chosen = [one for one in nurseries if one.filed == "yes" and one.number % 5 == 1]
    chosen += [one for one in several if one not in chosen]
    yield from _clauses(city, chosen, calendar.ago(88))
    if city.key == "5105":
        yield from _own_scores(city, chosen, calendar.ago(200))
        yield from _scores(city, several, calendar.ago(95))


def _of_several_places(nurseries: Sequence[DemoNursery]) -> list[DemoNursery]:
    # Undecided rows are for other lists: here every place is found by its code and address.
    filed = [one for one in nurseries if one.filed == "yes" and _found_by_code(one)]
    places = Counter(one.credit_code for one in filed)
    return [one for one in filed if places[one.credit_code] > 1]


def _found_by_code(nursery: DemoNursery) -> bool:
    code, address = nursery.credit_code, nursery.premises.address
    sound = code is not None and credit_code.check(code) is None and address is not None
    return sound and spelling.name(nursery) == nursery.name


def _clauses(city: City, nurseries: Sequence[DemoNursery], when: date) -> Iterator[Draft]:
    """沈阳 sets both beside each other, 南京 only the authority's, 泸州 only what was not met."""
    title = f"{city.name}{when.year}年托育机构质量评估逐项结果"
    if city.key == "5105":
        headings: tuple[str, ...] = (*_NAMED, "未达标项")
        rows = [(*_named(one), _unmet(one)) for one in nurseries]
    else:
        askers = ("自评", "评估") if city.key == "2101" else ("评估",)
        headings = (*_NAMED, *(f"{clause}（{by}）" for clause in CLAUSES for by in askers))
        rows = [
            (*_named(one), *(_found(one, clause, by) for clause in CLAUSES for by in askers))
            for one in nurseries
        ]
    table = DraftTable(title, headings, tuple(rows), notes=(_NOTE,))
    name = f"{city.key}-assessed-clauses.xlsx"
    yield from single(name, title, city.region, when, SourceKind.ASSESSMENT, (table,))


def _own_scores(city: City, nurseries: Sequence[DemoNursery], when: date) -> Iterator[Draft]:
    """One area to a row, as nurseries hand it in; one in four left an area out."""
    title = f"{city.name}{when.year}年托育机构自评得分"
    headings = (*_NAMED, "评估维度", "分值", "自评得分")
    rows = [
        (*_named(one), area, points, _points(one, area, points, "自评"))
        for one in nurseries
        for area, points in AREAS.items()
        if one.number % 4 or area != "养育支持"
    ]
    table = DraftTable(title, headings, tuple(rows), notes=(_NOTE,))
    name = f"{city.key}-self-assessed.csv"
    yield from single(name, title, city.region, when, SourceKind.ASSESSMENT, (table,))


def _scores(city: City, nurseries: Sequence[DemoNursery], when: date) -> Iterator[Draft]:
    """What the authority gave the places of operators with several."""
    title = f"{city.name}{when.year}年连锁托育机构质量评估得分表"
    marks = (*(f"{area}（{points}分）" for area, points in AREAS.items()), _TOTAL)
    headings = (*_NAMED, *marks)
    rows = [
        (*_named(one), *points, sum(points))
        for one in nurseries
        for points in ([_points(one, area, full, "评估") for area, full in AREAS.items()],)
    ]
    table = DraftTable(title, headings, tuple(rows), notes=(_NOTE,))
    name = f"{city.key}-assessment.html"
    yield from single(name, title, city.region, when, SourceKind.ASSESSMENT, (table,))


def _named(nursery: DemoNursery) -> tuple[Cell, ...]:
    return (
        nursery.district.name,
        spelling.name(nursery),
        nursery.credit_code,
        nursery.premises.address,
    )


def _points(nursery: DemoNursery, area: str, full: int, by: str) -> int:
    chance = _chance(nursery, area)
    own = round(full * chance.uniform(0.86, 1.0))
    return own if by == "自评" else own - round(full * chance.uniform(0, 0.12))


def _found(nursery: DemoNursery, clause: str, by: str) -> str | None:
    """The nursery sees fewer faults in itself; now and then nobody looked."""
    fate = _chance(nursery, clause).random()
    if by == "自评":
        return "不达标" if fate < 0.04 else "不适用" if clause == "7.3.3" and fate > 0.9 else "达标"
    return None if fate > 0.96 else "不达标" if fate < 0.12 else "达标"


def _unmet(nursery: DemoNursery) -> str | None:
    unmet = [clause for clause in CLAUSES if _found(nursery, clause, "评估") == "不达标"]
    return "、".join(unmet) or None


def _chance(nursery: DemoNursery, subject: str) -> Random:
    made = f"{nursery.number} {nursery.name} {nursery.credit_code} {subject}"
    return Random(made)
