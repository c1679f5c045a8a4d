"""What a page says of its own division: fees by class, titles, years, documents, what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.charts import DotPlot, Trend, dot_plot, top, trend
from nursery_site.pages.division_table import found, percent
from nursery_site.pages.measures import Measures
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.ledger.records import Due, Source
from registry.nursery import Nursery
from registry.targets import Target, TargetSource
from registry.vocabulary import Level

MOST_DUES: Final = 20
"""So many open ones on a page, and so many that are done below them."""

FEWEST_DUES: Final = 5
"""So many on the page of the whole copy."""


@dataclass(frozen=True, slots=True)
class FeeLine:
    """Fees of one class type; `median` and `span` are `None` below five prices."""

    name: str
    published: str
    median: str | None
    span: str | None


@dataclass(frozen=True, slots=True)
class LevelLine:
    """Titles of one level that are held today, with the search for them."""

    name: str
    count: str
    href: str | None


@dataclass(frozen=True, slots=True)
class YearLine:
    """How many of today's filed nurseries were filed in a year, and by its end."""

    year: str
    filed: str
    by_then: str


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


@dataclass(frozen=True, slots=True)
class FactLine:
    """How many nurseries publish one key fact."""

    name: str
    share: str
    part: str
    width: str


def fee_lines(division: Measures, reader: Reader) -> tuple[FeeLine, ...]:
    """The fees of every class type that anybody publishes one of; all together first."""
    return tuple(
        FeeLine(
            name=reader.word("class_type", one or "all"),
            published=reader.number(fees.published),
            median=None if fees.median is None else reader.number(round(fees.median)),
            span=None if fees.low is None else reader.span(round(fees.low), round(fees.high or 0)),
        )
        for one, fees in division.counts.fees.items()
        if fees.published
    )


def fee_plot(division: Measures, title: str, reader: Reader) -> DotPlot | None:
    """The spans and medians of the class types with five prices or more."""
    rows = [
        (reader.word("class_type", one or "all"), (fees.low, fees.median, fees.high))
        for one, fees in division.counts.fees.items()
        if fees.median is not None and fees.low is not None and fees.high is not None
    ]
    words = ""
    if rows:
        words = gettext("%(yuan)s yuan", yuan=reader.number(top(high for _, (_, _, high) in rows)))
    drawn = [(name, span, reader.number(round(span[1]))) for name, span in rows]
    return dot_plot("fees-chart", title, drawn, words)


def level_lines(division: Measures, reader: Reader) -> tuple[LevelLine, ...]:
    """The levels of demonstration titles, the highest first."""
    region, held = division.counts.region, division.counts.demonstration
    return tuple(
        LevelLine(
            reader.word("level", level),
            reader.number(held[level]),
            found(reader, region, demo=(level.value,)) if held[level] else None,
        )
        for level in Level
    )


def year_lines(division: Measures, reader: Reader) -> tuple[YearLine, ...]:
    """The years in which today's filed nurseries were filed, every year between them included."""
    years = _years(division)
    return tuple(
        YearLine(str(year), reader.number(count), reader.number(total))
        for (year, count), total in zip(years, accumulate(count for _, count in years), strict=True)
    )


def filing_trend(division: Measures, title: str, reader: Reader) -> Trend | None:
    """The same as a line."""
    years = _years(division)
    totals = accumulate(count for _, count in years)
    points = [
        (year, total, reader.number(total)) for (year, _), total in zip(years, totals, strict=True)
    ]
    return trend("years-chart", title, points)


def _years(division: Measures) -> tuple[tuple[int, int], ...]:
    told = dict(division.counts.filed_by_year)
    if not told:
        return ()
    return tuple((year, told.get(year, 0)) for year in range(min(told), max(told) + 1))


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
    said = f"{reader.number(target.value)}%" if share else reader.number(target.value)
    ours = None
    if value is not None:
        ours = percent(reader, value) if share else reader.number(round(value, 2))
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


def fact_lines(division: Measures, reader: Reader) -> tuple[FactLine, ...]:
    """The key facts, the most published first."""
    every = division.counts.nurseries
    if not every:
        return ()
    facts = sorted(division.counts.facts.items(), key=lambda fact: -fact[1])
    return tuple(
        FactLine(
            name=reader.word("fact", fact),
            share=percent(reader, count / every),
            part=gettext(
                "%(some)s of %(every)s", some=reader.number(count), every=reader.number(every)
            ),
            width=f"{100 * count / every:.2f}%",
        )
        for fact, count in facts
    )
