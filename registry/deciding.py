"""Undecided rows, and a person's decision on them. Nothing is decided by itself."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import func, insert, select

from registry.errors import RegistryError
from registry.ledger import Candidate, Ledger, schema


def undecided(ledger: Ledger) -> tuple[Candidate, ...]:
    """Rows that may speak of a nursery already known, each with every place it may be."""
    row, made, other = schema.list_row, schema.nursery.alias("made"), schema.nursery.alias("other")
    statement = (
        select(
            row.c.id,
            schema.listing.c.source_id,
            row.c.number,
            made.c.public_id.label("made"),
            other.c.public_id.label("other"),
            schema.candidate.c.reason,
        )
        .join(row, schema.candidate.c.row_id == row.c.id)
        .join(schema.listing, row.c.listing_id == schema.listing.c.id)
        .join(made, row.c.nursery_id == made.c.id)
        .join(other, schema.candidate.c.nursery_id == other.c.id)
        .where(row.c.id.not_in(select(schema.decision.c.row_id)))
        .order_by(schema.candidate.c.id)
    )
    with ledger.engine.connect() as connection:
        rows = connection.execute(statement).all()
    names = {one.made: _name(ledger, one.made) for one in rows}
    return tuple(
        Candidate(
            one.id, one.source_id, one.number, one.made, names[one.made], one.other, one.reason
        )
        for one in rows
    )


def decide(ledger: Ledger, row_id: int, same_as: str | None) -> None:
    """Decide that an undecided row is the nursery `same_as`, or, with `None`, one of its own.

    Raises `RegistryError` where the row is not undecided, or no such nursery exists.
    """
    open_rows = {one.row_id for one in undecided(ledger)}
    if row_id not in open_rows:
        raise RegistryError(f"Row {row_id} is not waiting for a decision.")
    with ledger.writing() as connection:
        made = connection.execute(
            select(schema.list_row.c.nursery_id).where(schema.list_row.c.id == row_id)
        ).scalar_one()
        target = None
        if same_as is not None:
            target = connection.execute(
                select(schema.nursery.c.id).where(schema.nursery.c.public_id == same_as)
            ).scalar()
            if target is None or target == made:
                raise RegistryError(f"There is no other nursery {same_as}.")
        newest = connection.execute(select(func.max(schema.decision.c.id))).scalar() or 0
        connection.execute(
            insert(schema.decision),
            {
                "id": newest + 1,
                "row_id": row_id,
                "nursery_id": made,
                "same_as": target,
                "decided_at": datetime.now(UTC).replace(microsecond=0),
            },
        )


def _name(ledger: Ledger, public_id: str) -> str:
    nursery = ledger.nursery(public_id)
    return nursery.name if nursery else public_id
