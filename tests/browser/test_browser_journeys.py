"""Whole journeys: without JavaScript, by keyboard alone, and with the small script's helps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("locale", "words", "button", "other"),
    [
        ("zh-hans", "苏阳托育", "搜索", "繁體中文"),
        ("zh-hant", "蘇陽託育", "搜尋", "简体中文"),
    ],
)
def test_a_search_without_script_opens_the_nursery(
    visit: Callable[..., Visit], locale: str, words: str, button: str, other: str, width: int
) -> None:
    visitor = visit(width, java_script_enabled=False)
    page = visitor.open(f"/{locale}/")
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name=button).click()
    page.get_by_role("link", name=other).click()
    assert page.get_by_role("searchbox").input_value() == words
    page.locator(".card h2 a").first.click()
    assert page.locator("h1").inner_text() == "苏阳托育服务(苏州)有限公司"
    assert page.url.endswith("/nurseries/suyang")
    assert visitor.said == []


@pytest.mark.parametrize("width", [390, 1280])
def test_both_scripts_open_the_same_real_nursery(
    visit: Callable[..., Visit], real_site: str, width: int
) -> None:
    opened = set()
    for locale, words in (("zh-hans", "苏阳托育"), ("zh-hant", "蘇陽託育")):
        visitor = visit(width)
        visitor.site = real_site
        page = visitor.open(f"/{locale}/")
        page.get_by_role("combobox").fill(words)
        page.keyboard.press("Enter")
        page.locator(".card h2 a").first.click()
        assert page.locator("h1").inner_text() == "张家港市苏阳托育中心有限公司"
        assert page.locator(".fictional").count() == 0
        opened.add(page.url.rsplit("/", 1)[1])
        assert visitor.said == []
    assert len(opened) == 1


def test_filters_without_script(visit: Callable[..., Visit]) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.open("/zh-hans/nurseries?q=&sort=price")
    page.locator(".filters__open").click()
    page.get_by_label("临时托").check()
    page.get_by_role("button", name="应用筛选").click()
    assert {"form=temporary", "sort=price"} <= set(page.url.split("?")[1].split("&"))
    assert page.locator(".card").count() == 1
    page.locator(".chip", has_text="临时托").click()
    assert page.url.endswith("/zh-hans/nurseries?sort=price")


def test_by_keyboard_alone(visit: Callable[..., Visit]) -> None:
    visitor = visit(1280)
    page = visitor.open("/zh-hans/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("苏阳")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nurseries?q=*")
    link = page.locator(".card h2 a").first
    for _ in range(120):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    assert link.evaluate("link => getComputedStyle(link, '::after').outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/nurseries/suyang")


def test_a_place_is_rounded_before_it_is_shared(visit: Callable[..., Visit]) -> None:
    visitor = visit(
        1280,
        geolocation={"latitude": 31.31567, "longitude": 120.63629},
        permissions=["geolocation"],
    )
    page = visitor.open("/zh-hans/nurseries?form=full_day")
    page.get_by_role("button", name="我的附近").click()
    page.wait_for_url("**near=*")
    assert page.url.split("?")[1] == ("form=full_day&near=31.316%2C120.636&within=3&sort=distance")
    # "距离" is for screen readers; what is seen is the figure.
    assert page.locator(".card__distance").first.inner_text().split() == ["距离", "50", "米"]


def test_a_place_that_nobody_shares_is_said_aloud(visit: Callable[..., Visit]) -> None:
    page = visit(1280).open("/zh-hans/nurseries")
    page.get_by_role("button", name="我的附近").click()
    said = "无法取得您的位置"
    page.locator("[data-said]").get_by_text(said).wait_for(state="attached")
    assert page.get_by_role("button", name=said).is_visible()


def test_the_address_is_copied(visit: Callable[..., Visit]) -> None:
    visitor = visit(390, permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open("/zh-hans/nurseries/suyang")
    page.get_by_role("button", name="复制地址").click()
    page.get_by_role("status").get_by_text("已复制").wait_for()
    assert page.get_by_role("button", name="已复制").is_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "苏州市姑苏区平江路128号二楼"


def test_the_sheet_closes_on_the_way_to_the_results(visit: Callable[..., Visit]) -> None:
    visitor = visit(390)
    page = visitor.open("/zh-hans/nurseries")
    page.locator(".filters__open").click()
    page.get_by_role("link", name="查看 29 家").click()
    assert page.locator(".filters[open]").count() == 0
