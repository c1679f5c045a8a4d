"""Atom feeds: what RFC 4287 asks of one."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import fromstring

from nursery_site.feeds import Entry, Feed, atom

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = date(2026, 11, 21)


def test_a_feed_holds_what_the_standard_asks_for() -> None:
    page = "https://example.org/zh-hans/policies"
    entry = Entry(f"{page}/a", "甲 & <乙>", "摘要", f"{page}/a", DAY)
    feed = Feed("政策", "zh-Hans", f"{page}.atom", page, "善育", date(2020, 1, 1), (entry,))
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


def test_an_entry_names_its_own_author_and_keeps_its_first_day() -> None:
    page = "https://example.org/zh-hans/notices"
    entry = Entry("urn:x", "甲\x00乙", "", page, DAY, date(2026, 11, 19), "某局")
    root = fromstring(atom(Feed("公示", "zh-Hans", page, page, "善育", DAY, (entry,))))  # noqa: S314 - ours
    (found,) = root.findall(f"{ATOM}entry")
    assert found.findtext(f"{ATOM}title") == "甲\N{REPLACEMENT CHARACTER}乙"
    assert found.findtext(f"{ATOM}author/{ATOM}name") == "某局"
    assert found.findtext(f"{ATOM}published") == "2026-11-19T00:00:00+08:00"


def test_an_empty_feed_still_has_its_day_and_author() -> None:
    page = "https://example.org/zh-hans/notices"
    root = fromstring(atom(Feed("公示", "zh-Hans", page, page, "善育", DAY, ())))  # noqa: S314 - ours
    assert root.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00+08:00"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "善育"
