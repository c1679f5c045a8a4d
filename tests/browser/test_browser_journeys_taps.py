"""Five things that a new parent comes for, counted in taps from home: at most six of each.

On a phone with a script and on a desk without. Every tap, tick and press counts, also the one that
leads into a field; the letters typed there do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

MOST = 6
AT_HOME = {"latitude": 31.31567, "longitude": 120.63629}
PHONE: dict[str, Any] = {"width": 390, "has_touch": True, "is_mobile": True}
DESK: dict[str, Any] = {"width": 1280, "java_script_enabled": False}
WISHES = ("普惠", "全日托", "2000元以内")


@dataclass
class Parent:
    """Somebody at home, who counts taps."""

    page: Page
    script: bool
    taps: int = 0

    def tap(self, what: Locator) -> None:
        """Tap what can be seen."""
        if self.script:
            what.tap()
        else:
            what.click()
        self.taps += 1

    def type(self, where: Locator, text: str) -> None:
        """Tap into a field and type."""
        self.tap(where)
        where.press_sequentially(text)

    def search(self, text: str) -> None:
        """Type into the box of the home page and send it."""
        self.type(self.page.locator("#q"), text)
        self.tap(self.page.get_by_role("button", name="搜索", exact=True))

    def wish(self, *words: str) -> None:
        """Tick wishes on the home page."""
        for word in words:
            self.tap(self.page.get_by_label(word, exact=True))


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk-no-script"])
def parent(request: pytest.FixtureRequest, visit: Callable[..., Visit]) -> Iterator[Parent]:
    """A parent at home; never more than six taps."""
    visitor = visit(**request.param)
    somebody = Parent(visitor.open("/zh-hans/"), request.param is PHONE)
    yield somebody
    assert 1 <= somebody.taps <= MOST
    assert visitor.said == []


def is_nearest(parent: Parent) -> None:
    """The nearest inclusive full-day place under 2,000 yuan for a child of 20 months is first."""
    page = parent.page
    found = {"20 个月", "普惠", "全日托", "不超过 2,000 元"}
    chips = " ".join(page.locator(".chips").all_inner_texts())
    assert [word for word in found if word not in chips] == []
    assert page.locator(".card").first.locator(".card__distance").count() == 1
    assert page.locator(".sorts [aria-current]").inner_text() == "距离"
    assert parent.taps <= MOST


def test_the_nearest_in_a_typed_sentence(visit: Callable[..., Visit]) -> None:
    visitor = visit(**PHONE, geolocation=AT_HOME, permissions=["geolocation"])
    parent = Parent(visitor.open("/zh-hans/"), script=True)
    parent.search("普惠 全日托 2000元以内 20个月 离我近")
    parent.tap(parent.page.get_by_role("button", name="我的附近"))
    parent.page.wait_for_url("**near=*")
    is_nearest(parent)
    assert parent.taps == 3


def test_the_nearest_by_ticks(visit: Callable[..., Visit]) -> None:
    visitor = visit(**PHONE, geolocation=AT_HOME, permissions=["geolocation"])
    parent = Parent(visitor.open("/zh-hans/"), script=True)
    parent.wish(*WISHES)
    parent.type(parent.page.get_by_label("孩子月龄"), "20")
    near = parent.page.get_by_role("button", name="我的附近")
    assert near.is_visible()
    parent.tap(near)
    parent.page.wait_for_url("**near=*")
    is_nearest(parent)
    assert parent.taps == 5


def test_the_nearest_where_no_place_is_shared(visit: Callable[..., Visit]) -> None:
    parent = Parent(visit(**PHONE).open("/zh-hans/"), script=True)
    page = parent.page
    parent.wish(*WISHES)
    parent.tap(page.get_by_role("button", name="我的附近"))
    page.get_by_text("无法取得您的位置").wait_for()
    assert page.evaluate("document.activeElement.matches('[data-denied]')")
    parent.tap(page.get_by_role("link", name="在搜索框里写区县或街道"))
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("姑苏区 20个月")
    parent.tap(page.get_by_role("button", name="搜索", exact=True))
    page.wait_for_url("**/nurseries?q=*")
    assert page.locator("#q").input_value() == "姑苏区 20个月 普惠 全日托 2000元以内"
    assert page.locator(".chip--read").count() == 5
    assert parent.taps == MOST


def test_the_nearest_on_a_desk(visit: Callable[..., Visit]) -> None:
    parent = Parent(visit(**DESK).open("/zh-hans/"), script=False)
    page = parent.page
    parent.search("普惠 全日托 2000元以内 20个月")
    parent.tap(page.locator("details:has(#near) > summary").last)
    parent.type(page.locator("#near"), "31.316,120.636")
    parent.tap(page.get_by_role("button", name="应用筛选"))
    assert page.locator(".card").first.locator(".card__distance").count() == 1
    assert parent.taps == 5


def test_whether_this_place_is_filed(parent: Parent) -> None:
    page = parent.page
    parent.type(page.get_by_label("机构名称、地址或统一社会信用代码"), "苏阳托育")
    parent.tap(page.get_by_role("button", name="查询"))
    assert "已备案" in page.locator("main").inner_text()


def test_two_are_compared(parent: Parent) -> None:
    page = parent.page
    parent.tap(page.get_by_role("link", name="找托育", exact=True).first)
    for place in (0, 1):
        parent.tap(page.locator(".choose").nth(place))
    parent.tap(page.get_by_role("button", name="对比", exact=True))
    page.wait_for_url("**/compare?*")
    assert page.locator("h1").inner_text() == "2 家机构对比"


def test_what_a_provincial_demonstration_promises(parent: Parent) -> None:
    page = parent.page
    parent.search("省级示范是什么意思")
    parent.tap(page.locator("main a[href*='/policies/']").first)
    page.wait_for_url("**/policies/*")
    assert "示范" in page.locator("h1").inner_text()


def test_questions_for_a_visit_are_printed(parent: Parent) -> None:
    page = parent.page
    parent.tap(page.get_by_role("link", name="找托育", exact=True).first)
    parent.tap(page.locator(".choose").first)
    parent.tap(page.get_by_role("button", name="探园提问单"))
    page.locator(".paper").wait_for()
    if parent.script:
        page.evaluate("window.print = () => { document.title = 'printed'; }")
        parent.tap(page.locator("[data-print]").first)
        assert page.title() == "printed"
    page.emulate_media(media="print")
    assert page.locator(".paper").is_visible()
    assert not page.locator(".choosing-bar, .menu").first.is_visible()
