"""The prepayment guard: arithmetic, bad values beside their fields, rules with their sources."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from nursery_site import prepayment_rules
from nursery_site.argument_values import BadValue
from nursery_site.discounts import UNCLEAR, meanings, read_discount
from nursery_site.offer import KEYS, Offer, read, yuan
from tests.site.staging import ROOT
from tests.site.visitor import Visitor

Texts = Callable[[Element, str], list[str]]
LOCALES = ("zh-hans", "zh-hant", "en")
RULES = prepayment_rules.load(ROOT / "content" / "prepayment.yaml")
OFFERS = st.builds(
    Offer,
    st.integers(1, 36),
    st.floats(0, 1e6),
    st.floats(0, 1e5),
    st.none() | st.floats(1, 1e5),
)


@given(OFFERS)
def test_risk_falls_from_all_to_the_deposit(offer: Offer) -> None:
    steps = [offer.at_risk(used) for used in range(offer.months + 1)]
    assert steps[0] == pytest.approx(offer.total + offer.deposit)
    assert steps[-1] == pytest.approx(offer.deposit)
    assert all(later <= sooner for sooner, later in pairwise(steps))
    assert offer.implied * offer.months == pytest.approx(offer.total)


@given(OFFERS)
def test_an_offer_pays_off_when_it_says(offer: Offer) -> None:
    after = offer.pays_off_after
    if after is None:
        assert offer.monthly is None or offer.saved is None or offer.saved < 0
        return
    assert offer.monthly is not None
    assert after <= offer.months
    assert after * offer.monthly >= offer.total - 0.01 * offer.monthly
    assert (after - 1) * offer.monthly < offer.total or after == 0


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("2,000", 2000), ("¥1980.50", 1980.5), ("１５００元", 1500), (" 0 ", 0)],
)
def test_amounts_as_people_write_them(typed: str, amount: float) -> None:
    assert yuan(typed) == amount


@pytest.mark.parametrize("typed", ["x", "-5", "1e5", "1.234", "", "99999999"])
def test_other_amounts_are_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        yuan(typed)


@pytest.mark.parametrize(
    ("typed", "paid"),
    [
        ("10%", 0.9),
        ("１０％", 0.9),
        ("90% off", 0.1),
        ("9折", 0.9),
        ("９ 折", 0.9),
        ("打九折", 0.9),
        ("85折", 0.85),
        ("八五折", 0.85),
        ("8.5折", 0.85),
        ("10折", 1),
        ("15", 0.85),
        ("0", 1),
    ],
)
def test_discounts_that_mean_one_thing(typed: str, paid: float) -> None:
    assert 1 - read_discount(typed).off == pytest.approx(paid)
    assert meanings(typed) == ()


@pytest.mark.parametrize(
    ("typed", "paid"),
    [
        ("0.9", [0.9, 0.991]),
        ("9", [0.9, 0.91]),
        ("8.5", [0.85, 0.915]),
        ("10", [1, 0.9]),
        ("85", [0.85, 0.15]),
        ("90", [0.9, 0.1]),
        ("95", [0.95, 0.05]),
        ("90%", [0.9, 0.1]),
    ],
)
def test_a_number_that_may_mean_two_things_is_never_guessed_at(
    typed: str, paid: list[float]
) -> None:
    with pytest.raises(BadValue, match=UNCLEAR):
        read_discount(typed)
    meant = meanings(typed)
    assert [1 - one.off for one in meant] == pytest.approx(paid)
    # What is offered is written so that it is read without a second question.
    assert [read_discount(one.written) for one in meant] == list(meant)


@pytest.mark.parametrize("typed", ["x", "100", "100%", "0.9折", "11折", "100折", "-5", "折", "%"])
def test_other_discounts_are_refused(typed: str) -> None:
    with pytest.raises(BadValue, match=r"^discount$"):
        read_discount(typed)


@given(st.text("0123456789.%折 九五off打", max_size=7))
def test_a_discount_is_read_or_asked_about_or_refused(typed: str) -> None:
    meant = meanings(typed)
    assert [read_discount(one.written) for one in meant] == list(meant)
    try:
        read = read_discount(typed)
    except BadValue as error:
        reason = str(error)
    else:
        reason = "" if 0 <= read.off < 1 else "out of range"
    assert reason in ({UNCLEAR} if meant else {"", "discount"})


@given(st.dictionaries(st.sampled_from(KEYS), st.text(max_size=12)), st.none() | st.just(1980.0))
def test_nothing_typed_raises(typed: dict[str, str], published: float | None) -> None:
    reading = read(MultiDict(typed), published)
    assert reading.offer is None or not reading.problems
    assert set(reading.problems) <= set(KEYS)


def test_what_is_missing_is_said() -> None:
    assert read(MultiDict({}), None).problems == {}
    assert read(MultiDict({"months": "6"}), None).problems == {"price": "missing_price"}
    assert read(MultiDict({"total": "6000"}), None).problems == {"months": "missing_months"}
    both = read(MultiDict({"months": "6", "total": "6000", "discount": "10%"}), 1200)
    assert both.problems == {"discount": "total_and_discount"}
    assert read(MultiDict({"months": "6"}), 1200.0).offer == Offer(6, 7200.0, 0.0, 1200.0)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("query", "works"),
    [
        ("", False),
        ("?months=12&price=2000&discount=9%E6%8A%98&deposit=500", True),
        ("?months=0&price=x&total=1&discount=2&deposit=-", False),
        ("?id=suyang&months=6&price=1980", True),
        ("?id=nix", False),
    ],
)
def test_every_offer_is_answered(visitor: Visitor, locale: str, query: str, works: bool) -> None:
    page = visitor.page(f"/{locale}/prepayment{query}")
    assert (page.find(".//table[@class='risk__table']") is not None) is works
    assert len(page.findall(".//li[@class='rule']")) == len(RULES.rules)


def test_a_year_ahead(visitor: Visitor, texts: Texts) -> None:
    url = "/zh-hans/prepayment?months=12&price=2000&discount=10%25&deposit=500"
    page = visitor.page(url)
    assert texts(page, ".//span[@class='risk__amount']") == ["22,100", "1,800"]
    said = texts(page, ".//section[@aria-labelledby='risk']/p")
    assert said[:2] == [
        "如果全部上满，比按月交省 2,400 元（10%）。",
        "没上满 11 个月就停、又一分不退的话，反而亏了。",
    ]
    rows = texts(page, ".//table[@class='risk__table']/tbody/tr/td")
    assert (rows[0], rows[6], rows[-1], len(rows)) == ("22,100", "11,300", "500", 13)
    assert len(page.findall(".//{*}rect")) == 13


@pytest.mark.parametrize("typed", ["9", "0.9", "90", "95", "8.5"])
def test_an_unclear_discount_is_asked_about(visitor: Visitor, texts: Texts, typed: str) -> None:
    query = "id=suyang&months=12&price=2000"
    page = visitor.page(f"/zh-hans/prepayment?{query}&discount={typed}")
    assert page.find(".//table[@class='risk__table']") is None
    assert texts(page, ".//p[@id='discount-problem']") == ["这可以有两种意思，您指哪一种？"]
    ways = page.findall(".//ul[@class='meant']/li/a")
    meant = meanings(typed)
    assert len(ways) == len(meant) == 2
    for way, one in zip(ways, meant, strict=True):
        answer = visitor.page(way.get("href") or "")
        first = texts(answer, ".//span[@class='risk__amount']")[0]
        assert float(first.replace(",", "")) == pytest.approx(24000 * (1 - one.off))
        assert texts(answer, ".//p[@class='offer__read']") == ["".join(way.itertext())]


def test_a_bad_value_is_answered_beside_its_field(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/prepayment?months=99&price=2000")
    assert len(texts(page, ".//p[@id='months-problem']")) == 1
    field = page.find(".//input[@id='months']")
    assert field is not None
    assert (field.get("aria-invalid"), field.get("value")) == ("true", "99")


def test_a_nursery_brings_its_promise(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/prepayment?id=suyang&months=6&price=1980")
    assert texts(page, ".//p[@class='offer__promise']") == [
        "这家公开承诺预收费不超过 3 个月：这次要交的更长。"
    ]


def test_every_rule_has_a_source_and_none_is_national() -> None:
    assert {rule.region for rule in RULES.rules} == {"330182", "5107", "1401", "4201"}
    for rule in RULES.rules:
        assert rule.source.issuer
        assert rule.source.url or rule.source.reported_by
    limits = {rule.region: rule.months for rule in RULES.rules if rule.limit == "months"}
    assert limits == {"330182": 3, "5107": 6}


def test_a_rule_of_another_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text("rules: []", "utf-8")
    with pytest.raises(ValueError, match="rules"):
        prepayment_rules.load(path)
