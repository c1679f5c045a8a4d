"""The changes as a feed: one entry for each, under an id made of the change itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.feeds import Entry, Feed
from nursery_site.pages.changes import nursery_line, within
from nursery_site.pages.history import ChangeLine
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.ledger.records import Source
from registry.nursery import Nursery
from registry.recent import NurseryChange

ENTRIES: Final = 100
"""Of the feed; older changes are on the pages of their nurseries."""


def changes_feed(
    changes: Sequence[NurseryChange],
    nurseries: Mapping[str, Nursery],
    sources: Mapping[int, Source],
    region: str | None,
    origin: str,
    reader: Reader,
) -> Feed:
    """The feed of a division, or of all; `nurseries` are those of the generation, by id."""
    told = within(changes, nurseries, region)[:ENTRIES]
    query = [("region", region)] if region else []
    heading = gettext("What changed")
    if region:
        heading = gettext("What changed in %(place)s", place=reader.region(region))
    return Feed(
        title=f"{heading} – {gettext('Shanyu')}",
        lang=reader.tag,
        own=origin + links.page(reader.locale, "changes.atom", query=query),
        page=origin + links.page(reader.locale, "changes", query=query),
        author=gettext("Shanyu"),
        updated=reader.today,
        entries=[_entry(one, nurseries[one.nursery], sources, origin, reader) for one in told],
    )


def _entry(
    one: NurseryChange,
    nursery: Nursery,
    sources: Mapping[int, Source],
    origin: str,
    reader: Reader,
) -> Entry:
    line = nursery_line(one, nursery, sources, reader)
    return Entry(
        id=f"{origin}{line.href}#change-{_mark(one, sources)}",
        title=(Text(line.name.published, line.name.lang), Text(f": {line.change.what}")),
        summary=_summary(line.change),
        href=origin + line.href,
        updated=one.change.on,
    )


def _mark(one: NurseryChange, sources: Mapping[int, Source]) -> str:
    """Names a change by what it says; a ledger that is rebuilt gives its sources other numbers."""
    change, source = one.change, sources[one.change.source]
    told = (change.what, change.field, change.before, change.after, change.stage)
    text = "\n".join(map(str, (one.nursery, change.on, source.kind, source.sha256, *told)))
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _summary(change: ChangeLine) -> tuple[Text, ...]:
    before = (change.before, Text(" → ")) if change.before else ()
    after = (change.after, Text(" – ")) if change.after else ()
    return (*before, *after, change.source, Text(", "), change.issuer)
