"""The importer: one published file into the ledger, in one transaction.

    file ─► tables (reading) ─► rows and statements (values) ─► places ─► match ─► claims

Everything a file says is kept: a row that cannot be used stands in the ledger with its reason.
The same file with the same statements about it changes nothing, and an import that is killed
half-way has not happened.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

from registry import publicity
from registry.digest import digest_of
from registry.errors import NoFigureTable
from registry.figures import FigureImport, has_figures
from registry.ledger.store import Ledger
from registry.ledger.writer import Writer
from registry.places.divisions import find_region, known_part
from registry.reading import read
from registry.reading.columns import DIVISIONS
from registry.reading.document import Document, Table
from registry.report import ImportReport, Tally
from registry.tables import TableImport, TableReading
from registry.values.statement import TitleFacts
from registry.values.titles import facts_of, merge
from registry.vocabulary import Datum, SourceKind

Progress: TypeAlias = Callable[[int, int], None]
"""Called with the rows done and all rows, now and then."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the operator states about a file."""

    title: str
    issuer: str
    published: date
    kind: SourceKind | None = None
    url: str | None = None
    region: str | None = None  # division code of 2, 4 or 6 digits
    encoding: str | None = None
    datum: Datum | None = None
    fictional: bool = False
    dated: bool = True  # False: nobody said when it was published, `published` is today

    def fingerprint(self, digest: str) -> str:
        """Names the file's bytes together with everything stated about them."""
        stated = (
            self.title,
            self.issuer,
            self.published if self.dated else None,
            self.kind,
            self.url,
            known_part(self.region),
            self.encoding,
            self.datum,
            self.fictional,
        )
        return hashlib.sha256(repr((digest, *map(str, stated))).encode()).hexdigest()

    def as_columns(self) -> dict[str, object]:
        """What is stated, as the ledger keeps it with the moment of capture."""
        return {
            "title": self.title,
            "issuer": self.issuer,
            "url": self.url,
            "published_on": self.published,
            "datum": self.datum,
            "fictional": self.fictional,
            "captured_at": datetime.now(UTC).replace(microsecond=0),
        }


def import_list(
    ledger: Ledger,
    path: Path,
    stated: Statement,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import one file and report what became of its rows.

    Raises `RegistryError` with one sentence, and then the ledger is as before. With `dry_run`
    the report is the same and nothing is kept.
    """
    document, schemes = _document(path, stated), ledger.schemes
    digest = digest_of(path)
    general = _general_facts(stated, document)
    region = _region(stated, document)
    readings = [
        replace(reading, facts=publicity.counted(reading.facts, region, schemes))
        for reading in (_reading(table, stated, general) for table in document.tables)
    ]
    tally = Tally(total=sum(len(table.rows) for table in document.tables))
    with _without_collecting(), ledger.writing(keep=not dry_run) as connection:
        writer = Writer(connection, fictional=stated.fictional)
        known = writer.source_with(stated.fingerprint(digest))
        if known is not None:
            return writer.report_of(known)
        values = {
            "sha256": digest,
            "file_name": path.name,
            "format": document.format,
            "encoding": document.encoding,
            "region": region,
            "kind": readings[0].kind,
            "as_of": max(reading.as_of for reading in readings),
        }
        source = writer.add_source(values | stated.as_columns(), stated.fingerprint(digest))
        for reading in readings:
            if reading.kind is SourceKind.POPULATION:
                FigureImport(writer, source, region, reading).run(tally, progress)
            else:
                TableImport(writer, source, region, reading, stated.datum).run(tally, progress)
    return tally.report(source)


def _document(path: Path, stated: Statement) -> Document:
    """The file with its tables: of nurseries, or of divisions where the operator says so."""
    if stated.kind is not SourceKind.POPULATION:
        return read(path, encoding=stated.encoding)
    document = read(path, encoding=stated.encoding, needs=DIVISIONS)
    if not has_figures(document):
        raise NoFigureTable(
            f"{path.name}: no table has a column of divisions and one of 常住人口, 3岁以下婴幼儿数 "
            "or 居民人均可支配收入."
        )
    return document


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let the cycle collector rest: it would walk every cell again and again, for a fifth of
    the time, and an import makes no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _general_facts(stated: Statement, document: Document) -> TitleFacts:
    said = facts_of(stated.title, published=stated.published)
    texts = [text for text in (document.title, *document.lines) if text]
    return merge(said, facts_of(*texts, published=stated.published))


def _reading(table: Table, stated: Statement, general: TitleFacts) -> TableReading:
    own = facts_of(*filter(None, (table.caption, *table.above)), published=stated.published)
    caption = facts_of(table.caption, published=stated.published) if table.caption else TitleFacts()
    notes = facts_of(*table.notes, published=stated.published)
    facts = merge(merge(caption, own), general)
    facts = publicity.noted(facts, notes)
    # 一览表 over a table says nothing of what it states; a caption that does outranks --kind.
    said = None if caption.kind is SourceKind.DIRECTORY else caption.kind
    kind = said or stated.kind or facts.kind or SourceKind.DIRECTORY
    if stated.kind is SourceKind.POPULATION:  # what its rows are, no caption can change
        kind = SourceKind.POPULATION
    return TableReading(table, kind, facts, stated.published)


def _region(stated: Statement, document: Document) -> str | None:
    if stated.region:
        return known_part(stated.region)
    for text in (stated.issuer, stated.title, document.title or "", *document.lines[:20]):
        found = find_region(text)
        if found:
            return found
    return None
