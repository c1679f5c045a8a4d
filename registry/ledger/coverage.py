"""As of when the ledger covers each district: the day of its newest filing list."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, func, select

from registry import fields
from registry.ledger import schema
from registry.ledger.revision import Revision
from registry.vocabulary import SourceKind, Stage


def filing_days(connection: Connection, revision: Revision) -> dict[str, date]:
    """The day of the newest filing list that names a nursery of a district, by the district's key.

    Reads every claim.
    """
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
