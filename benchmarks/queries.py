"""The 200 searches that are timed: fifty of each kind, the same on every machine.

all     everything, under none to four filters
text    words, under none to three filters
geo     within 3 to 5 km of a start point, under none to two filters
mixed   words near a start point, under filters
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.corpus import nurseries, region_names
from search_index.request import Point, SearchRequest

KINDS: Final = ("all", "text", "geo", "mixed")
EACH: Final = 50

_WORDS: Final = (
    *("托育", "托育中心", "托儿所", "幼儿园", "蒙氏 托育", "天使", "阳光", "小天使 托育", "苏阳"),
    *("贝乐托育中心", "人民路", "学府路 托育", "童心托育园", "滨江", "环境温馨", "双语 托育"),
    *("禾苗", "社区 托育", "春芽托育", "医育结合", "长江大道", "南湖", "新华 蒙氏", "乐橙"),
    *("安吉托育服务中心",),
)
_COMMON: Final = (
    *("托育", "托育中心", "托育园", "小区 托育", "阳光", "天使", "社区", "中心", "服务 托育"),
    *("环境温馨", "公司", "人民路"),
)
"""What is looked for around the corner."""


@dataclass(frozen=True, slots=True)
class Query:
    """One search and the kind it is counted among."""

    kind: str
    request: SearchRequest


def queries() -> list[Query]:
    """All of them, kind by kind."""
    chance = random.Random(200)  # noqa: S311  # meant to repeat
    asked = _Asked(chance)
    makers: dict[str, Callable[[int], SearchRequest]] = {
        "all": lambda number: asked.plain(number % 5),
        "text": lambda number: asked.with_words(number % 4),
        "geo": lambda number: asked.near(number % 3),
        "mixed": lambda number: asked.mixed(1 + number % 2),
    }
    return [Query(kind, makers[kind](number)) for kind in KINDS for number in range(EACH)]


class _Asked:
    """Draws searches as parents make them: big cities and common words more often."""

    def __init__(self, chance: random.Random) -> None:
        sample = list(nurseries(2000))
        self._chance = chance
        crowd = Counter(one.region for one in sample)
        self._starts = [
            one.location for one in sample if one.location is not None and crowd[one.region] > 3
        ]
        self._districts = [one.region for one in sample]
        names = region_names()
        self._names = [names[one.region[2]] for one in sample]

    def plain(self, filters: int) -> SearchRequest:
        sort = self._chance.choice(("relevance", "price", "name", "capacity"))
        return self._filtered(filters, sort=sort)

    def with_words(self, filters: int) -> SearchRequest:
        return self._filtered(filters, text=self._words())

    def near(self, filters: int) -> SearchRequest:
        return self._filtered(filters, sort="distance", **self._circle())

    def mixed(self, filters: int) -> SearchRequest:
        text = self._chance.choice(_COMMON)
        return self._filtered(filters, text=text, **self._circle())

    def _words(self) -> str:
        words = self._chance.choice(_WORDS)
        return (
            f"{self._chance.choice(self._names)} {words}" if self._chance.random() < 0.2 else words
        )

    def _circle(self) -> dict[str, object]:
        start = self._chance.choice(self._starts)
        lat, lng = (
            round(value + self._chance.gauss(0, 0.01), 3) for value in (start.lat, start.lng)
        )
        return {"near": Point(lat, lng), "within": self._chance.choice((3.0, 4.0, 5.0))}

    def _filtered(self, filters: int, **rest: object) -> SearchRequest:
        chain = self._chance.choice(self._districts)
        possible: dict[str, tuple[str, ...]] = {
            "region": (self._chance.choice(chain),),
            "form": self._some(("full_day", "half_day", "hourly", "temporary")),
            "class": self._some(("infant", "junior", "senior", "mixed")),
            "nature": self._some(("public", "private", "public_private")),
            "setting": self._some(("community", "kindergarten", "medical", "home")),
            "inclusive": ("yes", "partial"),
            "demo": self._some(("provincial", "city", "county")),
            "star": self._some(("3", "4", "5")),
            "price": (),
        }
        if "within" in rest:
            del possible["region"]
        keys = self._chance.sample(list(possible), filters)
        most = self._chance.choice((1500, 2000, 3000)) if "price" in keys else None
        choices = {key: possible[key] for key in keys if possible[key]}
        return SearchRequest(choices=choices, price_max=most, **rest)  # type: ignore[arg-type]  # by name

    def _some(self, values: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._chance.sample(values, self._chance.choice((1, 1, 2))))
