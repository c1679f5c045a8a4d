"""The JSON API: the same searches as the pages, open to everybody's programs.

Values are as published and as in the URL; only `why` and messages follow `lang`.
"""

from __future__ import annotations

from flask import Blueprint, Response, abort, jsonify, request

from nursery_site.arguments import Problem, parse
from nursery_site.documents import answer_document, nursery_document
from nursery_site.locales import Locale
from nursery_site.question import question
from nursery_site.stores import stores
from nursery_site.suggestions import suggestions_document
from nursery_site.views import visit
from nursery_site.views.failing import bad_values
from nursery_site.ways import ways

api = Blueprint("api", __name__, url_prefix="/api/v1")


@api.before_request
def _in_a_known_language() -> Response | None:
    """Refuse a bad `lang`; a search names it together with its other bad values."""
    problems = () if request.endpoint == "api.search" else _language()
    return bad_values(problems, visit.reader()) if problems else None


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
    current = visit.generation()
    asked = question(current, arguments.request)
    answer = current.search(asked.meant)
    beside = ways(current, asked, answer, few=0)
    return jsonify(answer_document(asked, answer, beside, arguments.ignored, reader))


@api.get("/suggest")
def suggest() -> Response:
    """What a text may become while it is typed. May be kept for a while: names change slowly."""
    arguments, reader = parse(request.args), visit.reader()
    wrong = tuple(problem for problem in arguments.problems if problem.key == "q")
    if wrong:
        return bad_values(wrong, reader)
    typed = arguments.request.text
    document = suggestions_document(typed, visit.generation(), stores().policies, reader)
    response = jsonify(document)
    response.headers["Cache-Control"] = "public, max-age=300"
    return response


@api.get("/nurseries/<nursery_id>")
def nursery(nursery_id: str) -> Response:
    """One nursery with every claim and source."""
    current, reader = visit.generation(), visit.reader()
    found = current.get(nursery_id)
    if found is None:
        abort(404)
    claims, sources = visit.evidence([nursery_id])[nursery_id]
    return jsonify(nursery_document(found, claims, sources, reader))


def _language() -> tuple[Problem, ...]:
    """`lang` belongs to the API alone: on pages the path says it."""
    asked = list(dict.fromkeys(filter(None, request.args.getlist("lang"))))
    if len(asked) > 1:
        return (Problem("lang", asked[-1], "once"),)
    return tuple(Problem("lang", value, "choice") for value in asked if value not in set(Locale))
