"""The corpus of the benchmarks: synthetic nurseries, the same on every machine, streamed.

Shaped like the country: 31 provinces, nurseries crowded into few districts, some sixty terms a
nursery, 托育 in nearly every one, and half of the facts of each not published.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
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

TODAY: Final = date(2026, 11, 21)
_SEED: Final = 20261121
_BRANDS = (
    "星河 贝乐 苏阳 童心 晨曦 爱和 小天使 启明 蒙氏 嘉禾 米粒 阳光 春芽 果果 安吉 乐橙 禾苗 青禾"
)
_PLACES = "人民 中山 建设 解放 和平 长江 黄河 学府 滨江 花园 新华 东风 文化 北京 南湖 桃源 翠竹"
_STREETS = [f"{one}{two}" for one in _PLACES.split() for two in ("路", "街", "大道", "巷")]
_SYLLABLES = "佳美宝童乐安康育才慧智欣荣华瑞祥春晓月星云雨晴露竹兰梅松柏杨柳桃李天元亨利贞"
_KINDS = (
    *("托育中心", "托育服务有限公司", "托育园", "婴幼儿托育服务中心", "托育有限责任公司"),
    *("托育之家", "社区托育点", "托育服务中心", "托儿所", "幼儿园"),
)
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
    chance.shuffle(districts)
    # The largest district holds 0.4 % of all nurseries, half of them stand in a sixth.
    shares = list(accumulate((rank + 30) ** -0.8 for rank in range(len(districts))))
    for number in range(count):
        (district,) = chance.choices(districts, cum_weights=shares)
        yield _nursery(number, district, names, chance)


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
        trading_names=(f"{brand}托育",) if chance.random() < 0.85 else (),
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
    lat = 20 + 0.8 * (int(district[:2]) - 11) + chance.gauss(0, 0.05)
    lng = 90 + 3 * int(district[2:4]) + 0.1 * int(district[4:]) + chance.gauss(0, 0.05)
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
