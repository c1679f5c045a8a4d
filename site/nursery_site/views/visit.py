"""One request: who reads, which generation answers, and the frame around the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from flask import Response, g, make_response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from nursery_site import links
from nursery_site.locales import COOKIE, Locale, negotiate
from nursery_site.pages.shell import Address, Shell, shell
from nursery_site.reader import Reader
from nursery_site.stores import stores
from registry.editions import Editions
from registry.ledger.records import Claim, Coverage, Notice, Source
from registry.vocabulary import OURS
from search_index.errors import NoGeneration
from search_index.generation import Generation

LARGER_COOKIE = "care"
_YEAR = 365 * 24 * 3600


class Page(Protocol):
    """Any page model."""

    @property
    def template(self) -> str: ...
    @property
    def shell(self) -> Shell: ...


def locale() -> Locale:
    """The locale of the request: of its path, of the API's `lang`, or negotiated."""
    if "locale" not in g:
        first = request.path.removeprefix("/").partition("/")[0]
        asked = first if first in set(Locale) else request.args.get("lang", "")
        g.locale = Locale(asked) if asked in set(Locale) else _negotiated()
    found: Locale = g.locale
    return found


def _negotiated() -> Locale:
    g.negotiated = True  # `caching` tells caches of it
    return negotiate(request.cookies.get(COOKIE), request.headers.get("Accept-Language"))


def generation() -> Generation:
    """The generation that answers this request, one for the whole of it. Raises `NoGeneration`."""
    if "generation" not in g:
        g.generation = stores().index.generation
    found: Generation = g.generation
    return found


def published_lists() -> tuple[Source, ...]:
    """The lists that the generation was built from; the ledger may have newer ones by now.

    Files of coordinates and corrections are ours and no list of an authority.
    """
    return tuple(one for one in known_sources().values() if one.kind not in OURS)


def notices() -> tuple[Notice, ...]:
    """The publicities (公示) of what the generation was built from."""
    manifest = generation().manifest
    return stores().notices(manifest.revision, manifest.generation)


def coverage() -> tuple[Coverage, ...]:
    """What the generation covers."""
    return stores().overview(generation()).coverage


def known_sources() -> Mapping[int, Source]:
    """Every source that the generation was built from, ours too; kept with the generation."""
    manifest = generation().manifest
    return stores().sources(manifest.revision, manifest.generation)


def editions() -> Editions:
    """Which of these sources are editions of one list."""
    manifest = generation().manifest
    return stores().editions(manifest.revision, manifest.generation)


def evidence(
    nursery_ids: Sequence[str],
) -> dict[str, tuple[tuple[Claim, ...], Mapping[int, Source]]]:
    """The claims of each of some nurseries with their sources, read together."""
    claims = stores().ledger.claims_of_many(nursery_ids, generation().manifest.revision)
    sources = known_sources() if claims else {}
    return {
        one: (said, {key: sources[key] for key in sorted({claim.source for claim in said})})
        for one in nursery_ids
        for said in [claims.get(one, ())]
    }


def reader() -> Reader:
    """The reader; also where no generation can be served."""
    store = stores()
    explained = store.policies.explained
    try:
        manifest, today = generation().manifest, generation().today
    except NoGeneration:
        return Reader(locale(), store.settings.day(), store.reading, {}, store.schemes, explained)
    names, name = manifest.region_names, manifest.generation
    return Reader(locale(), today, store.reading, names, store.schemes, explained, name)


def origin() -> str:
    """The origin that canonical links name."""
    return stores().settings.public_url or request.host_url.rstrip("/")


def query() -> str:
    """The query letter by letter, but for start points: rounded, they name nobody's home."""
    return links.rounded(request.query_string.decode("ascii", "replace"))


def frame(reader: Reader, title: str, **more: Any) -> Shell:
    """The frame of the page that is asked for."""
    address = Address(origin(), request.path, query())
    return shell(
        reader,
        address,
        title=title,
        larger=request.cookies.get(LARGER_COOKIE) == "1",
        fictional=_fictional(),
        **more,
    )


def render(page: Page, status: int = 200) -> Response:
    """The page as HTML; remembers the locale."""
    response = make_response(render_template(page.template, page=page), status)
    if request.cookies.get(COOKIE) != locale():
        remember(response, COOKIE, locale())
    return response


def remember(response: AnyResponse, name: str, value: str) -> None:
    """Set one of our two cookies, neither of which knows who the reader is."""
    response.set_cookie(
        name, value, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure
    )


def _fictional() -> bool:
    try:
        return generation().manifest.fictional
    except NoGeneration:
        return False


def article(reader: Reader, slug: str) -> str | None:
    """The link to an article, `None` where the site holds none of this name."""
    held = slug in stores().policies.policies
    return links.page(reader.locale, "policies", slug) if held else None
