"""Notices and the filing check in Chromium: a season of the demonstration, phone and desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import check

pytestmark = pytest.mark.browser

PAGES = {
    "notices": "/notices",
    "exact": "/filing-check?q=%E6%B1%9F%E9%98%B3%E5%8C%BA%E7%AC%AC1%E6%AA%90%E9%93%83"
    "%E6%89%98%E8%82%B2%E5%9B%AD",
}


def test_a_step_is_numbered_once(visit: Callable[..., Visit], season_site: str) -> None:
    visitor = visit(1280)
    visitor.site = season_site
    steps = visitor.open("/zh-hans/filing-check").locator("ol.steps")
    (first, *_) = steps.locator("> li").all()
    kind = steps.evaluate("list => getComputedStyle(list).listStyleType")
    sign = first.evaluate("step => getComputedStyle(step, '::before').content")
    assert (kind == "none") != (sign == "none")


@pytest.mark.parametrize("name", ["notices", "exact"])
def test_dark_larger_narrow_and_in_english(
    visit: Callable[..., Visit], season_site: str, name: str
) -> None:
    visitor = visit(360, color_scheme="dark")
    visitor.site = season_site
    visitor.page.context.add_cookies([{"name": "care", "value": "1", "url": season_site}])
    visitor.open(f"/en{PAGES[name]}")
    check(visitor, name)


def test_looking_back_and_checking_without_script(
    visit: Callable[..., Visit], season_site: str
) -> None:
    visitor = visit(390, java_script_enabled=False)
    visitor.site = season_site
    page = visitor.open("/zh-hans/notices")
    page.get_by_label("查看日期").fill("2026-03-11")
    page.get_by_label("地区").select_option("5105")
    page.get_by_role("button", name="查看").click()
    assert page.url.endswith("/zh-hans/notices?on=2026-03-11&region=5105")
    assert page.locator(".notice-card__left").all_inner_texts() == ["最后一天"]
    page.get_by_role("link", name="回到今天").click()
    assert page.locator(".notice-card__left").all_inner_texts() == ["还剩 5 天（含当天）"]
    page = visitor.open("/zh-hans/filing-check")
    page.get_by_role("searchbox").fill("江阳区第9檐铃托育园")
    page.get_by_role("button", name="查询").click()
    assert page.locator(".verdict h2").inner_text() == "没有完全一致的，有相近的"
    page.locator(".match h3 a").first.click()
    assert "/zh-hans/nurseries/" in page.url
    assert visitor.said == []
