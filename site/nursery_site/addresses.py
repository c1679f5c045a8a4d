"""What of an address may be written into a log: its path, on one line, without a place in it."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

_QUERY: Final = re.compile(r"[?#]|%(25)*(3F|23)", re.IGNORECASE)
"""Where a query begins, also one that somebody wrote with its question mark encoded."""


def loggable(address: str) -> str:
    """The path of an address, percent-encoded: a query may say where a parent lives.

    >>> loggable("/zh-hans/nurseries%3Fnear=31.98,118.7"), loggable("/x" + chr(10) + "y")
    ('/zh-hans/nurseries', '/x%0Ay')
    """
    path = _QUERY.split(address, maxsplit=1)[0]
    return quote(path, safe="/%:@!$&'()*+,;=~", errors="replace")
