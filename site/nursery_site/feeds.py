"""Feeds in Atom (RFC 4287), written from frozen models by a pure function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

MIMETYPE: Final = "application/atom+xml"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

register_namespace("", _ATOM)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `id` is an address that never changes; `updated` has an offset."""

    id: str
    title: str
    summary: str
    url: str
    updated: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """`url` is the page that the feed follows, `own` the feed's own address."""

    id: str
    title: str
    language: str
    url: str
    own: str
    author: str
    updated: datetime
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """The feed as UTF-8 XML, in the order that RFC 4287 shows."""
    root = Element(f"{{{_ATOM}}}feed", {_LANG: feed.language})
    _text(root, "title", feed.title)
    _text(root, "id", feed.id)
    _text(root, "updated", feed.updated.isoformat())
    _link(root, feed.own, "self", MIMETYPE)
    _link(root, feed.url, "alternate", "text/html")
    _text(_sub(root, "author"), "name", feed.author)
    for entry in feed.entries:
        element = _sub(root, "entry")
        _text(element, "title", entry.title)
        _text(element, "id", entry.id)
        _text(element, "updated", entry.updated.isoformat())
        _link(element, entry.url, "alternate", "text/html")
        _text(element, "summary", entry.summary)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _sub(parent: Element, name: str, **attributes: str) -> Element:
    return SubElement(parent, f"{{{_ATOM}}}{name}", attributes)


def _text(parent: Element, name: str, text: str) -> None:
    _sub(parent, name).text = text


def _link(parent: Element, href: str, rel: str, mimetype: str) -> None:
    _sub(parent, "link", href=href, rel=rel, type=mimetype)
