"""Errors: a page in the reader's locale, or a problem object (RFC 9457) under `/api`."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from flask import Flask, Response, current_app, g, jsonify, make_response, redirect, request
from werkzeug.exceptions import HTTPException

from nursery_site.addresses import loggable
from nursery_site.arguments import Problem
from nursery_site.pages.error import Event, error_page, heading
from nursery_site.reader import Reader
from nursery_site.stores import stores
from nursery_site.views import visit
from search_index.errors import DamagedGeneration, NoGeneration


def register(app: Flask) -> None:
    """Answer every error of the application."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(NoGeneration, _nothing_to_search)
    app.register_error_handler(DamagedGeneration, _damaged)
    app.register_error_handler(Exception, _broken)
    app.after_request(_stay_here)


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
    if error.code == 404 and (path := _without_slash()) is not None:
        response = make_response(redirect(f"{path}?{visit.query()}".removesuffix("?"), 308))
        response.headers["Cache-Control"] = "private, no-cache"
        return response
    status = error.code or 500
    response = _answer(status, error.name)
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            response.headers[name] = value
    return response


def _stay_here(response: Response) -> Response:
    """Redirect to a path: the router names a host, and knows it from the reader alone."""
    to = urlsplit(response.location or "")
    if to.netloc == request.host and not to.path.startswith("//"):
        response.location = to._replace(scheme="", netloc="").geturl()
    return response


def _without_slash() -> str | None:
    """The path without its last slash, if that is one of ours."""
    path = request.path.rstrip("/")
    adapter = current_app.create_url_adapter(request)
    if path == request.path or adapter is None or request.method not in ("GET", "HEAD"):
        return None
    try:
        adapter.match(path)
    except HTTPException:
        return None
    return quote(path)


def _nothing_to_search(_error: NoGeneration) -> Response:
    """Why is in the log: the public need not know our files."""
    built = stores().index.built
    response = _answer(503, "Index damaged" if built else "No index", damaged=built)
    response.headers["Retry-After"] = "60"
    return response


def _damaged(error: DamagedGeneration) -> Response:
    """The index was damaged while it was open: answer once more, from what is sound."""
    index = stores().index
    index.refuse(error)
    if g.get("once_more"):
        return _nothing_to_search(NoGeneration(str(error)))
    g.once_more = True
    g.pop("generation", None)
    try:
        return current_app.make_response(current_app.dispatch_request())
    except (HTTPException, NoGeneration, DamagedGeneration) as again:
        return current_app.make_response(current_app.handle_user_exception(again))


def _broken(error: Exception) -> Response:
    # The path alone: a query may hold where a parent lives.
    path = loggable(request.path)
    current_app.logger.error("failed: %s %s", request.method, path, exc_info=error)
    if current_app.testing:
        raise error
    return _answer(500, "Internal error")


def _answer(status: int, title: str, *, damaged: bool = False) -> Response:
    if f"{request.path}/".startswith("/api/"):
        return _problem(status, title)
    reader = visit.reader()
    event: Event = "damaged" if damaged else status
    frame = visit.frame(reader, heading(event), listed=False)
    return visit.render(error_page(frame, status, event, reader), status)


def _problem(status: int, title: str, **more: object) -> Response:
    response = make_response(jsonify(type="about:blank", title=title, status=status, **more))
    response.status_code = status
    response.mimetype = "application/problem+json"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
