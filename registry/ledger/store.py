"""The ledger as the house reads it: nurseries resolved, claims with their sources, coverage."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, select

from registry.fields import DISTRICT
from registry.ledger import schema
from registry.ledger.engine import open_engine
from registry.ledger.records import Claim, Coverage, ProblemRow, Source
from registry.nursery import Nursery
from registry.places.divisions import Divisions, Zone
from registry.resolving import Resolved, Said, SchemeOf, resolve
from registry.schemes import Scheme, load_schemes, scheme_for
from registry.vocabulary import Datum, RecognitionKind, SourceKind


class Ledger:
    """An open ledger. `schemes` is the folder of recognition schemes, read when first needed.

    `Ledger.open` raises `LedgerError`. Every method reads what is committed at its call.
    """

    def __init__(self, engine: Engine, schemes: Path | None) -> None:
        self.engine = engine
        self._schemes_folder = schemes

    @classmethod
    def open(cls, url: str, *, schemes: Path | None = None) -> Ledger:
        """Open the ledger at a SQLAlchemy URL; a new one is made and migrated."""
        return cls(open_engine(url), schemes)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[Connection]:
        """One transaction that writes: all of it happens, or nothing. `keep=False`: nothing."""
        engine = self.engine.execution_options(writes=True)
        with engine.connect() as connection, connection.begin() as transaction:
            yield connection
            if not keep:
                transaction.rollback()

    @cached_property
    def schemes(self) -> Mapping[str, Scheme]:
        """The recognition schemes by key."""
        return load_schemes(self._schemes_folder) if self._schemes_folder else {}

    def divisions(self, connection: Connection | None = None) -> Divisions:
        """The division table with the functional zones that lists have named so far."""
        statement = select(schema.zone).order_by(schema.zone.c.key)
        rows = connection.execute(statement).all() if connection else self._all(statement)
        zones = [Zone(key=row.key, city=row.city, name=row.name) for row in rows]
        return Divisions.with_zones(zones)

    def revision(self) -> str:
        """Names the ledger's content; a new source or decision gives another."""
        counts = [select(func.max(table.c.id)) for table in (schema.source, schema.decision)]
        newest = [row[0] or 0 for row in (self._all(one)[0] for one in counts)]
        return "s{}-d{}".format(*newest)

    def is_empty(self) -> bool:
        """Whether nothing was imported yet."""
        return not self._all(select(schema.source.c.id).limit(1))

    def fictional(self) -> bool:
        """Whether demonstration data are loaded."""
        return self._has_sources(fictional=True)

    def real(self) -> bool:
        """Whether real lists are loaded."""
        return self._has_sources(fictional=False)

    def sources(self, ids: Iterable[int] | None = None) -> dict[int, Source]:
        """Sources by number: those asked for, or all, oldest import first."""
        statement = select(schema.source).order_by(schema.source.c.id)
        if ids is not None:
            statement = statement.where(schema.source.c.id.in_(sorted(set(ids))))
        return {row.id: _source(row) for row in self._all(statement)}

    def nurseries(self) -> Iterator[Nursery]:
        """Every nursery, resolved, in the order in which they first appeared.

        Holds a connection until it is read to its end or closed.
        """
        for resolved, _ in self._resolved(None):
            yield resolved.nursery

    def nursery(self, public_id: str) -> Nursery | None:
        """One nursery, or `None` where no such id exists. A merged id leads to its nursery."""
        found = self._one(public_id)
        return found[0].nursery if found else None

    def claims_of(self, public_id: str) -> tuple[Claim, ...]:
        """Every claim about a nursery, with whether it stands; empty for an unknown id."""
        found = self._one(public_id)
        if found is None:
            return ()
        resolved, said = found
        details = self._details([one.id for one in said])
        return tuple(
            Claim(
                id=one.id,
                field=one.field,
                value=one.value,
                raw=details[one.id][0],
                source=one.source.id,
                row=details[one.id][1],
                as_of=one.as_of,
                used=one.id in resolved.used,
                differs=one.id in resolved.differing,
            )
            for one in said
        )

    def notes_of(self, public_id: str) -> tuple[str, ...]:
        """The notes that stand under the tables in which a nursery is listed."""
        numbers = self._numbers(public_id)
        statement = (
            select(schema.listing.c.notes)
            .join(schema.list_row, schema.list_row.c.listing_id == schema.listing.c.id)
            .where(schema.list_row.c.nursery_id.in_(numbers))
            .distinct()
        )
        return tuple(
            dict.fromkeys(note for row in self._all(statement) for note in json.loads(row.notes))
        )

    def problems(self) -> Iterator[ProblemRow]:
        """Every problem of every row, in the order of import."""
        statement = (
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
        for row in self._all(statement):
            yield ProblemRow(
                source=row.source,
                title=row.title,
                caption=row.caption,
                row=row.number,
                accepted=row.accepted,
                field=row.field,
                value=row.value,
                reason=row.reason,
            )

    def coverage(self) -> tuple[Coverage, ...]:
        """The districts that the copy covers, most specific first where lists name several."""
        claims = schema.claim
        statement = (
            select(
                claims.c.value,
                func.count(claims.c.nursery_id.distinct()).label("nurseries"),
                func.max(claims.c.as_of).label("as_of"),
            )
            .where(claims.c.field == DISTRICT)
            .group_by(claims.c.value)
            .order_by(claims.c.value)
        )
        return tuple(
            Coverage(json.loads(row.value), row.nurseries, row.as_of)
            for row in self._all(statement)
        )

    def _has_sources(self, *, fictional: bool) -> bool:
        statement = select(schema.source.c.id).where(schema.source.c.fictional.is_(fictional))
        return bool(self._all(statement.limit(1)))

    def _one(self, public_id: str) -> tuple[Resolved, tuple[Said, ...]] | None:
        numbers = self._numbers(public_id)
        # Read to the end: a generator left half-way would keep its connection.
        found = list(self._resolved(numbers)) if numbers else []
        return found[0] if found else None

    def _numbers(self, public_id: str) -> list[int]:
        """The ledger's numbers of one nursery: its own and those decided to be the same."""
        rows = self._all(select(schema.nursery.c.id).where(schema.nursery.c.public_id == public_id))
        if not rows:
            return []
        merged = self._merged()
        own = merged.get(rows[0].id, rows[0].id)
        return [own, *sorted(other for other, target in merged.items() if target == own)]

    def _merged(self) -> dict[int, int]:
        """Which nurseries were decided to be another, each with the one that stands in the end."""
        decided = schema.decision.c
        rows = self._all(select(decided.nursery_id, decided.same_as).where(decided.same_as > 0))
        targets = {row.nursery_id: row.same_as for row in rows}
        return {own: _end(own, targets) for own in targets}

    def _resolved(self, numbers: list[int] | None) -> Iterator[tuple[Resolved, tuple[Said, ...]]]:
        chain_of, scheme_of = self.divisions().chain, self._scheme_of()
        sources, merged = self.sources(), self._merged()
        absorbed: dict[int, list[int]] = defaultdict(list)
        for other, own in merged.items():
            absorbed[own].append(other)
        with self.engine.connect() as connection:
            rows = connection.execution_options(yield_per=5000).execute(_claims(numbers))
            for number, group in groupby(rows, key=lambda row: row.nursery_id):
                if number in merged:
                    continue
                claims = list(group)
                if absorbed[number]:
                    others = _claims(absorbed[number])
                    claims += self._all(others)
                said = tuple(_said(row, sources) for row in claims)
                yield resolve(claims[0].public_id, said, chain_of, scheme_of), said

    def _scheme_of(self) -> SchemeOf:
        schemes = self.schemes

        def scheme_of(
            kind: RecognitionKind, level: str | None, region: tuple[str, ...], label: str
        ) -> str:
            return scheme_for(schemes, kind, level, region, label)

        return scheme_of

    def _details(self, claims: list[int]) -> dict[int, tuple[str, int]]:
        statement = (
            select(schema.claim.c.id, schema.claim.c.raw, schema.list_row.c.number)
            .join(schema.list_row, schema.claim.c.row_id == schema.list_row.c.id)
            .where(schema.claim.c.id.in_(claims))
        )
        return {row.id: (row.raw, row.number) for row in self._all(statement)}

    def _all(self, statement: Select[Any]) -> list[Row[Any]]:
        with self.engine.connect() as connection:
            return list(connection.execute(statement).all())


def _claims(numbers: list[int] | None) -> Select[Any]:
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
        .order_by(claim.nursery_id, claim.id)
    )
    return statement if numbers is None else statement.where(claim.nursery_id.in_(numbers))


def _said(row: Row[Any], sources: Mapping[int, Source]) -> Said:
    return Said(
        id=row.id,
        field=row.field,
        value=json.loads(row.value),
        as_of=row.as_of,
        source=sources[row.source_id],
    )


def _source(row: Row[Any]) -> Source:
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


def _end(number: int, targets: Mapping[int, int]) -> int:
    """Follow decisions to the nursery that stands; a circle ends where it began."""
    seen = {number}
    while (following := targets.get(number)) is not None and following not in seen:
        number = following
        seen.add(number)
    return number
