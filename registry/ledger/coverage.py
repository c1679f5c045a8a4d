"""What the ledger covers: nurseries by district, cancelled filings apart, and as of when.

The store counts those of which it alone can tell where they stand; nurseries that people have
decided to be one are resolved first, and counted once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Subquery, and_, case, func, select

from registry import fields
from registry.ledger import schema
from registry.ledger.records import Coverage
from registry.ledger.revision import Revision
from registry.nursery import Nursery
from registry.standing import WEAK
from registry.vocabulary import Filed, SourceKind, Stage


def coverage(
    connection: Connection, revision: Revision, resolved: Iterable[Nursery]
) -> tuple[Coverage, ...]:
    """Every district that holds a nursery as of a revision, in the order of their keys.

    `resolved` are the nurseries that decisions touch, of `touched`.
    """
    held: Counter[str] = Counter()
    cancelled: Counter[str] = Counter()
    for row in connection.execute(_counted(revision)):
        held[json.loads(row.district)] += row.nurseries
        cancelled[json.loads(row.district)] += row.cancelled
    for one in resolved:
        if one.region:
            held[one.region[-1]] += 1
            cancelled[one.region[-1]] += one.filed is Filed.CANCELLED
    newest = _newest(connection, revision)
    return tuple(
        Coverage(key, count - cancelled[key], cancelled[key], newest.get(key))
        for key, count in sorted(held.items())
    )


def touched(connection: Connection, revision: Revision) -> list[int]:
    """The nurseries that a decision made one with another, on either side."""
    decided = schema.decision.c
    rows = connection.execute(
        select(decided.nursery_id, decided.same_as).where(*_merging(revision))
    )
    return sorted({number for row in rows for number in row})


def _newest(connection: Connection, revision: Revision) -> dict[str, date]:
    """The day of each district's newest filing list."""
    claim = schema.claim.c
    statement = (
        select(claim.value, func.max(claim.as_of).label("as_of"))
        .join(schema.list_row, claim.row_id == schema.list_row.c.id)
        .join(schema.listing, schema.list_row.c.listing_id == schema.listing.c.id)
        .where(
            claim.field == fields.DISTRICT,
            claim.source_id <= revision.source,
            # Of the table, not of its source: one file may hold tables of several kinds.
            schema.listing.c.kind == SourceKind.FILING,
            schema.listing.c.stage.is_distinct_from(Stage.PUBLICITY),
        )
        .group_by(claim.value)
    )
    return {json.loads(row.value): row.as_of for row in connection.execute(statement)}


def _counted(revision: Revision) -> Select[Any]:
    district, filed = (_standing(name, revision) for name in (fields.DISTRICT, fields.FILED))
    gone = case((filed.c.value == json.dumps(Filed.CANCELLED), 1), else_=0)
    both = and_(filed.c.nursery_id == district.c.nursery_id, filed.c.place == 1)
    return (
        select(
            district.c.value.label("district"),
            func.count().label("nurseries"),
            func.sum(gone).label("cancelled"),
        )
        .select_from(district)
        .outerjoin(filed, both)
        .where(district.c.place == 1, district.c.nursery_id.not_in(_touched(revision)))
        .group_by(district.c.value)
    )


def _standing(field: str, revision: Revision) -> Subquery:
    """Each nursery's claims of a field, at `place` 1 the one that stands (`registry.standing`)."""
    claim, source = schema.claim.c, schema.source.c
    order = (
        case((source.kind.in_(sorted(WEAK)), 1), else_=0),
        claim.as_of.desc(),
        case((source.kind == SourceKind.FILING, 0), else_=1),
        claim.source_id.desc(),
        claim.id.desc(),
    )
    place = func.row_number().over(partition_by=claim.nursery_id, order_by=order)
    return (
        select(claim.nursery_id, claim.value, place.label("place"))
        .join(schema.source, claim.source_id == source.id)
        .where(claim.field == field, claim.source_id <= revision.source)
        .subquery()
    )


def _touched(revision: Revision) -> Select[Any]:
    decided, merging = schema.decision.c, _merging(revision)
    absorbed = select(decided.nursery_id).where(*merging)
    return absorbed.union(select(decided.same_as).where(*merging))  # type: ignore[return-value]


def _merging(revision: Revision) -> tuple[Any, ...]:
    decided = schema.decision.c
    return decided.same_as.is_not(None), decided.id <= revision.decision
