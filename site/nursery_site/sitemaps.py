"""Sitemaps as the protocol of sitemaps.org has them: an index, and files of at most 50,000 URLs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape

MIMETYPE: Final = "application/xml"
MOST: Final = 50_000
"""URLs that one file may hold."""

_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_SCHEMA: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def index(files: Iterable[str], changed: str) -> str:
    """The index; `files` are whole addresses, `changed` a day or a moment with its offset."""
    entries = "".join(_entry("sitemap", url, changed) for url in files)
    return f'{_HEAD}<sitemapindex xmlns="{_SCHEMA}">\n{entries}</sitemapindex>\n'


def urls(pages: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """One file, piece by piece: whole addresses, each with when it last changed, if known."""
    yield f'{_HEAD}<urlset xmlns="{_SCHEMA}">\n'
    for url, changed in pages:
        yield _entry("url", url, changed)
    yield "</urlset>\n"


def parts(count: int) -> range:
    """The numbers of the files that so many URLs take, from 1."""
    return range(1, -(-count // MOST) + 1)


def _entry(tag: str, url: str, changed: str | None) -> str:
    day = f"<lastmod>{escape(changed)}</lastmod>" if changed else ""
    return f"<{tag}><loc>{escape(url)}</loc>{day}</{tag}>\n"
