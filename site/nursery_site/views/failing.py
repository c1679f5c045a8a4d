"""Errors: a page in the reader's locale, or a problem object (RFC 9457) under `/api`."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Flask, Response, current_app, jsonify, make_response, request
from werkzeug.exceptions import HTTPException

from nursery_site.arguments import Problem
from nursery_site.pages.error import error_page, heading
from nursery_site.reader import Reader
from nursery_site.views import visit
from search_index.errors import NoGeneration


def register(app: Flask) -> None:
    """Answer every error of the application."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(NoGeneration, _nothing_to_search)
    app.register_error_handler(Exception, _broken)


def bad_values(problems: Iterable[Problem], reader: Reader) -> Response:
    """The API's 400, naming every bad value."""
    errors = [
        {
            "key": problem.key,
            "value": problem.value,
            "message": reader.word("problem", problem.reason),
        }
        for problem in problems
    ]
    return _problem(400, "Bad values in the query", errors=errors)


def _refused(error: HTTPException) -> Response:
    if error.response is not None or (error.code or 500) < 400:
        return make_response(error.get_response())
    status = error.code or 500
    response = _answer(status, error.name)
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            response.headers[name] = value
    return response


def _nothing_to_search(error: NoGeneration) -> Response:
    response = _answer(503, "No index", detail=str(error))
    response.headers["Retry-After"] = "60"
    return response


def _broken(error: Exception) -> Response:
    # The path alone: a query may hold where a parent lives.
    current_app.logger.error("failed: %s %s", request.method, request.path, exc_info=error)
    if current_app.testing:
        raise error
    return _answer(500, "Internal error")


def _answer(status: int, title: str, detail: str | None = None) -> Response:
    if request.path.startswith("/api/"):
        return _problem(status, title, detail=detail)
    reader = visit.reader()
    frame = visit.frame(reader, heading(status), listed=False)
    return visit.render(error_page(frame, status, reader), status)


def _problem(status: int, title: str, **more: object) -> Response:
    given = {name: value for name, value in more.items() if value is not None}
    response = make_response(jsonify(type="about:blank", title=title, status=status, **given))
    response.status_code = status
    response.mimetype = "application/problem+json"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
