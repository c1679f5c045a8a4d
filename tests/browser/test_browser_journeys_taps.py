"""Five things that a new parent comes for, counted in taps from home: at most six of each.

A text that is typed counts as one tap, whatever its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

MOST = 6


@dataclass
class Parent:
    """Somebody at home, who counts taps."""

    page: Page
    script: bool
    taps: int = 0

    def tap(self, what: Locator) -> None:
        """Tap what can be seen."""
        what.click()
        self.taps += 1

    def type(self, where: Locator, text: str) -> None:
        """Type into a field."""
        where.fill(text)
        self.taps += 1

    def search(self, text: str) -> None:
        """Type into the box of the home page and send it: two taps."""
        self.type(self.page.locator("#q"), text)
        self.tap(self.page.get_by_role("button", name="搜索", exact=True))


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def parent(request: pytest.FixtureRequest, visit: Callable[..., Visit]) -> Iterator[Parent]:
    """A parent on a telephone, at home; never more than six taps."""
    visitor = visit(390, java_script_enabled=request.param)
    somebody = Parent(visitor.open("/zh-hans/"), request.param)
    yield somebody
    assert 1 <= somebody.taps <= MOST


def test_the_nearest_that_suits_child_and_purse(visit: Callable[..., Visit]) -> None:
    """Without a script and without sharing a place: the longest way there is."""
    page = visit(390, java_script_enabled=False).open("/zh-hans/")
    parent = Parent(page, script=False)
    parent.search("普惠 全日托 2000元以下 20个月")
    parent.tap(page.locator(".filters__open"))
    parent.tap(page.locator("details:has(#near) > summary").last)
    parent.type(page.locator("#near"), "31.316,120.636")
    parent.tap(page.get_by_role("button", name="应用筛选"))
    assert page.locator(".card").first.locator(".card__distance").count() == 1
    assert parent.taps == MOST


def test_whether_this_place_is_filed(parent: Parent) -> None:
    page = parent.page
    parent.tap(page.get_by_role("link", name="查备案", exact=True).first)
    parent.type(
        page.locator("main form input[type=search], main form input[type=text]").first, "苏阳托育"
    )
    parent.tap(page.locator("main form button[type=submit]").first)
    assert "已备案" in page.locator("main").inner_text()


def test_two_are_compared(parent: Parent) -> None:
    page = parent.page
    parent.tap(page.get_by_role("link", name="找托育", exact=True).first)
    for place in (0, 1):
        parent.tap(page.locator(".choose").nth(place))
    parent.tap(page.locator(".choosing-bar button[type=submit]").first)
    assert page.locator("h1").inner_text() == "2 家机构对比"


def test_what_a_provincial_demonstration_promises(parent: Parent) -> None:
    page = parent.page
    parent.search("省级示范是什么意思")
    parent.tap(page.locator("main a[href*='/policies/']").first)
    assert "/policies/" in page.url
    assert "示范" in page.locator("h1").inner_text()


def test_questions_for_a_visit_are_printed(parent: Parent) -> None:
    page = parent.page
    parent.tap(page.get_by_role("link", name="找托育", exact=True).first)
    parent.tap(page.locator(".choose").first)
    parent.tap(page.locator(".choosing-bar button[type=submit]").nth(1))
    assert page.locator(".paper").count() == 1
    if parent.script:
        page.evaluate("window.print = () => { document.title = 'printed'; }")
        parent.tap(page.locator("[data-print]").first)
        assert page.title() == "printed"
