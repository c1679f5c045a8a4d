"""The home page: examples that work, what is open today, what to read, where to check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote_plus
from xml.etree.ElementTree import Element

import pytest

from nursery_site import create_app
from nursery_site.locales import Locale
from tests.site.staging import build, import_all, settings_in
from tests.site.test_site_notices import season
from tests.site.visitor import Visitor

Texts = Callable[[Element, str], list[str]]


@pytest.fixture(scope="module")
def in_season(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """A site over one season of notices."""
    folder: Path = tmp_path_factory.mktemp("season")
    settings = settings_in(folder)
    import_all(settings, *season(folder))
    build(settings)
    return Visitor(create_app(settings).test_client())


@pytest.mark.parametrize("locale", list(Locale))
def test_every_example_is_understood_whole_and_finds_something(
    visitor: Visitor, texts: Texts, locale: Locale
) -> None:
    links = visitor.page(f"/{locale}/").findall(".//a[@class='pill']")
    assert links
    for link in links:
        page = visitor.page(str(link.get("href")))
        assert texts(page, ".//ol[@class='cards']/li//h2/a")
        assert len(texts(page, ".//a[@class='chip chip--read']")) > 1
        typed = page.find(".//input[@id='q']")
        assert typed is not None
        assert typed.get("value") == "".join(link.itertext())


@pytest.mark.parametrize("locale", list(Locale))
def test_what_is_open_today_is_one_tap_away(
    in_season: Visitor, texts: Texts, locale: Locale
) -> None:
    page = in_season.page(f"/{locale}/")
    (link,) = page.findall(".//section[@aria-labelledby='open']//li/a")
    assert "".join(link.itertext()) == "拟认定2026年市级普惠托育机构名单"
    path, _, anchor = str(link.get("href")).partition("#")
    assert in_season.page(path).find(f".//article[@id='{anchor}']") is not None


def test_where_nothing_is_open_that_is_said(visitor: Visitor, texts: Texts) -> None:
    page = visitor.page("/zh-hans/")
    assert texts(page, ".//section[@aria-labelledby='open']/p") == [
        "就我们收录的公示，今天没有仍可提意见的。",
        "已经结束的公示",
    ]


@pytest.mark.parametrize("locale", list(Locale))
def test_policies_and_the_filing_check_are_entered_from_home(
    visitor: Visitor, texts: Texts, locale: Locale
) -> None:
    page = visitor.page(f"/{locale}/")
    hrefs = [str(a.get("href")) for a in page.findall(".//section[@aria-labelledby='read']//a")]
    assert len(hrefs) == 5
    for href in hrefs:
        visitor.page(href)
    (form,) = page.findall(".//section[@aria-labelledby='check']//form")
    (field,) = form.findall("input")
    checked = visitor.page(f"{form.get('action')}?{field.get('name')}=苏阳托育服务(苏州)有限公司")
    assert len(texts(checked, ".//ol[@class='check__matches']/li")) == 1


@pytest.mark.parametrize("locale", list(Locale))
def test_every_wish_is_understood_and_said_in_the_box(visitor: Visitor, locale: Locale) -> None:
    form = visitor.page(f"/{locale}/").find(".//form[@id='search']")
    assert form is not None
    wishes = [str(tick.get("value")) for tick in form.findall(".//input[@name='wish']")]
    assert len(wishes) == 4
    for wish in wishes:
        moved = visitor.client.get(f"/{locale}/nurseries", query_string={"q": "", "wish": wish})
        assert moved.status_code == 303
        page = visitor.page(str(moved.location))
        assert len(page.findall(".//a[@class='chip chip--read']")) == 1, wish
        assert visitor.json(f"/api/v1/nurseries?q={wish}")["understood"]["left"] == []


def test_wishes_stand_behind_what_was_typed(visitor: Visitor) -> None:
    sent = {"q": "姑苏区", "wish": ["普惠", "全日托"], "age": "20", "near": "31.3156,120.6363"}
    moved = visitor.client.get("/zh-hans/nurseries", query_string=sent)
    assert unquote_plus(str(moved.location)) == (
        "/zh-hans/nurseries?q=姑苏区 普惠 全日托&near=31.316,120.636&age=20"
    )


def test_a_wish_beside_a_bad_value_is_not_lost(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/nurseries?wish=普惠&age=x")
    typed = page.find(".//input[@id='q']")
    assert typed is not None
    assert typed.get("value") == "普惠"
    assert page.find(".//input[@id='age'][@aria-invalid='true']") is not None


def test_all_and_filed_are_told_apart(visitor: Visitor, texts: Texts) -> None:
    facets = visitor.json("/api/v1/nurseries")["facets"]["filed"]
    filed = {one["value"]: one["count"] for one in facets}["yes"]
    page = visitor.page("/zh-hans/")
    note = texts(page, ".//section[@aria-labelledby='places']//p[@class='section-head__note']")
    assert f"29 家托育机构，其中 {filed} 家已备案" in note[0]
    found = visitor.page("/zh-hans/nurseries")
    assert texts(found, ".//p[@class='search__filed']") == [f"其中 {filed} 家已备案。 只看已备案的"]
    only = visitor.page("/zh-hans/nurseries?filed=yes")
    assert texts(only, ".//h1") == [f"{filed} 家托育机构 已备案"]
    assert texts(only, ".//p[@class='search__filed']") == []
