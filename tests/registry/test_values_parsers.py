"""Dates, numbers, prices, ages, words and phones, by the forms that real lists use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.values.ages import read_ages
from registry.values.character import Character, read_character
from registry.values.dates import Dated, read_date
from registry.values.numbers import (
    read_area,
    read_count,
    read_percentage,
    read_places,
    read_score,
)
from registry.values.phones import read_phones
from registry.values.price_cells import prices_of
from registry.values.prices import read_prices
from registry.values.problems import Reason
from registry.values.status import read_filing, read_operating
from registry.values.words import read_classes, read_forms, read_yes_no
from registry.vocabulary import AgeClass, Filed, Form, Nature, Setting

DATES = {
    "2025年9月26日": Dated(2025, 9, 26),
    "2023-10-20": Dated(2023, 10, 20),
    "2024.03.12": Dated(2024, 3, 12),
    "2022年6月30号": Dated(2022, 6, 30),
    "2024/3/1": Dated(2024, 3, 1),
    "20251224": Dated(2025, 12, 24),
    "2024311日": Dated(2024, 3, 11),
    "2024111日": Reason.AMBIGUOUS_DATE,
    "202311": Dated(2023, 11),
    "45200": Dated(2023, 10, 1),
    "45200.0": Dated(2023, 10, 1),
    "２０２３年１月５日": Dated(2023, 1, 5),
    "2023年": Dated(2023),
    "2023 年 1 月 5 日": Dated(2023, 1, 5),
    "2023-10-20 00:00:00": Dated(2023, 10, 20),
    "2023-02-30": Reason.UNREADABLE_DATE,
    "2025.1": Reason.AMBIGUOUS_DATE,
    "1900-01-01": Reason.IMPLAUSIBLE,
    "明年": Reason.UNREADABLE_DATE,
}


def test_dates_of_every_form() -> None:
    assert {text: read_date(text) for text in DATES} == DATES


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    forms = ("%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d号")
    read = {form: read_date(day.strftime(form)) for form in forms}
    assert read == dict.fromkeys(forms, Dated(day.year, day.month, day.day))


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_marks_lost_in_copying_never_give_another_day(day: date) -> None:
    read = read_date(f"{day.year}{day.month}{day.day}日")
    assert read == Reason.AMBIGUOUS_DATE or read == Dated(day.year, day.month, day.day)


@given(st.text(max_size=30))
def test_no_text_breaks_a_parser(text: str) -> None:
    dated = read_date(text)
    assert isinstance(dated, Reason) or dated.first <= dated.last
    lines, reason = read_prices(text, text)
    assert lines or reason
    ages = read_ages(text)
    assert ages is None or 0 <= ages[0] < ages[1]
    assert all(number is None or isinstance(number, int) for number in read_places(text))
    assert isinstance(read_phones(text), tuple)
    read_forms(text), read_classes(text), read_character(text), read_filing(text)


def test_numbers() -> None:
    texts = ["20个", "约30", "1,200", "2班", "４０", "20.0", "20-30", "若干", "-5", "共47个"]
    assert [read_count(text) for text in texts] == [20, 30, 1200, 2, 40, 20, None, None, -5, 47]
    assert read_places("共47个(其中核定普惠托位数:20个)") == (47, 20)
    assert read_places("普惠托位30个，总托位50个") == (50, 30)
    assert read_places("总50（其中非普惠托位20个）") == (None, None)
    assert read_places("150") == (150, None)
    assert [read_area(text) for text in ("694.26", "300㎡", "约1,200平方米", "两层")] == [
        694.26,
        300.0,
        1200.0,
        None,
    ]
    assert read_percentage("36.7%") == 36.7
    assert [read_score(t) for t in ("92.5分", "92/100", "A")] == [(92.5, None), (92, 100), None]


@given(st.integers(0, 10**6))
def test_every_count_reads_back(number: int) -> None:
    assert {
        read_count(f) for f in (f"{number}", f"约{number}个", f"{number:,}", f"{number}.0")
    } == {number}


def _lines(text: str, heading: str = "") -> list[tuple[object, ...]]:
    return [
        (p.form, p.age_class, p.item, p.low, p.high, p.unit, p.meals, p.about)
        for p in read_prices(text, heading)[0]
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "about"),
    [
        ("1280元/人/月", 1280, 1280, "month", False),
        ("545元/生·月", 545, 545, "month", False),
        ("1050元/月.生", 1050, 1050, "month", False),
        ("510元/人·月", 510, 510, "month", False),
        ("不超过3130元/月", None, 3130, "month", False),
        ("收10/天", 10, 10, "day", False),
        ("3000元左右/月", 3000, 3000, "month", True),
        ("1800-2600元/月", 1800, 2600, "month", False),
        ("1800元/月-2600元/月", 1800, 2600, "month", False),
        ("80元/天", 80, 80, "day", False),
        ("15元/小时", 15, 15, "hour", False),
        ("4500元/学期", 4500, 4500, "term", False),
        ("每月１２００元", 1200, 1200, "month", False),
        ("1,200元/月", 1200, 1200, "month", False),
        ("2000元/月起", 2000, None, "month", False),
        ("2-3岁1500元/月", 1500, 1500, "month", False),
    ],
)
def test_one_price(text: str, low: int | None, high: int | None, unit: str, about: bool) -> None:
    assert _lines(text) == [(None, None, None, low, high, unit, None, about)]


def test_several_prices_in_a_cell() -> None:
    senior, junior = AgeClass.SENIOR, AgeClass.JUNIOR
    assert _lines("托大班1200元/月，托小班1500元/月") == [
        (None, senior, None, 1200, 1200, "month", None, False),
        (None, junior, None, 1500, 1500, "month", None, False),
    ]
    assert _lines("全日托2000元/月；半日托1000元/月，不含餐") == [
        (Form.FULL_DAY, None, None, 2000, 2000, "month", "excluded", False),
        (Form.HALF_DAY, None, None, 1000, 1000, "month", "excluded", False),
    ]
    assert _lines("2000元/月（含餐），延时费10元/天")[1][2:6] == ("late", 10, 10, "day")


def _priced(text: str, heading: str = "收费标准") -> dict[str, tuple[object, ...]]:
    prices: dict[str, tuple[object, ...]] = {}
    for one in prices_of(None, None, None, text, heading).statements:
        assert isinstance(one.value, dict)
        prices[one.field] = tuple(one.value[key] for key in ("min", "max", "unit", "meals"))
    return prices


def _doubts(text: str, heading: str = "收费标准") -> list[str]:
    return [one.reason for one in prices_of(None, None, None, text, heading).problems]


def test_amounts_that_differ_by_what_was_not_read() -> None:
    monthly = {"price.full_day": (2800, 2800, "month", None)}
    for text in ("2800元/月，150元/天", "2800元/月（二孩2500元/月）", "2800元/月，周六100元/天"):
        assert (_priced(text), _doubts(text)) == (monthly, [Reason.SEVERAL_PRICES])
    assert _priced("1000元/月（半日托）") == {"price.half_day": (1000, 1000, "month", None)}
    steps = _priced("一档2100 二档1700 三档1400", "收费标准（元/月）")
    assert steps == {"price.full_day": (1400, 2100, "month", None)}
    assert _priced("2-3岁1500元/月，1-2岁1800元/月") == {
        "price.full_day": (1500, 1800, "month", None)
    }
    assert _priced("全日托2800，临时托150元/天")["price.full_day"] == (2800, 2800, "month", None)


def test_what_meals_cost_is_never_the_fee() -> None:
    assert _priced("2000元/月（含餐费300元）") == {
        "price.full_day": (2000, 2000, "month", "included")
    }
    for text in ("2000元/月，伙食费另收20元/天", "2000元/月，不含餐费20元/天"):
        assert _priced(text) == {
            "price.full_day": (2000, 2000, "month", "excluded"),
            "price.meals": (20, 20, "day", None),
        }


def test_the_unit_comes_from_the_heading_or_is_said_to_be_assumed() -> None:
    assert read_prices("550", "全日托收费（元/月）")[1] is None
    assert _lines("2000~2500", "收费(元/天)")[0][5] == "day"
    assert read_prices("3000元左右")[1] is Reason.UNIT_ASSUMED
    reasons = [
        read_prices(text)[1] for text in ("面议", "500元/周", "10", "0", "详询", "999999元/月")
    ]
    assert reasons == [
        Reason.NEGOTIABLE_PRICE,
        Reason.UNKNOWN_UNIT,
        Reason.UNKNOWN_UNIT,
        Reason.ZERO_PRICE,
        Reason.UNREADABLE_PRICE,
        Reason.IMPLAUSIBLE,
    ]
    assert _lines("免费")[0][3:6] == (0, 0, "month")


def test_words() -> None:
    assert read_forms("全日托,临时托") == ((Form.FULL_DAY, Form.TEMPORARY), False)
    assert read_forms("半托、小时托") == ((Form.HALF_DAY, Form.HOURLY), False)
    assert read_forms("日托、周末托")[1] is True
    every = (AgeClass.SENIOR, AgeClass.JUNIOR, AgeClass.INFANT, AgeClass.MIXED)
    assert read_classes("托大班、托小班、乳儿班、混托班") == (every, False)
    assert read_classes("托班") == ((), False)
    assert [read_yes_no(text) for text in ("√", "是", "否", "×", "看情况")] == [
        True,
        True,
        False,
        False,
        None,
    ]
    assert [
        read_filing(text)
        for text in ("卫生健康部门备案", "已备案", "已注销备案", "未备案", "备案中", "甲")
    ] == [
        Filed.YES,
        Filed.YES,
        Filed.CANCELLED,
        False,
        False,
        None,
    ]
    assert [read_operating(text) for text in ("开业", "暂停营业", "停业", "甲")] == [
        True,
        False,
        False,
        None,
    ]


def test_natures_are_read_from_any_mixture() -> None:
    private, public, both = Nature.PRIVATE, Nature.PUBLIC, Nature.PUBLIC_PRIVATE
    told = {
        "普惠性民办幼儿园托班": Character(private, setting=Setting.KINDERGARTEN, inclusive=True),
        "公办": Character(public),
        "公建民营": Character(both),
        "国有民营": Character(both),
        "民非": Character(private, profit=False),
        "事业单位": Character(public, profit=False),
        "非营利性": Character(profit=False),
        "营利性": Character(profit=True),
        "社区托育机构": Character(setting=Setting.COMMUNITY),
        "托育机构": Character(setting=Setting.STANDALONE),
        "非普惠": Character(inclusive=False),
        "公办转民办": None,
    }
    assert {text: read_character(text) for text in told} == told


def test_ages() -> None:
    texts = [
        "2-3岁",
        "6个月-3岁",
        "18—36月龄",
        "1.5-3岁",
        "一岁半至三岁",
        "3岁以下",
        "18个月以上",
        "托班",
    ]
    assert [read_ages(text) for text in texts] == [
        (24, 36),
        (6, 36),
        (18, 36),
        (18, 36),
        (18, 36),
        (0, 36),
        (18, 36),
        None,
    ]


def test_phones() -> None:
    assert read_phones("0730—8866800") == ("0730-8866800",)
    assert read_phones("0871-67195361 67195361") == ("0871-67195361", "67195361")
    assert read_phones("４００－８２０－１２３４；0515-88668000转8") == (
        "400-820-1234",
        "0515-88668000转8",
    )
    assert read_phones("+86 138-0000-0000、13900000000") == ()
