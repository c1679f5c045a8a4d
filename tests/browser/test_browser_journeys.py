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


def test_a_place_that_nobody_shares_has_two_ways_on(visit: Callable[..., Visit]) -> None:
    page = visit(390).open("/zh-hans/nurseries")
    page.get_by_role("button", name="我的附近").click()
    page.get_by_text("无法取得您的位置").wait_for()
    assert page.evaluate("document.activeElement.matches('[data-denied]')")
    page.get_by_role("link", name="填写起点").click()
    assert page.evaluate("document.activeElement.id") == "near"
    assert page.locator("#near").is_visible()
    page.get_by_role("link", name="选一个区县").click()
    assert page.evaluate("document.activeElement.id") == "facet-region"


def test_the_address_is_copied(visit: Callable[..., Visit]) -> None:
    visitor = visit(390, permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open("/zh-hans/nurseries/suyang")
    page.get_by_role("button", name="复制地址").click()
    page.get_by_role("status").get_by_text("已复制").wait_for()
    assert page.get_by_role("button", name="已复制").is_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "苏州市姑苏区平江路128号二楼"


def test_the_sheet_says_how_many_and_applies(visit: Callable[..., Visit]) -> None:
    visitor = visit(390)
    page = visitor.open("/zh-hans/nurseries?sort=price")
    page.locator(".filters__open").click()
    page.get_by_role("button", name="查看 29 家").wait_for()
    page.get_by_label("临时托").check()
    page.locator(".panel__foot [role=status]", has_text="查看 1 家").wait_for(state="attached")
    page.locator("#price_max").fill("x")
    page.locator("#price_max").blur()
    page.get_by_role("button", name="应用筛选").wait_for()
    page.locator("#price_max").fill("")
    page.locator("#price_max").blur()
    page.get_by_role("button", name="查看 1 家").click()
    page.wait_for_url("**form=temporary*")
    assert page.locator(".card").count() == 1
    assert page.locator(".filters__count").inner_text() == "1"
    assert page.locator(".filters[open]").count() == 0
    assert [said for said in visitor.said if "400" not in said] == []


def test_what_was_typed_is_counted_as_it_is_sent(visit: Callable[..., Visit]) -> None:
    page = visit(390).open("/zh-hans/nurseries?q=姑苏区 临时托")
    page.locator(".filters__open").click()
    page.get_by_role("button", name="查看 1 家").wait_for()
    page.get_by_label("临时托").uncheck()
    button = page.locator("[data-counted]")
    page.wait_for_function("document.querySelector('[data-counted]').textContent !== '查看 1 家'")
    promised = button.inner_text()
    button.click()
    page.wait_for_url(lambda url: "临时托" not in url and "%E4%B8%B4" not in url)
    assert promised == f"查看 {page.locator('h1').inner_text().split()[0]} 家"


def test_the_link_of_a_search_is_copied(visit: Callable[..., Visit]) -> None:
    visitor = visit(1280, permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open("/zh-hans/nurseries?form=full_day&near=31.31567,120.63629")
    page.get_by_role("button", name="复制这次搜索的链接").click()
    page.get_by_role("button", name="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{visitor.site}/zh-hans/nurseries?form=full_day&near=31.316,120.636"


def test_a_fifth_cannot_be_ticked_to_compare(visit: Callable[..., Visit]) -> None:
    page = visit(390).open("/zh-hans/nurseries")
    ticks = page.locator(".choose input")
    for place in range(4):
        ticks.nth(place).check()
    assert ticks.nth(4).is_disabled()
    assert "对比最多 4 家" in page.locator(".choosing-bar").inner_text()
    page.get_by_role("button", name="把名单留在本浏览器").click()
    ticks.nth(4).check()
    assert page.get_by_role("button", name="对比", exact=True).is_disabled()
    assert page.get_by_role("button", name="探园提问单").is_enabled()
    ticks.nth(0).uncheck()
    page.get_by_role("button", name="对比", exact=True).click()
    page.wait_for_url("**/compare?*")
    assert page.locator("h1").inner_text() == "4 家机构对比"


def test_a_province_unfolds_below_its_name_on_a_phone(visit: Callable[..., Visit]) -> None:
    page = visit(390, java_script_enabled=False).open("/zh-hans/")
    province = page.locator(".province").first
    name, district = province.locator("h3"), province.locator(".districts a").first
    assert not district.is_visible()
    province.locator("summary").click()
    assert district.is_visible()
    beside = [it.bounding_box() for it in (name, province.locator("summary"))]
    assert beside[0] is not None
    assert beside[1] is not None
    assert beside[0]["y"] == beside[1]["y"]
    wide = visit(1280, java_script_enabled=False).open("/zh-hans/")
    assert wide.locator(".province .districts a").first.is_visible()
    assert not wide.locator(".province summary").first.is_visible()
