"""The past of a nursery and the form in a real browser: axe, widths, and without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import violations

pytestmark = pytest.mark.browser


def test_a_report_is_sent_without_a_script(visit: Callable[..., Visit], past: str) -> None:
    begun = visit(width=390, java_script_enabled=False)
    begun.site = past
    page = begun.open("/zh-hans/nurseries?q=云雀托育中心")
    page.locator(".card h2 a").first.click()
    page.get_by_role("main").get_by_role("link", name="报告错误").first.click()
    page.get_by_label("哪一项有误").select_option(label="核定托位")
    page.get_by_label("实际情况").fill("现场看到45个")
    page.get_by_role("button", name="提交").click()
    assert page.get_by_text("谢谢").is_visible()
    assert page.reload() is not None
    page.get_by_role("main").get_by_role("link", name="报错处理公示").first.click()
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
    assert violations(begun) == []
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
        assert violations(begun) == []
    assert begun.said == []
