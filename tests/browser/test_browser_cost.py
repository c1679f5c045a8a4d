"""The cost of a nursery in Chromium: for everybody, and the birthday that stays at home."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_browser_pages import violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("locale", ["zh-hans", "zh-hant"])
def test_the_cost_is_for_everybody(visit: Callable[..., Visit], locale: str, width: int) -> None:
    visitor = visit(width)
    page = visitor.open(f"/{locale}/nurseries/suyang?cost_age=8&cost_care=full_day.infant")
    expect(page.locator(".cost__fit")).to_be_visible()
    assert violations(visitor) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visitor.said == []


def test_a_birthday_becomes_months_and_is_never_sent(visit: Callable[..., Visit]) -> None:
    page = visit(390).open("/zh-hans/nurseries/suyang")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    age = page.locator("#cost_age")
    for birthday, months in (("2025-03-21", "20"), ("2025-03-22", "19"), ("2026-11-21", "0")):
        page.fill("#birthday", birthday)
        expect(age).to_have_value(months)
    page.fill("#birthday", "2025-03-21")
    page.get_by_role("button", name="算一算").click()
    page.wait_for_url("**cost_age=20**")
    assert any("cost_age=20" in one for one in asked)
    sent = [one for one in asked if "/static/" not in one]
    assert not [one for one in sent if "2025" in one or "birthday" in one]
    expect(page.locator(".cost__fit")).to_contain_text("16 个月")
