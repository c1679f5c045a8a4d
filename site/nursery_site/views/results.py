"""A whole result as a file, under the same keys as the search page."""

from __future__ import annotations

from flask import Response, request

from nursery_site.arguments import as_shown, parse
from nursery_site.pages.search_csv import MOST, lines
from nursery_site.question import question
from nursery_site.views import visit
from nursery_site.views.failing import bad_values
from nursery_site.views.localised import localised

results = localised("results", __name__)


@results.get("/nurseries.csv")
def table() -> Response:
    """The result as CSV, streamed; a bad value is refused, as in the API."""
    given, reader, current = parse(request.args), visit.reader(), visit.generation()
    if given.problems:
        return bad_values(given.problems, reader)
    asked = question(current, as_shown(given.request))
    total, hits = current.whole(asked.meant, MOST)
    name, sources = current.manifest.generation, visit.known_sources()
    pieces = lines(hits, total, sources, name, visit.origin(), reader)
    response = Response(pieces, mimetype="text/csv")
    file = f"shanyu-nurseries-{reader.today.isoformat()}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
