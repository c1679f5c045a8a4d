"""Pages that are sent again as they were sent, before the application is asked.

A page may say that it follows from nothing but its tag (`views.caching.unchanged`): generation,
day, address and cookies. All of that, and how the reader wants it coded, stands in the request,
so that an equal request gets equal bytes. Searches around somebody's place are not kept.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from nursery_site.kept import Kept
from search_index.errors import NoGeneration

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from nursery_site.stores import Stores

KEPT_BYTES: Final = 4 << 20
"""Of pages in a worker: four hundred, or sixty sent without compression."""

TAGGED: Final = "shanyu.tagged"
"""Set in the environment of a request whose page follows from its tag alone."""

_PARTS: Final = (
    "wsgi.url_scheme",
    "HTTP_HOST",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PROTO",
    "SERVER_NAME",
    "SERVER_PORT",
    "SCRIPT_NAME",
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_COOKIE",
    "HTTP_ACCEPT_ENCODING",
)
_LONGEST: Final = 1000
"""Characters of a request that is looked up; longer ones are nobody's but one reader's."""


@dataclass(frozen=True, slots=True)
class _Sent:
    headers: tuple[tuple[str, str], ...]
    body: bytes


def again(application: WSGIApplication, stores: Stores) -> WSGIApplication:
    """The application, which is not asked for a page that was sent lately."""
    kept: Kept[_Sent] = Kept(KEPT_BYTES)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = _key(environ, stores)
        if key is None:
            return application(environ, start_response)
        found = kept.get(key)
        if found is None:
            return _noted(application, environ, start_response, key)
        start_response("200 OK", list(found.headers))
        return [found.body]

    def _noted(
        application: WSGIApplication,
        environ: WSGIEnvironment,
        start_response: StartResponse,
        key: Hashable,
    ) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            begun.append((status, headers))
            return start_response(status, headers, exc_info)

        answered = application(environ, start)
        if not environ.get(TAGGED) or not begun or not begun[-1][0].startswith("200"):
            return answered
        body = b"".join(answered)
        if (close := getattr(answered, "close", None)) is not None:
            close()
        if _key(environ, stores) == key:  # no other generation began to serve meanwhile
            kept.put(key, _Sent(tuple(begun[-1][1]), body), len(body))
        return [body]

    return answer


def _key(environ: WSGIEnvironment, stores: Stores) -> Hashable | None:
    """What a page may be kept by; `None` for what is asked anew every time."""
    if environ["REQUEST_METHOD"] != "GET" or "HTTP_IF_NONE_MATCH" in environ:
        return None
    parts = tuple(environ.get(name, "") for name in _PARTS)
    if "near" in environ["QUERY_STRING"] or sum(map(len, parts)) > _LONGEST:
        return None
    try:
        current = stores.index.generation
    except NoGeneration:
        return None
    return current.manifest.generation, current.today, parts
