"""The headers of every answer: own origin only, nothing inline, nobody's frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from wsgiref.headers import Headers

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def protected(application: WSGIApplication) -> WSGIApplication:
    """The application with our headers on whatever it answers, a 304 or a 405 too."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status, headers, exc_info=None):  # type: ignore[no-untyped-def]  # WSGI's own
            found = Headers(headers)
            for name, value in HEADERS.items():
                found.setdefault(name, value)
            return start_response(status, headers, exc_info)

        return application(environ, start)

    return answer
