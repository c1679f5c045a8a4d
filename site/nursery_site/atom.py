"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from nursery_site.reading import Text

MIMETYPE: Final = "application/atom+xml"

_NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `key` never changes, `changed` is the day on which its words last did."""

    key: str
    title: Text
    author: Text
    summary: str
    href: str
    published: date
    changed: date


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at `own`, whose page is `page`; `changed` stands where there is no entry.

    Both addresses are whole; `lang` is a language tag.
    """

    title: str
    lang: str
    own: str
    page: str
    changed: date
    entries: Sequence[Entry]


def document(feed: Feed) -> bytes:
    """The feed as UTF-8."""
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.lang})
    _text(root, "id", feed.own)
    _text(root, "title", feed.title)
    _text(
        root, "updated", _moment(max((one.changed for one in feed.entries), default=feed.changed))
    )
    SubElement(root, "link", rel="self", type=MIMETYPE, href=feed.own)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.page)
    for entry in feed.entries:
        _add(root, entry)
    answer: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return answer


def _add(root: Element, entry: Entry) -> None:
    element = SubElement(root, "entry")
    _text(element, "id", uuid.uuid5(uuid.NAMESPACE_URL, entry.key).urn)
    _text(element, "title", entry.title.text, entry.title.lang)
    _text(SubElement(element, "author"), "name", entry.author.text, entry.author.lang)
    _text(element, "published", _moment(entry.published))
    _text(element, "updated", _moment(entry.changed))
    _text(element, "summary", entry.summary)
    SubElement(element, "link", rel="alternate", type="text/html", href=entry.href)


def _text(parent: Element, tag: str, text: str, lang: str | None = None) -> None:
    """A text element; `lang` where it is in another language than the feed."""
    marked = {"xml:lang": lang} if lang else {}
    SubElement(parent, tag, marked).text = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _moment(day: date) -> str:
    """The beginning of a day in China."""
    return f"{day.isoformat()}T00:00:00+08:00"
