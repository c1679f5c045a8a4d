"""The ledger as the house reads it: nurseries resolved, claims with their sources, coverage."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, select
from sqlalchemy.exc import DBAPIError

from registry.errors import LedgerError
from registry.ledger import enumerated, queries, schema
from registry.ledger.coverage import filing_days
from registry.ledger.decisions import merged_nurseries
from registry.ledger.engine import BUSY_MS, open_engine
from registry.ledger.notices import NoticeReading
from registry.ledger.records import (
    Claim,
    Due,
    Enumerated,
    Figure,
    ListNote,
    Notice,
    ProblemRow,
    Source,
    TitleList,
)
from registry.ledger.resolution import Resolution
from registry.ledger.revision import Revision
from registry.nursery import Nursery
from registry.places.divisions import Divisions, Zone
from registry.resolving import Resolved
from registry.schemes import Scheme, load_schemes
from registry.standing import Said
from registry.values.problems import Reason
from registry.vocabulary import SourceKind


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
        return {row.id: queries.source(row) for row in self._all(queries.sources(ids))}

    def nurseries(self, revision: Revision | None = None) -> Iterator[Nursery]:
        """Every nursery, resolved as of a revision, in the order of their first appearance.

        Holds a connection until it is read to its end or closed.
        """
        for resolved in self._resolution(revision or self.revision()).all():
            yield resolved.nursery

    def nursery(self, public_id: str) -> Nursery | None:
        """One nursery, or `None` where no such id exists. A merged id leads to its nursery."""
        revision = self.revision()
        numbers = self._own([public_id], revision).values()
        found = self._resolution(revision).some(numbers)
        return next((one.nursery for _, one, _ in found), None)

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
        found = self._resolution(known).some(own.values())
        read = {number: (one, said) for number, one, said in found}
        told = [one.id for _, said in read.values() for one in said]
        details = {row.id: row for row in self._all(queries.details_of(told))} if told else {}
        return {
            public_id: tuple(_claim(one, details[one.id], read[number][0]) for one in said)
            for public_id, number in own.items()
            if number in read
            for said in [read[number][1]]
        }

    def notes_of(self, claims: Iterable[Claim]) -> tuple[ListNote, ...]:
        """The notes that stand under the tables whose rows make some claims."""
        rows = self._all(queries.notes_of(one.id for one in claims))
        notes = (ListNote(text, row.source_id) for row in rows for text in json.loads(row.notes))
        return tuple(dict.fromkeys(notes))

    def doubted(self, claims: Iterable[Claim], reason: Reason) -> frozenset[int]:
        """The ids of those among some claims whose published cell has a certain problem."""
        rows = self._all(queries.doubted([one.id for one in claims], reason))
        return frozenset(row.id for row in rows)

    def problems(self) -> Iterator[ProblemRow]:
        """Every problem of every row, in the order of import."""
        return map(queries.problem, self._all(queries.problems()))

    def filing_days(self, revision: Revision | str | None = None) -> dict[str, date]:
        """The day of each district's newest filing list. Reads every claim: see `overview`."""
        with self.engine.connect() as connection:
            return filing_days(connection, self._known(revision))

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

    def _merged(self, revision: Revision) -> Mapping[int, int]:
        # Decisions are only ever added, so those up to a revision stay what they are.
        if revision not in self._merged_of:
            with self.engine.connect() as connection:
                self._merged_of = {revision: merged_nurseries(connection, revision)}
        return self._merged_of[revision]

    def _resolution(self, revision: Revision) -> Resolution:
        merged = self._merged(revision)
        return Resolution(self.engine, revision, merged, self.divisions, self.schemes)

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
