"""A title's passport beside its badge in results: by pointer, keyboard, touch, and without any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import check

pytestmark = pytest.mark.browser

RESULTS = "/zh-hans/nurseries?demo=provincial"
LINK = ".badge-link[aria-describedby]"


def test_a_pointer_opens_it_and_escape_ends_it(visit: Callable[..., Visit]) -> None:
    visitor = visit(1280)
    page = visitor.open(RESULTS)
    link = page.locator(LINK).first
    link.hover()
    popout = page.locator(".popout")
    meaning = page.locator(f"[id='{link.get_attribute('aria-describedby')}']")
    assert popout.inner_text().split() == meaning.inner_text().split() != []
    check(visitor, "passport")
    page.keyboard.press("Escape")  # the focus is elsewhere
    assert popout.count() == 0


def test_the_keyboard_opens_it_and_stays_where_it_is(visit: Callable[..., Visit]) -> None:
    page = visit(1280).open(RESULTS)
    link = page.locator(LINK).first
    link.focus()
    assert page.locator(".popout").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".popout").count() == 0
    assert link.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nurseries/*#title-*")


def test_a_finger_opens_it_first_and_follows_then(visit: Callable[..., Visit]) -> None:
    visitor = visit(390, has_touch=True, is_mobile=True)
    page = visitor.open(RESULTS)
    link = page.locator(LINK).first
    link.tap()
    popout = page.locator(".popout")
    assert popout.inner_text().endswith("再点一次，看完整说明")
    assert page.url == visitor.site + RESULTS
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("h1").tap()
    assert popout.count() == 0
    link.tap()
    link.tap()
    page.wait_for_url("**/nurseries/*#title-*")
    assert page.locator(".passport:target .passport__facts").is_visible()


def test_without_scripts_it_is_a_link_and_said_below(visit: Callable[..., Visit]) -> None:
    page = visit(390, java_script_enabled=False).open(RESULTS)
    link = page.locator(LINK).first
    assert page.locator(f"[id='{link.get_attribute('aria-describedby')}']").is_visible()
    link.click()
    page.wait_for_url("**/nurseries/*#title-*")
    assert page.locator(".passport:target").is_visible()
