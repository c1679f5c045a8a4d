"""People's decisions that two nurseries are one, followed to the one that stands."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from registry.ledger import schema
from registry.ledger.revision import Revision


def merged_nurseries(connection: Connection, revision: Revision | None = None) -> dict[int, int]:
    """The nurseries that were decided to be another, each with the one that stands in the end.

    As of a revision, or with every decision there is.
    """
    decided = schema.decision.c
    statement = select(decided.nursery_id, decided.same_as).where(decided.same_as.is_not(None))
    if revision is not None:
        statement = statement.where(decided.id <= revision.decision)
    rows = connection.execute(statement)
    targets = {row.nursery_id: row.same_as for row in rows}
    return {own: _end(own, targets) for own in targets}


def _end(number: int, targets: Mapping[int, int]) -> int:
    """Follow decisions to their end; a circle ends where it began."""
    seen = {number}
    while (following := targets.get(number)) is not None and following not in seen:
        number = following
        seen.add(number)
    return number
