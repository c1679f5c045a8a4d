"""An accepted report becomes a claim with a source of its own; nothing is overwritten.

The value is read as the cell of a published list would be, masked and doubted alike, and goes
through the ledger's writer. Which value stands is then decided by the rules for every source
(`registry.standing`): the correction speaks as of the day it was decided, so it stands over
older lists, and a newer list stands over it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import Connection, select

from registry import fields
from registry.addresses import local_key
from registry.corrections import HEADINGS, Correction, Outcome, add_outcome, waiting_report
from registry.errors import RegistryError
from registry.ledger import Ledger, schema
from registry.ledger.decisions import merged_nurseries
from registry.ledger.writer import Writer, encoded
from registry.matching import Identity, Match
from registry.nursery import Nursery
from registry.problems import sentence
from registry.reading.document import Row
from registry.values.rows import statements_of
from registry.values.statement import RowStatements, Statement, TitleFacts
from registry.vocabulary import SourceKind

TITLE: Final = "读者纠错核实记录"
ISSUER: Final = "本站运营者"
"""Who speaks where an accepted report names nobody else: the site's operator."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the operator states beside the value: the source's title, issuer and address.

    Only an address given here is published; the one in the report is a stranger's.
    """

    value: str
    title: str | None = None
    issuer: str | None = None
    url: str | None = None


def accept(ledger: Ledger, number: int, said: Accepted, on: date) -> int:
    """Accept a report and return the number of its new source.

    Raises `RegistryError` where it is not waiting, where its field cannot be corrected by one
    value, where the value cannot be read as that field, or where the address is none of the web.
    """
    with ledger.writing() as connection:
        report = waiting_report(connection, number)
        nursery = ledger.nursery(report.nursery)
        if nursery is None:
            raise RegistryError(f"There is no nursery {report.nursery} in this ledger.")
        row = _row(report, nursery, said.value, on)
        writer = Writer(connection, fictional=nursery.fictional)
        source = writer.add_source(_source(report, nursery, said, on), _print(report, said))
        listing = writer.add_listing(_listing(row, source, on))
        own = _number(connection, nursery.id)
        line = writer.add_row(listing, row, own, Match("matched", own))
        writer.add_claims(line, source, own, row.statements, on)
        writer.add_keys(own, _identity(row, nursery, writer))
        writer.flush()
        add_outcome(connection, number, Outcome.ACCEPTED, on, source)
    return source


def _row(report: Correction, nursery: Nursery, value: str, on: date) -> RowStatements:
    """The value as a row of a list, with what it says of the reported field alone."""
    heading = HEADINGS[report.field]
    if heading is None:
        raise RegistryError(
            f"A report about {report.field} cannot be settled by one value; import the list "
            "in which the authority says so."
        )
    of_name = report.field == fields.NAME
    headings = (heading,) if of_name else (HEADINGS[fields.NAME] or "", heading)
    cells = (value,) if of_name else (nursery.name, value)
    read = statements_of(Row(1, cells), headings, TitleFacts(), SourceKind.CORRECTION, published=on)
    told = tuple(one for one in read.statements if _family(one) == report.field)
    if not told:
        why = [sentence(problem.reason) for problem in read.problems]
        raise RegistryError(f"«{value}» cannot be read as {report.field}. {' '.join(why)}".strip())
    return RowStatements(1, read.cells, told, read.problems)


def _family(statement: Statement) -> str:
    return statement.field.partition(".")[0]


def _source(report: Correction, nursery: Nursery, said: Accepted, on: date) -> dict[str, object]:
    return {
        "sha256": hashlib.sha256(f"{report.id}\n{said.value}".encode()).hexdigest(),
        "file_name": f"correction-{report.id}",
        "format": "report",
        "encoding": None,
        "title": said.title or TITLE,
        "issuer": said.issuer or ISSUER,
        "url": said.url or None,
        "published_on": on,
        "as_of": on,
        "captured_at": datetime.now(UTC).replace(microsecond=0),
        "region": nursery.region[-1] if nursery.region else None,
        "kind": SourceKind.CORRECTION,
        "datum": None,
        "fictional": nursery.fictional,
    }


def _print(report: Correction, said: Accepted) -> str:
    stated = ("correction", report.id, report.nursery, report.received_on, said)
    return hashlib.sha256(repr(stated).encode()).hexdigest()


def _listing(row: RowStatements, source: int, on: date) -> dict[str, object]:
    return {
        "source_id": source,
        "number": 1,
        "sheet": None,
        "caption": None,
        "kind": SourceKind.CORRECTION,
        "stage": None,
        "level": None,
        "as_of": on,
        "publicity_from": None,
        "publicity_until": None,
        "publicity_estimated": False,
        "objections": None,
        "headings": encoded(list(row.cells)),
        "notes": encoded([]),
    }


def _number(connection: Connection, public_id: str) -> int:
    own: int = connection.execute(
        select(schema.nursery.c.id).where(schema.nursery.c.public_id == public_id)
    ).scalar_one()
    return merged_nurseries(connection).get(own, own)


def _identity(row: RowStatements, nursery: Nursery, writer: Writer) -> Identity:
    """By what later lists may know the nursery after the correction."""
    told = {one.field: str(one.value) for one in row.statements}
    district = nursery.region[-1] if nursery.region else ""
    address = told.get(fields.ADDRESS)
    return Identity(
        district=district,
        name=told.get(fields.NAME),
        trading=tuple(filter(None, [told.get(fields.TRADING_NAME)])),
        code=None,
        address=local_key(address, district, writer.divisions) if address else None,
    )
