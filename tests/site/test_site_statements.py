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


def test_no_other_cookie_is_ever_set(app: Flask) -> None:
    client = app.test_client()
    pages = ["/", "/en/", "/en/nurseries?q=a", "/en/about", "/en/care?size=larger", "/healthz"]
    for path in pages:
        client.get(path)
    held = {cookie.key for cookie in (client._cookies or {}).values()}
    assert held == set(COOKIES)
