"""What others say of a division: documents with their targets, and lists with what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.measures import Measures
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.ledger.records import Due, Source
from registry.nursery import Nursery
from registry.targets import Target, TargetSource

MOST_DUES: Final = 20
"""So many open ones on a page, and so many that are done below them."""

FEWEST_DUES: Final = 5
"""So many on the page of the whole copy."""

_OF_PLACES: Final = frozenset({"places", "per_thousand"})
"""Figures that only some nurseries publish their part of."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A target or figure of a document beside the copy's own."""

    measure: str
    value: str
    kind: str
    day: str
    ours: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document with what it says of the division; `copied`: read in somebody's copy of it."""

    title: Text
    issuer: Text
    day: str
    href: str | None
    copied: bool
    lines: tuple[DocumentLine, ...]


@dataclass(frozen=True, slots=True)
class DueLine:
    """What is due, by whom, until when, and whether it is done."""

    matter: str
    name: Text
    href: str
    by: str | None
    state: str
    tone: str
    issuer: Text
    as_of: str


def documents_on(
    targets: Iterable[Target], division: Measures, reader: Reader
) -> tuple[Document, ...]:
    """What documents say of a division, or of the whole country for the empty key; newest first."""
    region = division.counts.region or None
    by_source: dict[TargetSource, list[DocumentLine]] = {}
    for one in targets:
        if one.region == region:
            by_source.setdefault(one.source, []).append(_document_line(one, division, reader))
    return tuple(
        Document(
            title=reader.as_published(source.title),
            issuer=reader.as_published(source.issuer),
            day=reader.day(source.date),
            href=links.to_web(source.url),
            copied=source.verified == "V-copy",
            lines=tuple(lines),
        )
        for source, lines in sorted(by_source.items(), key=lambda one: one[0].date, reverse=True)
    )


def _document_line(target: Target, division: Measures, reader: Reader) -> DocumentLine:
    value = division.value(target.figure)
    share = target.unit == "percent"
    said = reader.percent(target.value / 100) if share else reader.number(target.value)
    ours = None
    if value is not None:
        ours = reader.percent(value) if share else reader.number(round(value, 2))
        if target.figure in _OF_PLACES:
            ours = gettext(
                "%(value)s, from %(some)s of %(every)s nurseries",
                value=ours,
                some=reader.number(division.counts.places_known),
                every=reader.number(division.counts.nurseries),
            )
    return DocumentLine(
        measure=reader.word("measure", target.figure),
        value=_related(target.relation, said, reader),
        kind=gettext("target") if target.kind == "target" else gettext("figure"),
        day=reader.published_date(target.date) if target.date else gettext("no day named"),
        ours=ours or gettext("not known"),
    )


def _related(relation: str, said: str, reader: Reader) -> str:
    return said if relation == "is" else reader.word("relation", relation) % {"value": said}


def due_lines(
    dues: Iterable[tuple[Due, Nursery]], sources: Mapping[int, Source], reader: Reader
) -> tuple[DueLine, ...]:
    """What is open first, and of that what is overdue."""
    order = ("overdue", "open", "unknown", "done")
    lines = [
        DueLine(
            matter=reader.word("due", due.matter),
            name=reader.as_published(nursery.name),
            href=links.nursery(reader.locale, nursery.id),
            by=reader.day(due.by) if due.by else None,
            state=_said(due, state, reader),
            tone=state,
            issuer=reader.as_published(sources[due.source].issuer),
            as_of=reader.day(due.as_of),
        )
        for due, nursery in dues
        for state in (due_state(due, reader.today),)
    ]
    return tuple(sorted(lines, key=lambda line: order.index(line.tone)))


def due_counts(dues: Iterable[DueLine], reader: Reader) -> tuple[str, ...]:
    """How many are in each state: `已完成：12`."""
    counted = Counter(due.tone for due in dues)
    return tuple(
        gettext("%(state)s: %(count)s", state=reader.word("due", state), count=reader.number(count))
        for state, count in counted.items()
    )


def due_state(due: Due, today: date) -> str:
    """`done`, `open`, `overdue` or `unknown`."""
    if due.done is None:
        return "unknown"
    if due.done:
        return "done"
    return "overdue" if due.by is not None and due.by < today else "open"


def _said(due: Due, state: str, reader: Reader) -> str:
    if state == "done" and due.on:
        return gettext("Done on %(day)s", day=reader.day(due.on))
    return reader.word("due", state)
