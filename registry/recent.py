"""The newest changes of all nurseries, source by source.

A source is looked at through the store first, so that only nurseries are read of which it says
something else than its earlier edition, or tells a title's stage, a record or a correction.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import Connection, Select, select

from registry.changes import NOT_COMPARED, Change, What, changes_of
from registry.editions import Editions, series_of
from registry.ledger import Ledger, Revision, Source, schema
from registry.ledger.decisions import merged_nurseries
from registry.values.statement import Json
from registry.vocabulary import OURS, SourceKind

SOURCES: Final = 60
"""So many sources, the newest, are looked through."""
NURSERIES: Final = 400
"""Of so many nurseries per source changes are told."""
READ: Final = 2000
"""So many nurseries are read in all; once they are, no older source is looked through."""

_TELLING: Final = frozenset(
    {
        *(SourceKind.DEMONSTRATION, SourceKind.STAR, SourceKind.PILOT, SourceKind.INCLUSIVE),
        *(SourceKind.DECISION, SourceKind.CREDIT, SourceKind.CORRECTION),
    }
)
"""Kinds of source that tell something of every nursery they name."""


@dataclass(frozen=True, slots=True)
class NurseryChange:
    """A change with the public id of its nursery."""

    nursery: str
    change: Change


@dataclass(frozen=True, slots=True)
class Recent:
    """`changes` of the newest sources, the newest first; `lists` says how many were looked through.

    `bounded` are the sources of which more nurseries may have changed than were read.
    """

    changes: tuple[NurseryChange, ...] = ()
    lists: int = 0
    bounded: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Line:
    """A claim as `changes_of` needs it."""

    id: int
    field: str
    value: Json
    raw: str
    source: int
    as_of: date


def recent(ledger: Ledger, revision: Revision) -> Recent:
    """The changes that the newest sources tell as of a revision, the newest first.

    Nothing of a list's first edition: that a place is on it is no change.
    """
    sources = {key: one for key, one in ledger.sources().items() if key <= revision.source}
    before = dict(_earlier_editions(sources))
    editions = Editions(sources.values())
    with ledger.engine.connect() as connection:
        merged = merged_nurseries(connection, revision)
        named, bounded = _named(connection, sources, before, merged)
        told = _claims(connection, set().union(*named.values()), merged, revision)
    changes = {number: _by_source(lines, sources, editions) for number, (_, lines) in told.items()}
    found = (
        NurseryChange(told[number][0], change)
        for source, numbers in named.items()
        for number in sorted(numbers & told.keys())
        for change in changes[number].get(source, ())
        if before.get(source) or change.what is not What.APPEARED
    )
    return Recent(tuple(found), len(named), bounded)


def _named(
    connection: Connection,
    sources: Mapping[int, Source],
    before: Mapping[int, Sequence[int]],
    merged: Mapping[int, int],
) -> tuple[dict[int, set[int]], frozenset[int]]:
    """The nurseries of which each of the newest sources may tell a change, newest first.

    With the sources that name more than are read.
    """
    newest = sorted(sources.values(), key=lambda one: (one.as_of, one.id), reverse=True)
    found: dict[int, set[int]] = {}
    bounded: set[int] = set()
    for source in newest[:SOURCES]:
        asked = list(_candidates(connection, source, before.get(source.id, ())))
        numbers = {one for part in asked for one in part[:NURSERIES]}
        found[source.id] = {merged.get(number, number) for number in numbers}
        if any(len(part) > NURSERIES for part in asked):
            bounded.add(source.id)
        if len(set().union(*found.values())) >= READ:
            break
    return found, frozenset(bounded)


def _by_source(
    lines: Sequence[_Line], sources: Mapping[int, Source], editions: Editions
) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    for change in changes_of(lines, sources, editions):
        found[change.source].append(change)
    return found


def _earlier_editions(sources: Mapping[int, Source]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Of each source that has one, the edition before it; files of a whole list together."""
    by_series: dict[object, dict[date, list[int]]] = defaultdict(lambda: defaultdict(list))
    for source in sources.values():
        if source.kind not in OURS:
            by_series[series_of(source)][source.as_of].append(source.id)
    for days in by_series.values():
        for before, after in pairwise(sorted(days)):
            yield from ((key, tuple(days[before])) for key in days[after])


def _candidates(
    connection: Connection, source: Source, before: Sequence[int]
) -> Iterator[Sequence[int]]:
    """What each question about a source finds, of `NURSERIES` and one more."""
    if source.kind in _TELLING:
        yield connection.execute(_first(_listed([source.id]))).scalars().all()
    if before:
        here, there = _listed([source.id]), _listed(before)
        yield connection.execute(_differing(source.id, before)).scalars().all()
        row = schema.list_row.c.nursery_id
        yield connection.execute(_first(here.where(row.not_in(there)))).scalars().all()
        yield connection.execute(_first(there.where(row.not_in(here)))).scalars().all()


def _first(nurseries: Select[Any]) -> Select[Any]:
    """The first of them by their numbers, so that every store gives the same."""
    return nurseries.distinct().order_by(schema.list_row.c.nursery_id).limit(NURSERIES + 1)


def _listed(sources: Sequence[int]) -> Select[Any]:
    """The nurseries in some sources."""
    row = schema.list_row
    return (
        select(row.c.nursery_id)
        .join(schema.listing, row.c.listing_id == schema.listing.c.id)
        .where(schema.listing.c.source_id.in_(sources), row.c.nursery_id.is_not(None))
    )


def _differing(source: int, before: Sequence[int]) -> Select[Any]:
    """The nurseries of which a source says something else than the sources before it."""
    row, new, old = schema.list_row, schema.claim.alias("new"), schema.claim.alias("old")
    return (
        select(new.c.nursery_id)
        .distinct()
        .join(row, (new.c.nursery_id == row.c.nursery_id) & (new.c.row_id == row.c.id))
        .join(schema.listing, row.c.listing_id == schema.listing.c.id)
        .join(old, (old.c.nursery_id == new.c.nursery_id) & (old.c.field == new.c.field))
        .where(
            schema.listing.c.source_id == source,
            old.c.source_id.in_(before),
            old.c.value != new.c.value,
            new.c.field.not_in(NOT_COMPARED),
        )
        .order_by(new.c.nursery_id)
        .limit(NURSERIES + 1)
    )


def _claims(
    connection: Connection, own: set[int], merged: Mapping[int, int], revision: Revision
) -> dict[int, tuple[str, list[_Line]]]:
    """The public id and the claims of some nurseries, with those decided to be the same."""
    absorbed = [other for other, target in merged.items() if target in own]
    claim, nursery = schema.claim.c, schema.nursery.c
    known = select(nursery.id, nursery.public_id).where(nursery.id.in_(own))
    names = {row.id: row.public_id for row in connection.execute(known)}
    statement = select(
        *(claim.id, claim.nursery_id, claim.field, claim.value, claim.raw),
        *(claim.source_id, claim.as_of),
    ).where(claim.nursery_id.in_([*own, *absorbed]), claim.source_id <= revision.source)
    found: dict[int, tuple[str, list[_Line]]] = {key: (name, []) for key, name in names.items()}
    for row in connection.execute(statement):
        line = _Line(row.id, row.field, json.loads(row.value), row.raw, row.source_id, row.as_of)
        found[merged.get(row.nursery_id, row.nursery_id)][1].append(line)
    return found
