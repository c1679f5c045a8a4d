"""The map of a result: what it draws, what it says it does not draw, and where its links lead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from nursery_site.locales import Locale
from nursery_site.stores import stores
from search_index.maps import at, on_map
from search_index.price_bars import STEPS, ends
from search_index.request import Point, SearchRequest, View
from tests.site.visitor import Visitor

Texts = Callable[[Element, str], list[str]]

MOVES = ".//nav[@class='map__moves']/a"


def placed(visitor: Visitor, query: str = "") -> dict[str, tuple[float, float]]:
    items = visitor.json(f"/api/v1/nurseries?per_page=100&{query}")["items"]
    return {
        item["name"]: (item["location"]["lat"], item["location"]["lng"])
        for item in items
        if item["location"]
    }


def test_a_view_and_its_inverse_agree() -> None:
    view = View(31.3, 120.62, 13)
    assert on_map(view, Point(31.3, 120.62)) == pytest.approx((192, 192))
    x, y = on_map(view, Point(31.31, 120.6))
    back = at(view, x, y)
    assert (back.lat, back.lng) == pytest.approx((31.31, 120.6), abs=1e-4)
    assert x < 192
    assert y < 192


@pytest.mark.parametrize("locale", Locale)
def test_every_placed_nursery_is_on_the_map_of_the_whole_result(
    visitor: Visitor, locale: Locale
) -> None:
    page = visitor.page(f"/{locale}/nurseries?per_page=100")
    named = [a.get("aria-label", "") for a in page.findall(".//{*}a[@class='one']")]
    drawn = sum(len(re.findall(r"\d+", name)) if "+" in text else 1 for name, text in _signs(page))
    assert named
    assert drawn == len(placed(visitor))


def _signs(page: Element) -> list[tuple[str, str]]:
    return [
        (a.get("aria-label", ""), a.findtext("{*}text") or "")
        for a in page.findall(".//{*}a[@class='one']")
    ]


def test_a_number_leads_to_its_card(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?per_page=100&map=31.31,120.62,12")
    ends = [a.get("href", "") for a in page.findall(".//{*}a[@class='one']")]
    cards = {card.get("id"): card for card in page.findall(".//ol[@class='cards']/li")}
    straight = [end for end in ends if end.startswith("#")]
    assert straight
    for end in straight:
        assert cards[end[1:]].get("value") == end[2:]


def test_without_a_place_there_is_no_point_but_a_sentence(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/nurseries?per_page=100")
    total = visitor.json("/api/v1/nurseries")["total"]
    without = total - len(placed(visitor))
    assert without
    (caption,) = texts(page, ".//figcaption")
    assert f"{without} 家未公布具体位置，没有画出；其中本页 {without} 家。" in caption
    assert f"结果中有 {total - without} 家在图中。" in caption


def test_the_map_moves_by_links_that_the_url_keeps(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?near=31.31,120.62&map=31.31,120.62,13")
    moves = {a.get("class", ""): a.get("href", "") for a in page.findall(MOVES)}
    assert "map=31.31,120.62,14" in moves["move move--closer"]
    assert "map=31.31,120.62,12" in moves["move move--wider"]
    for href in moves.values():
        assert "near=31.31,120.62" in href
        visitor.page(href)
    assert len(page.findall(".//{*}circle[@class='ring']")) == 3


def test_a_map_that_is_switched_off_stays_off(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?map=off")
    assert page.find(".//details[@id='map']") is None
    again = [a.get("href") for a in page.findall(".//a") if a.text == "显示地图"]
    assert again == ["/zh-hans/nurseries"]
    hidden = {field.get("value") for field in page.findall(".//input[@name='map']")}
    assert hidden == {"off"}


@pytest.mark.parametrize("value", ["1,2", "1,2,99", "a,b,5", "91,0,5", "1,2,5,6"])
def test_a_bad_view_is_named(visitor: Visitor, value: str) -> None:
    answer = visitor.get(f"/api/v1/nurseries?map={value}")
    assert answer.status_code == 400
    problem: dict[str, list[dict[str, str]]] = answer.get_json()
    assert [error["key"] for error in problem["errors"]] == ["map"]


def test_counts_in_view_are_those_of_the_coordinates(app: Flask, visitor: Visitor) -> None:
    with app.app_context():
        generation = stores().index.generation
    view = View(31.3, 120.62, 11)
    found = generation.search(SearchRequest(per_page=1, view=view), mapped=True).map
    assert found is not None
    inside = [
        on_map(view, Point(*place))
        for place in placed(visitor).values()
        if all(0 <= one < 384 for one in on_map(view, Point(*place)))
    ]
    assert found.in_view == len(inside)
    drawn = sum(cluster.count for cluster in found.clusters) + len(found.singles)
    assert found.in_view - drawn in (0, 1)


@pytest.mark.parametrize(
    "request_", [SearchRequest(), SearchRequest(choices={"region": ("3205",)}, price_max=1000)]
)
def test_a_bar_counts_what_its_range_finds(app: Flask, request_: SearchRequest) -> None:
    with app.app_context():
        generation = stores().index.generation
    counted = generation.search(request_, mapped=True).prices
    found = []
    for step in range(STEPS):
        first, last = ends(step)
        found.append(generation.count(replace(request_, price_min=first, price_max=last)))
    assert list(counted) == found
    assert max(found) > 0
