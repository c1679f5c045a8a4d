"""The JSON API: the same searches as the pages, open to everybody's programs.

Values are as published and as in the URL; only `why` and messages follow `lang`.
"""

from __future__ import annotations

from flask import Blueprint, Response, abort, jsonify, request

from nursery_site.arguments import OTHER_KEYS, parse
from nursery_site.documents import answer_document, nursery_document
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.failing import bad_values

api = Blueprint("api", __name__, url_prefix="/api/v1")


@api.after_request
def _open(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@api.get("/nurseries")
def search() -> Response:
    """A search, as `/<locale>/nurseries` makes it."""
    arguments, reader = parse(request.args), visit.reader()
    if arguments.problems:
        return bad_values(arguments.problems, reader)
    answer = visit.generation().search(arguments.request)
    return jsonify(answer_document(answer, arguments, reader))


@api.get("/nurseries/<nursery_id>")
def nursery(nursery_id: str) -> Response:
    """One nursery with every claim and source."""
    found, ledger, reader = visit.generation().get(nursery_id), stores().ledger, visit.reader()
    if found is None:
        abort(404)
    claims = ledger.claims_of(nursery_id)
    sources = ledger.sources({claim.source for claim in claims})
    ignored = [key for key in request.args if key not in OTHER_KEYS]
    return jsonify(nursery_document(found, claims, sources, ignored, reader))
