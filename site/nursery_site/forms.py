"""What a form needs beside its fields: a token against forgery, and a limit for one address.

Pages that only show something set no session, need no key and are never counted.
"""

from __future__ import annotations

import logging
from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Final

from flask import Flask, current_app, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_limiter import Limiter, RateLimitExceeded
from flask_wtf.csrf import generate_csrf, validate_csrf
from wtforms import ValidationError  # type: ignore[import-untyped]  # ships no types

from nursery_site.secret import secret_in
from nursery_site.stores import stores

if TYPE_CHECKING:
    from flask import Request

TOKEN: Final = "csrf_token"  # noqa: S105 - the name of a field
COOKIE: Final = "form"
LIMIT: Final = "5 per minute; 30 per hour"
TOKEN_SECONDS: Final = 4 * 3600


class Sessions(SecureCookieSessionInterface):
    """Sessions for readers of forms alone; the key is read when the first of them comes."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of a request that brings one; else an empty one, for which no key is read."""
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        _give_key(app)
        return super().open_session(app, request)


def install(app: Flask) -> None:
    """Prepare an app for forms. Reads and writes nothing yet."""
    public = app.config["SHANYU"].public_url or ""
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=public.startswith("https://"),
        SESSION_COOKIE_NAME=COOKIE,
        WTF_CSRF_FIELD_NAME=TOKEN,
        WTF_CSRF_TIME_LIMIT=TOKEN_SECONDS,
        MAX_FORM_MEMORY_SIZE=100_000,
    )
    app.session_interface = Sessions()
    # It would write down the address of whoever is refused.
    logging.getLogger("flask-limiter").setLevel(logging.ERROR)
    app.extensions["shanyu_limiter"] = Limiter(
        _reader_network, app=app, storage_uri="memory://", strategy="moving-window"
    )


def token() -> str:
    """A token for a form of this reader; their session begins with it."""
    _give_key(current_app)
    made: str = generate_csrf()
    return made


def is_ours(given: str) -> bool:
    """Whether a token was made for this reader, and not too long ago."""
    _give_key(current_app)
    try:
        validate_csrf(given)
    except ValidationError:
        return False
    return True


def within_limit() -> bool:
    """Count one more form from this address; whether that is not too many."""
    limiter: Limiter = current_app.extensions["shanyu_limiter"]
    try:
        with limiter.limit(LIMIT):
            return True
    except RateLimitExceeded:
        return False


def _give_key(app: Flask) -> None:
    if app.secret_key is None:
        settings = stores().settings
        app.secret_key = settings.secret or secret_in(settings.data)


def _reader_network() -> str:
    """Whose forms are counted together: an IPv4 address, or the /64 of an IPv6 address.

    A household or a telephone has a /64 to itself, and may take any address in it.
    """
    told = _reader_address()
    try:
        address = ip_address(told.partition("%")[0])
    except ValueError:
        return told
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or IPv6Network((address, 64), strict=False))


def _reader_address() -> str:
    """Where a request comes from; what proxies say is believed as far as they are ours."""
    proxies = stores().settings.proxies
    told = request.headers.get("X-Forwarded-For", "").split(",")
    if proxies and len(told) >= proxies and told[-proxies].strip():
        return told[-proxies].strip()
    return request.remote_addr or ""
