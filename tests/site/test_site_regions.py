"""Divisions in figures, worked out by hand over a small set of lists; and the real lists."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from nursery_site.locales import Locale
from nursery_site.pages.division_csv import HEADINGS, as_csv
from nursery_site.pages.measures import SORTS, measures_of
from nursery_site.stores import stores
from registry.importing import Statement
from registry.vocabulary import Datum, SourceKind
from tests.site.conftest import made
from tests.site.staging import ROOT, build, import_all, settings_in
from tests.site.visitor import Visitor

REAL = ROOT.parent / "shared" / "data" / "real"

FILING = """机构名称,所在区县,地址,核定托位,普惠托位数,全日托收费（元/月）,备案日期,备案情况
泸州云雀托育中心,江阳区,江阳区一路1号,60,60,1000,2022-03-01,已备案
泸州青禾托育中心,江阳区,江阳区一路2号,40,20,1500,2023-05-12,已备案
泸州小禾托育中心,江阳区,江阳区一路3号,50,0,2000-2400,2023-06-01,已备案
泸州大禾托育中心,江阳区,江阳区一路4号,,,3000,,已备案
泸州新禾托育中心,江阳区,江阳区一路5号,30,,1200,2025-01-01,已备案
泸州老禾托育中心,江阳区,江阳区一路6号,20,,不超过900,2025-02-01,已备案
泸州旧园托育中心,江阳区,江阳区一路7号,500,500,100,2020-01-01,已注销备案
泸县晨光托育中心,泸县,泸县二路1号,25,,800,2025-03-01,已备案
泸县晚晴托育中心,泸县,泸县二路2号,,,,,已备案
"""
PEOPLE = """地区,常住人口（人）,3岁以下婴幼儿数（人）,居民人均可支配收入（元）
江阳区,84000,2100,40000
泸县,62500,,
"""
PILOTS = """试点单位,区县,地址,验收状态,验收日期,验收期限
泸州云雀托育中心,江阳区,江阳区一路1号,验收合格,2026-05-01,2026-06-30
泸县晨光托育中心,泸县,泸县二路1号,未验收,,2026-06-30
"""

SVG = "{http://www.w3.org/2000/svg}"
LEVELS = ".//section[@aria-labelledby='levels']"
Texts = Callable[[Element, str], list[str]]


def _list(
    folder: Path, kind: SourceKind, text: str, published: date, title: str
) -> tuple[Path, Statement]:
    path = folder / f"{kind}.csv"
    path.write_text(text, "utf-8")
    url = f"https://example.org/{kind}"
    return path, Statement(title, "泸州市卫生健康委员会", published, kind, url, region="5105")


@pytest.fixture(scope="module")
def luzhou_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("luzhou")
    settings = settings_in(folder)
    import_all(
        settings,
        _list(folder, SourceKind.FILING, FILING, date(2026, 6, 30), "泸州市备案托育机构名单"),
        _list(folder, SourceKind.POPULATION, PEOPLE, date(2026, 4, 1), "泸州市2025年人口和收入"),
        _list(folder, SourceKind.PILOT, PILOTS, date(2026, 7, 5), "省级托育服务试点验收情况"),
    )
    build(settings)
    return made(settings)


@pytest.fixture
def luzhou(luzhou_app: Flask) -> Visitor:
    return Visitor(luzhou_app.test_client())


@pytest.fixture(scope="module")
def real_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    if not REAL.is_dir():
        pytest.skip("the published lists are not here")
    settings = settings_in(tmp_path_factory.mktemp("real"))
    import_all(
        settings,
        (
            REAL / "yancheng-2023-inclusive-and-demonstration.html",
            Statement(
                "关于2023年市级普惠托育机构和市级示范托育机构名单的公示",
                "盐城市卫生健康委员会",
                date(2023, 10, 31),
            ),
        ),
        (
            REAL / "zhangjiagang-2024-nursery-map.xlsx",
            Statement(
                "张家港市备案托育机构名单（节选）",
                "张家港市卫生健康委员会",
                date(2024, 7, 1),
                datum=Datum.GCJ02,
            ),
        ),
    )
    build(settings)
    return made(settings)


def glance(page: Element, texts: Texts) -> dict[str, str]:
    """The tiles of a page by their names."""
    tiles = ".//section[@aria-labelledby='glance']//dl/div"
    return dict(zip(texts(page, f"{tiles}/dt"), texts(page, f"{tiles}/dd"), strict=True))


def rows(page: Element, texts: Texts, table: str) -> list[str]:
    """The rows of a table of divisions, each as one text."""
    return texts(page, f".//section[@aria-labelledby='{table}']//tbody/tr")


PAGES = ("/regions", "/regions/51", "/regions/5105", "/regions/510502", "/regions/13?sort=price")


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_sound(luzhou: Visitor, locale: Locale, path: str) -> None:
    assert luzhou.page(f"/{locale}{path}").findall(".//main")


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("path", ["/regions", "/regions/50", "/regions/3209z1"])
def test_the_sample_s_pages_are_sound(visitor: Visitor, locale: Locale, path: str) -> None:
    page = visitor.page(f"/{locale}{path}")
    assert page.find(".//*[@class='fictional']") is not None


def test_every_number_of_a_county_is_right(luzhou: Visitor, texts: Texts) -> None:
    page = luzhou.page("/zh-hans/regions/510502")
    assert glance(page, texts) == {
        "备案机构": "6 共收录 6 家",
        "核定托位": "200 6 家中 5 家公布托位",
        "每千人口托位": "2.38 2025 年 84,000 人 6 家中 5 家公布托位",
        "普惠占比": "66.7% 3 家中的 2 家",
        "价格中位数（元/月）": "1,500 5 家的价格",
        "价格占收入比重": "45% 中位数×12÷40,000 元",
        "有示范称号": "未收录名单",
        "试点": "1",
        "公布完整度": "43.3%",
    }
    figures = texts(page, ".//ul[@class='region__figures']/li")
    assert figures == [
        "常住人口 84,000 (2025年12月31日)",
        "3 岁以下婴幼儿 2,100 (2025年12月31日)",
        "居民人均可支配收入（元/年） 40,000 (2025年12月31日)",
    ]
    assert rows(page, texts, "fees") == ["全部班型 1,500 1,000–3,000 5"]
    assert rows(page, texts, "years") == ["2022 1 1", "2023 2 3", "2024 0 3", "2025 2 5"]
    assert "另有 1 家备案机构未公布备案日期" in texts(page, ".//main")[0]


def test_five_prices_are_needed_and_population_too(luzhou: Visitor, texts: Texts) -> None:
    page = luzhou.page("/zh-hans/regions/5105")
    tiles = glance(page, texts)
    assert tiles["价格中位数（元/月）"] == "1,350 6 家的价格"
    assert tiles["每千人口托位"] == "无人口数据"
    assert "价格占收入比重" not in tiles
    assert rows(page, texts, "inside") == [
        (
            "江阳区 6 共收录 6 家 200 6 家中 5 家公布托位 2.38 2025 年 84,000 人"
            " 6 家中 5 家公布托位 66.7% 3 家中的 2 家 1,500 5 家的价格 未收录名单 1 43.3%"
        ),
        (
            "泸县 2 共收录 2 家 25 2 家中 1 家公布托位 0.40 2025 年 62,500 人 2 家中 1 家公布托位"
            " 未公布 价格不足 5 家 未收录名单 0 名单提到 1 家 30%"
        ),
    ]
    county = luzhou.page("/zh-hans/regions/510521")
    assert "公布价格不足 5 家，不显示" in texts(county, ".//section[@aria-labelledby='fees']")[0]
    assert "未收录（不说明当地情况）：" in texts(page, ".//main")[0]
    assert "纳溪区" in texts(page, ".//main")[0]


def test_numbers_lead_to_the_searches_behind_them(luzhou: Visitor, texts: Texts) -> None:
    page = luzhou.page("/zh-hans/regions/510502")
    links = page.findall(".//section[@aria-labelledby='glance']//dd/a")
    hrefs = {str(link.get("href")): str(link.text) for link in links}
    assert list(hrefs) == [
        "/zh-hans/nurseries?region=510502&filed=yes",
        "/zh-hans/nurseries?region=510502&sort=capacity",
        "/zh-hans/nurseries?region=510502&inclusive=yes&inclusive=partial",
        "/zh-hans/nurseries?region=510502&price=published",
    ]
    for href in (*list(hrefs)[:1], "/zh-hans/nurseries?region=510502"):
        api = href.replace("/zh-hans/", "/api/v1/")
        assert luzhou.json(api)["total"] == 6


@pytest.mark.parametrize("sort", SORTS)
def test_each_order_is_a_link_and_puts_the_unknown_last(
    luzhou: Visitor, texts: Texts, sort: str
) -> None:
    page = luzhou.page(f"/zh-hans/regions/5105?sort={sort}")
    names = texts(page, ".//section[@aria-labelledby='inside']//tbody/tr/th")
    assert names == (["江阳区", "泸县"])
    (current,) = page.findall(".//section[@aria-labelledby='inside']//th[@aria-sort]/a")
    default = "" if sort == SORTS[0] else f"?sort={sort}"
    assert current.get("href") == f"/zh-hans/regions/5105{default}#inside"


def test_a_chart_has_the_numbers_of_its_table(luzhou: Visitor, texts: Texts) -> None:
    page = luzhou.page("/zh-hant/regions/5105?sort=places")
    (chart,) = page.findall(f".//section[@aria-labelledby='inside']//{SVG}svg")
    assert texts(chart, f"./{SVG}text") == [
        *("江陽區", "6 家中 5 家公布托位 200"),
        *("瀘縣", "2 家中 1 家公布托位 25"),
    ]
    bars = [
        bar.get("width") for bar in chart.findall(f"./{SVG}rect") if "bar" in str(bar.get("class"))
    ]
    assert bars == ["100.00%", "12.50%"]
    named = f".//figcaption[@id='{chart.get('aria-labelledby')}']"
    assert texts(page, named) == ["瀘州市各地：核定托位"]


def test_no_chart_draws_what_no_list_covers(luzhou: Visitor) -> None:
    path = f".//section[@aria-labelledby='inside']//{SVG}svg"
    assert not luzhou.page("/zh-hans/regions/5105?sort=demonstration").findall(path)
    assert luzhou.page("/zh-hans/regions/5105?sort=pilots").findall(path)


def test_a_list_covers_its_division_and_what_lies_in_or_around_it(
    tmp_path: Path, texts: Texts
) -> None:
    settings = settings_in(tmp_path)
    filed = "机构名称,所在区县,地址,备案情况\n"
    kinds = (
        ("5105", SourceKind.FILING, filed + "泸州云雀托育中心,江阳区,江阳区一路1号,已备案\n"),
        ("5101", SourceKind.INCLUSIVE, filed + "成都云雀托育中心,锦江区,锦江区一路1号,已备案\n"),
        (
            "5105",
            SourceKind.DEMONSTRATION,
            "机构名称,所在区县,地址\n泸州青禾托育中心,泸县,泸县二路1号\n",
        ),
    )
    lists = []
    for number, (region, kind, text) in enumerate(kinds):
        path = tmp_path / f"{number}.csv"
        path.write_text(text, "utf-8")
        url = f"https://example.org/{number}"
        lists.append(
            (path, Statement("市级示范托育机构名单", "卫健委", date(2026, 1, 5), kind, url, region))
        )
    import_all(settings, *lists)
    build(settings)
    visitor = Visitor(made(settings).test_client())
    for region, said in (
        ("", "1"),
        ("/51", "1"),
        ("/5105", "1"),
        ("/510502", "0"),
        ("/5101", "未收录名单"),
    ):
        tiles = glance(visitor.page(f"/zh-hans/regions{region}"), texts)
        assert (region, tiles["有示范称号"], tiles["试点"]) == (region, said, "未收录名单")
    city = visitor.page("/zh-hans/regions/5105")
    levels = f"{LEVELS}/dl/div"
    told = dict(zip(texts(city, f"{levels}/dt"), texts(city, f"{levels}/dd"), strict=True))
    # Of titles of other levels there is no list.
    unknown = dict.fromkeys(("国家级", "省级", "区县级"), "未收录名单")
    assert told == unknown | {"市级": "1"}


def test_documents_stand_beside_the_copy(luzhou: Visitor, texts: Texts) -> None:
    page = luzhou.page("/zh-hans/regions/5105")
    assert texts(page, ".//section[@aria-labelledby='documents']//li") == [
        "普惠机构 目标 · 2024年 215 今日收录 2",
        "核定托位 目标 · 2024年12月31日 19,000 今日收录 225（来自 8 家中的 6 家）",
        "每千人口托位 目标 · 2024年12月31日 4.5 今日收录 未知",
        "价格占收入比重 目标 · 未写明日期 低于 30% 今日收录 未知",
    ]
    hebei = luzhou.page("/zh-hans/regions/13")
    told = texts(hebei, ".//section[@aria-labelledby='documents']//li")
    assert told[0] == "备案机构 公布数 · 2022年7月 1,273 今日收录 未知"
    assert told[1] == "核定托位 公布数 · 2022年7月 超过 138,000 今日收录 未知"
    assert told[4:] == [
        "完成质量提升的试点 公布数 · 2022年7月 126 今日收录 未知",
        "通过验收的试点 目标 · 2022年10月31日 160 今日收录 未知",
    ]
    assert "这里没有收录的托育机构" in texts(hebei, ".//main")[0]


def test_what_pilots_have_to_do(luzhou: Visitor, texts: Texts) -> None:
    page = luzhou.page("/zh-hans/regions/51")
    said = "泸州市卫生健康委员会 2026年7月5日"
    assert texts(page, ".//section[@aria-labelledby='dues']//li") == [
        f"泸县晨光托育中心 试点验收 未完成，已逾期 期限 2026年6月30日 {said}",
        f"泸州云雀托育中心 试点验收 2026年5月1日完成 期限 2026年6月30日 {said}",
    ]


def test_neighbours_stand_beside_the_page_s_own(luzhou: Visitor, texts: Texts) -> None:
    page = luzhou.page("/zh-hans/regions/510521")
    (own,) = page.findall(".//section[@aria-labelledby='around']//tr[@class='divisions__here']")
    assert texts(own, "./th") == ["泸县"]
    assert len(rows(page, texts, "around")) == 2


def test_csv_has_plain_numbers_blanks_and_its_licence(luzhou: Visitor) -> None:
    response = luzhou.client.get("/zh-hans/regions/5105?format=csv")
    assert (response.status_code, response.mimetype) == (200, "text/csv")
    assert "attachment" in response.headers["Content-Disposition"]
    lines = response.text.removeprefix("\ufeff").splitlines()
    found = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    assert list(found[0]) == list(HEADINGS)
    first, second = found
    assert {key: first[key] for key in ("region", "places", "population", "price_median")} == {
        "region": "510502",
        "places": "200",
        "population": "84000",
        "price_median": "1500.0",
    }
    titled = ("demonstration_city", "pilots")  # no list of such titles; a list of pilots
    assert [[line[key] for key in titled] for line in found] == [["", "1"], ["", "0"]]
    said = "泸州市卫生健康委员会：泸州市2025年人口和收入"
    figures = ("population", "children", "income")
    for line, known in ((first, figures), (second, figures[:1])):
        for one in figures:
            told = (line[f"{one}_as_of"], line[f"{one}_source"])
            assert told == (("2025-12-31", said) if one in known else ("", ""))
    assert (first["children_under_3"], first["income"]) == ("2100", "40000.0")
    assert (first["places_per_thousand"], first["price_share_of_income"]) == ("2.381", "0.45")
    assert (second["inclusive"], second["price_median"], second["prices"]) == ("", "", "1")
    assert lines[-2] == "# 2026-11-21"
    assert lines[-1].startswith("# Facts published by")
    county = luzhou.client.get("/zh-hans/regions/510502?format=csv").text
    assert len(county.splitlines()) == 5  # itself and its neighbour


def test_no_cell_of_the_csv_is_run_as_a_formula(luzhou_app: Flask) -> None:
    with luzhou_app.app_context():
        counted = stores().index.generation.statistics.of("5105")
    (measures,) = measures_of([counted], [], {}, [])
    text = as_csv([measures], {"5105": "=1+1"}, {}, date(2026, 11, 21), fictional=False)
    assert text.splitlines()[1].startswith("5105,'=1+1,8,")


def test_what_only_codes_know_leads_to_its_division(visitor: Visitor) -> None:
    response = visitor.get("/zh-hans/regions/5001")
    assert (response.status_code, response.location) == (308, "/zh-hans/regions/50")
    assert visitor.get("/zh-hans/regions/999999").status_code == 404
    page = visitor.page("/zh-hans/regions/500108")
    crumbs = [link.get("href") for link in page.findall(".//nav[@class='crumbs']//a")]
    assert crumbs == ["/zh-hans/regions", "/zh-hans/regions/50"]


def test_an_unknown_order_is_the_first(luzhou: Visitor) -> None:
    page = luzhou.page("/zh-hans/regions/5105?sort=money")
    (current,) = page.findall(".//section[@aria-labelledby='inside']//th[@aria-sort]/a")
    assert current.get("href") == "/zh-hans/regions/5105#inside"


def test_a_page_is_not_made_again(luzhou: Visitor) -> None:
    luzhou.get("/zh-hans/regions")  # the cookie of the language is part of a page
    first = luzhou.get("/zh-hans/regions/5105")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert luzhou.client.get("/zh-hans/regions/5105", headers=tag).status_code == 304
    other = luzhou.client.get("/zh-hans/regions/5105?sort=price", headers=tag)
    assert other.status_code == 200


def test_the_real_lists_give_a_sensible_page(real_app: Flask, texts: Texts) -> None:
    visitor = Visitor(real_app.test_client())
    page = visitor.page("/zh-hans/regions/32")
    names = texts(page, ".//section[@aria-labelledby='inside']//tbody/tr/th")
    assert names == ["苏州市", "盐城市"]
    yancheng = glance(visitor.page("/zh-hans/regions/3209"), texts)
    # The notice proposes titles; it files nobody, and gives neither places nor prices.
    assert yancheng["备案机构"] == "未公布 共收录 12 家"
    assert (yancheng["核定托位"], yancheng["每千人口托位"]) == ("未公布", "无人口数据")
    assert yancheng["价格中位数（元/月）"] == "未公布"
    assert yancheng["有示范称号"] == "0 名单提到 1 家"
    county = glance(visitor.page("/zh-hans/regions/320582"), texts)
    assert county["备案机构"] == "10 共收录 10 家"
    assert county["核定托位"] == "340 10 家中 7 家公布托位"
