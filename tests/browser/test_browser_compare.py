"""Comparison, visit sheet and prepayment guard in Chromium: for everybody, on paper, by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from registry.demo.loading import load
from registry.ledger import Ledger
from registry.nursery import Nursery
from tests.browser.conftest import Visit, serving
from tests.browser.test_browser_pages import check
from tests.site.sample import TODAY
from tests.site.staging import ROOT, build, settings_in

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A site over the demonstration, and the four nurseries of which most is published."""
    settings = settings_in(tmp_path_factory.mktemp("full"))
    ledger = Ledger.open(settings.database_url, schemes=ROOT / "content" / "schemes")
    load(ledger, Path(settings.data) / "demo", nurseries=300, seed=1, today=TODAY)
    fullest = sorted(ledger.nurseries(), key=_told, reverse=True)[:4]
    ledger.close()
    build(settings)
    with serving(settings) as origin:
        yield origin, [one.id for one in fullest]


def _told(nursery: Nursery) -> int:
    """How many values of a nursery are published."""
    scores = sum(len(one.areas) for one in nursery.assessments)
    filled = sum(getattr(nursery, one.name) not in (None, (), {}) for one in fields(nursery))
    return scores + filled + len(nursery.prices) + len(nursery.recognitions)


FOUR = "id=suyang&id=tongyu&id=jiangpan&id=ordinary-1"
PAGES = {
    "compare": f"/compare?{FOUR}&near=31.31,120.63&id=nix&id=ordinary-2",
    "pair": "/compare?id=suyang&id=jiangpan",
    "one": "/compare?id=suyang",
    "shortlist": "/shortlist?id=suyang&id=tongyu&age=20",
    "large": "/shortlist?id=suyang&id=tongyu&large=1",
    "prepayment": "/prepayment?id=suyang&months=12&price=1980&discount=9%E6%8A%98&deposit=500",
    "wrong": "/prepayment?months=x&deposit=-",
}


@pytest.mark.parametrize("name", ["compare", "shortlist", "prepayment"])
def test_dark_and_larger_and_narrow(visit: Callable[..., Visit], name: str) -> None:
    visitor = visit(360, color_scheme="dark", reduced_motion="reduce")
    visitor.page.context.add_cookies([{"name": "care", "value": "1", "url": visitor.site}])
    visitor.open(f"/en{PAGES[name]}")
    check(visitor, name)


def sheets(visitor: Visit) -> int:
    """How many sheets of A4 the open page takes."""
    paper = visitor.page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize(
    ("name", "pages"), [("compare", 1), ("pair", 1), ("shortlist", 2), ("large", 2)]
)
def test_paper_takes_as_many_sheets_as_said(
    visit: Callable[..., Visit], name: str, pages: int
) -> None:
    visitor = visit()
    visitor.open(f"/zh-hans{PAGES[name]}")
    assert sheets(visitor) == pages


@pytest.mark.parametrize("locale", ["zh-hans", "zh-hant", "en"])
@pytest.mark.parametrize("many", [2, 3, 4])
def test_the_fullest_of_the_demonstration_take_one_sheet(
    visit: Callable[..., Visit], full: tuple[str, list[str]], many: int, locale: str
) -> None:
    visitor = visit()
    visitor.site, fullest = full
    ids = "&".join(f"id={one}" for one in fullest[:many])
    page = visitor.open(f"/{locale}/compare?{ids}&near=41.8,123.4&age=20")
    assert page.locator(".sides__group .sides__row").count() > 20
    assert page.locator(".compare__sources li").count() > 4
    assert sheets(visitor) == 1
    page.emulate_media(media="print")
    assert page.locator(".fictional").is_visible()


def test_a_place_of_which_nothing_is_published_takes_one_sheet(
    visit: Callable[..., Visit],
) -> None:
    visitor = visit()
    page = visitor.open("/en/shortlist?id=ordinary-6&age=30")
    assert page.locator(".ask-group--blanks li").count() > 8
    assert sheets(visitor) == 1


def test_names_stay_in_view(visit: Callable[..., Visit]) -> None:
    visitor = visit(390)
    page = visitor.open(f"/zh-hans{PAGES['pair']}")
    page.locator(".sides__group").last.scroll_into_view_if_needed()
    box = page.locator(".sides__names").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 10


def test_two_are_ticked_and_compared_without_a_script(visit: Callable[..., Visit]) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.open("/zh-hans/nurseries?sort=name")
    bar = page.locator(".choosing-bar")
    assert not bar.is_visible()
    ticks = page.locator(".choose input")
    for place in (0, 1):
        ticks.nth(place).check()
    assert bar.is_visible()
    bar.locator("button[type=submit]").first.click()
    assert page.locator("h1").inner_text() == "2 家机构对比"
    page.locator(".compare__tools a").nth(1).click()
    assert page.locator(".paper").count() == 2


def test_a_list_and_notes_stay_only_where_asked(visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.open(f"/zh-hans{PAGES['shortlist']}")
    stored = "Object.keys(localStorage).sort()"
    assert page.evaluate(stored) == []
    page.locator("[data-remember]").click()
    page.locator("[data-note] textarea").first.fill("院子很大")
    assert page.evaluate(stored) == ["shanyu.note.suyang", "shanyu.shortlist"]
    page.reload()
    assert page.locator("[data-note] textarea").first.input_value() == "院子很大"
    visitor.open("/zh-hans/nurseries?sort=name&q=%E8%8B%8F%E9%98%B3")
    assert page.locator(".choose [value=suyang]").is_checked()
    assert page.locator("[data-list]").get_attribute("href", timeout=2000)
    visitor.open(f"/zh-hans{PAGES['shortlist']}")
    page.locator("[data-forget]").click()
    assert page.evaluate(stored) == []
    assert page.locator("[data-note] textarea").first.input_value() == ""
    assert visitor.said == []


def test_a_nursery_is_put_on_the_list(visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.open("/zh-hans/nurseries/suyang")
    button = page.locator("[data-add]")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate("localStorage.getItem('shanyu.shortlist')") == "suyang"
    button.click()
    assert page.evaluate("localStorage.getItem('shanyu.shortlist')") == ""


def test_the_guard_by_keyboard_alone(visit: Callable[..., Visit]) -> None:
    visitor = visit(390, java_script_enabled=False)
    page = visitor.open("/zh-hans/prepayment")
    page.locator("#months").focus()
    for typed in ("6", "2000", "", "10%", "500"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".risk__amount").all_inner_texts() == ["11,300", "1,800"]
