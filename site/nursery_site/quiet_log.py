"""Gunicorn's log without its readers: no query, no address of anybody, one line an event."""

from __future__ import annotations

import sys
from typing import Any, Final

from gunicorn.glogging import Logger  # type: ignore[import-untyped]  # it ships no types

from nursery_site.addresses import loggable

ATOMS: Final = ("t", "m", "s", "b", "M")
"""What an access line may hold beside the path: time, method, status, bytes, milliseconds."""


class QuietLogger(Logger):  # type: ignore[misc]  # likewise: the base is unknown
    """What no method here lets through cannot be written, whatever the format asks for."""

    def atoms(self, resp: Any, req: Any, environ: Any, request_time: Any) -> dict[str, Any]:
        """The parts of an access line; any other part of gunicorn's is written as `-`."""
        given: dict[str, Any] = super().atoms(resp, req, environ, request_time)
        path = (
            str(environ.get("PATH_INFO", "")).encode("latin-1", "replace").decode(errors="replace")
        )
        return {name: given[name] for name in ATOMS} | {"U": loggable(path)}

    def warning(self, msg: object, *args: object, **kwargs: Any) -> None:
        """A refused request is named by its fault; gunicorn would quote it, with its sender."""
        if str(msg).startswith("Invalid request"):
            fault = sys.exc_info()[0]
            msg, args = "Invalid request: %s", (fault.__name__ if fault else "unknown",)
        super().warning(msg, *args, **kwargs)

    def exception(self, msg: object, *args: object, **kwargs: Any) -> None:
        """A failed request is named by its method and path."""
        named = (loggable(arg) if isinstance(arg, str) else arg for arg in args)
        super().exception(msg, *named, **kwargs)
