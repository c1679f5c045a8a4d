"""The ledger as the house reads it: nurseries resolved, claims with their sources, coverage."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, select
from sqlalchemy.exc import DBAPIError

from registry.errors import LedgerError
from registry.ledger import coverage, enumerated, queries, schema
from registry.ledger.decisions import merged_nurseries
from registry.ledger.engine import BUSY_MS, open_engine
from registry.ledger.notices import NoticeReading
from registry.ledger.records import (
    Claim,
    Coverage,
    Due,
    Enumerated,
    Figure,
    ListNote,
    Notice,
    ProblemRow,
    Source,
    TitleList,
)
from registry.ledger.revision import Revision
from registry.nursery import Nursery
from registry.places.divisions import Divisions, Zone
from registry.publicity import with_ends
from registry.resolving import Resolved, SchemeOf, resolve
from registry.schemes import Scheme, load_schemes, scheme_for
from registry.standing import Said
from registry.values.problems import Reason
from registry.vocabulary import RecognitionKind, SourceKind


class Ledger:
    """An open ledger. `schemes` is the folder of recognition schemes, read when first needed.

    `Ledger.open` raises `LedgerError`. Every method reads what is committed at its call.
    """

    def __init__(self, engine: Engine, schemes: Path | None) -> None:
        self.engine = engine
        self._schemes_folder = schemes
        self._merged_of: dict[Revision, Mapping[int, int]] = {}

    @classmethod
    def open(cls, url: str, *, schemes: Path | None = None) -> Ledger:
        """Open the ledger at a SQLAlchemy URL; a new one is made and migrated."""
        return cls(open_engine(url), schemes)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    @contextmanager
    def writing(self, *, keep: bool = True, patience_ms: int = BUSY_MS) -> Iterator[Connection]:
        """One transaction that writes: all of it happens, or nothing. `keep=False`: nothing.

        Raises `LedgerError` where the store refuses: a full disk, or a lock that is not released
        within `patience_ms` (SQLite, whose one writer may be a long import).
        """
        engine = self.engine.execution_options(writes=True, patience_ms=patience_ms)
        try:
            with engine.connect() as connection, connection.begin() as transaction:
                yield connection
                if not keep:
                    transaction.rollback()
        except DBAPIError as error:
            raise LedgerError(
                f"The ledger could not be written, and is as before: {error.orig}"
            ) from error

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

    def revision(self) -> Revision:
        """How far the ledger has come; a new source or decision gives another."""
        counts = [select(func.max(table.c.id)) for table in (schema.source, schema.decision)]
        source, decision = (self._all(one)[0][0] or 0 for one in counts)
        return Revision(source, decision)

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
        return {row.id: queries.source(row) for row in self._all(statement)}

    def nurseries(self, revision: Revision | None = None) -> Iterator[Nursery]:
        """Every nursery, resolved as of a revision, in the order of their first appearance.

        Holds a connection until it is read to its end or closed.
        """
        for resolved in self._resolved(revision or self.revision()):
            yield resolved.nursery

    def nursery(self, public_id: str) -> Nursery | None:
        """One nursery, or `None` where no such id exists. A merged id leads to its nursery."""
        revision = self.revision()
        numbers = self._own([public_id], revision).values()
        return next((one.nursery for _, one, _ in self._read(numbers, revision)), None)

    def claims_of(
        self, public_id: str, revision: Revision | str | None = None
    ) -> tuple[Claim, ...]:
        """Every claim about a nursery as of a revision, with whether it stands.

        Empty for an id that nobody has. Raises `ValueError` for a text that names no revision.
        """
        return self.claims_of_many([public_id], revision).get(public_id, ())

    def claims_of_many(
        self, public_ids: Iterable[str], revision: Revision | str | None = None
    ) -> dict[str, tuple[Claim, ...]]:
        """The same of several nurseries by the ids that were asked for, in as many statements.

        An id that nobody has is left out.
        """
        known = self._known(revision)
        own = self._own(public_ids, known)
        read = {number: (one, said) for number, one, said in self._read(own.values(), known)}
        told = [one.id for _, said in read.values() for one in said]
        details = {row.id: row for row in self._all(queries.details_of(told))} if told else {}
        return {
            public_id: tuple(_claim(one, details[one.id], read[number][0]) for one in said)
            for public_id, number in own.items()
            if number in read
            for said in [read[number][1]]
        }

    def notes_of(
        self, public_id: str, revision: Revision | str | None = None
    ) -> tuple[ListNote, ...]:
        """The notes that stand under the tables in which a nursery is listed."""
        known = self._known(revision)
        rows = self._all(queries.notes_of(self._numbers(public_id, known), known))
        notes = (ListNote(text, row.source_id) for row in rows for text in json.loads(row.notes))
        return tuple(dict.fromkeys(notes))

    def doubted(
        self, public_id: str, reason: Reason, revision: Revision | str | None = None
    ) -> frozenset[int]:
        """The ids of the claims about a nursery whose published cell has a certain problem."""
        known = self._known(revision)
        numbers = self._numbers(public_id, known)
        return frozenset(row.id for row in self._all(queries.doubted(numbers, known, reason)))

    def problems(self) -> Iterator[ProblemRow]:
        """Every problem of every row, in the order of import."""
        return map(queries.problem, self._all(queries.problems()))

    def coverage(self, revision: Revision | str | None = None) -> tuple[Coverage, ...]:
        """The districts that hold a nursery as of a revision, in the order of their keys."""
        known = self._known(revision)
        with self.engine.connect() as connection:
            numbers = coverage.touched(connection, known)
            merged = self._merged(known)
            own = {merged.get(number, number) for number in numbers}
            resolved = [one.nursery for _, one, _ in self._read(own, known)]
            return coverage.coverage(connection, known, resolved)

    def notices(self, revision: Revision | str | None = None) -> tuple[Notice, ...]:
        """Every publicity (公示) as of a revision, in the order of import."""
        known = self._known(revision)
        sources, merged = self.sources(), self._merged(known)
        reading = NoticeReading(known, sources, merged, self.divisions(), self.schemes)
        with self.engine.connect() as connection:
            return reading.read(connection)

    def figures(
        self, revision: Revision | str | None = None, regions: Iterable[str] | None = None
    ) -> tuple[Figure, ...]:
        """The published figures of some divisions, or of all, as of a revision.

        Division by division, of each measure the oldest day first.
        """
        return tuple(
            map(queries.figure, self._all(queries.figures(self._known(revision), regions)))
        )

    def lists(
        self, kinds: Iterable[SourceKind], revision: Revision | str | None = None
    ) -> frozenset[TitleList]:
        """Of which divisions the ledger has lists of some kinds, as of a revision."""
        rows = self._all(queries.lists_of(kinds, self._known(revision)))
        return frozenset(TitleList(SourceKind(row.kind), row.region, row.level) for row in rows)

    def enumerated(self, sources: Iterable[int]) -> tuple[Enumerated, ...]:
        """What some filing lists name, each by district; nothing of lists of other kinds."""
        asked = set(sources)
        rows = self._all(enumerated.enumerated(asked)) if asked else []
        return tuple(map(enumerated.record, rows))

    def dues(self, revision: Revision | str | None = None) -> tuple[Due, ...]:
        """What lists of pilots say is due, the newest word on each, the nearest day first."""
        known = self._known(revision)
        merged = self._merged(known)
        pilots = [row.id for row in self._all(queries.pilots(known))]
        newest = {
            (merged.get(row.nursery_id, row.nursery_id), row.field): row
            for row in (self._all(queries.dues(pilots)) if pilots else [])
        }
        numbers = {number for number, _ in newest}
        ids = select(schema.nursery).where(schema.nursery.c.id.in_(numbers))
        names = {row.id: row.public_id for row in self._all(ids)} if numbers else {}
        found = [queries.due(row, names[number]) for (number, _), row in newest.items()]
        return tuple(sorted(found, key=lambda due: (due.by or date.max, due.nursery)))

    def _known(self, revision: Revision | str | None) -> Revision:
        if isinstance(revision, str):
            return Revision.parse(revision)
        return revision or self.revision()

    def _has_sources(self, *, fictional: bool) -> bool:
        statement = select(schema.source.c.id).where(schema.source.c.fictional.is_(fictional))
        return bool(self._all(statement.limit(1)))

    def _own(self, public_ids: Iterable[str], revision: Revision) -> dict[str, int]:
        """The number under which each of some nurseries stands; unknown ids are left out."""
        nursery = schema.nursery.c
        rows = self._all(select(schema.nursery).where(nursery.public_id.in_(list(public_ids))))
        merged = self._merged(revision) if rows else {}
        return {row.public_id: merged.get(row.id, row.id) for row in rows}

    def _numbers(self, public_id: str, revision: Revision) -> list[int]:
        """The ledger's numbers of one nursery: its own and those decided to be the same."""
        own = self._own([public_id], revision)
        return [one for number in own.values() for one in self._with_absorbed([number], revision)]

    def _with_absorbed(self, numbers: Iterable[int], revision: Revision) -> list[int]:
        """Numbers of nurseries that stand, and behind them those decided to be one of them."""
        own, merged = list(dict.fromkeys(numbers)), self._merged(revision)
        return own + sorted(other for other, target in merged.items() if target in set(own))

    def _merged(self, revision: Revision) -> Mapping[int, int]:
        # Decisions are only ever added, so those up to a revision stay what they are.
        if revision not in self._merged_of:
            with self.engine.connect() as connection:
                self._merged_of = {revision: merged_nurseries(connection, revision)}
        return self._merged_of[revision]

    def _read(
        self, numbers: Iterable[int], revision: Revision
    ) -> Iterator[tuple[int, Resolved, tuple[Said, ...]]]:
        """Some nurseries that stand, each by its number, with only their own sources loaded."""
        asked, merged = self._with_absorbed(numbers, revision), self._merged(revision)
        rows = self._all(queries.claims_of(asked, revision)) if asked else []
        if not rows:
            return
        sources = self.sources({row.source_id for row in rows})
        by_nursery: dict[int, list[Row[Any]]] = defaultdict(list)
        # Its own claims first, then those of the nurseries that were decided to be the same.
        for row in sorted(rows, key=lambda row: row.nursery_id in merged):
            by_nursery[merged.get(row.nursery_id, row.nursery_id)].append(row)
        ids = {row.nursery_id: row.public_id for row in rows}
        chain_of, scheme_of = self.divisions().chain, self._scheme_of()
        for number, claims in by_nursery.items():
            if number in ids:
                said = tuple(queries.said(row, sources) for row in claims)
                resolved = resolve(ids[number], said, chain_of, scheme_of)
                yield number, self._with_ends(resolved), said

    def _resolved(self, revision: Revision) -> Iterator[Resolved]:
        """Every nursery that stands, in the order of first appearance, as it is read."""
        chain_of, scheme_of = self.divisions().chain, self._scheme_of()
        sources, merged = self.sources(), self._merged(revision)
        absorbed: dict[int, list[int]] = defaultdict(list)
        for other, own in merged.items():
            absorbed[own].append(other)
        with self.engine.connect() as connection:
            statement = queries.claims_of(None, revision)
            rows = connection.execution_options(yield_per=5000).execute(statement)
            for number, group in groupby(rows, key=lambda row: row.nursery_id):
                if number in merged:
                    continue
                claims = list(group)
                if absorbed[number]:
                    claims += self._all(queries.claims_of(absorbed[number], revision))
                said = (queries.said(row, sources) for row in claims)
                yield self._with_ends(resolve(claims[0].public_id, said, chain_of, scheme_of))

    def _with_ends(self, resolved: Resolved) -> Resolved:
        nursery = resolved.nursery
        titles = with_ends(nursery.recognitions, self.schemes)
        if titles == nursery.recognitions:
            return resolved
        return replace(resolved, nursery=replace(nursery, recognitions=titles))

    def _scheme_of(self) -> SchemeOf:
        schemes = self.schemes

        def scheme_of(
            kind: RecognitionKind, level: str | None, region: tuple[str, ...], label: str
        ) -> str:
            return scheme_for(schemes, kind, level, region, label)

        return scheme_of

    def _all(self, statement: Select[Any]) -> list[Row[Any]]:
        with self.engine.connect() as connection:
            return list(connection.execute(statement).all())


def _claim(said: Said, details: Row[Any], resolved: Resolved) -> Claim:
    return Claim(
        id=said.id,
        field=said.field,
        value=said.value,
        raw=details.raw,
        source=said.source.id,
        row=details.number,
        as_of=said.as_of,
        used=said.id in resolved.used,
        differs=said.id in resolved.differing,
    )
