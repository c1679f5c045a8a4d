"""What a page counts of its own division: fees by class, titles, years, and facts published."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from nursery_site.catalogs import gettext
from nursery_site.pages.charts import DotPlot, Trend, dot_plot, top, trend
from nursery_site.pages.division_cells import found
from nursery_site.pages.measures import Measures
from nursery_site.reader import Reader
from registry.vocabulary import Level


@dataclass(frozen=True, slots=True)
class FeeLine:
    """Fees of one class type; `median` and `span` are `None` below five prices."""

    name: str
    published: str
    median: str | None
    span: str | None


@dataclass(frozen=True, slots=True)
class LevelLine:
    """Titles of one level held today, with the search for them; `None` where no list says."""

    name: str
    count: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class YearLine:
    """How many of today's filed nurseries were filed in a year, and by its end."""

    year: str
    filed: str
    by_then: str


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
        words = reader.money(top(high for _, (_, _, high) in rows))
    drawn = [(name, span, reader.number(round(span[1]))) for name, span in rows]
    return dot_plot("fees-chart", title, drawn, words)


def level_lines(division: Measures, reader: Reader) -> tuple[LevelLine, ...]:
    """The levels of demonstration titles, the highest first; then those whose level is unknown."""
    known = tuple(
        LevelLine(
            reader.word("level", level),
            None if held is None else reader.number(held),
            found(reader, division.counts.region, demo=(level.value,)) if held else None,
        )
        for level in Level
        for held in (division.of_level(level),)
    )
    without = division.counts.demonstration_unlevelled
    if not without:
        return known
    return *known, LevelLine(gettext("Level not published"), reader.number(without), None)


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
        (year, str(year), total, reader.number(total))
        for (year, _), total in zip(years, totals, strict=True)
    ]
    return trend("years-chart", title, points)


def _years(division: Measures) -> tuple[tuple[int, int], ...]:
    told = dict(division.counts.filed_by_year)
    if not told:
        return ()
    return tuple((year, told.get(year, 0)) for year in range(min(told), max(told) + 1))


def fact_lines(division: Measures, reader: Reader) -> tuple[FactLine, ...]:
    """The key facts, the most published first."""
    every = division.counts.nurseries
    if not every:
        return ()
    facts = sorted(division.counts.facts.items(), key=lambda fact: -fact[1])
    return tuple(
        FactLine(
            name=reader.word("fact", fact),
            share=reader.percent(count / every),
            part=gettext(
                "%(some)s of %(every)s", some=reader.number(count), every=reader.number(every)
            ),
            width=f"{100 * count / every:.2f}%",
        )
        for fact, count in facts
    )
