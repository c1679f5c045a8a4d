"""The statements say what the code does: weights, facts, orders, cookies."""

from __future__ import annotations

import pytest
from flask import Flask

from nursery_site.labels import statements
from nursery_site.locales import Locale
from nursery_site.views.statements import COOKIES
from search_index.orders import FACTS
from search_index.request import SORTS
from search_index.schema import WEIGHTS
from tests.site.visitor import Visitor


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


def test_no_other_cookie_is_ever_set(app: Flask, visitor: Visitor) -> None:
    client = app.test_client()
    (first, *_) = visitor.json("/api/v1/nurseries")["items"]
    pages = ["/", "/en/", "/en/nurseries?q=a", "/en/about", "/en/care?size=larger", "/healthz"]
    for path in pages:
        client.get(path)
    before = {cookie.key for cookie in (client._cookies or {}).values()}
    assert before == set(COOKIES) - {"form"}
    assert client.get(f"/en/nurseries/{first['id']}/report").status_code == 200
    held = {cookie.key for cookie in (client._cookies or {}).values()}
    assert held == set(COOKIES)


@pytest.mark.parametrize("locale", Locale)
def test_every_cookie_is_listed_and_what_a_report_keeps_is_said(
    visitor: Visitor, locale: Locale
) -> None:
    page = visitor.page(f"/{locale}/privacy")
    assert [code.text for code in page.findall(".//dt/code")] == list(COOKIES)
    assert len(page.findall(".//h2")) == 6
