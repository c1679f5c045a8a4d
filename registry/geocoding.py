"""Coordinates by address: a geocoder's file into the ledger, as claims about nurseries.

A row fits every nursery of the city whose filed address has the same key. The coordinate is
kept as published, with the system it was measured in and how closely it finds the address. A
row that fits no nursery is kept and reported.
"""

from __future__ import annotations

from pathlib import Path

from registry import fields
from registry.addresses import local_key
from registry.digest import digest_of
from registry.errors import NoNurseryTable
from registry.importing import Progress, Statement
from registry.ledger.store import Ledger
from registry.ledger.writer import Writer
from registry.matching import Match
from registry.places.divisions import known_part
from registry.reading import read
from registry.reading.columns import Column, column_of
from registry.reading.document import Document, Row, Table
from registry.report import ImportReport, Tally
from registry.tables import TableReading, listing_of, stated_in
from registry.values.rows import statements_of
from registry.values.statement import Problem, RowStatements, TitleFacts
from registry.vocabulary import SourceKind

_NEEDED = frozenset({Column.ADDRESS, Column.LONGITUDE, Column.LATITUDE})


def geocode(
    ledger: Ledger, path: Path, stated: Statement, *, progress: Progress | None = None
) -> ImportReport:
    """Give nurseries the places that a file states for their addresses.

    Raises `RegistryError` with one sentence, and then the ledger is as before.
    """
    document = read(path, encoding=stated.encoding, needs=frozenset({Column.ADDRESS}))
    tables = [table for table in document.tables if _columns(table).issuperset(_NEEDED)]
    if not tables:
        raise NoNurseryTable(
            f"{path.name} holds no table with columns of addresses, longitudes and latitudes."
        )
    digest = digest_of(path)
    tally = Tally(total=sum(len(table.rows) for table in tables))
    with ledger.writing() as connection:
        writer = Writer(connection, fictional=stated.fictional)
        known = writer.source_with(stated.fingerprint(digest))
        if known is not None:
            return writer.report_of(known)
        source = writer.add_source(
            _source(path, document, digest) | stated.as_columns() | {"as_of": stated.published},
            stated.fingerprint(digest),
        )
        places = _Places(writer, stated)
        for table in tables:
            listing = writer.add_listing(
                listing_of(
                    TableReading(table, SourceKind.GEOCODE, TitleFacts(), stated.published), source
                )
            )
            for row in table.rows:
                _add(writer, listing, source, places.read(row, table), stated, tally)
                if progress is not None:
                    progress(tally.rows, tally.total)
        writer.flush()
    return tally.report(source)


class _Places:
    """Finds the nurseries at an address, city by city."""

    def __init__(self, writer: Writer, stated: Statement) -> None:
        self._writer = writer
        self._stated = stated
        self._cities: dict[str, dict[str, dict[int, str]]] = {}

    def read(self, row: Row, table: Table) -> tuple[RowStatements, list[int]]:
        said = statements_of(
            row,
            table.headings,
            TitleFacts(),
            SourceKind.GEOCODE,
            published=self._stated.published,
        )
        located = [one for one in said.statements if one.field == fields.LOCATION]
        placed = [stated_in(one, self._stated.datum) for one in located]
        address = next((one for one in said.statements if one.field == fields.ADDRESS), None)
        problems = list(said.problems)
        nurseries: list[int] = []
        if address is None:
            problems.append(Problem(fields.ADDRESS, "", "missing-address", fatal=True))
        else:
            nurseries, why = self._at(str(address.value), said.region_code)
            if why is not None:
                problems.append(Problem(fields.ADDRESS, address.raw, why, fatal=True))
        if not placed:
            problems.append(Problem(fields.LOCATION, "", "missing-coordinate", fatal=True))
        read = RowStatements(
            said.number, said.cells, tuple(placed), tuple(problems), (), said.region_code
        )
        return read, nurseries

    def _at(self, address: str, hint: str | None) -> tuple[list[int], str | None]:
        """The nurseries at an address, or why there is none to be sure of.

        A street of one name may run in two districts of a city: an address that names its
        district fits there only, and one that does not must fit in one alone.
        """
        divisions = self._writer.divisions
        city = self._city(address, hint)
        if city is None:
            return [], "address-unknown"
        if city not in self._cities:
            self._cities[city] = self._writer.known.addresses(city)
        there = self._cities[city].get(local_key(address, city, divisions), {})
        named = divisions.resolve((), within=city, address=address).key
        if named is not None and len(named) > len(city):
            there = {one: district for one, district in there.items() if district == named}
        if len(set(there.values())) > 1:
            return [], "address-ambiguous"
        return list(there), None if there else "address-unknown"

    def _city(self, address: str, hint: str | None) -> str | None:
        region = known_part(hint) or known_part(self._stated.region)
        key = region or self._writer.divisions.resolve((), address=address).key
        return key[:4] if key and len(key) >= 4 else None


def _columns(table: Table) -> set[Column]:
    found = (column_of(heading) for heading in table.headings)
    return {column for column in found if column is not None}


def _source(path: Path, document: Document, digest: str) -> dict[str, object]:
    return {
        "sha256": digest,
        "file_name": path.name,
        "format": document.format,
        "encoding": document.encoding,
        "region": None,
        "kind": SourceKind.GEOCODE,
    }


def _add(
    writer: Writer,
    listing: int,
    source: int,
    read: tuple[RowStatements, list[int]],
    stated: Statement,
    tally: Tally,
) -> None:
    said, nurseries = read
    tally.count(said)
    match = Match("matched", nurseries[0]) if said.accepted else None
    number = writer.add_row(listing, said, match.nursery if match else None, match)
    writer.add_problems(number, said.problems)
    if match is not None:
        claims = sum(
            writer.add_claims(number, source, nursery, said.statements, stated.published)
            for nursery in nurseries
        )
        tally.accept("matched", claims)
