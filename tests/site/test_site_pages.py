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
    assert texts(page, ".//h1/span") == ["每月不超过 2,000 元，苏州市，全日托或半日托"]
    page = visitor.page("/zh-hans/nurseries?price_max=2000&price=unpublished&demo=city")
    assert texts(page, ".//h1/span") == ["月价：每月不超过 2,000 元或未公布，现有示范称号：市级"]


def test_a_price_range_says_what_it_hides_and_how_to_see_it(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?price_max=3000")
    notice = page.find(".//p[@class='notice']")
    assert notice is not None
    link = notice.find("a")
    assert link is not None
    assert link.get("href") == "/zh-hans/nurseries?price_max=3000&price=unpublished"
    wider = visitor.page(str(link.get("href")))
    assert wider.find(".//p[@class='notice']") is None


@pytest.mark.parametrize(("per_page", "last"), [(20, 2), (100, 1)])
def test_beyond_the_last_page_the_way_back_is_shown(
    visitor: Visitor, texts: Texts, per_page: int, last: int
) -> None:
    page = visitor.page(f"/zh-hans/nurseries?page=99&per_page={per_page}")
    assert texts(page, ".//h1") == ["29 家托育机构"]
    assert texts(page, ".//p[@class='notice']") == [f"这次搜索的结果只到第 {last} 页。"]
    numbers = texts(page, ".//nav[@class='paging']/ol/li/a")
    assert numbers == [str(number) for number in range(1, last + 1)]
    assert page.find(".//div[@class='empty']") is None


def test_what_is_not_understood_is_said_and_not_read_back(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries?q=***")
    assert texts(page, ".//h1") == ["29 家托育机构"]
    assert texts(page, ".//p[@class='notice']") == ["未能识别：***"]
    assert visitor.page("/en/nurseries?q=%00 a%01").find(".//p[@class='notice']") is not None


@pytest.mark.parametrize(
    ("query", "key", "described"),
    [
        ("near=x", "near", ".//button[@data-locate]"),
        ("near=1,2&within=999", "within", ".//select"),
        ("near=1,2&sort=cheap", "sort", ".//nav[@class='sorts']"),
        ("star=9", "star", ".//div[@role='group']"),
        ("region=x", "region", ".//div[@role='group']"),
        ("age=999", "age", ".//input[@id='age']"),
    ],
)
def test_a_message_stands_beside_its_field(
    visitor: Visitor, query: str, key: str, described: str
) -> None:
    page = visitor.page(f"/zh-hans/nurseries?{query}")
    assert page.find(f".//p[@id='{key}-problem']") is not None
    by = [element.get("aria-describedby") for element in page.findall(described)]
    assert f"{key}-problem" in by


def test_a_closed_set_shows_what_is_absent(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?q=江畔")
    box = page.find(".//input[@name='form'][@value='hourly']")
    assert box is not None
    assert box.get("disabled") is not None


def test_places_lie_inside_each_other(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?region=3205&region=32")
    inside = page.findall(".//ul[@class='options']/li/ul/li/ul/li/label/input")
    assert {box.get("value") for box in inside} == {"320508", "320582"}
    ticked = [box.get("value") for box in page.iter("input") if box.get("checked") is not None]
    assert ticked == ["3205"]


def test_titles_of_which_nothing_is_said_can_be_asked_for(visitor: Visitor) -> None:
    document = visitor.json("/api/v1/nurseries?demo_state=unpublished&per_page=100")
    assert document["total"] == 26
    assert not [
        item
        for item in document["items"]
        for title in item["recognitions"]
        if title["kind"] == "demonstration"
    ]


def test_an_old_badge_says_its_state(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries/tongyu")
    badges = texts(page, ".//header[@class='nursery__head']//span[@class='badge__text']")
    assert badges == ["已备案", "普惠 拟认定，未见确认", "市级示范 已过期", "公建民营"]
    tones = [
        badge.get("class")
        for badge in page.findall(".//header//ul[@class='badges']/li//span[@class]")
        if str(badge.get("class")).startswith("badge badge--")
    ]
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
    assert facts["核定托位"] == "601 核定数，不是空位数。 另一份名单写的是：55 (2025年12月1日)2"
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
    "back",
    [
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example/",
        "/zh-hans/x\r\nX: 1",
        "/zh-hans/x\0",
        "",
    ],
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


def test_a_wrong_method_is_a_page_too(visitor: Visitor) -> None:
    response = visitor.client.post("/zh-hant/nurseries")
    assert (response.status_code, response.mimetype) == (405, "text/html")
    assert "這個頁面不能這樣使用" in response.text


def test_a_locale_without_a_slash_leads_home(visitor: Visitor) -> None:
    response = visitor.get("/zh-hant")
    assert (response.status_code, response.location) == (308, "/zh-hant/")


def test_home_says_how_much_it_holds_and_how_fresh_that_is(imported: Visitor, texts: Texts) -> None:
    page = imported.page("/zh-hans/")
    assert texts(page, ".//p[@class='section-head__note']") == [
        "1 个省级地区，2 家托育机构，其中 2 家已备案最新名单：2026年6月30日"
    ]
    assert texts(page, ".//li[@class='province']/h3") == ["江苏省 2"]
    assert sorted(texts(page, ".//ul[@class='districts']/li")) == ["吴中区 1", "姑苏区 1"]


def test_a_place_outside_the_copy_is_said_to_be(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries?region=999999&from=timeline&isappinstalled=0")
    chips = texts(page, ".//a[@class='chip']")
    assert chips == ["地区 999999（未收录） ，去掉这个条件"]
    # What other sites add to an address is no concern of its reader.
    assert "isappinstalled" not in "".join(page.find(".//main").itertext())  # type: ignore[union-attr]  # every page has one


def test_a_card_names_what_its_names_are(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hant/nurseries?q=苏阳")
    names = texts(page, ".//p[@class='card__names']/span[span]")
    assert names[0] == "收托名稱 苏阳托育 蘇陽托育"


def test_chinese_in_an_english_sentence_is_marked(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/en/nurseries?region=3205&form=full_day")
    asked = page.find(".//h1/span[@class='search__asked']")
    assert asked is not None
    assert "".join(asked.itertext()) == "苏州市; Full-day"
    assert [(part.get("lang"), part.text) for part in asked] == [("zh-Hans", "苏州市")]
