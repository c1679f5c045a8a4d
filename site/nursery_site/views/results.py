"""A result in other forms than a page, under the same keys: files, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response, jsonify, request

from nursery_site.arguments import as_shown, parse
from nursery_site.pages.result_counts import view_text
from nursery_site.pages.search_csv import MOST, lines
from nursery_site.pages.search_json import pieces
from nursery_site.question import question
from nursery_site.reader import Reader
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
    return _file(lines(hits, total, sources, name, visit.origin(), reader), "csv", reader)


@results.get("/nurseries.json")
def document() -> Response:
    """The result as one JSON document, streamed; a bad value is refused, as in the API."""
    given, reader, current = parse(request.args), visit.reader(), visit.generation()
    if given.problems:
        return bad_values(given.problems, reader)
    total, hits = current.whole(question(current, as_shown(given.request)).meant, MOST)
    held, sources = current.manifest, visit.known_sources()
    found = pieces(hits, total, sources, held.generation, reader, fictional=held.fictional)
    return _file(found, "json", reader)


def _file(content: Iterable[str], kind: str, reader: Reader) -> Response:
    response = Response(content, mimetype={"csv": "text/csv", "json": "application/json"}[kind])
    file = f"shanyu-nurseries-{reader.today.isoformat()}.{kind}"
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
