"""The pages on policies in Chromium: for everybody, on paper, and terms without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import check

pytestmark = pytest.mark.browser

PAGES = {"article": "/policies/liaoning-demonstration"}


def test_an_article_in_english_dark_and_narrow(visit: Callable[..., Visit]) -> None:
    visitor = visit(360, color_scheme="dark")
    visitor.page.context.add_cookies([{"name": "care", "value": "1", "url": visitor.site}])
    visitor.open(f"/en{PAGES['article']}")
    check(visitor, "article")


def test_a_term_opens_and_closes_by_touch_and_by_keyboard(visit: Callable[..., Visit]) -> None:
    visitor = visit(390, java_script_enabled=False, has_touch=True)
    page = visitor.open(f"/zh-hans{PAGES['article']}")
    note = page.locator("#term-1")
    assert not note.is_visible()
    page.locator("[popovertarget=term-1].term").tap()
    assert note.is_visible()
    note.get_by_role("button", name="关闭").tap()
    assert not note.is_visible()
    page.locator("[popovertarget=term-1].term").press("Enter")
    assert note.is_visible()
    page.keyboard.press("Escape")
    assert not note.is_visible()


def test_an_article_on_paper_holds_its_terms_and_statements(visit: Callable[..., Visit]) -> None:
    page = visit(794).open(f"/zh-hans{PAGES['article']}")
    page.emulate_media(media="print")
    assert page.locator("#term-1").is_visible()
    assert page.locator(".statements li").first.is_visible()
    assert page.locator("ol.sources").is_visible()
    assert not page.locator(".toc").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [390, 1280])
def test_every_box_stands_in_one_row_with_its_words(
    visit: Callable[..., Visit], width: int
) -> None:
    visitor = visit(width)
    page = visitor.open("/zh-hant/policies/which?region=3205&age=20&need=price")
    labels = page.locator("label:has(input[type=radio], input[type=checkbox])")
    assert labels.count() == 11
    for label in labels.all():
        box, words = (label.locator(part).bounding_box() for part in ("input", "span"))
        assert box
        assert words
        assert words["x"] >= box["x"] + box["width"]
        assert words["y"] < box["y"] + box["height"] / 2 < words["y"] + words["height"]
    check(visitor, f"which-{width}")
