"""The headers of every answer: own origin only, nothing inline, nobody's frame."""

from __future__ import annotations

from typing import Final
from wsgiref.headers import Headers

from flask import Response

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


def protect(response: Response) -> Response:
    """Set what is not set already."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def protect_file(found: Headers, _path: str, _url: str) -> None:
    """The same for a static file, as WhiteNoise asks."""
    for name, value in HEADERS.items():
        found[name] = value
