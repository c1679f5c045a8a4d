"""The map in a browser: beside the list or above it, tied to its cards, reachable by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import violations

NEAR = "nurseries?near=31.31,120.62&within=5&map=31.31,120.62,13"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("locale", ["zh-hans", "zh-hant"])
def test_a_result_with_its_map_holds_up(
    visit: Callable[..., Visit], locale: str, width: int
) -> None:
    begun = visit(width=width)
    page = begun.open(f"/{locale}/{NEAR}")
    assert page.locator(".map svg").is_visible()
    assert page.locator(".map .one").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(begun) == []
    assert begun.said == []


def test_a_number_and_its_card_are_tied_by_keyboard(visit: Callable[..., Visit]) -> None:
    page = visit().open("/zh-hans/nurseries?map=31.31,120.62,14")
    point = page.locator('.map a[href^="#n"]').first
    card = page.locator(point.get_attribute("href") or "")
    point.focus()
    assert "card--met" in (card.get_attribute("class") or "")
    page.keyboard.press("Enter")
    assert page.url.endswith(point.get_attribute("href") or "-")


def test_without_script_the_map_moves_and_a_long_list_is_whole(
    visit: Callable[..., Visit],
) -> None:
    page = visit(java_script_enabled=False, width=390).open(f"/zh-hans/{NEAR}")
    page.get_by_role("link", name="放大").click()
    assert "map=31.31,120.62,14" in page.url
    assert page.locator(".map svg").is_visible()
    assert page.locator(".narrow").count() == 0
