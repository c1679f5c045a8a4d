"""What follows from a worksheet: its radar, its sum, and the clauses not met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nursery_site.catalogs import gettext
from nursery_site.pages import scores
from nursery_site.pages.radar import (
    Plotted,
    Radar,
    ScoreCell,
    ScoreColumn,
    ScoreRow,
    ScoreTable,
    radar,
)
from nursery_site.pages.scores import Clause
from nursery_site.reader import Reader
from nursery_site.reading import Text
from nursery_site.worksheets import Sheet
from registry import fields
from registry.assessment import Score
from registry.standards import Standard
from registry.vocabulary import Assessor, Outcome


@dataclass(frozen=True, slots=True)
class Unmet:
    """The clauses of one area that the nursery says it does not meet."""

    label: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What follows from the form; `sum` says of which areas it is the sum."""

    name: Text | None
    sum: str | None
    radar: Radar | None
    table: ScoreTable
    answered: str
    unmet: tuple[Unmet, ...]


def result_of(sheet: Sheet, standard: Standard, reader: Reader) -> Result:
    """The result of a worksheet without slips."""
    label = Text(reader.word("assessor", Assessor.SELF))
    given = {
        area.key: Score(sheet.points[area.key], area.points, reader.today)
        for area in standard.areas
        if area.key in sheet.points
    }
    rows = [
        ScoreRow(
            reader.word("quality_area", area.key),
            reader.number(area.points),
            (
                scores.cell(given[area.key], reader)
                if area.key in given
                else ScoreCell(gettext("Not filled in"), None),
            ),
        )
        for area in standard.areas
    ]
    total = _total(given.values(), standard, reader)
    if len(given) == len(standard.areas):
        word = reader.word("quality_area", fields.ASSESSMENT_TOTAL)
        score = Score(sum(one.points for one in given.values()), standard.points, reader.today)
        cells = (scores.cell(score, reader),)
        rows.append(ScoreRow(word, reader.number(standard.points), cells, total=True))
    shares = tuple(given[area.key].share if area.key in given else None for area in standard.areas)
    title = gettext("Share of each area's points, from 0 at the centre to 100 % at the edge.")
    return Result(
        name=reader.as_published(sheet.typed["name"]) if sheet.typed.get("name") else None,
        sum=total,
        radar=radar("radar", title, scores.axes(standard, reader), [Plotted(label, shares)]),
        table=ScoreTable(gettext("Points by area"), (ScoreColumn(label, None),), tuple(rows)),
        answered=_answered(sheet, standard),
        unmet=tuple(_unmet(sheet, standard, reader)),
    )


def _total(given: Iterable[Score], standard: Standard, reader: Reader) -> str | None:
    scored = list(given)
    if not scored:
        return None
    points = reader.number(sum(one.points for one in scored))
    if len(scored) == len(standard.areas):
        of = reader.number(standard.points)
        return gettext("%(points)s of %(of)s points", points=points, of=of)
    of = reader.number(sum(one.of or 0 for one in scored))
    return gettext(
        "%(points)s of %(of)s points in the %(count)s areas that have points",
        points=points,
        of=of,
        count=len(scored),
    )


def _answered(sheet: Sheet, standard: Standard) -> str:
    known = sum(len(area.items) for area in standard.areas)
    return gettext(
        "%(count)s of the %(known)s clauses of this worksheet are answered.",
        count=len(sheet.outcomes),
        known=known,
    )


def _unmet(sheet: Sheet, standard: Standard, reader: Reader) -> Iterator[Unmet]:
    for area in standard.areas:
        clauses = tuple(
            scores.clause(item.clause, standard, reader)
            for item in area.items
            if sheet.outcomes.get(item.clause) is Outcome.UNMET
        )
        if clauses:
            yield Unmet(reader.word("quality_area", area.key), clauses)
