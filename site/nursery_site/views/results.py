"""A result in other forms than a page, under the same keys: a file, and how many there are."""

from __future__ import annotations

from flask import Response, jsonify, request

from nursery_site.arguments import as_shown, parse
from nursery_site.pages.result_counts import view_text
from nursery_site.pages.search_csv import MOST, lines
from nursery_site.question import question
from nursery_site.submitted import TYPED, submitted
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


@results.get("/nurseries/count.json")
def count() -> Response:
    """How many the form of the search page would find as it stands, and its button's words."""
    given, reader, current = parse(request.args), visit.reader(), visit.generation()
    if given.problems:
        return bad_values(given.problems, reader)
    shown = as_shown(given.request)
    if (typed := request.args.get(TYPED)) is not None:
        shown = submitted(current, typed, shown, request.args)
    total = current.count(question(current, shown).meant)
    response = jsonify(total=total, text=view_text(total))
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
