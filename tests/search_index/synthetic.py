"""Nurseries and requests made for tests: one by hand, or many by Hypothesis."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from registry.nursery import Location, Nursery, Price, Vacancy
from registry.recognition import Recognition, StageEvent
from registry.vocabulary import (
    AgeClass,
    Datum,
    Filed,
    Form,
    Inclusive,
    Level,
    Nature,
    Precision,
    RecognitionKind,
    Setting,
    Stage,
    State,
    Unit,
)
from search_index.request import FACETS, SORTS, UNPUBLISHED, Point, SearchRequest
from tests.blank import BLANK

TODAY = date(2026, 11, 21)

REGION_NAMES = {
    "11": "北京市",
    "1101": "市辖区",
    "110101": "东城区",
    "32": "江苏省",
    "3201": "南京市",
    "320106": "鼓楼区",
    "3205": "苏州市",
    "320582": "张家港市",
    "3205z1": "苏州高新区",
    "33": "浙江省",
    "3301": "杭州市",
    "330106": "西湖区",
}
CHAINS: list[tuple[str, ...]] = [
    ("32", "3205", "320582"),
    ("32", "3205", "3205z1"),
    ("32", "3201", "320106"),
    ("32", "3205"),
    ("33", "3301", "330106"),
    ("11", "1101", "110101"),
    (),
]

BARE = replace(BLANK, id="n0", region=CHAINS[0], filed=Filed.YES, sources=(1,))
"""A nursery of which nothing but a name and its filing is published."""


def named(id_: str, name: str, address: str | None = None) -> Nursery:
    """A bare nursery with a name of its own."""
    return replace(BARE, id=id_, name=name, address=address)


_BRANDS = ["苏阳", "蘇陽", "贝托", "小天使", "Happy 3", "爱和", "（金色）摇篮", "学府", "张家港"]
_KINDS = ["托育中心有限公司", "托育中心", "托儿所", "託育園", "幼儿园", "宝宝屋", ""]
_WORDS = ["环境温馨", "蒙氏教育", "四餐两点", "托育", "happy"]
_names = st.builds(
    lambda city, brand, kind: f"{city}{brand}{kind}",
    st.sampled_from(["", "张家港市", "南京市鼓楼区"]),
    st.sampled_from(_BRANDS),
    st.sampled_from(_KINDS),
)
_addresses = st.none() | st.builds(
    lambda road, number: f"{road}{number}号",
    st.sampled_from(["学府路", "人民中路", "張家港大道", "Happy街"]),
    st.integers(1, 30),
)
_days = st.integers(-900, 900).map(lambda days: TODAY + timedelta(days=days))
_locations = st.none() | st.builds(
    lambda lat, lng, precision: Location(lat, lng, precision, Datum.WGS84, lat, lng),
    st.floats(31.8, 31.95),
    st.floats(120.4, 120.6),
    st.sampled_from(Precision),
)
_PRICE = Price(None, None, None, None, None, Unit.MONTH, None, about=False, as_of=TODAY)
_ENDS: list[tuple[float | None, float | None]] = [
    (0.0, 0.0),
    (1000.0, 1999.5),
    (1999.5, 2000.5),
    (None, 2000.5),
    (2000.5, None),
    (2500.0, 4500.0),
]
_prices = st.builds(
    lambda form, unit, ends: replace(_PRICE, form=form, unit=unit, low=ends[0], high=ends[1]),
    st.sampled_from([Form.FULL_DAY, Form.FULL_DAY, Form.HALF_DAY]),
    st.sampled_from([Unit.MONTH, Unit.MONTH, Unit.DAY]),
    st.sampled_from(_ENDS),
)
_events = st.builds(
    lambda stage, on, lasting: StageEvent(
        stage, on, None if lasting is None else on + timedelta(days=lasting), 1
    ),
    st.sampled_from(Stage),
    _days,
    st.none() | st.integers(0, 900),
)
_recognitions = st.builds(
    lambda kind, scheme, level, events: Recognition(
        kind, scheme, level, "称号", "卫生健康委", tuple(sorted(events, key=lambda event: event.on))
    ),
    st.sampled_from(RecognitionKind),
    st.sampled_from(["shaoxing", "shenzhen", "liaoning"]),
    st.none() | st.sampled_from([*Level, "1", "3", "5", "一级"]),
    st.lists(_events, min_size=1, max_size=3),
)
_inclusive = st.lists(st.tuples(_days, st.none() | st.sampled_from(Inclusive)), max_size=3)


def _unique(enum: type[Form | AgeClass | RecognitionKind]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(enum), unique=True, max_size=3).map(tuple)


_nursery = st.builds(
    replace,
    st.just(BARE),
    name=_names,
    trading_names=st.lists(_names, max_size=1).map(tuple),
    former_names=st.lists(_names, max_size=1).map(tuple),
    address=_addresses,
    community=st.none() | st.sampled_from(["学府社区", "苏阳社区"]),
    location=_locations,
    filed=st.none() | st.sampled_from(Filed),
    nature=st.none() | st.sampled_from(Nature),
    setting=st.none() | st.sampled_from(Setting),
    forms=_unique(Form),
    classes=_unique(AgeClass),
    ages=st.none() | st.sampled_from([(0, 36), (12, 36), (24, 36), (6, 18)]),
    capacity=st.none() | st.integers(0, 60),
    inclusive_changes=_inclusive.map(lambda rows: tuple(sorted(rows, key=lambda row: row[0]))),
    denied=_unique(RecognitionKind),
    vacancy=st.none() | st.builds(Vacancy, st.integers(0, 9), _days),
    prices=st.lists(_prices, max_size=2).map(tuple),
    recognitions=st.lists(_recognitions, max_size=2).map(tuple),
    hours=st.none() | st.just("8:00-17:00"),
    description=st.none() | st.lists(st.sampled_from(_WORDS), max_size=4).map("，".join),
)


_MIXED = [one.name for one in fields(Nursery) if one.name not in ("id", "region")]


@st.composite
def nurseries(draw: st.DrawFn) -> list[Nursery]:
    """None, some or 150 nurseries: the facts of a few, shuffled, so that ties abound.

    Their ids are not in the order they come.
    """
    pool = draw(st.lists(_nursery, min_size=3, max_size=10))
    count = draw(st.sampled_from([150, 150, 150, 30, 30, 1, 0]))
    chance = draw(st.randoms(use_true_random=True))
    return [
        replace(
            BARE,
            id=f"n{number * 17 % 211:03}",
            region=chance.choice([*CHAINS, ()]),
            **{name: getattr(chance.choice(pool), name) for name in _MIXED},
        )
        for number in range(count)
    ]


_VALUES = {
    "region": [*REGION_NAMES, UNPUBLISHED],
    "demo": [*Level, "none", UNPUBLISHED],
    "demo_state": [*State, UNPUBLISHED],
    "star": ["1", "3", "5", "none", UNPUBLISHED],
    "scheme": ["shaoxing", "shenzhen", UNPUBLISHED],
    "inclusive": [*Inclusive, UNPUBLISHED],
    "form": [*Form, UNPUBLISHED],
    "class": [*AgeClass, UNPUBLISHED],
    "price": ["published", UNPUBLISHED],
    "nature": [*Nature, UNPUBLISHED],
    "setting": [*Setting, UNPUBLISHED],
    "filed": [*Filed, UNPUBLISHED],
    "vacancy": ["yes", UNPUBLISHED],
}
_TEXTS = [
    *("托育", "苏阳托育", "蘇陽託育", "苏", "贝托育", "小天使 鼓楼区", "学府路", "happy", "3"),
    *("张家港市苏阳托育中心", "金色摇篮", "托育机构", "附近的托儿所", "四餐", "没有这个"),
    *("人民中路 苏阳", "贝乐贝", "育", "happy 3", "😀 * ?", "鼓楼", "张家港市"),
]
_points = st.none() | st.builds(Point, st.floats(31.8, 31.95), st.floats(120.4, 120.6))


def _some(key: str) -> st.SearchStrategy[tuple[str, ...]]:
    values = st.sampled_from([*map(str, _VALUES[key]), "no such value"])
    return st.lists(values, min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def requests(draw: st.DrawFn) -> SearchRequest:
    """A request with up to three facets chosen and now and then other filters."""
    chance = draw(st.randoms(use_true_random=True))
    keys = chance.sample(FACETS, chance.choice([0, 0, 0, 1, 1, 2, 3]))
    near = draw(_points)
    return SearchRequest(
        text=draw(st.just("") | st.sampled_from(_TEXTS)),
        choices={key: draw(_some(key)) for key in keys},
        near=near,
        near2=draw(_points) if near else None,
        within=chance.choice([None, None, None, None, None, 3.0, 8.0, 50.0]),
        age=chance.choice([*[None] * 20, 5, 6, 12, 18, 24, 36, 37]),
        price_min=chance.choice([*[None] * 16, 0, 1000, 1999, 2000]),
        price_max=chance.choice([*[None] * 16, 0, 1000, 1999, 2000, 2500]),
        sort=chance.choice([*SORTS, *["relevance"] * 4]),
        page=chance.choice([1, 1, 2]),
        per_page=chance.choice([5, 20, 20]),
    )
