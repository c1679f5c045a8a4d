"""What a nursery costs a family: the arithmetic, the form, and the price among others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from nursery_site.cost_arguments import cost_choice
from nursery_site.costs import (
    Choice,
    Stretch,
    care_key,
    cares,
    chosen_care,
    monthly_cost,
    months_taken,
    stretches,
)
from nursery_site.kindergarten import septembers
from nursery_site.stores import stores
from registry.limits import BadLimits, load_limits
from registry.vocabulary import AgeClass, Form, Meals, Unit
from search_index.columns import CLASS_AGES
from search_index.peers import PricePeers
from tests.site.sample import PLAIN, SUYANG, price
from tests.site.staging import ROOT
from tests.site.visitor import Visitor

Texts = Callable[[Element, str], list[str]]
PRICES = SUYANG.prices
INFANT, SENIOR, HOURLY, MEALS = PRICES


def test_a_sum_multiplies_every_price_by_its_units_in_a_month() -> None:
    cost = monthly_cost(PRICES, INFANT, Choice(days=20))
    assert [(part.price, part.times) for part in cost.parts] == [(INFANT, 1), (MEALS, 20)]
    assert (cost.low, cost.high, cost.missing, cost.beside) == (3040, 3040, None, ())


def test_hours_are_days_times_hours() -> None:
    cost = monthly_cost(PRICES, HOURLY, Choice(days=10, hours=3, extras=frozenset()))
    assert (cost.low, cost.high) == (900, 900)


def test_included_meals_are_not_added_again() -> None:
    care = replace(INFANT, meals=Meals.INCLUDED)
    cost = monthly_cost((care, MEALS), care, Choice())
    assert (cost.high, cost.missing, cost.beside) == (2680, None, ())


@pytest.mark.parametrize(
    ("meals", "missing"),
    [(Meals.EXCLUDED, "meals"), (None, "meals_unclear"), (Meals.INCLUDED, None)],
)
def test_unpublished_meals_are_named_and_left_out(meals: Meals | None, missing: str | None) -> None:
    care = replace(INFANT, meals=meals)
    cost = monthly_cost((care,), care, Choice())
    assert (cost.high, cost.missing) == (2680, missing)


def test_an_open_end_stays_open() -> None:
    care = price(None, 1600)
    cost = monthly_cost((care, MEALS), care, Choice(days=10))
    assert (cost.low, cost.high) == (None, 1780)


def test_what_no_month_can_be_made_of_stands_beside_the_sum() -> None:
    materials = price(300, 300, None, item="materials", unit=Unit.TERM, meals=None)
    deposit = price(1000, 1000, None, item="deposit", unit=Unit.TIME, meals=None)
    cost = monthly_cost((INFANT, MEALS, materials, deposit), INFANT, Choice(days=10))
    assert (cost.high, cost.beside) == (2860, (materials, deposit))


def test_care_by_the_term_cannot_be_chosen() -> None:
    half = price(900, 900, Form.HALF_DAY)
    term = price(9000, 9000, unit=Unit.TERM)
    assert cares((MEALS, half, term, SENIOR)) == (SENIOR, half)
    assert [care_key(one) for one in (SENIOR, half)] == ["full_day.senior", "half_day"]
    assert chosen_care(PRICES, Choice("full_day.senior")) == SENIOR
    assert chosen_care(PRICES, Choice("nothing of theirs")) == INFANT
    assert chosen_care((MEALS, term), Choice()) is None


def test_months_follow_the_ages_else_the_classes() -> None:
    assert months_taken(replace(PLAIN, ages=(30, 36)), CLASS_AGES) == (30, 31, 32, 33, 34, 35)
    classes = (AgeClass.INFANT, AgeClass.SENIOR)
    taken = months_taken(replace(PLAIN, classes=classes), CLASS_AGES)
    assert taken == (*range(6, 12), *range(24, 36))
    assert months_taken(PLAIN, CLASS_AGES) is None


def test_every_month_has_the_price_of_its_class() -> None:
    choice = Choice(extras=frozenset())
    found = stretches(PRICES, INFANT, choice, range(8, 36), CLASS_AGES)
    infant, senior = (monthly_cost(PRICES, one, choice) for one in (INFANT, SENIOR))
    assert found == (Stretch(8, 12, infant), Stretch(12, 24, None), Stretch(24, 36, senior))
    assert [stretch.months for stretch in found] == [4, 12, 12]
    whole = price(1500, 1500)
    assert stretches((whole, INFANT), whole, choice, (34, 35), CLASS_AGES) == (
        Stretch(34, 36, monthly_cost((whole,), whole, choice)),
    )


def test_a_form_that_was_sent_may_leave_the_meals_out() -> None:
    assert cost_choice(MultiDict()) == Choice()
    sent = [("cost_care", "full_day"), ("cost_with", "boarding"), ("cost_with", "x")]
    assert cost_choice(MultiDict(sent)) == Choice("full_day", extras=frozenset({"boarding"}))
    bad = MultiDict([("cost_days", "32"), ("cost_hours", "two"), ("cost_age", "２０个月")])
    assert cost_choice(bad) == Choice(age=20, problems=frozenset({"cost_days", "cost_hours"}))


def _birthdays(age: int, today: date) -> list[date]:
    """Every birthday of a child of so many completed months, found day by day."""
    days = (today - timedelta(days=back) for back in range(31 * (age + 2)))
    return [
        day
        for day in days
        if (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day) == age
    ]


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2026, 8, 31), date(2026, 9, 1)])
@pytest.mark.parametrize("age", [0, 1, 2, 14, 20, 24, 26, 35, 36])
def test_the_september_follows_the_third_birthday(age: int, today: date) -> None:
    found = set()
    for birthday in _birthdays(age, today):
        if (birthday.month, birthday.day) < (9, 1):
            found.add(date(birthday.year + 3, 9, 1))
        else:
            found.add(date(birthday.year + 4, 9, 1))
    assert found
    assert set(septembers(age, today)) == found


@pytest.mark.parametrize(
    ("age", "fit"),
    [
        (0, "满 6 个月起收，到三周岁可用 30 个月"),
        (6, "到三周岁还可用 30 个月"),
        (35, "到三周岁还可用 1 个月"),
        (36, "公布的收托月龄正好到这个月龄为止，请问清楚还收不收。"),
    ],
)
def test_the_fit_is_right_at_both_ends(visitor: Visitor, texts: Texts, age: int, fit: str) -> None:
    page = visitor.page(f"/zh-hans/nurseries/suyang?cost_age={age}")
    (said,) = texts(page, ".//p[@class='cost__fit']")
    assert said == fit


def test_an_age_past_three_is_refused_beside_its_field(visitor: Visitor, texts: Texts) -> None:
    for age in ("37", "-1", "x"):
        page = visitor.page(f"/zh-hans/nurseries/suyang?cost_age={age}")
        assert len(texts(page, ".//span[@id='cost_age-problem']")) == 1
        assert page.find(".//p[@class='cost__fit']") is None


def test_the_page_shows_the_sum_and_how_it_is_made(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries/suyang?cost_age=8")
    assert texts(page, ".//p[@class='cost__total']") == ["每月 3,058 元"]
    rows = ".//section[@aria-labelledby='cost']//tr"
    assert texts(page, f"{rows}/td") == ["2,680", "378", "3,058", "12,232", "28,296", "40,528"]
    assert texts(page, ".//span[@class='sum__formula']") == [
        "2,680 × 1 个月",
        "18 × 21 天",
        "3,058 × 4 个月",
        "2,358 × 12 个月",
    ]
    assert texts(page, ".//p[@class='cost__fit']") == ["到三周岁还可用 28 个月"]
    text = " ".join(page.itertext())
    assert "有 12 个月的班型没有公布价格，未计入合计。" in text


@pytest.mark.parametrize("locale", ["zh-hans", "zh-hant", "en"])
def test_the_form_shows_what_was_chosen(visitor: Visitor, texts: Texts, locale: str) -> None:
    query = "cost_care=temporary&cost_days=5&cost_hours=99&cost_age=40"
    page = visitor.page(f"/{locale}/nurseries/suyang?{query}")
    chosen = page.findall(".//select[@id='cost_care']/option[@selected]")
    assert [option.get("value") for option in chosen] == ["temporary"]
    values = {one: page.find(f".//input[@id='{one}']") for one in ("cost_days", "cost_hours")}
    assert {key: one.get("value") for key, one in values.items() if one is not None} == {
        "cost_days": "5",
        "cost_hours": "8",
    }
    assert len(texts(page, ".//span[@class='problem']")) == 2
    assert page.find(".//input[@id='cost-meals'][@checked]") is None
    birthday = page.find(".//input[@id='birthday']")
    assert birthday is not None
    assert "name" not in birthday.keys()  # noqa: SIM118 - an element's attributes, no mapping


def test_a_nursery_without_prices_has_no_sum(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries/jiuyuan?cost_age=20")
    assert texts(page, ".//p[@class='cost__total']") == []
    assert texts(page, ".//p[@class='cost__fit']") == [
        "收托月龄和班型都未公布，请问清楚是否收您的孩子。"
    ]
    assert "没有公布按月、按天或按小时的保育费，无法合计。" in " ".join(page.itertext())


def test_a_fee_is_compared_in_the_county_else_in_the_city(app: Flask) -> None:
    with app.app_context():
        generation = stores().index.generation
        cheap, suyang = generation.get("ordinary-4"), generation.get("suyang")
        assert cheap is not None
        assert suyang is not None
        assert generation.price_peers(cheap, None) == PricePeers("3205", None, 1300, 2330, 9, 4)
        assert generation.price_peers(suyang, AgeClass.INFANT) == PricePeers(
            "3205", AgeClass.INFANT, 2680, None, 0, 0
        )
        assert generation.price_peers(PLAIN, None) is None


def test_a_median_needs_five_others(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries/ordinary-4")
    assert texts(page, ".//p[@class='among__sentence']") == [
        "低于同类中位数 44%（中位数每月 2,330 元）"
    ]
    assert "苏州市 · 各班型合计，全日托按月，n = 9，另 4 家未公布。" in texts(
        page, ".//div[@class='among']/p"
    )
    page = visitor.page("/zh-hans/nurseries/suyang")
    assert texts(page, ".//p[@class='among__sentence']") == [
        "公布这类价格的其他机构不到 5 家，不计算中位数。"
    ]


def test_the_nearest_filed_nurseries_are_named_with_a_way_to_compare(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page("/zh-hans/nurseries/suyang")
    assert texts(page, ".//p[@class='neighbour__name']") == [
        "张家港市第1托育园",
        "张家港市第5托育园",
    ]
    assert texts(page, ".//p[@class='neighbour__distance']") == [
        "2.6 公里 · 张家港市",
        "4.0 公里 · 张家港市",
    ]
    links = page.findall(".//p[@class='neighbour__compare']/a")
    assert [link.get("href") for link in links] == [
        "/zh-hans/compare?id=suyang&id=ordinary-1",
        "/zh-hans/compare?id=suyang&id=ordinary-5",
    ]
    assert visitor.page("/zh-hans/nurseries/tongyu").find(".//*[@id='nearby']") is None


def test_classes_stand_beside_the_national_rule(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries/suyang")
    assert texts(page, ".//p[@class='limits__rule']") == [
        "6 至 12 个月 每班最多 10 人 1 名保育人员最多照护 3 人",
        "12 至 24 个月 每班最多 15 人 1 名保育人员最多照护 5 人",
        "24 至 36 个月 每班最多 20 人 1 名保育人员最多照护 7 人",
    ]
    assert texts(page, ".//ul[@class='limits__sums']/li") == [
        "按规定，这些班合计最多收 60 人。",
        "公布的核定托位：80 个。",
        "如果每班满员，同时至少需要 13 名保育人员。",
        "公布的保育人员：12 名。",
    ]
    page = visitor.page("/zh-hans/nurseries/jiangpan")
    assert texts(page, ".//ul[@class='limits__sums']/li") == []
    assert visitor.page("/zh-hans/nurseries/jiuyuan").find(".//*[@id='limits']") is None


def test_the_rule_agrees_with_the_ages_that_searches_use() -> None:
    limits = load_limits(ROOT / "content" / "standards" / "setting-2019.yaml")
    ages = {one: (line.first, line.until or 36) for one, line in limits.classes.items()}
    assert ages == CLASS_AGES
    assert [line.carers for line in limits.classes.values()] == [4, 3, 3, None]
    with pytest.raises(BadLimits, match=r"wst-821-2023\.yaml"):
        load_limits(ROOT / "content" / "standards" / "wst-821-2023.yaml")


def test_a_doubtful_code_says_so(visitor: Visitor) -> None:
    words = "这个代码不符合校验规则"
    assert words in " ".join(visitor.page("/zh-hans/nurseries/suyang").itertext())
    assert words not in " ".join(visitor.page("/zh-hans/nurseries/jiangpan").itertext())
