"""What a text may become while it is typed, as the API says it.

A suggestion is an open object: `kind` says what it is, `url` leads there; a kind may bring more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.locales import Locale
from nursery_site.pages.meanings import place_text
from nursery_site.policies.answering import suggestions as policies
from nursery_site.policies.library import Library
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.values.statement import Json
from search_index.generation import Generation
from search_index.request import SearchRequest
from search_index.suggest import Suggestion

MOST: Final = 8
"""Suggestions of one answer."""


def suggestions_document(
    typed: str, generation: Generation, library: Library, reader: Reader
) -> dict[str, Json]:
    """The suggestions for a text, the likeliest first; none for an empty one.

    Articles come last, and so do divisions without a nursery: they say that our copy has none.
    """
    articles = policies(library, typed)
    found = [
        _MAKERS[one.kind](one, generation, reader)
        for one in generation.suggest(typed, MOST - len(articles))
    ]
    found.sort(key=lambda one: one.get("count") == 0)
    explained = [_policy(one, library, reader) for one in articles]
    return {"query": typed, "suggestions": [*found, *explained]}


def _nursery(one: Suggestion, generation: Generation, reader: Reader) -> dict[str, Json]:
    """A name as registered, with its reading in the other script and where it is."""
    name, nursery = reader.name(one.text), generation.get(one.value)
    district = reader.within_province(nursery.region) if nursery else Text("")
    return _document(
        one,
        Text(name.published, name.lang),
        detail=district,
        url=links.nursery(reader.locale, one.value),
    ) | {"id": one.value, "reading": name.reading}


def _division(one: Suggestion, generation: Generation, reader: Reader) -> dict[str, Json]:
    there = links.only("region", one.value)
    count = generation.count(there)
    detail = ngettext("%(num)s nursery", "%(num)s nurseries", count)
    if not generation.holds(one.value):
        detail = gettext("Not covered here")
    url = links.search(reader.locale, there)
    return _document(one, place_text(one.value, reader), Text(detail), url) | {
        "region": one.value,
        "count": count,
        "fill": reader.data(one.text).text,
    }


def _brand(one: Suggestion, _generation: Generation, reader: Reader) -> dict[str, Json]:
    url = links.search(reader.locale, SearchRequest(text=one.text))
    detail = Text(gettext("several nurseries of this name"))
    return _document(one, reader.as_published(one.text), detail, url) | {"fill": one.text}


def _policy(one: Suggestion, library: Library, reader: Reader) -> dict[str, Json]:
    """An article by its title; English readers get the English one."""
    article = library.policies[one.value].article
    if reader.locale is Locale.EN:
        title = Text(article.english.title)
    else:
        title = reader.data(article.title)
    url = links.page(reader.locale, "policies", one.value)
    return _document(one, title, Text(gettext("Policy, explained")), url)


def _document(one: Suggestion, text: Text, detail: Text, url: str) -> dict[str, Json]:
    """What every kind says; `lang` where a text's language is not the reader's own."""
    return {
        "kind": one.kind,
        "text": text.text,
        "lang": text.lang,
        "detail": detail.text,
        "detail_lang": detail.lang,
        "url": url,
    }


_MAKERS: Final[Mapping[str, Callable[[Suggestion, Generation, Reader], dict[str, Json]]]] = {
    "nursery": _nursery,
    "division": _division,
    "brand": _brand,
}
