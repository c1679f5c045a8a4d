"""Who was at an address before: lists named another nursery there, and no longer do.

An address alone never makes two nurseries one, so a change of operator gives a nursery of its
own. That lists earlier named another one there is said without a word on why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from registry.ledger import Ledger, Revision, schema
from registry.ledger.decisions import merged_nurseries
from registry.vocabulary import SourceKind


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another nursery that lists named at an address, for the last time on a day."""

    nursery: str
    on: date
    source: int


def earlier_at_address(
    ledger: Ledger, public_id: str, city: str, revision: Revision
) -> tuple[Earlier, ...]:
    """Nurseries that lists named at this one's address before any list named this one there.

    `city` is the four-digit key under which the ledger keeps the nursery's address.
    """
    with ledger.engine.connect() as connection:
        merged = merged_nurseries(connection, revision)
        own = connection.execute(
            select(schema.nursery.c.id).where(schema.nursery.c.public_id == public_id)
        ).scalar()
        if own is None:
            return ()
        own = merged.get(own, own)
        places = _at_same_address(connection, own, city)
        others = {merged.get(number, number) for number in places} - {own}
        spans = _spans(connection, {own, *others}, revision)
    if own not in spans:
        return ()
    first = spans[own][0]
    return tuple(
        Earlier(public, last, source)
        for number, (_, last, source, public) in sorted(spans.items(), key=lambda it: it[1][1])
        if number != own and last < first
    )


def _at_same_address(connection: Connection, own: int, city: str) -> list[int]:
    """The nurseries that rows of lists put at the address of one, in the same world."""
    key = schema.match_key.c
    addresses = select(key.key, key.district, key.fictional).where(
        key.city == city, key.kind == "address"
    )
    known = connection.execute(addresses.where(key.nursery_id == own)).all()
    found: list[int] = []
    for address, district, fictional in known:
        statement = select(key.nursery_id).where(
            key.city == city,
            key.kind == "address",
            key.key == address,
            key.district == district,
            key.fictional.is_(fictional),
        )
        found += connection.execute(statement).scalars()
    return found


def _spans(
    connection: Connection, numbers: Iterable[int], revision: Revision
) -> dict[int, tuple[date, date, int, str]]:
    """First and last day on which lists speak of nurseries, with the newest source."""
    claim, source = schema.claim.c, schema.source.c
    statement = (
        select(
            claim.nursery_id,
            func.min(claim.as_of),
            func.max(claim.as_of),
            func.max(claim.source_id),
            schema.nursery.c.public_id,
        )
        .join(schema.nursery, claim.nursery_id == schema.nursery.c.id)
        .join(schema.source, claim.source_id == source.id)
        .where(
            claim.nursery_id.in_(list(numbers)),
            claim.source_id <= revision.source,
            source.kind.not_in([SourceKind.GEOCODE, SourceKind.CORRECTION]),
        )
        .group_by(claim.nursery_id, schema.nursery.c.public_id)
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in connection.execute(statement)}
