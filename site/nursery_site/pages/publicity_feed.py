"""The notices as a feed: each when it opens, and once more when the time to object is over."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.feeds import Entry, Feed
from nursery_site.pages.publicities import Asked, Found
from nursery_site.pages.publicity_cards import anchor
from nursery_site.reader import Reader
from registry.ledger.records import Notice

MOST: Final = 50
"""Entries of a feed."""


def notices_feed(found: Found, asked: Asked, origin: str, here: str, reader: Reader) -> Feed:
    """The feed of what `found` holds; `here` is its own path and query."""
    newest_first = sorted(
        (*found.open, *found.closed, *found.undated),
        key=lambda one: (one.first, one.id),
        reverse=True,
    )
    query = [("region", region) for region in asked.regions]
    return Feed(
        title=gettext("Notices open for objection"),
        lang=reader.tag,
        own=origin + here,
        page=origin + links.page(reader.locale, "notices", query=query),
        author=gettext("Shanyu"),
        updated=asked.on,
        entries=[_entry(one, asked, origin, reader) for one in newest_first[:MOST]],
    )


def _entry(notice: Notice, asked: Asked, origin: str, reader: Reader) -> Entry:
    ended = notice.has_ended(asked.on)
    day = notice.until if ended and notice.until else notice.first
    page = links.page(reader.locale, "notices", query=[("on", day.isoformat())])
    return Entry(
        id=uuid5(NAMESPACE_URL, f"shanyu/notices/{notice.id}").urn,
        title=(reader.as_published(notice.title),),
        author=(reader.data(notice.source.issuer),),
        summary=_summary(notice, ended=ended, reader=reader),
        href=f"{origin}{page}#{anchor(notice)}",
        published=notice.first,
        updated=day + timedelta(days=1) if ended else notice.first,
    )


def _summary(notice: Notice, *, ended: bool, reader: Reader) -> str:
    days = reader.days(notice.first, notice.until)
    count = len(notice.nurseries)
    if notice.until is None:
        return ngettext(
            "%(num)s nursery proposed on %(day)s; until when to object is not published.",
            "%(num)s nurseries proposed on %(day)s; until when to object is not published.",
            count,
            day=reader.day(notice.first),
        )
    if ended:
        return ngettext(
            "%(num)s nursery proposed; objections were possible %(days)s.",
            "%(num)s nurseries proposed; objections were possible %(days)s.",
            count,
            days=days,
        )
    return ngettext(
        "%(num)s nursery proposed; objections are possible %(days)s.",
        "%(num)s nurseries proposed; objections are possible %(days)s.",
        count,
        days=days,
    )
