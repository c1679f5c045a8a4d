"""Quality, operators and the worksheet in Chromium: for everybody, on paper, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import violations
from tests.site.assessments import CODE

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(browser: Browser, assessed: str) -> Iterator[Callable[..., Visit]]:
    """Open a path of that site: `open_page("/zh-hans/worksheet", 390, …)`."""
    contexts = []

    def begin(path: str, width: int, **more: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        visit = Visit(context.new_page(), assessed)
        visit.page.on("console", lambda message: visit.said.append(message.text))
        visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
        visit.page.on("request", visit.watch)
        visit.open(path)
        return visit

    yield begin
    for context in contexts:
        context.close()


def check(visit: Visit) -> None:
    """Accessible, quiet, not wider than the screen."""
    assert violations(visit) == []
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.said == []


def fill(page: Page) -> None:
    """An area and two clauses."""
    page.fill("#points-premises", "92.5")
    page.check("#item-9\\.5\\.2-unmet")
    page.check("#item-10\\.4-met")


def test_a_result_is_for_everybody(open_page: Callable[..., Visit]) -> None:
    visit = open_page("/zh-hant/worksheet", 390)
    fill(visit.page)
    visit.page.locator(".worksheet__buttons button").first.click()
    expect(visit.page.locator("#result")).to_be_visible()
    check(visit)


def test_dark_and_larger_and_narrow(open_page: Callable[..., Visit]) -> None:
    visit = open_page(f"/en/operators/{CODE}", 360, color_scheme="dark", reduced_motion="reduce")
    visit.page.context.add_cookies([{"name": "care", "value": "1", "url": visit.site}])
    for path in (f"/en/operators/{CODE}", "/en/worksheet"):
        visit.open(path)
        assert visit.page.locator("html.larger").count() == 1
        check(visit)


def test_a_worksheet_counts_while_it_is_filled_and_is_kept_only_if_asked(
    open_page: Callable[..., Visit],
) -> None:
    visit = open_page("/zh-hans/worksheet", 390)
    page = visit.page
    fill(page)
    expect(page.locator("[data-sum]")).to_have_text("92.5 / 100")
    expect(page.locator("[data-unmet]")).to_have_text("1")
    assert page.evaluate("localStorage.length") == 0
    page.fill("#points-premises", "101")
    expect(page.locator("[data-sum]")).to_have_text("0 / 0")
    page.fill("#points-premises", "90")
    page.check("#keep")
    page.reload()
    expect(page.locator("#points-premises")).to_have_value("90")
    expect(page.locator("#item-9\\.5\\.2-unmet")).to_be_checked()
    expect(page.locator("[data-sum]")).to_have_text("90 / 100")
    page.click("[data-clear]")
    expect(page.locator("#points-premises")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.locator("#points-premises")).to_have_value("")
    assert visit.said == []


def test_without_scripts_the_result_and_the_file_come_from_the_form(
    open_page: Callable[..., Visit],
) -> None:
    visit = open_page("/zh-hant/worksheet", 390, java_script_enabled=False)
    page = visit.page
    expect(page.locator("[data-live]")).to_be_hidden()
    fill(page)
    page.fill("#name", "云岫托育")
    with page.expect_download() as download:
        page.locator(".worksheet__buttons button").last.click()
    assert download.value.suggested_filename == "self-assessment-2026-11-21.csv"
    assert "云岫托育" in download.value.path().read_text("utf-8-sig")
    page.locator(".worksheet__buttons button").first.click()
    expect(page.locator("#result")).to_be_visible()


def test_paper_holds_the_result_and_not_the_form(open_page: Callable[..., Visit]) -> None:
    visit = open_page("/zh-hans/worksheet", 794)
    fill(visit.page)
    visit.page.locator(".worksheet__buttons button").first.click()
    visit.page.emulate_media(media="print")
    assert visit.page.locator("#result").is_visible()
    assert visit.page.locator(".radar__chart").is_visible()
    assert not visit.page.locator(".worksheet__form").is_visible()
    printed = visit.page.locator(".colophon p").evaluate_all(
        "them => them.filter(it => it.checkVisibility()).map(it => it.className)"
    )
    assert printed == ["printed"]  # not that all of this was published by an authority
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
