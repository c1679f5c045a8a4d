"""The searches that articles name, read as the search page reads its URL."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import parse_qsl

from werkzeug.datastructures import MultiDict

from nursery_site.arguments import Arguments, parse


@lru_cache(maxsize=512)
def named_search(query: str) -> Arguments:
    """What `region=21&demo=provincial` asks; what cannot be meant is in its problems."""
    return parse(MultiDict(parse_qsl(query, keep_blank_values=True)))
