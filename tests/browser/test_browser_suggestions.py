"""The box with its suggestions, by keyboard and by touch, and the pages of what was typed."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import check

pytestmark = pytest.mark.browser


def typed(page: Page, text: str) -> None:
    """Type into the box, and wait for its list."""
    page.locator("#q").press_sequentially(text)
    page.locator("#suggestions [role=option]").first.wait_for()


def marked(page: Page) -> str | None:
    """The text of the option that the box names as its active one."""
    text: str | None = page.evaluate(
        """() => {
          const id = document.getElementById("q").getAttribute("aria-activedescendant");
          return id && document.getElementById(id).querySelector(".suggestion__text").textContent;
        }"""
    )
    return text


@pytest.mark.parametrize("path", ["/", "/nurseries"])
def test_a_nursery_is_chosen_by_keyboard(visit: Callable[..., Visit], path: str) -> None:
    visitor = visit(1280)
    page = visitor.open(f"/zh-hant{path}")
    box = page.get_by_role("combobox")
    assert box.get_attribute("aria-expanded") == "false"
    box.focus()
    typed(page, "suyang")
    assert box.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("listbox", name="搜尋建議").is_visible()
    page.get_by_role("status").get_by_text("1 則建議").wait_for(state="attached")
    page.keyboard.press("ArrowDown")
    assert marked(page) == "苏阳托育服务(苏州)有限公司"
    option = page.locator("[role=option][aria-selected=true]")
    assert option.locator("[lang=zh-Hans]").count() == 1
    assert option.locator(".suggestion__reading").inner_text() == "蘇陽托育服務(蘇州)有限公司"
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh-hant/nurseries/suyang")
    assert visitor.said == []


def test_the_list_is_walked_left_and_closed(visit: Callable[..., Visit]) -> None:
    page = visit(1280).open("/zh-hans/")
    box = page.get_by_role("combobox")
    box.focus()
    typed(page, "苏")
    first, last = (
        page.locator("#suggestions .suggestion__text").nth(place).inner_text() for place in (0, -1)
    )
    page.keyboard.press("ArrowDown")
    assert marked(page) == first
    page.keyboard.press("ArrowUp")
    assert marked(page) is None
    page.keyboard.press("ArrowUp")
    assert marked(page) == last
    page.keyboard.press("ArrowDown")
    assert marked(page) is None
    page.keyboard.press("Escape")
    assert (box.get_attribute("aria-expanded"), box.input_value()) == ("false", "苏")
    page.keyboard.press("ArrowDown")
    page.locator("#suggestions [role=option]").first.wait_for()
    page.keyboard.press("Tab")
    assert box.get_attribute("aria-expanded") == "false"
    box.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/nurseries?q=*")


def test_a_place_is_added_to_the_conditions_of_the_page(visit: Callable[..., Visit]) -> None:
    page = visit(390, has_touch=True).open("/zh-hans/nurseries?form=full_day&region=51")
    page.locator("#q").focus()
    typed(page, "张家")
    page.locator("[data-kind=division]").first.tap()
    page.wait_for_url("**/nurseries?q=*")
    assert parse_qsl(urlsplit(page.url).query) == [
        ("q", "江苏省苏州市张家港市"),
        ("form", "full_day"),
    ]
    assert page.locator(".chip--read").inner_text().split() == [
        "地区",
        "张家港市",
        "，去掉这个条件",
    ]


def test_only_the_last_text_is_answered(visit: Callable[..., Visit]) -> None:
    page = visit(1280).open("/zh-hans/")
    asked: list[str] = []

    def slow_at_first(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            return  # never answered: the next text gives it up
        route.continue_()

    page.route("**/api/v1/suggest?*", slow_at_first)
    page.locator("#q").focus()
    with page.expect_event("requestfailed"):
        page.keyboard.type("江")
        page.wait_for_timeout(300)
        page.keyboard.type("阳")
    page.locator("#suggestions [role=option]").first.wait_for()
    assert page.locator("#suggestions .suggestion__text").first.inner_text().endswith("江阳区")
    assert len(asked) == 2  # letters typed in one breath are asked for once


def test_without_script_there_is_no_list(visit: Callable[..., Visit]) -> None:
    page = visit(390, java_script_enabled=False).open("/zh-hans/")
    assert page.get_by_role("searchbox").count() == 1
    assert page.locator("#suggestions").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/nurseries"])
def test_the_open_list_is_for_everybody(visit: Callable[..., Visit], path: str, width: int) -> None:
    visitor = visit(width)
    page = visitor.open(f"/zh-hant{path}")
    page.locator("#q").focus()
    typed(page, "苏")
    page.keyboard.press("ArrowDown")
    seen = page.evaluate(
        """() => [...document.querySelectorAll("[role=option]")].every((option) => {
          option.scrollIntoView({ block: "nearest" });
          const box = option.getBoundingClientRect();
          const there = document.elementFromPoint(box.left + 20, box.top + box.height / 2);
          return option.contains(there);
        })"""
    )
    assert seen, "an option is covered or cut"
    check(visitor, "list")


def test_a_second_place_is_shared_after_the_first(visit: Callable[..., Visit]) -> None:
    visitor = visit(
        1280, geolocation={"latitude": 31.4, "longitude": 120.7}, permissions=["geolocation"]
    )
    page = visitor.open("/zh-hans/nurseries?near=31.316,120.636&form=full_day")
    page.get_by_role("button", name="我现在就在第二起点").click()
    page.wait_for_url("**near2=*")
    assert page.locator(".card__ways").first.inner_text().startswith("直线距离：距第一起点 ")
    assert page.locator(".sorts [aria-current]").inner_text() == "较远的一段"


def test_a_typed_distance_is_kept_when_the_place_is_shared(visit: Callable[..., Visit]) -> None:
    visitor = visit(
        390, geolocation={"latitude": 31.316, "longitude": 120.636}, permissions=["geolocation"]
    )
    page = visitor.open(f"/zh-hans/nurseries?q={quote('离我近 5公里内 全日托')}")
    page.locator(".notice--near button").click()
    page.wait_for_url("**near=*")
    assert parse_qsl(urlsplit(page.url).query) == [
        ("q", "离我近 5公里内 全日托"),
        ("near", "31.316,120.636"),
        ("sort", "distance"),
    ]
