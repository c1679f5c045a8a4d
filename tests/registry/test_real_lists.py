"""The importer on lists that health commissions published, where they lie beside the project."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from registry.geocoding import geocode
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.nursery import Nursery
from registry.report import ImportReport
from registry.vocabulary import (
    Datum,
    Filed,
    Form,
    Inclusive,
    Meals,
    Nature,
    RecognitionKind,
    SourceKind,
    State,
)

REAL = Path(__file__).parents[3] / "shared" / "data" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the published lists are not here")

TODAY = date(2026, 11, 21)
IN_PUBLICITY = date(2023, 11, 2)
AFTERWARDS = date(2023, 11, 6)


def yancheng(ledger: Ledger) -> ImportReport:
    stated = Statement(
        title="关于2023年市级普惠托育机构和市级示范托育机构名单的公示",
        issuer="盐城市卫生健康委员会",
        published=date(2023, 10, 31),
    )
    return import_list(ledger, REAL / "yancheng-2023-inclusive-and-demonstration.html", stated)


def zhangjiagang(ledger: Ledger, name: str, datum: Datum | None = Datum.GCJ02) -> ImportReport:
    stated = Statement(
        title="张家港市备案托育机构名单（节选）",
        issuer="张家港市卫生健康委员会",
        published=date(2024, 7, 1),
        datum=datum,
    )
    return import_list(ledger, REAL / name, stated)


def by_name(ledger: Ledger) -> dict[str, Nursery]:
    return {nursery.name: nursery for nursery in ledger.nurseries()}


def test_yancheng_is_twelve_nurseries_with_both_names(ledger: Ledger) -> None:
    report = yancheng(ledger)
    assert (report.rows, report.new, report.rejected) == (12, 12, 0)
    nurseries = by_name(ledger)
    assert nurseries["七彩之光托育有限公司"].trading_names == ("爱彼宝国际托教中心",)
    assert nurseries["滨海县运动宝贝早教中心"].trading_names == ()
    assert {nursery.filed for nursery in nurseries.values()} == {None}
    assert {nursery.inclusive(TODAY) for nursery in nurseries.values()} == {None}


def test_yancheng_titles_are_proposed_and_never_more(ledger: Ledger) -> None:
    yancheng(ledger)
    titles = [title for nursery in ledger.nurseries() for title in nursery.recognitions]
    kinds = [title.kind for title in titles]
    assert kinds.count(RecognitionKind.INCLUSIVE) == 11
    assert kinds.count(RecognitionKind.DEMONSTRATION) == 1
    assert {title.level for title in titles} == {"city"}
    assert {title.state(IN_PUBLICITY) for title in titles} == {State.PUBLICITY}
    assert {title.state(date(2023, 11, 4)) for title in titles} == {State.PUBLICITY}
    assert {title.state(AFTERWARDS) for title in titles} == {State.PROPOSED}
    assert {title.state(TODAY) for title in titles} == {State.PROPOSED}


def test_yancheng_zones_are_districts_of_the_city(ledger: Ledger) -> None:
    yancheng(ledger)
    nurseries = by_name(ledger)
    assert nurseries["盐城市松江路幼儿园"].region == ("32", "3209", "3209z1")
    assert nurseries["盐城金睿教育信息咨询有限公司"].region == ("32", "3209", "3209z2")
    assert nurseries["盐城英迪儿教育咨询有限公司"].region == ("32", "3209", "3209z2")
    assert nurseries["响水县响水镇幼儿园"].region == ("32", "3209", "320921")
    assert ledger.divisions().children("3209")[-2:] == ("3209z1", "3209z2")


def test_zhangjiagang_is_ten_nurseries(ledger: Ledger) -> None:
    report = zhangjiagang(ledger, "zhangjiagang-2024-nursery-map.xlsx")
    assert (report.rows, report.new, report.rejected) == (10, 10, 0)
    nurseries = by_name(ledger)
    assert {nursery.region for nursery in nurseries.values()} == {("32", "3205", "320582")}
    assert [name for name, one in nurseries.items() if one.location is None] == [
        "张家港市苏州外国语学校附属幼儿园有限公司"
    ]
    assert not nurseries["张家港市苏州外国语学校附属幼儿园有限公司"].has_distance
    flagged = [one for one in report.problems if one.field == "credit_code"]
    assert [(one.row, one.value) for one in flagged] == [(10, "91320592MA25FOP308")]
    suyang = nurseries["张家港市苏阳托育中心有限公司"]
    assert suyang.forms == (Form.FULL_DAY, Form.TEMPORARY)
    assert suyang.filed is Filed.YES
    assert suyang.nature is Nature.PRIVATE
    assert nurseries["张家港市南沙幼儿园"].nature is Nature.PUBLIC
    assert nurseries["张家港市新塍幼儿园"].nature is None


def test_zhangjiagang_prices_exclude_meals(ledger: Ledger) -> None:
    zhangjiagang(ledger, "zhangjiagang-2024-nursery-map.xlsx")
    prices = [price for nursery in ledger.nurseries() for price in nursery.prices]
    assert sorted(price.high or 0 for price in prices) == [550, 650, 650, 710, 2000, 2580, 3960]
    assert {price.form for price in prices} == {Form.FULL_DAY}
    assert {price.meals for price in prices} == {Meals.EXCLUDED}
    assert {price.as_of for price in prices} == {date(2024, 6, 30)}


def test_zhangjiagang_inclusive_places_tell_yes_partial_and_no(ledger: Ledger) -> None:
    zhangjiagang(ledger, "zhangjiagang-2024-nursery-map.xlsx")
    nurseries = by_name(ledger)
    assert nurseries["张家港市南沙幼儿园"].inclusive(TODAY) is Inclusive.YES
    assert nurseries["张家港市金港中心幼儿园"].inclusive(TODAY) is Inclusive.PARTIAL
    assert nurseries["张家港市阳光绿城幼儿园有限公司"].inclusive(TODAY) is Inclusive.NO
    # Only the inclusive places are published of this one.
    assert nurseries["张家港市闸上幼儿园"].capacity is None
    assert nurseries["张家港市闸上幼儿园"].inclusive(TODAY) is Inclusive.YES


def test_without_a_datum_no_nursery_has_a_place(ledger: Ledger) -> None:
    zhangjiagang(ledger, "zhangjiagang-2024-nursery-map.xlsx", datum=None)
    nurseries = list(ledger.nurseries())
    assert [one.location for one in nurseries] == [None] * 10
    assert sum(one.coordinate is not None for one in nurseries) == 9


def test_the_second_format_is_the_same_ten(ledger: Ledger) -> None:
    zhangjiagang(ledger, "zhangjiagang-2024-nursery-map.xlsx")
    report = zhangjiagang(ledger, "zhangjiagang-2024-nursery-map.gb18030.csv")
    assert (report.new, report.matched, report.ambiguous) == (0, 10, 0)
    assert {nursery.sources for nursery in ledger.nurseries()} == {(1, 2)}


def test_geocodes_of_the_yancheng_addresses(ledger: Ledger) -> None:
    yancheng(ledger)
    stated = Statement(
        title="geocodes-gcj02.csv",
        issuer="",
        published=TODAY,
        kind=SourceKind.GEOCODE,
        datum=Datum.GCJ02,
    )
    report = geocode(ledger, REAL / "geocodes-gcj02.csv", stated)
    assert (report.rows, report.matched, report.rejected) == (13, 12, 1)
    assert [one.value for one in report.problems] == ["如皋市东方花园二期586号"]
    nurseries = by_name(ledger)
    assert not nurseries["七彩之光托育有限公司"].has_distance  # 区县
    assert sum(nursery.has_distance for nursery in nurseries.values()) == 11
    place = nurseries["东台市东方幼儿园"].location
    assert place is not None
    assert (place.published_lat, place.published_lng) == (32.845662, 120.326851)
    assert abs(place.lat - place.published_lat) > 0.001


def test_a_year_of_inclusion_invents_neither_a_day_nor_an_authority(ledger: Ledger) -> None:
    zhangjiagang(ledger, "zhangjiagang-2024-nursery-map.xlsx")
    (title,) = by_name(ledger)["张家港市南沙幼儿园"].recognitions
    assert (title.kind, title.level, title.label) == (RecognitionKind.INCLUSIVE, "city", "市级普惠")
    assert title.issuer == ""
    (event,) = title.events
    assert (event.year_only, event.on.year, event.until) == (True, 2021, None)
    assert title.state(TODAY) is State.VALID
