"""The sitemap of each locale: pages of words, and nurseries where they are real."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flask import Response, abort

from nursery_site import links, sitemaps
from nursery_site.locales import Locale
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.localised import localised

sitemap = localised("sitemap", __name__)

_WORDS: Final = (
    ("about",),
    ("accessibility",),
    ("filing-check",),
    ("policies",),
    ("policies", "which"),
    ("prepayment",),
    ("privacy",),
    ("ranking",),
    ("worksheet",),
)
"""Pages that say the same whatever the copy holds."""


def files() -> list[str]:
    """The addresses of all files, for the index."""
    manifest, origin = visit.generation().manifest, visit.origin()
    count = 0 if manifest.fictional else manifest.documents
    names = ["sitemap.xml", *(f"sitemap-{part}.xml" for part in sitemaps.parts(count))]
    return [origin + links.page(locale, name) for locale in Locale for name in names]


@sitemap.get("/sitemap.xml")
def words() -> Response:
    """Everything but the nurseries. Fiction is not for search engines."""
    locale, origin = visit.locale(), visit.origin()
    manifest = visit.generation().manifest
    built = manifest.built_at
    paths: list[tuple[str, str | None]] = [(links.page(locale, *parts), None) for parts in _WORDS]
    for slug, policy in sorted(stores().policies.policies.items()):
        reviewed = policy.article.reviewed.isoformat()
        paths.append((links.page(locale, "policies", slug), reviewed))
    if not manifest.fictional:
        paths += [(links.home(locale), built), (links.search(locale), built)]
        held = [
            links.page(locale, *parts)
            for parts in (("regions",), ("notices",), ("changes",), ("corrections",))
        ]
        held += [links.page(locale, "regions", key) for key in _places()]
        paths += [(path, built) for path in held]
    return _file((origin + path, changed) for path, changed in paths)


@sitemap.get("/sitemap-<int:part>.xml")
def nurseries(part: int) -> Response:
    """One file of nurseries; 404 where none are real, or not so many."""
    locale, origin, current = visit.locale(), visit.origin(), visit.generation()
    manifest = current.manifest
    if manifest.fictional or part not in sitemaps.parts(manifest.documents):
        abort(404)
    ids = current.identifiers()[(part - 1) * sitemaps.MOST : part * sitemaps.MOST]
    return _file((origin + links.nursery(locale, id_), manifest.built_at) for id_ in ids)


def _places() -> list[str]:
    """The divisions that the copy holds something of, those around them included."""
    reader, keys = visit.reader(), set[str]()
    for one in visit.coverage():
        city = one.region.partition("z")[0][:4]
        keys |= {city[:2], city, one.region}
    named = (key for key in keys if key in reader.region_names)
    return sorted(key for key in named if not reader.fills_a_level(key))


def _file(pages: Iterator[tuple[str, str | None]]) -> Response:
    response = Response(sitemaps.urls(pages), mimetype=sitemaps.MIMETYPE)
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response
