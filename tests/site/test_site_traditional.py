"""Pages for readers of Traditional characters: nothing of the other script outside what is marked.

Every page of the site over a demonstration, in Traditional Chinese; `check_page` looks at texts,
titles, labels and the words in pictures, this file also at feeds and at what machines read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser, LexborNode

from registry.demo.loading import load
from registry.ledger import Ledger
from registry.values.statement import Json
from tests.site.conftest import made
from tests.site.page_checker import SPOKEN, simplified_only
from tests.site.sample import TODAY
from tests.site.staging import ROOT, build, settings_in
from tests.site.visitor import Visitor

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PLAIN = (
    "/",
    "/about",
    "/accessibility",
    "/changes",
    "/corrections",
    "/design",
    "/filing-check?q=托育中心",
    "/filing-check?q=91110108MA01ABCD2E",
    "/notices",
    "/nurseries?per_page=100",
    "/nurseries?q=普惠 18个月 2000以内 南京 全日托&sort=price",
    "/nurseries?q=鼓楼 托管 准公共",
    "/nurseries?q=拖育&age=x&price_min=9&price_max=1",
    "/nurseries?q=示范能退费吗&demo_state=valid",
    "/nurseries?near=31.3,120.6&within=3&sort=distance",
    "/nurseries?near=31.3,120.6&map=off",
    "/prepayment",
    "/prepayment?months=12&price=1980&discount=9折&deposit=x",
    "/policies",
    "/policies?q=示范",
    "/policies/which",
    "/policies/which?region=3205&age=18&residence=permit&need=price",
    "/policies/which?region=x&age=x",
    "/privacy",
    "/ranking",
    "/regions",
    "/regions?sort=places",
    "/worksheet",
)
NURSERIES = 400
REFUSED = {
    "/nowhere": 404,
    "/nurseries/nowhere": 404,
    "/nurseries/nowhere/history": 404,
    "/operators/x": 404,
    "/policies/nowhere": 404,
    "/regions/99": 404,
    "/notices?on=2026-13-01": 200,
    "/changes?region=99": 200,
    "/compare?id=a&id=b": 200,
    "/shortlist?id=a": 200,
}
FEEDS = ("/changes.atom", "/notices.atom", "/policies.atom")
ELSEWHERE = {
    "/care",
    "/worksheet/file",
    "/sitemap.xml",
    "/sitemap-<int:part>.xml",
    "/nurseries.csv",
    "/nurseries.json",
    "/compare.csv",
    "/shortlist/qr.svg",
    "/compare/qr.svg",
}
"""What answers with a redirect, holds nothing but addresses, or data as published."""

SEVERAL = ("/compare", "/shortlist")
"""Pages about some nurseries side by side."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Flask, list[str]]:
    """A site over a demonstration, and the ids of its nurseries."""
    settings = settings_in(tmp_path_factory.mktemp("demonstration"))
    ledger = Ledger.open(settings.database_url, schemes=ROOT / "content" / "schemes")
    load(ledger, Path(settings.data) / "demo", nurseries=NURSERIES, seed=1, today=TODAY)
    ids = [one.id for one in ledger.nurseries()]
    ledger.close()
    build(settings)
    return made(settings), ids


@pytest.fixture
def reader(begun: tuple[Flask, list[str]]) -> Visitor:
    """Somebody who reads Traditional characters."""
    return Visitor(begun[0].test_client())


def test_the_checker_knows_the_characters_of_one_script() -> None:
    assert [sign for sign in "托儿所后于余里台万与体机会叶么" if simplified_only(sign)] == (
        list("儿万与体机会叶么")
    )
    assert not [
        sign for sign in "托兒所後於餘裡臺萬與體機會葉麼皇后干預海淀茶几" if simplified_only(sign)
    ]


@pytest.mark.parametrize("path", PLAIN)
def test_a_page_is_written_in_one_script(reader: Visitor, path: str) -> None:
    response = reader.get(f"/zh-hant{path}")
    assert response.mimetype == "text/html"
    assert response.status_code in (200, 400)


PARTS = ("", "/history", "/quality", "/report")
"""The pages of one nursery."""


@pytest.mark.parametrize("path", REFUSED)
def test_a_refusal_too(reader: Visitor, path: str) -> None:
    response = reader.get(f"/zh-hant{path}")
    assert (response.mimetype, response.status_code) == ("text/html", REFUSED[path])


def test_a_site_without_an_index_too(empty_app: Flask) -> None:
    response = Visitor(empty_app.test_client()).get("/zh-hant/nurseries")
    assert (response.mimetype, response.status_code) == ("text/html", 503)


def test_every_day_of_notices_too(reader: Visitor) -> None:
    page = reader.page("/zh-hant/notices")
    days = {str(link.get("href")) for link in page.iter("a") if "on=" in str(link.get("href"))}
    assert days
    for path in sorted(days)[:12]:
        reader.page(path)


@pytest.mark.parametrize("part", PARTS)
def test_every_nursery_is_written_in_one_script(
    reader: Visitor, begun: tuple[Flask, list[str]], part: str
) -> None:
    assert len(begun[1]) >= NURSERIES
    operators: set[str] = set()
    for place, id_ in enumerate(begun[1]):
        path = f"/zh-hant/nurseries/{id_}{part}"
        if place % 12 == 0:
            reader.page(path)
        html = reader.client.get(path).text
        assert_one_script(html, path)
        operators |= set(re.findall(r"/zh-hant/operators/\w+", html))
    assert operators or part
    for path in sorted(operators):
        assert_one_script(reader.client.get(path).text, path)
    for path in sorted(operators)[:5]:
        reader.page(path)


def test_the_quick_look_finds_what_the_checker_finds() -> None:
    page = """<html lang="zh-Hant"><body><p>備案<span lang="zh-Hans">备案</span>為準</p>
    <img alt="{}"><p>{}</p></body></html>"""
    assert_one_script(page.format("備案", "為準"), "")
    for words in (("备案", "為準"), ("備案", "为准")):
        with pytest.raises(AssertionError):
            assert_one_script(page.format(*words), "")


def test_every_division_and_every_article_too(reader: Visitor) -> None:
    articles = links_of(reader.page("/zh-hant/policies"), "policies")
    assert len(articles) >= 18
    for path in articles:
        page = reader.page(path)
        for script in page.iter("script"):
            if script.get("type") == "application/ld+json":
                assert_traditional(said_in(json.loads(script.text or "")))
    wanted, seen = links_of(reader.page("/zh-hant/regions"), "regions"), set[str]()
    while len(seen) < 60 and (path := next(iter(sorted(wanted - seen)), "")):
        seen.add(path)
        wanted |= links_of(reader.page(path), "regions")
    assert len(seen) > 30


@pytest.mark.parametrize("path", SEVERAL)
@pytest.mark.parametrize("more", ["", "&age=20", "&large=1", "&only=differences"])
def test_a_page_of_several_nurseries(
    reader: Visitor, begun: tuple[Flask, list[str]], path: str, more: str
) -> None:
    for first in range(0, len(begun[1]) - 4, 60):
        ids = "&".join(f"id={one}" for one in begun[1][first : first + 4])
        reader.page(f"/zh-hant{path}?{ids}{more}")


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_written_in_one_script(reader: Visitor, path: str) -> None:
    feed = fromstring(reader.get(f"/zh-hant{path}").data)  # noqa: S314 - our own
    assert feed.get(LANG) == "zh-Hant"
    texts = list(texts_of(feed, "zh-Hant"))
    assert len(texts) > 30
    assert_traditional(text for lang, text in texts if lang == "zh-Hant")


def test_no_page_is_left_out(begun: tuple[Flask, list[str]]) -> None:
    rules = {
        str(rule).partition(">")[2]
        for rule in begun[0].url_map.iter_rules()
        if str(rule).startswith("/<any(") and "GET" in (rule.methods or ())
    }
    visited = {path.partition("?")[0] for path in (*PLAIN, *FEEDS, *SEVERAL)} | ELSEWHERE
    nursery = "/nurseries/<nursery_id>"
    visited |= {f"{nursery}{part}" for part in PARTS}
    visited |= {COUNT, "/operators/<credit_code>", "/regions/<code>", "/policies/<slug>"}
    assert rules == visited


def test_what_machines_read_of_a_nursery_is_as_published(imported: Visitor) -> None:
    (item, *_) = imported.json("/api/v1/nurseries?q=云雀")["items"]
    page = imported.page(f"/zh-hant/nurseries/{item['id']}")
    (script,) = page.findall(".//script[@type='application/ld+json']")
    thing = json.loads(script.text or "")
    assert thing["@context"] == ["https://schema.org", {"@language": "zh-Hans"}]
    assert thing["name"] == "苏州云雀托育有限公司"
    assert list(said_in(thing)) == []


COUNT = "/nurseries/count.json"


def test_the_words_of_a_count_too(reader: Visitor) -> None:
    said = [*said_in(reader.json(f"/zh-hant{COUNT}?inclusive=yes"))]
    assert said
    assert_traditional(said)


def test_the_words_of_the_api_too(reader: Visitor) -> None:
    asked = "q=托管 准公共 两千五以内&form=full_day&class=mixed&nature=public_private"
    understood = reader.json(f"/api/v1/nurseries?lang=zh-hant&{asked}")["understood"]
    texts = [one["text"] for key in ("filters", "hints") for one in understood[key]]
    assert len(texts) > 4
    assert_traditional(texts)


def links_of(page: Element, name: str) -> set[str]:
    """The paths of a kind that a page links to."""
    hrefs = (str(link.get("href")) for link in page.iter("a"))
    return {href for href in hrefs if re.fullmatch(rf"/zh-hant/{name}/(?!which)[\w-]+", href)}


def texts_of(element: Element, lang: str) -> Iterator[tuple[str, str]]:
    """Every text of a feed with the language it is in."""
    lang = element.get(LANG) or element.get("lang") or lang
    if element.text and not element.tag.endswith(("}id", "}updated", "}published")):
        yield lang, element.text
    for child in element:
        yield from texts_of(child, lang)
        if child.tail:
            yield lang, child.tail


def said_in(value: Json) -> Iterator[str]:
    """The texts of a JSON-LD object, but for those it names Simplified Chinese."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from said_in(item)
    elif isinstance(value, dict):
        context = value.get("@context")
        marked = value.get("inLanguage") == "zh-Hans" or (
            isinstance(context, list) and {"@language": "zh-Hans"} in context
        )
        for item in () if marked else value.values():
            yield from said_in(item)


def assert_one_script(html: str, path: str) -> None:
    """What `check_page` asks of the script, thirty times as fast: for hundreds of pages."""
    page = LexborHTMLParser(html).root
    assert page is not None
    assert page.attributes.get("lang") == "zh-Hant", path
    said = [text for lang, text in spoken_in(page, "zh-Hant") if lang == "zh-Hant"]
    wrong = [sign for text in said for sign in text if simplified_only(sign)]
    assert not wrong, f"{wrong} in {path}"


def spoken_in(node: LexborNode, lang: str) -> Iterator[tuple[str, str]]:
    """Every text of a page and every attribute that is read out, with its language."""
    lang = node.attributes.get("lang") or lang
    for attribute, value in node.attributes.items():
        if attribute in SPOKEN or attribute.startswith("data-"):
            yield lang, value or ""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield lang, child.text_content or ""
        elif child.tag not in ("script", "style"):
            yield from spoken_in(child, lang)


def assert_traditional(texts: Iterable[str]) -> None:
    """No character of the other script."""
    for text in texts:
        assert not [sign for sign in text if simplified_only(sign)], text
