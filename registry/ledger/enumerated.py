"""How many nurseries each filing list names, district by district, and the places it gives them.

A list is asked as it stands, without any other: what it says of its own rows, on its own day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Integer, Row, Select, and_, cast, func, or_, select

from registry import fields
from registry.ledger import schema
from registry.ledger.records import Enumerated
from registry.vocabulary import Filed, SourceKind, Stage


def enumerated(sources: Iterable[int]) -> Select[Any]:
    """The rows of some sources' filing tables, counted by source and district.

    Rows that the list itself says are cancelled do not count. From tables to rows to nurseries
    by index: no scan of claims.
    """
    listing, row = schema.listing.c, schema.list_row.c
    district, filed, places = (
        schema.claim.alias(name) for name in (fields.DISTRICT, fields.FILED, fields.CAPACITY)
    )
    # Of the table, not of its source: one file may hold tables of several kinds.
    tables = select(listing.id).where(
        listing.source_id.in_(sorted(set(sources))),
        listing.kind == SourceKind.FILING,
        listing.stage.is_distinct_from(Stage.PUBLICITY),
    )
    said = schema.list_row.join(district, _of_row(district, fields.DISTRICT))
    for other in (filed, places):
        said = said.outerjoin(other, _of_row(other, str(other.name)))
    stands = or_(filed.c.value.is_(None), filed.c.value != json.dumps(Filed.CANCELLED))
    return (
        select(
            district.c.source_id,
            district.c.value.label("district"),
            func.count().label("nurseries"),
            func.sum(cast(places.c.value, Integer)).label("places"),
            func.count(places.c.value).label("places_known"),
        )
        .select_from(said)
        .where(row.listing_id.in_(tables), stands)
        .group_by(district.c.source_id, district.c.value)
        .order_by(district.c.source_id, district.c.value)
    )


def record(found: Row[Any]) -> Enumerated:
    """A row of `enumerated`."""
    return Enumerated(
        source=found.source_id,
        district=json.loads(found.district),
        nurseries=found.nurseries,
        places=found.places or 0,
        places_known=found.places_known,
    )


def _of_row(claim: Any, field: str) -> Any:
    row = schema.list_row.c
    return and_(
        claim.c.nursery_id == row.nursery_id, claim.c.row_id == row.id, claim.c.field == field
    )
