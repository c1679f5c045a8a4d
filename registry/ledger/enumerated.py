"""How many nurseries each filing list names, district by district, and the places it gives them.

A list is asked as it stands, without any other: what it says of its own rows, on its own day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Integer, Row, Select, case, cast, func, select

from registry import fields
from registry.ledger import schema
from registry.ledger.records import Enumerated
from registry.vocabulary import Filed, SourceKind, Stage


def enumerated(sources: Iterable[int]) -> Select[Any]:
    """The rows of some sources' filing tables, counted by source and district.

    Rows that the list itself says are cancelled do not count. From tables to rows to nurseries
    by index, each nursery's claims read once: no scan of all claims.
    """
    claim, row, listing = schema.claim.c, schema.list_row.c, schema.listing.c
    # Of the table, not of its source: one file may hold tables of several kinds.
    tables = select(listing.id).where(
        listing.source_id.in_(sorted(set(sources))),
        listing.kind == SourceKind.FILING,
        listing.stage.is_distinct_from(Stage.PUBLICITY),
    )
    rows = (
        select(
            claim.source_id,
            _said(fields.DISTRICT).label("district"),
            _said(fields.FILED).label("filed"),
            _said(fields.CAPACITY).label("places"),
        )
        .select_from(schema.list_row)
        .join(schema.claim, (claim.nursery_id == row.nursery_id) & (claim.row_id == row.id))
        .where(
            row.listing_id.in_(tables),
            claim.field.in_((fields.DISTRICT, fields.FILED, fields.CAPACITY)),
        )
        .group_by(claim.source_id, claim.row_id)
        .subquery()
    ).c
    return (
        select(
            rows.source_id,
            rows.district,
            func.count().label("nurseries"),
            func.sum(cast(rows.places, Integer)).label("places"),
            func.count(rows.places).label("places_known"),
        )
        .where(
            rows.district.is_not(None),
            rows.filed.is_distinct_from(json.dumps(Filed.CANCELLED)),
        )
        .group_by(rows.source_id, rows.district)
        .order_by(rows.source_id, rows.district)
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


def _said(field: str) -> Any:
    """What a row says of a field: of its claims the one about it."""
    return func.max(case((schema.claim.c.field == field, schema.claim.c.value)))
