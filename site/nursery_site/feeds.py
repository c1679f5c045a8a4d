"""Feeds in Atom (RFC 4287), written from frozen models by a pure function."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from nursery_site.reading import Text

Words: TypeAlias = str | tuple[Text, ...]
"""A text in the feed's language, or pieces of which some are in another."""

MIMETYPE: Final = "application/atom+xml"

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

register_namespace("", _ATOM)
register_namespace("xhtml", _XHTML)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `id` is an IRI that never changes, `updated` the day its words last did.

    `href` is a whole address; `author` is given where it is not the feed's.
    """

    id: str
    title: Words
    summary: Words
    href: str
    updated: date
    published: date | None = None
    author: Words | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at `own`, whose page is `page`; `updated` stands where there is no entry.

    Both addresses are whole; `lang` is a language tag.
    """

    title: str
    lang: str
    own: str
    page: str
    author: str
    updated: date
    entries: Sequence[Entry]


def atom(feed: Feed) -> bytes:
    """The feed as UTF-8 XML, in the order that RFC 4287 shows."""
    root = Element(f"{{{_ATOM}}}feed", {_LANG: feed.lang})
    updated = max((one.updated for one in feed.entries), default=feed.updated)
    _text(root, "title", feed.title)
    _text(root, "id", feed.own)
    _text(root, "updated", _moment(updated))
    _link(root, feed.own, "self", MIMETYPE)
    _link(root, feed.page, "alternate", "text/html")
    _text(_sub(root, "author"), "name", feed.author)
    for entry in feed.entries:
        _add(root, entry)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(root: Element, entry: Entry) -> None:
    element = _sub(root, "entry")
    _text(element, "title", entry.title)
    _text(element, "id", entry.id)
    if entry.published:
        _text(element, "published", _moment(entry.published))
    _text(element, "updated", _moment(entry.updated))
    if entry.author:
        _text(_sub(element, "author"), "name", entry.author)
    _link(element, entry.href, "alternate", "text/html")
    _text(element, "summary", entry.summary)


def _sub(parent: Element, name: str, **attributes: str) -> Element:
    return SubElement(parent, f"{{{_ATOM}}}{name}", attributes)


def _text(parent: Element, name: str, words: Words) -> None:
    """A text element; as XHTML where only a part of it is in another language."""
    pieces = (Text(words),) if isinstance(words, str) else words
    element = _sub(parent, name)
    if len(pieces) == 1:
        element.text = _clean(pieces[0].text)
        if pieces[0].lang:
            element.set(_LANG, pieces[0].lang)
        return
    element.set("type", "xhtml")
    line = SubElement(element, f"{{{_XHTML}}}div")
    for piece in pieces:
        marks = {"lang": piece.lang, _LANG: piece.lang} if piece.lang else {}
        SubElement(line, f"{{{_XHTML}}}span", marks).text = _clean(piece.text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _link(parent: Element, href: str, rel: str, mimetype: str) -> None:
    _sub(parent, "link", href=href, rel=rel, type=mimetype)


def _moment(day: date) -> str:
    """The beginning of a day in China."""
    return f"{day.isoformat()}T00:00:00+08:00"
