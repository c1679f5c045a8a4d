"""Writing an import into the ledger: in batches, inside the one transaction of its import."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, insert, select, text

from registry.keys import name_key
from registry.ledger import schema
from registry.ledger.decisions import merged_nurseries
from registry.matching import Identity, Match, Register
from registry.places.divisions import Divisions, Zone, next_zone_key
from registry.report import ImportReport, RowProblem
from registry.values.statement import Json, Problem, RowStatements, Statement

_BATCH = 2000
_ORDER = (
    schema.nursery,
    schema.list_row,
    schema.problem,
    schema.claim,
    schema.figure,
    schema.match_key,
    schema.candidate,
)


# One encoder for all: `json.dumps` makes a new one at every call that sets an option.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def encoded(value: Json) -> str:
    """A value as it stands in the ledger."""
    if isinstance(value, str):  # by far the most, and the general way costs ten times as much
        return encode_basestring(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return f"[{','.join(encode_basestring(str(one)) for one in value)}]"
    return _ENCODER.encode(value)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


class Writer:
    """Numbers and buffers what one import adds. Only one writer is open at a time."""

    def __init__(self, connection: Connection, *, fictional: bool) -> None:
        self._connection = connection
        self._fictional = fictional
        self._pending: dict[Table, list[dict[str, Any]]] = {table: [] for table in _ORDER}
        self._last: dict[Table, int] = {}
        if connection.dialect.name == "postgresql":
            # SQLite's writer holds its lock from BEGIN IMMEDIATE on; this says the same there.
            connection.execute(text("LOCK TABLE source IN SHARE ROW EXCLUSIVE MODE"))
        self.divisions = self._stored_divisions()

    def source_with(self, fingerprint: str) -> int | None:
        """The number of the source that this very import made before."""
        return self._connection.execute(
            select(schema.source.c.id).where(schema.source.c.fingerprint == fingerprint)
        ).scalar()

    def add_source(self, values: Mapping[str, object], fingerprint: str) -> int:
        """Add a source and return its number."""
        return self._add_now(schema.source, {**values, "fingerprint": fingerprint})

    def add_listing(self, values: Mapping[str, object]) -> int:
        """Add a captioned table of a source and return its number."""
        return self._add_now(schema.listing, values)

    def add_zone(self, city: str, name: str) -> str:
        """Give a functional zone that no code table has a key of its own under its city."""
        key = next_zone_key(self._zones, city)
        self._zones.append(Zone(key=key, city=city, name=name))
        self._connection.execute(insert(schema.zone), {"key": key, "city": city, "name": name})
        self.divisions = Divisions.with_zones(self._zones)
        return key

    def add_nursery(self, identity: Identity) -> int:
        """Add a nursery with a public id made from what it is, and return its number."""
        number = self._next(schema.nursery)
        public_id = self._public_id(identity)
        self._pending[schema.nursery].append({"id": number, "public_id": public_id})
        return number

    def add_keys(self, nursery: int, identity: Identity) -> None:
        """Let later rows find a nursery under this identity."""
        for kind, key in identity.known_by():
            self._pending[schema.match_key].append(
                {
                    "id": self._next(schema.match_key),
                    "nursery_id": nursery,
                    "city": identity.district[:4],
                    "district": identity.district,
                    "kind": kind,
                    "key": key,
                    "fictional": self._fictional,
                }
            )

    def add_row(
        self, listing: int, row: RowStatements, nursery: int | None, match: Match | None
    ) -> int:
        """Add a row as it was read and return its number."""
        number = self._next(schema.list_row)
        self._pending[schema.list_row].append(
            {
                "id": number,
                "listing_id": listing,
                "number": row.number,
                "cells": encoded(dict(row.cells)),
                "accepted": row.accepted,
                "nursery_id": nursery,
                "match": match.verdict if match else None,
            }
        )
        for candidate, reason in match.candidates if match else ():
            self._pending[schema.candidate].append(
                {
                    "id": self._next(schema.candidate),
                    "row_id": number,
                    "nursery_id": candidate,
                    "reason": reason,
                }
            )
        if len(self._pending[schema.list_row]) >= _BATCH:
            self.flush()
        return number

    def add_problems(self, row: int, problems: Iterable[Problem]) -> None:
        """Add what could not be used in a row."""
        self._pending[schema.problem].extend(
            {
                "id": self._next(schema.problem),
                "row_id": row,
                "field": problem.field,
                "value": problem.value,
                "reason": problem.reason,
            }
            for problem in problems
        )

    def add_claims(
        self, row: int, source: int, nursery: int, statements: Iterable[Statement], as_of: date
    ) -> int:
        """Add what a row says of its nursery, and return how much that is."""
        pending = self._pending[schema.claim]
        before, first = len(pending), self._newest(schema.claim) + 1
        pending.extend(
            {
                "id": number,
                "row_id": row,
                "source_id": source,
                "nursery_id": nursery,
                "field": statement.field,
                "value": encoded(statement.value),
                "raw": statement.raw,
                "as_of": as_of,
            }
            for number, statement in enumerate(statements, start=first)
        )
        added = len(pending) - before
        self._last[schema.claim] = first + added - 1
        return added

    def add_figures(
        self, row: int, source: int, region: str, figures: Iterable[tuple[str, float, str, date]]
    ) -> int:
        """Add what a row says of a division, and return how much that is.

        Each figure is its measure, its value, its published cell, and its day.
        """
        before = len(self._pending[schema.figure])
        self._pending[schema.figure].extend(
            {
                "id": self._next(schema.figure),
                "row_id": row,
                "source_id": source,
                "region": region,
                "measure": measure,
                "value": value,
                "raw": raw,
                "as_of": as_of,
            }
            for measure, value, raw, as_of in figures
        )
        return len(self._pending[schema.figure]) - before

    def register(self, city: str, before: int) -> Register:
        """The nurseries known in a city, numbered below `before`."""
        key = schema.match_key.c
        rows = self._connection.execute(
            select(key.nursery_id, key.district, key.kind, key.key)
            .where(key.city == city[:4], key.nursery_id < before, self._same_world())
            .order_by(key.id)
        )
        register, merged = Register(), merged_nurseries(self._connection)
        for nursery, district, kind, value in rows:
            register.add(merged.get(nursery, nursery), district, [(kind, value)])
        return register

    def addresses(self, city: str) -> dict[str, dict[int, str]]:
        """The nurseries of a city, each with its district, by the key of their addresses."""
        key = schema.match_key.c
        rows = self._connection.execute(
            select(key.key, key.nursery_id, key.district)
            .where(key.city == city, key.kind == "address", self._same_world())
            .order_by(key.id)
        )
        merged = merged_nurseries(self._connection)
        found: defaultdict[str, dict[int, str]] = defaultdict(dict)
        for address, nursery, district in rows:
            found[address][merged.get(nursery, nursery)] = district
        return dict(found)

    def next_nursery(self) -> int:
        """The number that the next new nursery will get."""
        return self._newest(schema.nursery) + 1

    def flush(self) -> None:
        """Send what is buffered to the store."""
        for table in _ORDER:
            if self._pending[table]:
                self._insert(table, self._pending[table])
                self._pending[table] = []

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Insert rows that name the same columns, straight through the driver.

        What SQLAlchemy prepares for each of a million rows costs a tenth of an import.
        """
        dialect = self._connection.dialect
        compiled = insert(table).compile(dialect=dialect, column_keys=list(rows[0]))
        names = getattr(compiled, "positiontup", None)
        if names is None:  # PostgreSQL's driver takes names and every type as it is
            self._connection.exec_driver_sql(str(compiled), rows)
            return
        parameters = [tuple(_plain(row[name]) for name in names) for row in rows]
        self._connection.exec_driver_sql(str(compiled), parameters)

    def report_of(self, source: int) -> ImportReport:
        """The report on an import that had been done before: nothing is new."""
        rows, listing = schema.list_row.c, schema.listing.c
        of_source = select(rows.id, rows.accepted, rows.nursery_id).join(
            schema.listing, rows.listing_id == listing.id
        )
        found = self._connection.execute(of_source.where(listing.source_id == source)).all()
        problem = schema.problem.c
        problems = self._connection.execute(
            select(rows.number, problem.field, problem.value, problem.reason)
            .join(schema.list_row, problem.row_id == rows.id)
            .join(schema.listing, rows.listing_id == listing.id)
            .where(listing.source_id == source)
            .order_by(problem.id)
        )
        accepted = sum(row.accepted for row in found)
        return ImportReport(
            source=source,
            rows=len(found),
            accepted=accepted,
            rejected=len(found) - accepted,
            problems=tuple(RowProblem(*row) for row in problems),
            new=0,
            matched=sum(row.nursery_id is not None for row in found if row.accepted),
            ambiguous=0,
            claims=0,
            unchanged=True,
        )

    @cached_property
    def _zones(self) -> list[Zone]:
        rows = self._connection.execute(select(schema.zone).order_by(schema.zone.c.key))
        return [Zone(key=row.key, city=row.city, name=row.name) for row in rows]

    def _same_world(self) -> ColumnElement[bool]:
        """A fictional nursery and a real one never match."""
        return schema.match_key.c.fictional.is_(self._fictional)

    def _stored_divisions(self) -> Divisions:
        return Divisions.with_zones(self._zones)

    @cached_property
    def _public_ids(self) -> defaultdict[str, bool]:
        taken: defaultdict[str, bool] = defaultdict(bool)
        for (public_id,) in self._connection.execute(select(schema.nursery.c.public_id)):
            taken[public_id] = True
        return taken

    def _public_id(self, identity: Identity) -> str:
        words = (identity.district, name_key(identity.name or ""), *identity.trading[:1])
        if identity.address:
            words = (*words, identity.address)
        for attempt in range(1000):
            digest = hashlib.sha256("\n".join((*words, str(attempt))).encode()).digest()
            public_id = digest.hex()[:12]
            if not self._public_ids[public_id]:
                self._public_ids[public_id] = True
                return public_id
        raise AssertionError("a thousand rows of one name and address in one ledger")

    def _add_now(self, table: Table, values: Mapping[str, object]) -> int:
        number = self._next(table)
        self._connection.execute(insert(table), {**values, "id": number})
        return number

    def _next(self, table: Table) -> int:
        self._last[table] = self._newest(table) + 1
        return self._last[table]

    def _newest(self, table: Table) -> int:
        if table not in self._last:
            newest = self._connection.execute(select(func.max(table.c.id))).scalar()
            self._last[table] = newest or 0
        return self._last[table]
