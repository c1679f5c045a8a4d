"""Measures the index alone: `python -m benchmarks.index_speed [NURSERIES]`.

Builds a generation of synthetic nurseries, the same on every machine, opens it, asks about sixty
searches of the kinds a page asks, and prints seconds, milliseconds and megabytes.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Final

from registry.nursery import Location, Nursery, Price, Vacancy
from registry.recognition import Recognition, StageEvent
from registry.vocabulary import (
    AgeClass,
    Datum,
    Filed,
    Form,
    Inclusive,
    Nature,
    Precision,
    RecognitionKind,
    Setting,
    Stage,
    Unit,
)
from search_index.generation import Generation
from search_index.request import Point, SearchRequest
from search_index.store import Store

TODAY: Final = date(2026, 11, 21)
_SEED: Final = 20261121
_ROUNDS: Final = 20
_BRANDS = (
    "星河 贝乐 苏阳 童心 晨曦 爱和 小天使 启明 蒙氏 嘉禾 米粒 阳光 春芽 果果 安吉 乐橙 禾苗 青禾"
)
_PLACES = "人民 中山 建设 解放 和平 长江 黄河 学府 滨江 花园 新华 东风 文化 北京 南湖 桃源 翠竹"
_STREETS = [f"{one}{two}" for one in _PLACES.split() for two in ("路", "街", "大道", "巷")]
_SYLLABLES = "佳美宝童乐安康育才慧智欣荣华瑞祥春晓月星云雨晴露竹兰梅松柏杨柳桃李天元亨利贞"
_KINDS = ("托育中心", "托育服务有限公司", "托儿所", "托育园", "幼儿园", "婴幼儿照护服务中心")
_TEXT = "环境温馨 师资专业 科学喂养 户外活动 蒙台梭利 自然教育 双语启蒙 医育结合 四餐两点 全程监控"


def _chance() -> random.Random:
    return random.Random(_SEED)  # noqa: S311  # meant to repeat


def region_names() -> dict[str, str]:
    """31 provinces, about 340 cities and 2,900 districts, with made-up names."""
    chance = _chance()
    names = {}
    for province in range(11, 42):
        names[f"{province}"] = f"{_syllables(chance, 2)}省"
        for city in range(1, 12):
            names[f"{province}{city:02}"] = f"{_syllables(chance, 2)}市"
            for district in range(1, 10):
                names[f"{province}{city:02}{district:02}"] = f"{_syllables(chance, 2)}区"
    return names


def nurseries(count: int) -> Iterator[Nursery]:
    """So many nurseries, the first ones the same for every count."""
    names = region_names()
    chance = _chance()
    districts = [key for key in names if len(key) == 6]
    for number in range(count):
        yield _nursery(
            number, districts[int(chance.paretovariate(0.9)) * 7 % len(districts)], names, chance
        )


def _syllables(chance: random.Random, count: int) -> str:
    return "".join(chance.choices(_SYLLABLES, k=count))


def _nursery(number: int, district: str, names: dict[str, str], chance: random.Random) -> Nursery:
    chain = (district[:2], district[:4], district)
    brand = chance.choice(_BRANDS.split()) if chance.random() < 0.5 else _syllables(chance, 3)
    city = names[chain[1]]
    name = f"{city}{names[district]}{brand}{chance.choice(_KINDS)}"
    address = (
        f"{city}{names[district]}{chance.choice(_STREETS)}{chance.randrange(1, 999)}号"
        f"{_syllables(chance, 2)}小区{chance.randrange(1, 40)}幢{chance.randrange(101, 2600)}室"
    )
    filed = date(2020, 1, 1) + timedelta(days=chance.randrange(2400))
    capacity = chance.choice((None, *range(20, 160, 10)))
    return Nursery(
        id=f"n{number:07d}",
        name=name,
        trading_names=(f"{brand}托育",) if chance.random() < 0.6 else (),
        former_names=(),
        region=chain,
        street=f"{_syllables(chance, 2)}街道",
        community=f"{_syllables(chance, 2)}社区",
        address=address,
        location=_location(district, chance),
        coordinate=None,
        credit_code=None,
        phones=(),
        filed=chance.choices((Filed.YES, Filed.CANCELLED, None), (90, 4, 6))[0],
        filed_on=filed,
        authority=f"{names[district]}卫生健康局",
        nature=chance.choices((*Nature, None), (10, 70, 10, 10))[0],
        profit=None,
        setting=chance.choice((*Setting, None)),
        forms=tuple(form for form in Form if chance.random() < 0.4),
        classes=tuple(kind for kind in AgeClass if chance.random() < 0.4),
        ages=(6 * chance.randrange(1, 4), 36) if chance.random() < 0.4 else None,
        capacity=capacity,
        inclusive_places=None,
        inclusive_changes=((filed, chance.choice(tuple(Inclusive))),)
        if chance.random() < 0.4
        else (),
        enrolled=None,
        vacancy=Vacancy(chance.randrange(1, 20), filed) if chance.random() < 0.1 else None,
        prices=_prices(filed, chance),
        recognitions=_recognitions(filed, chance),
        denied=(),
        operating=None,
        opened_on=None,
        hours="07:30-18:00" if chance.random() < 0.3 else None,
        prepay_months=None,
        floor_area=None,
        outdoor_area=None,
        floors=None,
        staff={},
        class_counts={},
        description="，".join(chance.choices(_TEXT.split(), k=5))
        if chance.random() < 0.4
        else None,
        as_of=filed,
        sources=(1, 2),
        conflicts=(),
        fictional=True,
    )


def _location(district: str, chance: random.Random) -> Location | None:
    if chance.random() < 0.2:
        return None
    lat = 22 + int(district[:2]) % 22 + int(district[2:4]) / 10 + chance.gauss(0, 0.05)
    lng = 100 + int(district[4:]) + int(district[2:4]) / 10 + chance.gauss(0, 0.05)
    precision = chance.choices(tuple(Precision), (80, 15, 5))[0]
    return Location(lat, lng, precision, Datum.GCJ02, lat, lng)


def _prices(day: date, chance: random.Random) -> tuple[Price, ...]:
    if chance.random() < 0.5:
        return ()
    low = 100.0 * chance.randrange(8, 60)
    return (Price(Form.FULL_DAY, None, None, low, low + 300, Unit.MONTH, None, False, day),)  # noqa: FBT003  # a record, field by field


def _recognitions(day: date, chance: random.Random) -> tuple[Recognition, ...]:
    if chance.random() > 0.15:
        return ()
    kind = chance.choice(
        (RecognitionKind.DEMONSTRATION, RecognitionKind.STAR, RecognitionKind.GRADE)
    )
    level = chance.choice(("provincial", "city", "county"))
    if kind is not RecognitionKind.DEMONSTRATION:
        level = str(chance.randrange(1, 6))
    events = (StageEvent(Stage.CONFERRED, day, day.replace(year=day.year + 3, day=1), 1),)
    return (Recognition(kind, f"scheme-{level}", level, "示范", "卫生健康委", events),)


def requests() -> list[SearchRequest]:
    """Match-all, text, geo and mixed, fifteen of each."""
    chance = _chance()
    words = [
        "托育",
        "苏阳",
        "蒙氏 托育",
        "天使",
        "阳光托儿所",
        "人民路",
        "童心托育中心",
        "学府 小区",
    ]
    filters: list[dict[str, tuple[str, ...]]] = [
        {},
        {"form": ("full_day",)},
        {"nature": ("public", "private"), "inclusive": ("yes",)},
        {"region": ("14",), "class": ("senior", "mixed")},
        {"setting": ("community",), "form": ("hourly",), "price": ("published",), "star": ("3",)},
    ]
    found = (nursery.location for nursery in nurseries(100))
    starts = [Point(place.lat, place.lng) for place in found if place is not None]
    asked = []
    for number in range(15):
        choices = filters[number % len(filters)]
        near = starts[number]
        text = words[number % len(words)]
        plain = SearchRequest(choices=choices, sort=chance.choice(("relevance", "price", "name")))
        asked += [
            plain,
            replace(plain, text=text, sort="relevance"),
            replace(plain, near=near, within=float(chance.randrange(3, 6)), sort="distance"),
            replace(plain, text=text, near=near, within=5.0, price_max=2500, sort="relevance"),
        ]
    return asked


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _measure(generation: Generation) -> None:
    kinds = ("all", "text", "geo", "mixed")
    for request in requests():
        generation.search(request)
    times: list[list[float]] = [[] for _ in kinds]
    for number, request in enumerate(requests()):
        best = min(_timed(lambda: generation.search(request)) for _ in range(_ROUNDS))  # noqa: B023  # called at once
        times[number % len(kinds)].append(best)
    for kind, of_kind in zip(kinds, times, strict=True):
        _print_quantiles(kind, of_kind)
    _print_quantiles("every", [one for of_kind in times for one in of_kind])


def _print_quantiles(kind: str, times: list[float]) -> None:
    cuts = quantiles(times, n=20, method="inclusive")
    print(f"{kind:6} p50 {cuts[9]:7.2f} ms   p95 {cuts[18]:7.2f} ms")


def main(count: int = 130_000) -> None:
    """Build, open, ask."""
    with tempfile.TemporaryDirectory() as folder:
        _measure_all(Store(Path(folder)), count)


def _measure_all(store: Store, count: int) -> None:
    start = time.perf_counter()
    store.build(nurseries(count), revision="bench", fictional=True, region_names=region_names())
    print(f"build {count} in {time.perf_counter() - start:.1f} s (making the nurseries included)")
    start = time.perf_counter()
    made = sum(1 for _ in nurseries(count))
    print(f"      of which making {made} takes {time.perf_counter() - start:.1f} s")
    first = _timed(lambda: store.open_current(TODAY))
    print(f"open  {first:.0f} ms, again {_timed(lambda: store.open_current(TODAY)):.0f} ms")
    generation = store.open_current(TODAY)
    print(f"size  {sum(file.size for file in generation.manifest.files.values()) / 1e6:.0f} MB")
    _measure(generation)
    private, shared = _memory()
    print(f"memory of this process: {private:.0f} MB its own, {shared:.0f} MB shared or mapped")


def _memory() -> tuple[float, float]:
    """Megabytes of this process alone, and those it shares or could (Linux)."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]
    sizes = {name: int(size) / 1e3 for name, size, _ in map(str.split, lines)}
    private = sizes["Private_Dirty:"]
    return private, sizes["Rss:"] - private


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
