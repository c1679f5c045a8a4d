"""Pages in Chromium as few see them: dark and larger on a narrow phone, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

PAGES = {
    "home": "/",
    "search": "/nurseries?price_max=3000&near=31.31,120.63&form=full_day",
    "nursery": "/nurseries/suyang",
}


def violations(visit: Visit) -> list[tuple[str, Any]]:
    """What axe finds on the open page; the policy allows `evaluate`, not a script of ours."""
    visit.page.evaluate(AXE)
    answer = visit.page.evaluate(
        "rules => axe.run({resultTypes: ['violations'], runOnly: {type: 'tag', values: rules}})",
        RULES,
    )
    assert answer["passes"], "axe looked at something"
    return [(found["id"], found["nodes"][0]["html"]) for found in answer["violations"]]


def check(visit: Visit, name: str) -> None:
    """Accessible, quiet, not wider than the screen."""
    assert violations(visit) == []
    widths = visit.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]
    expected = ["Failed to load resource"] if name == "missing" else []
    assert [said for said in visit.said if not any(said.startswith(e) for e in expected)] == []


@pytest.mark.parametrize("name", ["home", "search", "nursery"])
def test_dark_and_larger_and_narrow(visit: Callable[..., Visit], name: str) -> None:
    visitor = visit(360, color_scheme="dark", reduced_motion="reduce")
    visitor.page.context.add_cookies([{"name": "care", "value": "1", "url": visitor.site}])
    visitor.open(f"/zh-hant{PAGES[name]}")
    assert visitor.page.locator("html.larger").count() == 1
    check(visitor, name)


@pytest.mark.parametrize("name", ["search", "nursery"])
def test_paper_holds_what_matters(visit: Callable[..., Visit], name: str) -> None:
    visitor = visit(794)
    page = visitor.open(f"/zh-hans{PAGES[name]}")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".switches").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
