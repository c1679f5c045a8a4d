"""Who was at an address before: lists named another nursery there, and no longer do.

An address alone never makes two nurseries one, so a change of operator gives a nursery of its
own. That lists earlier named another one there is said without a word on why.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from registry import fields
from registry.keys import address_key
from registry.ledger import Ledger, Revision, schema
from registry.ledger.decisions import merged_nurseries
from registry.vocabulary import OURS


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
        same = [own, *(other for other, target in merged.items() if target == own)]
        places = _at_same_address(connection, same, city, revision)
        standing = {merged.get(number, number) for number in (own, *places)}
        absorbed = {other for other, target in merged.items() if target in standing}
        spans = _spans(connection, standing | absorbed, merged, revision)
    if own not in spans:
        return ()
    first = spans[own][0]
    return tuple(
        Earlier(public, last, source)
        for number, (_, last, source, public) in sorted(spans.items(), key=lambda it: it[1][1])
        if number != own and last < first
    )


def _at_same_address(
    connection: Connection, own: Sequence[int], city: str, revision: Revision
) -> list[int]:
    """The nurseries that lists put at the address of one (all its numbers), in the same world.

    Keys know no revision: one counts only where a list up to the revision gives its address.
    """
    key = schema.match_key.c
    here = (key.city == city, key.kind == "address")
    addresses = select(key.key, key.district, key.fictional).where(*here)
    told = _addresses(connection, own, revision)
    found: list[int] = []
    for row in connection.execute(addresses.where(key.nursery_id.in_(own))).all():
        if not any(one.endswith(row.key) for number in own for one in told[number]):
            continue
        same = (key.key == row.key, key.district == row.district, key.fictional == row.fictional)
        numbers = connection.execute(select(key.nursery_id).where(*here, *same)).scalars().all()
        others = _addresses(connection, numbers, revision)
        found += [one for one in numbers if any(said.endswith(row.key) for said in others[one])]
    return found


def _addresses(
    connection: Connection, numbers: Sequence[int], revision: Revision
) -> dict[int, list[str]]:
    """The keys of the addresses that lists up to a revision give some nurseries."""
    claim = schema.claim.c
    rows = connection.execute(
        select(claim.nursery_id, claim.value).where(
            claim.nursery_id.in_(numbers),
            claim.field == fields.ADDRESS,
            claim.source_id <= revision.source,
        )
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        found[row.nursery_id].append(address_key(str(json.loads(row.value))))
    return found


def _spans(
    connection: Connection, numbers: Iterable[int], merged: Mapping[int, int], revision: Revision
) -> dict[int, tuple[date, date, int, str]]:
    """First and last day on which lists speak of nurseries, with the newest source.

    Of those decided to be one together, under the one that stands.
    """
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
            source.kind.not_in(OURS),
        )
        .group_by(claim.nursery_id, schema.nursery.c.public_id)
    )
    found: dict[int, tuple[date, date, int]] = {}
    names: dict[int, str] = {}
    for number, first, last, newest, public_id in connection.execute(statement):
        own = merged.get(number, number)
        other = found.get(own, (first, last, newest))
        found[own] = (min(first, other[0]), max(last, other[1]), max(newest, other[2]))
        names[number] = public_id
    return {own: (*span, names[own]) for own, span in found.items() if own in names}
