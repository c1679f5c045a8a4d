"""Every link of the site, made by pure functions; no template glues a query string.

A search's URL is a function of the search: defaults are left out and the order is fixed, so one
search has one address. A link to a neighbouring search is made from a changed `SearchRequest`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote_plus, urlencode

from nursery_site.locales import Locale
from search_index.request import FACETS, Point, SearchRequest, View

API: Final = "/api/v1"

PLACES: Final = 3
"""Decimals of a start point on a page: some 100 metres, so that no link names a home."""

_EXACT: Final = re.compile(r"\d+\.\d{4,}")


def home(locale: Locale) -> str:
    """The home page."""
    return f"/{locale}/"


def about(locale: Locale) -> str:
    """The page about the data."""
    return f"/{locale}/about"


def page(locale: Locale, *parts: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """A page by the parts of its path, such as `page(locale, "regions", "3205")`."""
    path = "/".join(quote(part, safe="") for part in parts)
    return _joined(f"/{locale}/{path}", query)


def several(locale: Locale, name: str, nursery_ids: Iterable[str]) -> str:
    """A page about several nurseries in their order: `compare` or `shortlist`."""
    return page(locale, name, query=[("id", nursery_id) for nursery_id in nursery_ids])


def nursery(locale: Locale, nursery_id: str) -> str:
    """One nursery's page."""
    return f"/{locale}/nurseries/{quote(nursery_id, safe='')}"


def search(locale: Locale, request: SearchRequest | None = None) -> str:
    """A search page. `page` stays; see `first_page`."""
    return _joined(f"/{locale}/nurseries", pairs(request) if request else ())


def search_file(locale: Locale, request: SearchRequest, kind: str) -> str:
    """The whole result of a search as a file, `csv` or `json`."""
    whole = replace(first_page(request), view=None, per_page=SearchRequest().per_page)
    return _joined(f"/{locale}/nurseries.{kind}", pairs(whole))


def search_count(locale: Locale) -> str:
    """Where the form of the search page asks how many it would find."""
    return f"/{locale}/nurseries/count.json"


def api_search(request: SearchRequest, locale: Locale) -> str:
    """The same search in the API."""
    return _joined(f"{API}/nurseries", [*pairs(request), ("lang", locale)])


def api_suggest(locale: Locale) -> str:
    """Where the box asks for suggestions; `q` is added while typing."""
    return _joined(f"{API}/suggest", [("lang", locale)])


def api(*parts: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """A document of the API by the parts of its path."""
    path = "/".join(quote(part, safe="") for part in parts)
    return _joined(f"{API}/{path}", query)


def api_nursery(nursery_id: str) -> str:
    """The same nursery in the API."""
    return f"{API}/nurseries/{quote(nursery_id, safe='')}"


def care(locale: Locale, *, larger: bool, back: str) -> str:
    """The switch of 关怀版, which sets a cookie and comes back."""
    return _joined(
        f"/{locale}/care", [("size", "larger" if larger else "standard"), ("back", back)]
    )


def switched(locale: Locale, path: str, query: str) -> str:
    """The same page in another locale, the whole query kept letter by letter.

    >>> switched(Locale.ZH_HANT, "/zh-hans/nurseries", "q=%E8%8B%8F&utm=1")
    '/zh-hant/nurseries?q=%E8%8B%8F&utm=1'
    """
    first, _, rest = path.removeprefix("/").partition("/")
    here = f"/{locale}/{quote(rest)}" if first in set(Locale) else f"/{locale}/"
    return f"{here}?{query}" if query else here


def to_web(url: str | None) -> str | None:
    """A published address, if it is one of the web; nothing else may become a link."""
    return url if url and url.startswith(("https://", "http://")) else None


def rounded(query: str) -> str:
    """A query letter by letter, but for start points, which are rounded to some 100 metres.

    >>> rounded("q=a&near=31.31567,120.63629&near2=x")
    'q=a&near=31.316,120.636&near2=x'
    """
    return "&".join(map(_rounded, query.split("&")))


def pairs(request: SearchRequest) -> list[tuple[str, str]]:
    """The keys and values of a search, in their one order, without defaults."""
    default = SearchRequest()
    single: dict[str, object] = {
        "q": request.text or None,
        "near": _point(request.near),
        "near2": _point(request.near2),
        "within": None if request.within is None else f"{request.within:g}",
        "age": request.age,
        "price_min": request.price_min,
        "price_max": request.price_max,
    }
    last = {
        "sort": request.sort if request.sort != default.sort else None,
        "per_page": request.per_page if request.per_page != default.per_page else None,
        "page": request.page if request.page != default.page else None,
        "map": _view(request.view),
    }
    chosen = [(key, value) for key in FACETS for value in request.choices.get(key, ())]
    return [*_given(single), *chosen, *_given(last)]


def first_page(request: SearchRequest) -> SearchRequest:
    """The same search from its first page on: what every changed search begins with.

    Its map shows the whole result again, or stays switched off.
    """
    kept = request.view if request.view and request.view.hidden else None
    return replace(request, page=1, view=kept)


def chosen(request: SearchRequest, key: str, *values: str) -> SearchRequest:
    """The search with these values of a facet, and no others."""
    others = {name: kept for name, kept in request.choices.items() if name != key}
    return first_page(replace(request, choices=others | ({key: values} if values else {})))


def only(key: str, *values: str) -> SearchRequest:
    """The search for nothing but these values of a facet."""
    return SearchRequest(choices={key: values})


def added(request: SearchRequest, key: str, value: str) -> SearchRequest:
    """The search with one more value of a facet."""
    held = request.choices.get(key, ())
    return chosen(request, key, *held, *(() if value in held else (value,)))


def dropped(request: SearchRequest, key: str, value: str) -> SearchRequest:
    """The search without one value of a facet."""
    return chosen(request, key, *(held for held in request.choices.get(key, ()) if held != value))


def without_place(request: SearchRequest) -> SearchRequest:
    """The search without a start point, and without what needs one."""
    sort = "relevance" if request.sort.startswith("distance") else request.sort
    return first_page(replace(request, near=None, near2=None, within=None, sort=sort))


def without_second_place(request: SearchRequest) -> SearchRequest:
    """The search from its first start point alone."""
    sort = "distance" if request.sort == "distance_sum" else request.sort
    return first_page(replace(request, near2=None, sort=sort))


def _given(values: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(key, str(value)) for key, value in values.items() if value is not None]


def _view(view: View | None) -> str | None:
    if view is None:
        return None
    return "off" if view.hidden else f"{_degrees(view.lat)},{_degrees(view.lng)},{view.zoom}"


def _point(point: Point | None) -> str | None:
    return None if point is None else f"{_degrees(point.lat)},{_degrees(point.lng)}"


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _rounded(pair: str) -> str:
    key, _, value = pair.partition("=")
    given = unquote_plus(value)
    if unquote_plus(key) not in ("near", "near2") or not _EXACT.search(given):
        return pair
    shorter = _EXACT.sub(lambda degrees: _degrees(round(float(degrees[0]), PLACES)), given)
    return f"{key}={quote(shorter, safe=',')}"


def _joined(path: str, query: Iterable[tuple[str, str]]) -> str:
    encoded = "&".join([_encoded(key, value) for key, value in query])
    return f"{path}?{encoded}" if encoded else path


@lru_cache(maxsize=2048)  # the links of a page are neighbours: each repeats nearly all of the next
def _encoded(key: str, value: str) -> str:
    return urlencode([(key, value)], safe=",")
