"""Lists of people and incomes by district, invented to fit the invented nurseries.

Real divisions must not be given numbers that could be taken for their own: issuer, title and
note of each list say that they are fictional, and the pages say it beside every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from registry.demo.draft import FICTIONAL, Cell, Draft, DraftTable
from registry.demo.places import City
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery
from registry.places.table import divisions
from registry.vocabulary import SourceKind

_FILES = {"5105": ".xlsx", "1301": ".csv", "2101": ".docx", "3201": ".html"}
"""The other cities publish none, so that a rate without a population is seen too."""
_TENTHS = "常住人口（万人）"
_WHOLE = "年末常住人口（人）"
_NOTE = "注：本表人口和收入均为虚构的演示数据，与任何地区的实际情况无关。"


def statistic_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar, seed: int
) -> Iterator[Draft]:
    """The list of a city that publishes one."""
    if city.key not in _FILES:
        return
    published = calendar.ago(200)
    title = f"{city.name}{published.year - 1}年常住人口和居民收入（虚构数据）"
    chance = Random(f"{seed}:statistics:{city.key}")
    people = _WHOLE if city.key == "1301" else _TENTHS
    headings = ("地区", people, "3岁以下婴幼儿数（人）", "居民人均可支配收入（元）")
    rows = tuple(_rows(city, nurseries, chance, tenths=people == _TENTHS))
    yield Draft(
        name=f"{city.key}-population{_FILES[city.key]}",
        title=title,
        issuer=f"{FICTIONAL}·{divisions()[city.region].name}统计局",
        published=published,
        region=city.region,
        kind=SourceKind.POPULATION,
        tables=(DraftTable(title, headings, rows, notes=(_NOTE,)),),
    )


def _rows(
    city: City, nurseries: Sequence[DemoNursery], chance: Random, *, tenths: bool
) -> Iterator[tuple[Cell, ...]]:
    """The whole city, then its districts; one of them keeps its children to itself."""
    told: list[tuple[str, int, int, int]] = []
    for district in city.districts:
        places = sum(one.capacity for one in nurseries if one.district is district)
        if not places:
            continue
        people = round(places / chance.uniform(2.4, 6.0)) * 1000
        children = round(people * chance.uniform(0.019, 0.031))
        told.append((district.name, people, children, chance.randrange(27_000, 63_000, 10)))
    every = sum(people for _, people, _, _ in told)
    if not every:
        return
    income = round(sum(people * yuan for _, people, _, yuan in told) / every)
    lines = [("全市", every, sum(children for _, _, children, _ in told), income), *told]
    for at, (name, people, children, yuan) in enumerate(lines):
        shown: Cell = people / 10_000 if tenths else people
        yield name, shown, None if at == 2 else children, yuan
