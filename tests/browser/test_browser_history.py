"""The past of a nursery and the form in a real browser: axe, widths, and without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit, serving
from tests.site.test_site_history import ids, site_in
from tests.site.visitor import Visitor

AXE = (Path(str(axe_playwright_python.__file__)).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The origin of a site whose lists have changed, and its nurseries' ids by name."""
    app = site_in(tmp_path_factory.mktemp("past"))
    with serving(app.config["SHANYU"]) as origin:
        yield origin, ids(Visitor(app.test_client()))


def faults(page: Page) -> list[str]:
    """What axe finds, and whether the page scrolls sideways."""
    page.evaluate(AXE)
    found: Any = page.evaluate("axe.run()")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [one["id"] for one in found["violations"]] + (["scrolls sideways"] if wide else [])


@pytest.mark.parametrize("locale", ["zh-hans", "zh-hant"])
@pytest.mark.parametrize("width", [360, 390, 1280])
def test_the_pages_have_no_faults(
    visit: Callable[..., Visit], past: tuple[str, dict[str, str]], locale: str, width: int
) -> None:
    origin, known = past
    begun = visit(width=width)
    begun.site = origin
    changed, left = (known[name] for name in ("云雀托育中心", "青禾托育中心"))
    for path in (
        f"/nurseries/{changed}",
        f"/nurseries/{left}",
        f"/nurseries/{changed}/history",
        f"/nurseries/{changed}/report",
        f"/nurseries/{changed}/report?sent=1",
        "/changes",
        "/corrections",
    ):
        assert faults(begun.open(f"/{locale}{path}")) == [], path
    assert begun.said == []


def test_a_report_is_sent_without_a_script(
    visit: Callable[..., Visit], past: tuple[str, dict[str, str]]
) -> None:
    origin, known = past
    begun = visit(width=390, java_script_enabled=False)
    begun.site = origin
    page = begun.open(f"/zh-hans/nurseries/{known['云雀托育中心']}")
    page.get_by_role("link", name="报告错误").click()
    page.get_by_label("哪一项有误").select_option(label="核定托位")
    page.get_by_label("实际情况").fill("现场看到45个")
    page.get_by_role("button", name="提交").click()
    assert page.get_by_text("谢谢").is_visible()
    assert page.reload() is not None
    page.get_by_role("link", name="报错处理公示").click()
    assert page.get_by_role("row").nth(1).inner_text().split("\t")[1:] == [
        "核定托位",
        "2026年11月21日",
        "待处理",
    ]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_badge_tells_its_passport_by_key_and_on_hover_and_leads_to_it(
    visit: Callable[..., Visit], width: int
) -> None:
    begun = visit(width=width)
    page = begun.open("/zh-hans/nurseries?demo_state=expired")
    link = page.locator(".badge-link").first
    meaning = page.locator(f"#{link.get_attribute('aria-describedby')}")
    assert meaning.inner_text()
    link.focus()
    assert page.locator(".popout").inner_text() == meaning.inner_text()
    assert faults(page) == []
    page.keyboard.press("Escape")
    assert page.locator(".popout").count() == 0
    link.hover()
    assert page.locator(".popout").count() == 1
    link.click()
    anchor = page.url.partition("#")[2]
    assert anchor.startswith("title-")
    assert page.locator(f"#{anchor} .timeline__step").count() >= 1
    details = page.locator(".rules").first
    if details.count():
        details.locator("summary").click()
        assert faults(page) == []
    assert begun.said == []
