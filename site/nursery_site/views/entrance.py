"""The addresses without a locale: the entrance, the icon, and what machines ask for."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, Response, jsonify, make_response, redirect
from werkzeug.wrappers import Response as AnyResponse

from nursery_site import links, sitemaps
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.sitemap import files
from search_index.errors import NoGeneration

entrance = Blueprint("entrance", __name__)

ROBOTS = """User-agent: *
Disallow: /api/
Disallow: /*/care
"""


@entrance.get("/")
def root() -> AnyResponse:
    """To the home page in the reader's own locale."""
    response = redirect(links.home(visit.locale()), 302)
    response.headers["Vary"] = "Accept-Language, Cookie"
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@entrance.get("/favicon.ico")
def favicon() -> AnyResponse:
    """Where browsers look without being told."""
    return redirect(stores().assets.url("favicon.svg"), 302)


@entrance.get("/robots.txt")
def robots() -> Response:
    """Pages are for everybody; the API and the switch are not for crawlers."""
    body = f"{ROBOTS}\nSitemap: {visit.origin()}/sitemap.xml\n"
    return Response(body, mimetype="text/plain")


@entrance.get("/sitemap.xml")
def sitemap_index() -> Response:
    """The sitemaps of all locales."""
    body = sitemaps.index(files(), visit.generation().manifest.built_at)
    response = Response(body, mimetype=sitemaps.MIMETYPE)
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


@entrance.get("/healthz")
def healthz() -> Response:
    """Which generation serves, and how old it is; 503 where none does. Reasons are codes."""
    index = stores().index
    try:
        manifest, degraded = visit.generation().manifest, index.degraded
    except NoGeneration:
        reason = "damaged" if index.built else "nothing_built"
        sick = jsonify(status="unavailable", reason=reason, generation=None)
        sick.headers["Cache-Control"] = "no-store"
        return make_response(sick, 503)
    now = datetime.now(UTC)
    built = datetime.fromisoformat(manifest.built_at)
    response = jsonify(
        status="degraded" if degraded else "ok",
        reason="older_generation" if degraded else None,
        generation=manifest.generation,
        built_at=built.isoformat(),
        age_seconds=max(0, round((now - built).total_seconds())),
        revision=manifest.revision,
        documents=manifest.documents,
        fictional=manifest.fictional,
    )
    response.headers["Cache-Control"] = "no-store"
    return response
