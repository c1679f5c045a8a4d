"""Demonstration lists into the ledger, by the same importer as real ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import delete, func, select

from registry.demo.publishing import PublishedList, write
from registry.digest import digest_of
from registry.errors import DemoRefused
from registry.geocoding import geocode
from registry.importing import Statement, import_list
from registry.ledger import Ledger, schema
from registry.report import ImportReport
from registry.vocabulary import SourceKind


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a demonstration put into the ledger."""

    lists: int
    rows: int
    rejected: int
    nurseries: int


def load(
    ledger: Ledger,
    folder: Path,
    *,
    nurseries: int,
    seed: int,
    today: date,
    progress: Callable[[str, int, int], None] | None = None,
) -> Loaded:
    """Write the lists of one demonstration into `folder` and import them.

    The same demonstration again changes nothing, and one that was cut off goes on; another one
    takes its place. Raises `DemoRefused` for a ledger that holds real lists.
    """
    if ledger.real():
        raise DemoRefused(
            "This ledger holds real lists; fictional nurseries are not mixed with them. "
            "Set SHANYU_DATA to a folder of its own for the demonstration."
        )
    lists = write(folder, nurseries=nurseries, seed=seed, today=today)
    stated = [_statement(one) for one in lists]
    prints = [
        statement.fingerprint(digest_of(one.path))
        for one, statement in zip(lists, stated, strict=True)
    ]
    _replace_other(ledger, set(prints))
    reports: list[ImportReport] = []
    for done, (one, statement) in enumerate(zip(lists, stated, strict=True), start=1):
        if progress is not None:
            progress(one.title, done, len(lists))
        take = geocode if one.kind == SourceKind.GEOCODE else import_list
        reports.append(take(ledger, one.path, statement))
    return Loaded(
        lists=len(reports),
        rows=sum(report.rows for report in reports),
        rejected=sum(report.rejected for report in reports),
        nurseries=_count(ledger),
    )


def _statement(published: PublishedList) -> Statement:
    return Statement(
        title=published.title,
        issuer=published.issuer,
        published=published.published,
        kind=published.kind,
        url=published.url,
        region=published.region,
        encoding=published.encoding,
        datum=published.datum,
        fictional=True,
    )


def _replace_other(ledger: Ledger, prints: set[str]) -> None:
    """Empty the ledger of another demonstration: fiction needs no history."""
    with ledger.writing() as connection:
        lists = schema.source.c.kind != SourceKind.CORRECTION
        known = connection.execute(select(schema.source.c.fingerprint).where(lists)).scalars().all()
        if set(known) <= prints:
            return
        for table in reversed(schema.metadata.sorted_tables):
            connection.execute(delete(table))


def _count(ledger: Ledger) -> int:
    with ledger.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(schema.nursery)).scalar_one()
