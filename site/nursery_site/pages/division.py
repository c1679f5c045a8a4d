"""The page of one division, and of all of them: what is published there, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.charts import DotPlot, Trend
from nursery_site.pages.division_cells import Cell, cell, found
from nursery_site.pages.division_documents import (
    FEWEST_DUES,
    MOST_DUES,
    Document,
    DueLine,
    documents_on,
    due_counts,
    due_lines,
)
from nursery_site.pages.division_parts import (
    FactLine,
    FeeLine,
    LevelLine,
    YearLine,
    fact_lines,
    fee_lines,
    fee_plot,
    filing_trend,
    level_lines,
    year_lines,
)
from nursery_site.pages.division_table import COLUMNS, DivisionTable, division_table, here
from nursery_site.pages.division_trend import EditionCount, EditionTrend, edition_trends
from nursery_site.pages.measures import Measures
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.ledger.records import Due, Source
from registry.nursery import Nursery
from registry.targets import Target


@dataclass(frozen=True, slots=True)
class Survey:
    """What a page speaks of: `region` empty for the whole copy; `around` holds the neighbours."""

    region: str
    sort: str
    own: Measures
    inside: tuple[Measures, ...]
    around: tuple[Measures, ...]
    above: tuple[str, ...]  # the divisions around it, the largest first
    missing: tuple[str, ...]  # divisions right below of which the copy holds nothing
    targets: tuple[Target, ...]
    dues: tuple[tuple[Due, Nursery], ...]
    editions: tuple[tuple[EditionCount, ...], ...]  # of each filing list that covers the division
    sources: Mapping[int, Source]


@dataclass(frozen=True, slots=True)
class Crumb:
    """A wider division."""

    text: Text
    href: str


@dataclass(frozen=True, slots=True)
class Glance:
    """One measure of the division itself."""

    name: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A published figure of the division: what, how much, for when."""

    name: str
    value: str
    day: str


@dataclass(frozen=True, slots=True)
class FigureList:
    """The figures that one source gives; `fictional` ones were made for the demonstration."""

    title: Text
    issuer: Text
    href: str | None
    fictional: bool
    lines: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True)
class DivisionPage:
    """`name` is `None` for the whole copy. Tables and charts are `None` where there is nothing."""

    template: ClassVar[str] = "pages/division.html"

    shell: Shell
    name: Text | None
    overview: str
    crumbs: tuple[Crumb, ...]
    count: str
    search: str
    empty: bool
    glance: tuple[Glance, ...]
    inside: DivisionTable | None
    missing: str
    around: DivisionTable | None
    csv: str
    fees: tuple[FeeLine, ...]
    fees_chart: DotPlot | None
    levels: tuple[LevelLine, ...]
    editions: tuple[EditionTrend, ...]
    years: tuple[YearLine, ...]
    years_chart: Trend | None
    without_day: str | None
    figures: tuple[FigureList, ...]
    documents: tuple[Document, ...]
    dues: tuple[DueLine, ...]
    dues_done: tuple[DueLine, ...]
    dues_said: tuple[str, ...]
    dues_more: bool
    facts: tuple[FactLine, ...]


def division_page(shell: Shell, survey: Survey, reader: Reader) -> DivisionPage:
    """The page model of a survey."""
    own, counts = survey.own, survey.own.counts
    dues = due_lines(survey.dues, survey.sources, reader)
    waiting = tuple(due for due in dues if due.tone != "done")
    done = tuple(due for due in dues if due.tone == "done")
    most = MOST_DUES if survey.region else FEWEST_DUES
    name = reader.region_text(survey.region) if survey.region else None
    return DivisionPage(
        shell=shell,
        name=name,
        overview=here(reader, "", survey.sort),
        crumbs=tuple(
            Crumb(reader.region_text(key), here(reader, key, survey.sort)) for key in survey.above
        ),
        count=ngettext("%(num)s nursery", "%(num)s nurseries", counts.nurseries),
        search=found(reader, survey.region),
        empty=not counts.nurseries,
        glance=_glance(own, reader),
        inside=_inside(survey, reader),
        missing=reader.list(reader.region(key) for key in survey.missing),
        around=_around(survey, reader),
        csv=here(reader, survey.region, survey.sort, ("format", "csv")),
        fees=fee_lines(own, reader),
        fees_chart=fee_plot(own, gettext("Full-day price by class, yuan a month"), reader),
        levels=level_lines(own, reader) if counts.demonstration_any else (),
        editions=edition_trends(survey.editions, survey.sources, reader),
        years=year_lines(own, reader),
        years_chart=filing_trend(own, gettext("Filed nurseries by the end of each year"), reader),
        without_day=_without_day(own),
        figures=_figures(own, survey.sources, reader),
        documents=documents_on(survey.targets, own, reader),
        dues=waiting[:most],
        dues_done=done[:most],
        dues_said=due_counts(dues, reader),
        dues_more=max(len(waiting), len(done)) > most,
        facts=fact_lines(own, reader),
    )


def _glance(own: Measures, reader: Reader) -> tuple[Glance, ...]:
    measured = [
        Glance(reader.word("measure", measure), cell(own, measure, reader)) for measure in COLUMNS
    ]
    if own.income_share is not None and own.income is not None:
        note = gettext("median × 12 ÷ %(income)s", income=reader.money(own.income.value))
        share = Cell(reader.percent(own.income_share), note, None, known=True)
        measured.insert(5, Glance(reader.word("measure", "income_share"), share))
    return tuple(measured)


def _inside(survey: Survey, reader: Reader) -> DivisionTable | None:
    if not survey.inside:
        return None
    caption = gettext("Divisions of %(where)s", where=reader.region(survey.region))
    if not survey.region:
        caption = gettext("Provinces in our copy")
    page = (survey.region, survey.sort)
    return division_table("inside", caption, survey.inside, page, reader)


def _around(survey: Survey, reader: Reader) -> DivisionTable | None:
    if len(survey.around) < 2:
        return None
    caption = gettext("Provinces in our copy")
    if survey.above:
        caption = gettext("Divisions of %(where)s", where=reader.region(survey.above[-1]))
    page = (survey.region, survey.sort)
    return division_table("around", caption, survey.around, page, reader)


def _without_day(own: Measures) -> str | None:
    silent = own.counts.filed_without_day
    if not silent:
        return None
    return ngettext(
        "%(num)s filed nursery publishes no day of filing and is not in it.",
        "%(num)s filed nurseries publish no day of filing and are not in it.",
        silent,
    )


def _figures(
    own: Measures, sources: Mapping[int, Source], reader: Reader
) -> tuple[FigureList, ...]:
    told = (
        (gettext("Resident population"), own.population),
        (gettext("Children under three"), own.children),
        (gettext("Disposable income per person, yuan a year"), own.income),
    )
    by_source: dict[int, list[FigureLine]] = {}
    for name, one in told:
        if one is not None:
            line = FigureLine(name, reader.number(one.value), reader.day(one.as_of))
            by_source.setdefault(one.source, []).append(line)
    return tuple(
        FigureList(
            title=reader.as_published(sources[number].title),
            issuer=reader.as_published(sources[number].issuer),
            href=links.to_web(sources[number].url),
            fictional=sources[number].fictional,
            lines=tuple(lines),
        )
        for number, lines in by_source.items()
    )
