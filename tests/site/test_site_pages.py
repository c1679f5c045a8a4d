"""Every page in every locale, and what each says about hard cases."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from nursery_site.locales import Locale
from tests.site.visitor import Visitor

PAGES = (
    "/",
    "/nurseries",
    "/nurseries?q=苏阳托育",
    "/nurseries?q=蘇陽託育&form=full_day&form=unpublished&price_max=3000",
    "/nurseries?near=31.31,120.63&near2=31.4,120.7&within=3&sort=distance_sum&age=18",
    "/nurseries?q=没有这样的词语组合&page=3",
    "/nurseries?price_min=x&age=999&star=9&sort=distance&utm_source=a",
    "/nurseries?region=3209z1&region=50&region=unpublished&scheme=unpublished&demo=none",
    "/nurseries?per_page=5&page=2",
    "/nurseries/suyang",
    "/nurseries/tongyu",
    "/nurseries/jiangpan",
    "/nurseries/jiuyuan",
    "/nurseries/ordinary-3",
    "/about",
)

Texts = Callable[[Element, str], list[str]]


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_sound(visitor: Visitor, locale: Locale, path: str) -> None:
    page = visitor.page(f"/{locale}{path}")
    assert page.findall(".//main")


@pytest.mark.parametrize(
    ("locale", "query"), [("zh-hans", "苏阳托育"), ("zh-hant", "蘇陽託育"), ("zh-hant", "苏阳托育")]
)
def test_both_scripts_find_the_same_nursery_first(
    visitor: Visitor, texts: Texts, locale: str, query: str
) -> None:
    page = visitor.page(f"/{locale}/nurseries?q={query}")
    first = page.find(".//ol[@class='cards']/li//h2/a")
    assert first is not None
    assert first.get("href") == f"/{locale}/nurseries/suyang"
    assert texts(page, ".//ol[@class='cards']/li//h2/a")[0] == "苏阳托育服务(苏州)有限公司"


def test_traditional_shows_the_registered_name_and_its_reading(
    visitor: Visitor, texts: Texts
) -> None:
    page = visitor.page("/zh-hant/nurseries/suyang")
    (name,) = page.findall(".//h1/span")
    assert (name.get("lang"), name.text) == ("zh-Hans", "苏阳托育服务(苏州)有限公司")
    assert texts(page, ".//p[@class='nursery__reading']") == ["繁體寫法 蘇陽托育服務(蘇州)有限公司"]
    assert "托大班" in texts(page, ".//dl[@class='facts']")[0]


def test_the_sentence_reads_the_search_back(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries?form=full_day&form=half_day&region=3205&price_max=2000")
    assert texts(page, ".//h1/span") == ["苏州市，全日托或半日托，每月不超过 2,000 元"] or texts(
        page, ".//h1/span"
    ) == ["每月不超过 2,000 元，苏州市，全日托或半日托"]


def test_a_price_range_says_what_it_hides_and_how_to_see_it(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?price_max=3000")
    notice = page.find(".//p[@class='notice']")
    assert notice is not None
    link = notice.find("a")
    assert link is not None
    assert link.get("href") == "/zh-hans/nurseries?price_max=3000&price=unpublished"
    wider = visitor.page(str(link.get("href")))
    assert wider.find(".//p[@class='notice']") is None


def test_an_old_badge_says_its_state(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries/tongyu")
    badges = texts(page, ".//header[@class='nursery__head']//span[@class='badge__text']")
    assert badges == ["已备案", "普惠 拟认定，未见确认", "市级示范 已过期", "公建民营"]
    tones = [badge.get("class") for badge in page.findall(".//header//ul[@class='badges']/li/span")]
    assert tones == [
        "badge badge--filed badge--holds",
        "badge badge--inclusive badge--waits",
        "badge badge--demonstration badge--over",
        "badge badge--founder badge--holds",
    ]


def test_a_district_match_gives_neither_distance_nor_pin(visitor: Visitor) -> None:
    html = visitor.get("/zh-hans/nurseries/tongyu").text
    assert "坐标只定位到区县或村镇，因此没有距离。" in html
    assert "https://uri.amap.com/search?" in html
    assert "uri.amap.com/marker" not in html
    listed = visitor.page("/zh-hans/nurseries?q=童语&near=33.38,120.16&sort=distance")
    assert listed.findall(".//ol[@class='cards']/li")
    assert listed.find(".//p[@class='card__distance']") is None


def test_each_map_gets_its_own_datum_and_order(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries/suyang")
    amap, baidu, tencent = (
        str(link.get("href")) for link in page.findall(".//ul[@class='maps']/li/a")
    )
    assert "position=120.640200,31.313600&" in amap  # as published, GCJ-02, longitude first
    assert "coordinate=gaode" in amap
    assert "coord_type=bd09ll" in baidu
    assert "location=31.31" in baidu
    assert "coord%3A31.313600,120.640200" in tencent


def test_what_is_not_published_becomes_a_question(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries/jiuyuan")
    assert texts(page, ".//dl[@class='questions']/div/dt") == [
        "全日托价格",
        "承诺最长预收",
        "班型",
        "服务形式",
        "开放时间",
        "工作人员",
        "普惠",
        "地址",
        "电话",
        "建筑面积",
    ]


def test_every_value_names_its_source_and_the_other_value(imported: Visitor, texts: Texts) -> None:
    found = imported.json("/api/v1/nurseries?q=云雀")
    page = imported.page(f"/zh-hans/nurseries/{found['items'][0]['id']}")
    facts = dict(
        zip(
            texts(page, ".//section[@aria-labelledby='glance']//dt"),
            texts(page, ".//section[@aria-labelledby='glance']//dd"),
            strict=True,
        )
    )
    assert facts["核定托位"] == "601 核定数，不是空位数。 另一份名单写的是： 55 (2025年12月1日)2"
    assert texts(page, ".//ol[@class='sources']/li//a") == [
        "苏州市托育机构名单（filing）",
        "苏州市托育机构名单（inclusive）",
    ]
    assert page.find(".//*[@class='fictional']") is None


def test_fictional_data_are_said_to_be_on_every_page(visitor: Visitor) -> None:
    for path in PAGES:
        page = visitor.page(f"/zh-hans{path}")
        assert page.find(".//*[@class='fictional']") is not None


def test_the_switch_of_scripts_keeps_page_and_query(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?q=%E8%8B%8F%E9%98%B3&form=full_day&utm=1&page=1")
    hrefs = [link.get("href") for link in page.findall(".//ul[@class='switch']/li/a")]
    query = "q=%E8%8B%8F%E9%98%B3&form=full_day&utm=1&page=1"
    assert hrefs == [f"/{locale}/nurseries?{query}" for locale in ("zh-hans", "zh-hant", "en")]


def test_larger_type_is_remembered_and_comes_back(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?q=a&page=1")
    switch = page.find(".//a[@class='larger-switch']")
    assert switch is not None
    response = visitor.get(str(switch.get("href")))
    assert (response.status_code, response.location) == (303, "/zh-hans/nurseries?q=a&page=1")
    assert visitor.page("/zh-hans/").get("class") == "larger"


@pytest.mark.parametrize(
    "back", ["//evil.example/", "/\\evil.example", "https://evil.example/", ""]
)
def test_the_switch_of_type_leads_nowhere_else(visitor: Visitor, back: str) -> None:
    response = visitor.get("/zh-hans/care", query_string={"size": "larger", "back": back})
    assert response.location == "/zh-hans/"


def test_before_the_first_index_the_operator_is_told_what_to_do(empty_app: Flask) -> None:
    visitor = Visitor(empty_app.test_client())
    for path in ("/zh-hans/", "/zh-hant/nurseries", "/en/nurseries/x", "/zh-hant/about"):
        response = visitor.get(path)
        assert response.status_code == 503
        assert "flask index build" in response.text
        assert response.headers["Retry-After"] == "60"


@pytest.mark.parametrize("locale", list(Locale))
def test_a_missing_page_is_a_page(visitor: Visitor, locale: Locale) -> None:
    assert visitor.get(f"/{locale}/nix").status_code == 404
    assert visitor.get(f"/{locale}/nurseries/nix").status_code == 404
