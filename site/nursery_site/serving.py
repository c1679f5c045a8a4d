"""Gunicorn's worker with an answer of ours for addresses that it refuses to read.

A parent may paste a whole article into the box. Gunicorn reads 8,190 bytes of an address and then
answers in English, before the site is asked; nobody knows the reader's language by then.
"""

from __future__ import annotations

from contextlib import suppress
from html import escape
from socket import socket
from time import monotonic
from typing import Any, Final

from flask import Flask
from gunicorn.http.errors import LimitRequestLine  # type: ignore[import-untyped]  # no types
from gunicorn.workers.sync import SyncWorker  # type: ignore[import-untyped]  # likewise

from nursery_site import labels, links
from nursery_site.locales import FACTS, Locale

_MOST_READ: Final = 1 << 20
"""Bytes of the rest of a refused request that are read, so that the answer is not cut off."""

_SECONDS: Final = 2.0
"""For sending the answer, and again for all that is read of the rest; the worker waits."""


class Worker(SyncWorker):  # type: ignore[misc]  # the base is unknown
    """The worker of `gunicorn.conf.py`."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Any) -> None:
        """Answer what cannot be read: an address that is too long in our own words."""
        if not (isinstance(exc, LimitRequestLine) and isinstance(self.wsgi, Flask)):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("Invalid request: %s", type(exc).__name__)
        try:
            client.settimeout(_SECONDS)
            client.sendall(too_long(self.wsgi))
            read_rest(client, _SECONDS)
        except OSError:
            self.log.debug("Nobody waited for the answer.")


def read_rest(client: socket, seconds: float) -> None:
    """Read what a sender still has to say, for so many seconds together. Raises `OSError`."""
    end, left = monotonic() + seconds, _MOST_READ
    with suppress(TimeoutError):
        while left > 0 and (waits := end - monotonic()) > 0:
            client.settimeout(waits)
            got = client.recv(1 << 16)
            if not got:
                break
            left -= len(got)


def too_long(app: Flask) -> bytes:
    """A whole response, 414, in every language."""
    with app.app_context():
        page = "".join(map(_said, Locale))
    body = (
        f'<!doctype html><html lang="{FACTS[Locale.ZH_HANS].tag}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>414 · 善育 Shanyu</title></head><body><h1>414</h1>{page}</body></html>"
    ).encode()
    head = (
        "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        "Cache-Control: no-store\r\nContent-Security-Policy: default-src 'none'\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _said(locale: Locale) -> str:
    heading, text, home = (
        escape(labels.word(locale, "refused", key)) for key in ("long", "long_text", "home")
    )
    link = f'<p><a href="{escape(links.home(locale))}">{home}</a></p>'
    return f'<section lang="{FACTS[locale].tag}"><h2>{heading}</h2><p>{text}</p>{link}</section>'
