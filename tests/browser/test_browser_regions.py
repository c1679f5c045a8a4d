"""The pages on divisions in Chromium: for everybody, no wider than the screen, and on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import check

pytestmark = pytest.mark.browser


def test_dark_and_larger_and_narrow(visit: Callable[..., Visit]) -> None:
    visitor = visit(360, color_scheme="dark", reduced_motion="reduce")
    visitor.page.context.add_cookies([{"name": "care", "value": "1", "url": visitor.site}])
    visitor.open("/zh-hant/regions/3205")
    assert visitor.page.locator("html.larger").count() == 1
    check(visitor, "city")


def test_a_number_leads_to_its_nurseries_and_an_order_stays(visit: Callable[..., Visit]) -> None:
    visitor = visit(1280, java_script_enabled=False)
    page = visitor.open("/zh-hans/regions/3205")
    page.click("#inside ~ .scroll th >> text=公布完整度")
    assert page.url.endswith("/zh-hans/regions/3205?sort=completeness#inside")
    number = page.locator("section[aria-labelledby=glance] dd a").first
    count = number.inner_text()
    number.click()
    assert page.locator("h1").inner_text().startswith(f"{count} 家托育机构")


def test_bars_are_as_long_as_their_numbers(visit: Callable[..., Visit]) -> None:
    page = visit(390).open("/zh-hans/regions")
    widths = [bar.bounding_box() for bar in page.locator("#inside ~ figure .chart__bar").all()]
    boxes = [box["width"] for box in widths if box]
    assert len(boxes) > 1
    assert boxes == sorted(boxes, reverse=True)
    assert boxes[0] > boxes[-1] > 0


def test_paper_holds_the_figures(visit: Callable[..., Visit]) -> None:
    visitor = visit(680)  # an A4 sheet within its margins
    page = visitor.open("/zh-hans/regions/3205")
    page.emulate_media(media="print")
    assert page.locator("#inside ~ .scroll table").is_visible()
    assert not page.locator(".region__links .button").first.is_visible()
    cut = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).length"
    assert page.locator(".scroll").evaluate_all(cut) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("locale", ["zh-hans", "zh-hant", "en"])
def test_from_list_to_list_fits_its_sheet(
    visit: Callable[..., Visit], past: str, locale: str, width: int
) -> None:
    visitor = visit(width)
    visitor.site = past
    page = visitor.open(f"/{locale}/regions/3205")
    assert page.locator(".edition tbody tr").count() > 1
    assert page.locator(".edition circle").count() > 1
    beyond = "edition => edition.scrollWidth > edition.clientWidth"
    assert page.locator(".edition").evaluate_all(f"all => all.filter({beyond}).length") == 0
    check(visitor, "editions")
