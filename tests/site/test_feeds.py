"""Atom feeds: what RFC 4287 asks of one."""

from __future__ import annotations

from datetime import datetime
from xml.etree.ElementTree import fromstring

from nursery_site.feeds import Entry, Feed, atom
from nursery_site.settings import HOME_ZONE

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = datetime(2026, 11, 21, tzinfo=HOME_ZONE)


def test_a_feed_holds_what_the_standard_asks_for() -> None:
    page = "https://example.org/zh-hans/policies"
    entry = Entry(f"{page}/a", "甲 & <乙>", "摘要", f"{page}/a", DAY)
    feed = Feed(f"{page}.atom", "政策", "zh-Hans", page, f"{page}.atom", "善育", DAY, (entry,))
    root = fromstring(atom(feed))  # noqa: S314 - written on the line above
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"
    assert [child.tag.removeprefix(ATOM) for child in root] == (
        ["title", "id", "updated", "link", "link", "author", "entry"]
    )
    assert root.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00+08:00"
    assert [(link.get("rel"), link.get("href")) for link in root.findall(f"{ATOM}link")] == [
        ("self", f"{page}.atom"),
        ("alternate", page),
    ]
    (found,) = root.findall(f"{ATOM}entry")
    assert {child.tag.removeprefix(ATOM) for child in found} == (
        {"title", "id", "updated", "link", "summary"}
    )
    assert found.findtext(f"{ATOM}title") == "甲 & <乙>"
