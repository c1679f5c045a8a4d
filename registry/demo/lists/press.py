"""Setting one list: its issuer, its tables, and its parts where it would grow too long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from registry.demo import columns
from registry.demo.draft import FICTIONAL, Draft, DraftTable
from registry.demo.places import City
from registry.demo.world import DemoNursery
from registry.places.table import divisions
from registry.vocabulary import Level, SourceKind

TableOf: TypeAlias = Callable[[Sequence[DemoNursery]], DraftTable]

_ROWS_PER_FILE = {".docx": 300}
_MOST_ROWS = 2_000


def commission(region: str | None) -> str:
    """The health commission of a division as issuer, marked as fictional."""
    place = "国家" if region is None else divisions()[region].name
    return f"{FICTIONAL}·{place}卫生健康委员会"


def authority(city: City, level: str) -> str | None:
    """The division whose commission grants titles of a level to a city's nurseries."""
    if level == Level.NATIONAL:
        return None
    if level == Level.PROVINCIAL:
        return city.key[:2]
    return "500108" if level == Level.COUNTY else city.region


def table(
    caption: str | None,
    headings: Sequence[str],
    nurseries: Sequence[DemoNursery],
    *,
    above: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    merged: int = 0,
) -> DraftTable:
    """A table of one row per nursery."""
    rows = columns.rows(headings, nurseries)
    return DraftTable(caption, tuple(headings), rows, above, notes, merged=merged)


def single(
    name: str,
    title: str,
    region: str | None,
    published: date,
    kind: SourceKind,
    tables: Sequence[DraftTable],
) -> Iterator[Draft]:
    """One file holding the tables that have rows, or none at all."""
    filled = tuple(one for one in tables if one.rows)
    if filled:
        yield Draft(name, title, commission(region), published, region, kind, filled)


def parts(draft: Draft, nurseries: Sequence[DemoNursery], chunk_table: TableOf) -> Iterator[Draft]:
    """The draft with the table of its nurseries, in several files where there are too many."""
    stem, dot, suffix = draft.name.partition(".")
    size = _ROWS_PER_FILE.get(dot + suffix, _MOST_ROWS)
    for start in range(0, len(nurseries), size):
        chunk = nurseries[start : start + size]
        number = start // size + 1
        several = len(nurseries) > size
        yield replace(
            draft,
            name=f"{stem}-{number}.{suffix}" if several else draft.name,
            title=f"{draft.title}（第{number}部分）" if several else draft.title,
            tables=(chunk_table(chunk),),
        )
