"""What holds for every page by design: narrow screens, small targets, focus, forced colours."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.browser.test_browser_every_page import PAGES
from tests.browser.test_browser_pages import violations

pytestmark = pytest.mark.browser

OPEN = "document.querySelectorAll('details').forEach(it => it.open = true)"
WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== "visible" && at !== document.body) return true;
    }
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > width + 1 && !scrolls(one))
    .map((one) => `${one.localName}.${one.className}`);
}"""
# A link inside a sentence is as high as its line (WCAG 2.5.8 lets it).
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((one) => one.type !== "hidden" && one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => getComputedStyle(one).display !== "inline" || one.closest("nav"))
  .map((one) => {
    const label = one.labels?.[0]?.getBoundingClientRect();
    const box = one.getBoundingClientRect();
    const size = [Math.max(box.width, label?.width ?? 0), Math.max(box.height, label?.height ?? 0)];
    return [`${one.localName}.${one.className} ${one.textContent.trim().slice(0, 20)}`, ...size];
  })
  .filter(([_, width, height]) => width > 2 && (width < 24 || height < 24))"""
APART = """() => [...document.querySelectorAll("input[type=radio], input[type=checkbox]")]
  .filter((one) => one.checkVisibility())
  .filter((one) => {
    const box = one.getBoundingClientRect();
    const label = one.labels[0].getBoundingClientRect();
    const middle = (box.top + box.bottom) / 2;
    return middle < label.top || middle > label.bottom;
  })
  .map((one) => one.labels[0].textContent.trim())"""
RING = """() => {
  const style = getComputedStyle(document.activeElement);
  const after = getComputedStyle(document.activeElement, "::after");
  const around = getComputedStyle(document.activeElement.parentElement);
  const circle = document.activeElement.querySelector("circle");
  const found = [style, after, around].find((one) => one.outlineStyle !== "none");
  if (found) return [parseFloat(found.outlineWidth), found.outlineColor];
  return circle ? [parseFloat(getComputedStyle(circle).strokeWidth), "drawn"] : [0, ""];
}"""
ON_ONE_SITE = [name for name, page in PAGES.items() if page.site == "site"]


@pytest.mark.parametrize(("locale", "care"), [("en", "0"), ("zh-hans", "1")])
def test_nothing_is_wider_than_the_narrowest_screen(
    visit: Callable[..., Visit], locale: str, care: str
) -> None:
    visitor = visit(320)
    visitor.page.context.add_cookies([{"name": "care", "value": care, "url": visitor.site}])
    wide, small, apart = {}, {}, {}
    for name in ON_ONE_SITE:
        page = visitor.open(f"/{locale}{PAGES[name].path}")
        page.evaluate(OPEN)
        wide[name], small[name] = page.evaluate(WIDER), page.evaluate(SMALL)
        apart[name] = page.evaluate(APART)
    assert len(wide) > 30
    assert {name: found for name, found in wide.items() if found} == {}
    assert {name: found for name, found in small.items() if found} == {}
    assert {name: found for name, found in apart.items() if found} == {}


@pytest.mark.parametrize("more", [{"color_scheme": "dark"}, {"forced_colors": "active"}, {}])
def test_what_has_the_focus_has_a_ring(visit: Callable[..., Visit], more: dict[str, str]) -> None:
    visitor = visit(1280, **more)
    page = visitor.open("/zh-hans/nurseries?near=31.31,120.63")
    rings = []
    for _ in range(40):
        page.keyboard.press("Tab")
        rings.append(page.evaluate(RING))
    assert [width for width, _ in rings if width < 2] == []
    assert violations(visitor) == []


def test_a_finger_has_room_for_what_is_pressed_most(visit: Callable[..., Visit]) -> None:
    visitor = visit(390, has_touch=True)
    page = visitor.open("/zh-hans/nurseries?form=full_day")
    page.evaluate(OPEN)
    for pressed in (".button", ".chip", ".options label", ".choose", ".filters__open", ".menu a"):
        heights = page.locator(pressed).evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height).filter(high => high > 0)"
        )
        assert heights, pressed
        assert min(heights) >= 44, pressed


def test_escape_closes_what_is_open(visit: Callable[..., Visit]) -> None:
    visitor = visit(390)
    page = visitor.open("/zh-hans/nurseries")
    page.locator(".filters__open").press("Enter")
    assert page.locator(".filters").evaluate("it => it.open")
    page.locator(".panel input").first.focus()
    page.keyboard.press("Escape")
    assert not page.locator(".filters").evaluate("it => it.open")
    assert page.evaluate("document.activeElement.className") == "filters__open"

    wide = visit(1280)
    page = wide.open("/zh-hans/nurseries?q=苏阳托育")
    page.locator(".badge-link").first.hover()
    assert page.locator(".popout").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".popout").count() == 0


@pytest.mark.parametrize(("name", "sheets"), [("nursery", 2), ("compare-pair", 1)])
def test_paper_is_short(visit: Callable[..., Visit], name: str, sheets: int) -> None:
    page = visit(1280).open(f"/zh-hans{PAGES[name].path}")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= sheets


def test_nothing_moves_for_who_wants_it_still(visit: Callable[..., Visit]) -> None:
    scrolls = "getComputedStyle(document.documentElement).scrollBehavior"
    moving = f"document.getAnimations().length + {scrolls}"
    still, other = visit(390, reduced_motion="reduce"), visit(390, reduced_motion="no-preference")
    assert still.open("/zh-hans/nurseries").evaluate(moving) == "0auto"
    assert other.open("/zh-hans/nurseries").evaluate(moving) == "0smooth"


@pytest.mark.parametrize("name", ["design", "nursery", "search"])
def test_forced_colours_keep_every_edge(visit: Callable[..., Visit], name: str) -> None:
    visitor = visit(1280, forced_colors="active")
    page = visitor.open(f"/zh-hans{PAGES[name].path}")
    edges = page.locator(".badge, .button").evaluate_all(
        "all => all.filter(one => one.checkVisibility())"
        ".map(one => getComputedStyle(one).borderTopWidth)"
    )
    assert edges
    assert "0px" not in edges
