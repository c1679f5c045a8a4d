"""Conditional requests: a page that would be the same again is not made again.

What home and search show follows from the generation, the day, the build of the site, the
address and our two cookies: of the ledger home reads only what the generation was built from.
Other pages are made and compared.

Such a page may be sent again without being made: see `sent`.
"""

from __future__ import annotations

import hashlib

from flask import Response, g, make_response, request

from nursery_site.locales import COOKIE
from nursery_site.sent import TAGGED
from nursery_site.stores import stores
from nursery_site.views import visit


def unchanged() -> Response | None:
    """The 304 for a reader who has this page already; else `None`, and the page gets its tag."""
    current = visit.generation()
    parts = (
        current.manifest.generation,
        current.today.isoformat(),
        stores().assets.fingerprint,
        stores().fingerprint,
        visit.origin(),
        request.path,
        visit.query(),
        request.cookies.get(COOKIE, ""),
        request.cookies.get(visit.LARGER_COOKIE, ""),
    )
    g.tag = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]
    request.environ[TAGGED] = True
    return _not_modified(g.tag, "text/html") if _is_held(g.tag) else None


def tag(response: Response) -> Response:
    """Give a page its tag, and let every reader's cache ask again before it shows it.

    A file that is sent while it is made has no tag: it would have to be made whole for it.
    """
    if request.method not in ("GET", "HEAD") or response.mimetype not in _PAGES:
        return response
    if response.is_streamed:
        return response
    response.headers.setdefault("Cache-Control", "private, no-cache")
    response.vary.update(_varies(response.mimetype))
    if response.status_code == 200 and "no-store" not in response.headers["Cache-Control"]:
        own = g.get("tag") or hashlib.sha256(response.get_data()).hexdigest()[:20]
        if _is_held(own):
            return _not_modified(own, response.mimetype)
        response.set_etag(own)
    return response


_PAGES = frozenset(
    {"text/html", "application/json", "application/problem+json", "application/atom+xml"}
)


def _varies(mimetype: str) -> tuple[str, ...]:
    """What of a request an answer follows from, beside its address.

    A page in a locale's path is the same for every header; our cookies change its type size.
    """
    if g.get("negotiated"):
        return "Accept-Language", "Cookie"
    return ("Cookie",) if mimetype == "text/html" else ()


def _is_held(own: str) -> bool:
    """Whether the reader holds a tag, weak or strong, in any coding (`:br`) of compression."""
    held = request.if_none_match
    tags = held.as_set(include_weak=True)
    return held.star_tag or own in {tag.partition(":")[0] for tag in tags}


def _not_modified(own: str, mimetype: str) -> Response:
    response = make_response("", 304)
    response.set_etag(own)
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.update(_varies(mimetype))
    return response
