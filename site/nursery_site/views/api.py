"""The JSON API: the same searches as the pages, open to everybody's programs.

Values are as published and as in the URL; only `why` and messages follow `lang`.
"""

from __future__ import annotations

from flask import Blueprint, Response, abort, jsonify, request

from nursery_site.arguments import Problem, parse
from nursery_site.documents import answer_document, nursery_document
from nursery_site.locales import Locale
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
    problems = (*arguments.problems, *_language())
    if problems:
        return bad_values(problems, reader)
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
    return jsonify(nursery_document(found, claims, sources, reader))


def _language() -> list[Problem]:
    """`lang` belongs to the API alone: on pages the path says it."""
    asked = request.args.get("lang", "")
    return [] if asked in ("", *Locale) else [Problem("lang", asked, "choice")]
