"""The statements say what the code does: weights, facts, orders, cookies."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from urllib.parse import unquote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import NotFound

from nursery_site.labels import statements
from nursery_site.locales import Locale
from nursery_site.views.statements import COOKIES
from search_index.orders import FACTS
from search_index.request import SORTS
from search_index.schema import WEIGHTS
from tests.site.visitor import Visitor

OF_EACH = 3


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("name", ["ranking", "privacy", "accessibility"])
def test_every_statement_is_a_page(visitor: Visitor, locale: Locale, name: str) -> None:
    page = visitor.page(f"/{locale}/{name}")
    heading, title = page.findtext(".//h1"), page.findtext(".//title")
    assert heading
    assert title is not None
    assert title.startswith(f"{heading} – ")


def test_the_words_cover_what_the_index_weighs() -> None:
    assert statements.TEXT_FIELDS.keys() == WEIGHTS.keys()
    assert statements.COMPLETE_FACTS.keys() == FACTS.keys()
    assert statements.COOKIES.keys() == set(COOKIES)


def test_the_order_is_told_with_its_numbers(visitor: Visitor) -> None:
    text = visitor.client.get("/en/ranking").get_data(as_text=True)
    for weight in WEIGHTS.values():
        assert f">{weight:g}</td>" in text
    assert text.count('<div class="meaning">') == len(SORTS)


def leads_to(app: Flask, path: str) -> str | None:
    """The endpoint that answers a path, `None` for a dead link."""
    rules = app.url_map.bind("localhost")
    try:
        return str(rules.match(unquote(path.partition("?")[0]), method="GET")[0])
    except NotFound:
        return None


def crawled(app: Flask, client: FlaskClient, start: str) -> Counter[str]:
    """Follow the links of the site, a few of each endpoint; how many pages of each were opened.

    A link that leads to no page of the site fails.
    """
    seen, opened = {start}, Counter[str]()
    waiting = [start]
    while waiting:
        path = waiting.pop(0)
        endpoint = leads_to(app, path)
        assert endpoint, f"{path} is a dead link"
        if opened[endpoint] == OF_EACH:
            continue
        response = client.get(path)
        assert response.status_code in (200, 303), (path, response.status_code)
        opened[endpoint] += 1
        links = re.findall(r'href="(/[^"#]+)', response.text) if response.is_json is False else []
        fresh = [unescape(link) for link in links if not link.startswith("/static/")]
        waiting += [link for link in dict.fromkeys(fresh) if link not in seen]
        seen.update(fresh)
    return opened


def test_a_dead_link_is_found(app: Flask) -> None:
    assert leads_to(app, "/zh-hans/compare?id=suyang") == "compare.page"
    assert leads_to(app, "/zh-hans/nowhere/at/all") is None


def test_no_other_cookie_is_ever_set(app: Flask) -> None:
    client = app.test_client()
    opened = crawled(app, client, "/zh-hans/")
    assert {"pages.care", "pages.nursery", "corrections.form", "policies.policy"} <= set(opened)
    assert len(opened) > 15
    held = {cookie.key for cookie in (client._cookies or {}).values()}
    assert held == set(COOKIES)


@pytest.mark.parametrize("locale", Locale)
def test_every_cookie_is_listed_and_what_a_report_keeps_is_said(
    visitor: Visitor, locale: Locale
) -> None:
    page = visitor.page(f"/{locale}/privacy")
    assert [code.text for code in page.findall(".//dt/code")] == list(COOKIES)
    assert len(page.findall(".//h2")) == 6
