"""The publicities (公示) of the ledger: every captioned table that asks for objections."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, or_, select

from registry import fields
from registry.ledger import schema
from registry.ledger.records import Listed, Notice, Source
from registry.ledger.revision import Revision
from registry.places.divisions import Divisions
from registry.places.workdays import WorkdayEnd
from registry.publicity import end_by_scheme
from registry.schemes import Scheme, scheme_for
from registry.vocabulary import RecognitionKind, SourceKind, Stage

_ID: Final = 12
"""Characters of a source's fingerprint that name it; the number of the table follows."""

_TITLES: Final = {f"{fields.RECOGNITION}.{kind}": kind for kind in RecognitionKind}


@dataclass
class _Told:
    """What the rows of one table told: nurseries in their order, districts, titles, days."""

    nurseries: dict[int, str | None] = field(default_factory=dict)
    unread: int = 0
    kinds: dict[RecognitionKind, None] = field(default_factory=dict)
    label: str = ""
    first: list[date] = field(default_factory=list)
    until: list[date] = field(default_factory=list)

    def add(self, row: Row[Any]) -> None:
        if row.nursery_id is None:
            self.unread += 1
            return
        self.nurseries.setdefault(row.nursery_id, None)
        value = json.loads(row.value) if row.value else None
        if row.field == fields.DISTRICT:
            self.nurseries[row.nursery_id] = value
        elif isinstance(value, dict):
            self.kinds[_TITLES[row.field]] = None
            self.label = self.label or value["label"]
            if value["stage"] == Stage.PUBLICITY:
                self.first += map(date.fromisoformat, filter(None, [value["from"]]))
                self.until += map(date.fromisoformat, filter(None, [value["until"]]))


@dataclass(frozen=True)
class NoticeReading:
    """Everything that turns the rows of the store into notices, as of one revision."""

    revision: Revision
    sources: Mapping[int, Source]
    merged: Mapping[int, int]
    divisions: Divisions
    schemes: Mapping[str, Scheme]

    def read(self, connection: Connection) -> tuple[Notice, ...]:
        """Every notice, in the order of import."""
        listings = [one for one in connection.execute(_listings(self.revision)) if _asks(one)]
        told: dict[int, _Told] = defaultdict(_Told)
        for row in connection.execute(_rows(self.revision)):
            told[row.listing_id].add(row)
        listed = [number for each in told.values() for number in each.nurseries]
        ids = self._public_ids(connection, listed)
        return tuple(self._notice(one, told[one.id], ids) for one in listings)

    def _public_ids(self, connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
        """The public id of each nursery; of one that was decided to be another, the other's."""
        own = {number: self.merged.get(number, number) for number in numbers}
        wanted = sorted(set(own.values()))
        found: dict[int, str] = {}
        for start in range(0, len(wanted), 10_000):  # the store bounds the values of a statement
            part = schema.nursery.c.id.in_(wanted[start : start + 10_000])
            rows = connection.execute(select(schema.nursery).where(part))
            found |= {row.id: row.public_id for row in rows}
        return {number: found[target] for number, target in own.items()}

    def _notice(self, listing: Row[Any], told: _Told, ids: Mapping[int, str]) -> Notice:
        source = self.sources[listing.source_id]
        listed = {ids[number]: district for number, district in told.nurseries.items()}
        first = listing.publicity_from or min(told.first, default=source.published_on)
        until = listing.publicity_until or max(told.until, default=None)
        counted = None if until else self._counted(first, listing, told)
        return Notice(
            id=f"{listing.fingerprint[:_ID]}-{listing.number}",
            source=source,
            caption=listing.caption,
            kind=SourceKind(listing.kind),
            recognitions=tuple(kind for kind in RecognitionKind if kind in told.kinds),
            level=listing.level,
            first=first,
            until=counted.day if counted else until,
            counted=counted is not None,
            estimated=counted.estimated if counted else listing.publicity_estimated,
            objections=listing.objections,
            notes=tuple(json.loads(listing.notes)),
            nurseries=tuple(Listed(id_, district) for id_, district in listed.items()),
            unread=told.unread,
            divisions=frozenset(self._around([source.region, *listed.values()])),
        )

    def _counted(self, first: date, listing: Row[Any], told: _Told) -> WorkdayEnd | None:
        """The last day by the scheme of the titles that a table proposes."""
        if len(told.kinds) != 1:
            return None
        (kind,) = told.kinds
        district = next(filter(None, told.nurseries.values()), None)
        chain = self.divisions.chain(district) if district else ()
        key = scheme_for(self.schemes, kind, listing.level, chain, told.label)
        return end_by_scheme(first, self.schemes.get(key))

    def _around(self, keys: Iterable[str | None]) -> set[str]:
        known = (key for key in set(keys) if key and self.divisions.get(key))
        return {one for key in known for one in self.divisions.chain(key)}


def _listings(revision: Revision) -> Select[Any]:
    return (
        select(
            schema.listing,
            schema.source.c.fingerprint,
            schema.source.c.title.label("source_title"),
        )
        .join(schema.source, schema.listing.c.source_id == schema.source.c.id)
        .where(*_publicities(revision))
        .order_by(schema.listing.c.id)
    )


def _rows(revision: Revision) -> Select[Any]:
    """Each row of the notices once for its district and each of its titles, or once at all."""
    row, claim = schema.list_row.c, schema.claim.c
    about = and_(
        claim.nursery_id == row.nursery_id,  # has an index, which the row of a claim has not
        claim.row_id == row.id,
        claim.field.in_([fields.DISTRICT, *_TITLES]),
    )
    return (
        select(row.listing_id, row.nursery_id, claim.field, claim.value)
        .select_from(schema.list_row)
        .join(schema.listing, row.listing_id == schema.listing.c.id)
        .outerjoin(schema.claim, about)
        .where(*_publicities(revision))
        .order_by(row.listing_id, row.number, row.id, claim.id)
    )


def _publicities(revision: Revision) -> tuple[Any, ...]:
    listing = schema.listing.c
    dated = and_(listing.stage.is_(None), listing.publicity_from.is_not(None))
    return (
        listing.source_id <= revision.source,
        or_(listing.stage == Stage.PUBLICITY, dated),
    )


def _asks(listing: Row[Any]) -> bool:
    """Whether a table asks for objections; one that only tells of a past publicity does not."""
    words = f"{listing.caption or ''}{listing.source_title}"
    return listing.stage == Stage.PUBLICITY or "公示" in words
