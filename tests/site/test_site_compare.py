"""Nurseries side by side: the page, its odd URLs, and the CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from nursery_site import qr
from nursery_site.choosing import Choice, parse
from nursery_site.locales import Locale
from nursery_site.views import visit
from search_index.distance import straight_line
from search_index.request import Point, SearchRequest
from tests.site.sample import NURSERIES
from tests.site.visitor import Visitor

Texts = Callable[[Element, str], list[str]]
LOCALES = ("zh-hans", "zh-hant", "en")
FOUR = "id=suyang&id=tongyu&id=jiangpan&id=jiuyuan"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "query",
    ["", "?id=suyang", "?id=nix", f"?{FOUR}&near=31.31,120.63&age=20", f"?{FOUR}&id=ordinary-1"],
)
def test_every_choice_is_answered(visitor: Visitor, locale: str, query: str) -> None:
    page = visitor.page(f"/{locale}/compare{query}")
    assert page.find(".//form[@class='finder']") is not None or FOUR in query
    assert (page.find(".//div[@role='table']") is not None) is (FOUR in query)


def rows(page: Element, texts: Texts) -> dict[str, list[str]]:
    """What each row of the table says, by its words."""
    found = {}
    for row in page.findall(".//div[@class='sides__group']/div[@class='sides__row']"):
        term = " ".join("".join(row[0].itertext()).split())
        found[term.removesuffix("相同")] = texts(row, "./div/div[@class='sides__said']")
    assert len(found) > 10
    return found


def test_rows_say_what_is_published(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/compare?id=suyang&id=jiangpan&near=31.3156,120.6362")
    found = rows(page, texts)
    assert found["距离"] == ["50 米", "未公布"]
    assert found["全日托价格"] == [
        "乳儿班：2,680 元/月、不含伙食费托大班：1,980 元/月、不含伙食费",
        "900–1,200 元/月、不含伙食费",
    ]
    assert found["核定托位"] == ["80", "60"]
    assert found["示范"] == ["省级示范", "区县级示范 限期整改中"]
    assert found["普惠"] == ["部分普惠", "普惠"]
    assert found["工作人员"] == ["工作人员：18 名保育人员：12 名", "未公布"]
    assert found["备案"] == ["已备案", "已备案"]


def test_only_rows_that_differ(visitor: Visitor, texts: Texts) -> None:
    pair = "/zh-hans/compare?id=suyang&id=jiangpan"
    everything = rows(visitor.page(pair), texts)
    fewer = rows(visitor.page(f"{pair}&only=differences"), texts)
    assert fewer == {term: said for term, said in everything.items() if len({*said}) > 1}
    assert len(fewer) < len(everything)
    switch = visitor.page(pair).find(".//nav[@class='compare__tools']/a")
    assert switch is not None
    assert switch.get("href") == f"{pair}&only=differences"
    assert f"{len(fewer)} 行" in (switch.text or "")


def test_a_row_nobody_publishes_is_a_question(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/compare?id=tongyu&id=jiangpan")
    assert "开放时间" not in rows(page, texts)
    asked = texts(page, ".//section[@aria-labelledby='blanks']//dt")
    assert asked == ["开放时间", "工作人员", "建筑面积", "承诺最长预收", "电话"]


def test_odd_urls_are_explained(visitor: Visitor, texts: Texts) -> None:
    url = f"/zh-hans/compare?id=nix&{FOUR}&id=ordinary-1&id=suyang"
    page = visitor.page(url)
    assert texts(page, ".//ul[@class='unknown-ids']/li") == ["nix"]
    left = page.findall(".//ul[@class='left-out']/li/a")
    instead = "/zh-hans/compare?id=suyang&id=tongyu&id=jiangpan&id=ordinary-1"
    assert [one.get("href") for one in left] == [instead]
    assert texts(page, ".//p[@class='notice']") == ["重复的机构只列一次。"]
    assert texts(page, ".//h1") == ["4 家机构对比"]


def test_members_come_and_go_by_links(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/compare?id=suyang&id=tongyu&near=31.3156789,120.63")
    removing = [one.get("href") for one in page.findall(".//a[@class='member__remove']")]
    assert removing == [
        "/zh-hans/compare?id=tongyu&near=31.316,120.63",
        "/zh-hans/compare?id=suyang&near=31.316,120.63",
    ]
    found = visitor.page("/zh-hans/compare?id=suyang&q=%E6%B1%9F%E7%95%94")
    added = [one.get("href") for one in found.findall(".//ul[@class='finder__found']/li/a")]
    assert added[0] == "/zh-hans/compare?id=suyang&id=jiangpan"
    alone = visitor.page("/zh-hans/compare?id=suyang")
    assert alone.findall(".//ul[@class='finder__found']/li/a")


@pytest.mark.parametrize("name", ["compare", "shortlist"])
def test_looking_for_another_forgets_nothing(visitor: Visitor, name: str) -> None:
    page = visitor.page(f"/zh-hans/{name}?id=suyang&id=tongyu&near=31.316,120.63&age=20")
    form = page.find(".//form[@class='finder']")
    assert form is not None
    assert [(one.get("name"), one.get("value")) for one in form.findall("./input")] == [
        ("id", "suyang"),
        ("id", "tongyu"),
        ("near", "31.316,120.63"),
        ("age", "20"),
    ]


def test_paper_names_every_list_and_draws_its_own_address(imported: Visitor, texts: Texts) -> None:
    items = imported.json("/api/v1/nurseries?sort=name")["items"]
    ids = "&".join(f"id={item['id']}" for item in items[:2])
    page = imported.page(f"/zh-hans/compare?{ids}")
    listed = texts(page, ".//section[@class='compare__sources']//li")
    named = {number for line in listed for number in line.split() if number[:1] in "AB"}
    beside = {
        (column, ref.text)
        for row in page.findall(".//div[@class='sides__group']/div[@class='sides__row']")
        for column, cell in zip("AB", row.findall("./div[@role='cell']"), strict=True)
        for ref in cell.findall(".//a[@class='ref']")
    }
    assert beside
    assert {f"{column}{number}" for column, number in beside} <= named
    image = page.find(".//section[@class='compare__sources']/img")
    assert image is not None
    code = imported.get(image.get("src") or "")
    assert code.text == qr.svg(f"http://localhost/zh-hans/compare?{ids}")
    first = ids.partition("&")[0]
    assert imported.get(f"/zh-hans/compare/qr.svg?{first}").status_code == 404


def test_sources_are_one_tap_away(imported: Visitor) -> None:
    items = imported.json("/api/v1/nurseries?sort=name")["items"]
    ids = "&".join(f"id={item['id']}" for item in items)
    page = imported.page(f"/zh-hans/compare?{ids}")
    leads = [one.get("href") or "" for one in page.findall(".//div[@role='cell']//a[@class='ref']")]
    assert leads
    assert all(one.startswith("/zh-hans/nurseries/") and "#source-" in one for one in leads)
    conflicts = page.findall(".//p[@class='conflict']")
    assert ["55" in "".join(one.itertext()) for one in conflicts] == [True]
    text = imported.get(f"/zh-hans/compare.csv?{ids}").text
    assert "苏州市托育机构名单（filing）" in text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_for_a_spreadsheet(visitor: Visitor, locale: str) -> None:
    response = visitor.get(f"/{locale}/compare.csv?id=suyang&id=jiangpan&id=nix")
    assert response.mimetype == "text/csv"
    assert "attachment" in response.headers["Content-Disposition"]
    text = response.get_data().decode("utf-8-sig")
    lines = list(csv.reader(StringIO(text)))
    table = [line for line in lines if not line[0].startswith("#")]
    assert table[0][1::2] == ["苏阳托育服务(苏州)有限公司", "泸州江畔托育有限公司"]
    assert all(len(line) == 5 for line in table)
    assert len(table) > 15
    assert lines[-2] == ["# 2026-11-21"]
    licence = {"zh-hans": "注明发布机关", "zh-hant": "註明發布機關", "en": "naming the issuers"}
    assert licence[locale] in ",".join(lines[-1])


def test_a_formula_is_never_run(visitor: Visitor) -> None:
    text = visitor.get("/zh-hans/compare.csv?id=suyang&id=jiangpan").text
    cells = [cell for line in csv.reader(StringIO(text)) for cell in line]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "@")]


def test_a_distance_is_that_of_a_search(app: Flask) -> None:
    near = Point(31.3, 120.6)
    with app.test_request_context("/zh-hans/"):
        answer = visit.generation().search(SearchRequest(near=near, per_page=100))
        found = {hit.nursery.id: hit.distance_m for hit in answer.hits}
    assert any(found.values())
    for nursery in NURSERIES:
        if nursery.id in found:
            assert straight_line(near, nursery) == found[nursery.id]


@given(
    st.lists(st.text("abc019-", min_size=1, max_size=6), max_size=9),
    st.none() | st.tuples(st.floats(-89, 89), st.floats(-179, 179)),
    st.none() | st.integers(0, 72),
)
def test_a_choice_survives_its_link(
    ids: list[str], near: tuple[float, float] | None, age: int | None
) -> None:
    point = near and Point(round(near[0], 3), round(near[1], 3))
    choice = Choice(ids=tuple(dict.fromkeys(ids)), near=point or None, age=age, differing=True)
    query = choice.link(Locale.EN, "compare").partition("?")[2]
    pairs = [pair.split("=", 1) for pair in query.split("&") if pair]
    again = parse(MultiDict([(key, value) for key, value in pairs]))
    assert (again.ids, again.near, again.age) == (choice.ids, choice.near, choice.age)
    assert again.differing


@pytest.mark.parametrize(
    ("given_ids", "ids"),
    [
        (["a,b", "c"], ("a", "b", "c")),
        (["https://example.org/zh-hans/nurseries/a?near=1"], ("a",)),
        ([" ", "a", "a"], ("a",)),
    ],
)
def test_ids_as_people_paste_them(given_ids: list[str], ids: tuple[str, ...]) -> None:
    assert parse(MultiDict([("id", one) for one in given_ids])).ids == ids
