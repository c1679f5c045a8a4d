"""The ledger's longer questions in SQL, and rows of the store as records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from registry.fields import DUE
from registry.ledger import schema
from registry.ledger.records import Due, Figure, ProblemRow, Source
from registry.ledger.revision import Revision
from registry.standing import Said
from registry.vocabulary import Datum, SourceKind


def claims_of(numbers: Iterable[int] | None, revision: Revision) -> Select[Any]:
    """The claims about some nurseries, or all, up to a revision, nursery by nursery."""
    claim = schema.claim.c
    statement = (
        select(
            claim.id,
            claim.nursery_id,
            claim.source_id,
            claim.field,
            claim.value,
            claim.as_of,
            schema.nursery.c.public_id,
        )
        .join(schema.nursery, claim.nursery_id == schema.nursery.c.id)
        .where(claim.source_id <= revision.source)
        .order_by(claim.nursery_id, claim.id)
    )
    return statement if numbers is None else statement.where(claim.nursery_id.in_(list(numbers)))


def sources(ids: Iterable[int] | None = None) -> Select[Any]:
    """Some sources, or all, oldest import first."""
    statement = select(schema.source).order_by(schema.source.c.id)
    return statement if ids is None else statement.where(schema.source.c.id.in_(sorted(set(ids))))


def details_of(claims: Iterable[int]) -> Select[Any]:
    """The published cell of each claim and the number of its row."""
    return (
        select(schema.claim.c.id, schema.claim.c.raw, schema.list_row.c.number)
        .join(schema.list_row, schema.claim.c.row_id == schema.list_row.c.id)
        .where(schema.claim.c.id.in_(list(claims)))
    )


def notes_of(claims: Iterable[int]) -> Select[Any]:
    """The notes under the tables whose rows make some claims, table by table."""
    return (
        select(schema.listing.c.id, schema.listing.c.source_id, schema.listing.c.notes)
        .join(schema.list_row, schema.list_row.c.listing_id == schema.listing.c.id)
        .join(schema.claim, schema.claim.c.row_id == schema.list_row.c.id)
        .where(schema.claim.c.id.in_(list(claims)))
        .distinct()
        .order_by(schema.listing.c.id)
    )


def doubted(claims: Iterable[int], reason: str) -> Select[Any]:
    """Those among some claims whose cell was read with a certain problem."""
    claim, problem = schema.claim.c, schema.problem.c
    return (
        select(claim.id)
        .join(schema.problem, problem.row_id == claim.row_id)
        .where(
            claim.id.in_(list(claims)),
            problem.reason == reason,
            problem.value == claim.raw,
        )
    )


def problems() -> Select[Any]:
    """Every problem with its row and source, in the order of import."""
    return (
        select(
            schema.source.c.id.label("source"),
            schema.source.c.title,
            schema.listing.c.caption,
            schema.list_row.c.number,
            schema.list_row.c.accepted,
            schema.problem.c.field,
            schema.problem.c.value,
            schema.problem.c.reason,
        )
        .join(schema.list_row, schema.problem.c.row_id == schema.list_row.c.id)
        .join(schema.listing, schema.list_row.c.listing_id == schema.listing.c.id)
        .join(schema.source, schema.listing.c.source_id == schema.source.c.id)
        .order_by(schema.problem.c.id)
    )


def figures(revision: Revision, regions: Iterable[str] | None) -> Select[Any]:
    """The figures of some divisions, or all, up to a revision, division by division."""
    figure = schema.figure.c
    statement = (
        select(schema.figure, schema.list_row.c.number)
        .join(schema.list_row, figure.row_id == schema.list_row.c.id)
        .where(figure.source_id <= revision.source)
        .order_by(figure.region, figure.measure, figure.as_of, figure.id)
    )
    return statement if regions is None else statement.where(figure.region.in_(list(regions)))


def pilots(revision: Revision) -> Select[Any]:
    """The tables of pilots up to a revision. They are few, as tables are."""
    listing = schema.listing.c
    return select(listing.id).where(
        listing.kind == SourceKind.PILOT, listing.source_id <= revision.source
    )


def dues(listings: Iterable[int]) -> Select[Any]:
    """What some tables say is due. From them to rows to nurseries by index: no scan of claims.

    With the tables given, a store that has gathered no statistics takes that way too.
    """
    claim, row = schema.claim.c, schema.list_row.c
    return (
        select(claim.id, claim.nursery_id, claim.field, claim.value, claim.as_of, claim.source_id)
        .select_from(schema.list_row)
        .join(schema.claim, (claim.nursery_id == row.nursery_id) & (claim.row_id == row.id))
        .where(row.listing_id.in_(list(listings)), claim.field.like(f"{DUE}.%"))
        .order_by(claim.as_of, claim.id)
    )


def lists_of(kinds: Iterable[SourceKind], revision: Revision) -> Select[Any]:
    """The kinds, divisions and levels of the lists of some kinds, up to a revision, each once."""
    listing, source = schema.listing.c, schema.source.c
    return (
        select(listing.kind, source.region, listing.level)
        .join(schema.source, listing.source_id == source.id)
        .where(
            listing.kind.in_(list(kinds)),
            source.id <= revision.source,
        )
        .distinct()
    )


def figure(row: Row[Any]) -> Figure:
    """A row of `figures`."""
    return Figure(
        region=row.region,
        measure=row.measure,
        value=row.value,
        raw=row.raw,
        source=row.source_id,
        row=row.number,
        as_of=row.as_of,
    )


def due(row: Row[Any], nursery: str) -> Due:
    """A row of `dues` about the nursery of that public id."""
    said = json.loads(row.value)
    by, on = (date.fromisoformat(said[key]) if said[key] else None for key in ("by", "on"))
    return Due(
        nursery=nursery,
        matter=row.field.partition(".")[2],
        by=by,
        done=said["done"],
        on=on,
        source=row.source_id,
        as_of=row.as_of,
    )


def problem(row: Row[Any]) -> ProblemRow:
    """A row of `problems`."""
    return ProblemRow(
        source=row.source,
        title=row.title,
        caption=row.caption,
        row=row.number,
        accepted=row.accepted,
        field=row.field,
        value=row.value,
        reason=row.reason,
    )


def said(row: Row[Any], sources: Mapping[int, Source]) -> Said:
    """A row of `claims_of` with its source."""
    return Said(
        id=row.id,
        field=row.field,
        value=json.loads(row.value),
        as_of=row.as_of,
        source=sources[row.source_id],
    )


def source(row: Row[Any]) -> Source:
    """A row of the sources."""
    return Source(
        id=row.id,
        sha256=row.sha256,
        file_name=row.file_name,
        title=row.title,
        issuer=row.issuer,
        url=row.url,
        published_on=row.published_on,
        as_of=row.as_of,
        captured_at=row.captured_at,
        region=row.region,
        kind=SourceKind(row.kind),
        datum=Datum(row.datum) if row.datum else None,
        fictional=row.fictional,
    )
