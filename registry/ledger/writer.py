"""Writing an import into the ledger, inside the one transaction of that import."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from json.encoder import encode_basestring

from sqlalchemy import Connection, insert, select, text

from registry.errors import RegistryError
from registry.ledger import schema
from registry.ledger.batches import Batches
from registry.ledger.known import KnownNurseries
from registry.matching import Identity, Match
from registry.places.divisions import Divisions, Zone, next_zone_key
from registry.report import ImportReport, RowProblem
from registry.values.privacy import mask, mask_text
from registry.values.statement import Json, Problem, RowStatements, Statement
from registry.values.typed import in_one_line, is_web_address

# One encoder for all: `json.dumps` makes a new one at every call that sets an option.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def encoded(value: Json) -> str:
    """A value as it stands in the ledger."""
    if isinstance(value, str):  # by far the most, and the general way costs ten times as much
        return encode_basestring(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return f"[{','.join(encode_basestring(str(one)) for one in value)}]"
    return _ENCODER.encode(value)


class Writer:
    """What one import adds. Only one writer is open at a time."""

    def __init__(self, connection: Connection, *, fictional: bool) -> None:
        self._connection = connection
        self._fictional = fictional
        self._batches = Batches(connection)
        if connection.dialect.name == "postgresql":
            # SQLite's writer holds its lock from BEGIN IMMEDIATE on; this says the same there.
            connection.execute(text("LOCK TABLE source IN SHARE ROW EXCLUSIVE MODE"))
        self.known = KnownNurseries(connection, fictional=fictional)
        self.divisions = Divisions.with_zones(self._zones)

    def source_with(self, fingerprint: str) -> int | None:
        """The number of the source that this very import made before."""
        return self._connection.execute(
            select(schema.source.c.id).where(schema.source.c.fingerprint == fingerprint)
        ).scalar()

    def add_source(self, values: Mapping[str, object], fingerprint: str) -> int:
        """Add a source and return its number.

        Everything that is published of it comes through here, and is masked here: whoever states
        a title or an issuer may name a person. An address is kept as it is, or it would lead
        nowhere. Raises `RegistryError` where it is none of the web.
        """
        url = values["url"]
        if url is not None and not is_web_address(str(url)):
            raise RegistryError("The address of a source must begin with https:// or http://.")
        stated = {
            "title": mask_text(in_one_line(str(values["title"]))),
            "issuer": mask_text(in_one_line(str(values["issuer"]))),
            "file_name": mask(in_one_line(str(values["file_name"]))),
            "fingerprint": fingerprint,
        }
        return self._batches.add_now(schema.source, {**values, **stated})

    def add_listing(self, values: Mapping[str, object]) -> int:
        """Add a captioned table of a source and return its number."""
        return self._batches.add_now(schema.listing, values)

    def add_zone(self, city: str, name: str) -> str:
        """Give a functional zone that no code table has a key of its own under its city."""
        key = next_zone_key(self._zones, city)
        self._zones.append(Zone(key=key, city=city, name=name))
        self._connection.execute(insert(schema.zone), {"key": key, "city": city, "name": name})
        self.divisions = Divisions.with_zones(self._zones)
        return key

    def add_nursery(self, identity: Identity) -> int:
        """Add a nursery with a public id made from what it is, and return its number."""
        public_id = self.known.new_public_id(identity)
        return self._batches.add(schema.nursery, {"public_id": public_id})

    def add_keys(self, nursery: int, identity: Identity) -> None:
        """Let later rows find a nursery under this identity."""
        for kind, key in identity.known_by():
            values = {
                "nursery_id": nursery,
                "city": identity.district[:4],
                "district": identity.district,
                "kind": kind,
                "key": key,
                "fictional": self._fictional,
            }
            self._batches.add(schema.match_key, values)

    def add_row(
        self, listing: int, row: RowStatements, nursery: int | None, match: Match | None
    ) -> int:
        """Add a row as it was read and return its number."""
        values = {
            "listing_id": listing,
            "number": row.number,
            "cells": encoded(dict(row.cells)),
            "accepted": row.accepted,
            "nursery_id": nursery,
            "match": match.verdict if match else None,
        }
        number = self._batches.add(schema.list_row, values)
        for candidate, reason in match.candidates if match else ():
            proposed = {"row_id": number, "nursery_id": candidate, "reason": reason}
            self._batches.add(schema.candidate, proposed)
        self._batches.flush_full()
        return number

    def add_problems(self, row: int, problems: Iterable[Problem]) -> None:
        """Add what could not be used in a row."""
        for problem in problems:
            values = {
                "row_id": row,
                "field": problem.field,
                "value": problem.value,
                "reason": problem.reason,
            }
            self._batches.add(schema.problem, values)

    def add_claims(
        self, row: int, source: int, nursery: int, statements: Iterable[Statement], as_of: date
    ) -> int:
        """Add what a row says of its nursery, and return how much that is."""
        claims = (
            {
                "row_id": row,
                "source_id": source,
                "nursery_id": nursery,
                "field": statement.field,
                "value": encoded(statement.value),
                "raw": statement.raw,
                "as_of": as_of,
            }
            for statement in statements
        )
        return self._batches.extend(schema.claim, claims)

    def add_figures(
        self, row: int, source: int, region: str, figures: Iterable[tuple[str, float, str, date]]
    ) -> int:
        """Add what a row says of a division, and return how much that is.

        Each figure is its measure, its value, its published cell, and its day.
        """
        told = (
            {
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
        return self._batches.extend(schema.figure, told)

    def next_nursery(self) -> int:
        """The number that the next new nursery will get."""
        return self._batches.newest(schema.nursery) + 1

    def flush(self) -> None:
        """Send what is buffered to the store."""
        self._batches.flush()

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
