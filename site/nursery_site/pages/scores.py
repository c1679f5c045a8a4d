"""Assessments in the words of a reader: the radar, the table, and the clauses not met.

`own_radar` and `own_table` serve the nursery's page and its report; `chart` and `score_rows` put
nurseries beside each other, each judged by the same assessor, a chart at most four.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nursery_site.catalogs import gettext
from nursery_site.locales import Locale
from nursery_site.pages.evidence import Evidence, Reference
from nursery_site.pages.radar import (
    Plotted,
    Radar,
    ScoreCell,
    ScoreColumn,
    ScoreRow,
    ScoreTable,
    radar,
)
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry import fields
from registry.assessment import Assessment, Score
from registry.nursery import Nursery
from registry.standards import Standard, StandardArea
from registry.vocabulary import Assessor, Outcome, QualityArea


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by its number and its short name, empty for one that nobody has described."""

    number: str
    words: Text | None
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What one assessor found by clause: the unmet ones named, and how many were looked at."""

    who: str
    day: str
    summary: str
    unmet: tuple[Clause, ...]


def axes(standard: Standard, reader: Reader) -> tuple[str, ...]:
    """The names of the seven areas in the reader's language."""
    return tuple(reader.word("quality_area", area.key) for area in standard.areas)


def by(nursery: Nursery, assessor: Assessor) -> Assessment | None:
    """What one assessor published of a nursery."""
    return next((one for one in nursery.assessments if one.by is assessor), None)


def own_radar(nursery: Nursery, standard: Standard, reader: Reader) -> Radar | None:
    """The self-assessment over the authority's; whoever published nothing is in the legend."""
    series = [
        Plotted(Text(reader.word("assessor", one)), shares(by(nursery, one))) for one in Assessor
    ]
    title = gettext("Share of each area's points, from 0 at the centre to 100 % at the edge.")
    return radar("radar", title, axes(standard, reader), series)


def own_table(
    nursery: Nursery, evidence: Evidence, standard: Standard, reader: Reader
) -> ScoreTable:
    """Both assessors side by side, each score with its source."""
    columns = tuple(
        ScoreColumn(Text(reader.word("assessor", one)), scored_on(by(nursery, one), reader))
        for one in Assessor
    )
    rows = [
        ScoreRow(
            label=reader.word("quality_area", area.key),
            points=reader.number(area.points),
            cells=tuple(
                _sourced(score_of(by(nursery, one), area.key), area.key, one, evidence, reader)
                for one in Assessor
            ),
        )
        for area in standard.areas
    ]
    total = ScoreRow(
        label=reader.word("quality_area", fields.ASSESSMENT_TOTAL),
        points=reader.number(standard.points),
        cells=tuple(
            _sourced(_total(by(nursery, one)), fields.ASSESSMENT_TOTAL, one, evidence, reader)
            for one in Assessor
        ),
        total=True,
    )
    if any(cell.text for cell in total.cells):
        rows.append(total)
    return ScoreTable(gettext("Points by area"), columns, tuple(rows))


def chart(
    nurseries: Sequence[tuple[Text, Nursery]],
    assessor: Assessor,
    standard: Standard,
    reader: Reader,
) -> Radar | None:
    """Up to four labelled nurseries under one assessor. Raises `ValueError` beyond four."""
    series = [Plotted(label, shares(by(nursery, assessor))) for label, nursery in nurseries]
    title = reader.word("assessor", assessor)
    return radar(f"radar-{assessor}", title, axes(standard, reader), series)


def score_rows(
    nurseries: Sequence[tuple[Text, Nursery]],
    assessor: Assessor,
    standard: Standard,
    reader: Reader,
) -> ScoreTable:
    """The same numbers, of any number of nurseries."""
    judged = [(label, by(nursery, assessor)) for label, nursery in nurseries]
    columns = tuple(ScoreColumn(label, scored_on(one, reader)) for label, one in judged)
    rows = tuple(_row(area, [one for _, one in judged], reader) for area in standard.areas)
    return ScoreTable(reader.word("assessor", assessor), columns, rows)


def findings(
    nursery: Nursery, evidence: Evidence, standard: Standard, reader: Reader
) -> tuple[Findings, ...]:
    """What each assessor found by clause; nothing of one who published no clause."""
    return tuple(
        Findings(
            who=reader.word("assessor", one.by),
            day=reader.list(map(reader.day, one.looked_at_on)),
            summary=_summary(one),
            unmet=tuple(
                clause(number, standard, reader, evidence.references(_item_field(number, one.by)))
                for number in one.unmet
            ),
        )
        for one in nursery.assessments
        if one.items
    )


def clause(
    number: str, standard: Standard, reader: Reader, references: tuple[Reference, ...] = ()
) -> Clause:
    """A clause in the reader's words."""
    item = standard.item(number)
    if item is None:
        return Clause(number, None, references)
    english = reader.locale is Locale.EN
    words = Text(item.english) if english else Text(reader.data(item.words).text)
    return Clause(number, words, references)


def shares(assessment: Assessment | None) -> tuple[float | None, ...]:
    """The share of each area, `None` where the score or its full mark is not published."""
    scores = (score_of(assessment, area) for area in QualityArea)
    return tuple(None if score is None else score.share for score in scores)


def score_of(assessment: Assessment | None, area: QualityArea) -> Score | None:
    """The score of an area, `None` where nobody published one."""
    return None if assessment is None else assessment.score(area)


def scored_on(assessment: Assessment | None, reader: Reader) -> str | None:
    """The days for which scores are published; several where lists of several days give them."""
    if assessment is None or not assessment.scored_on:
        return None
    return reader.list(map(reader.day, assessment.scored_on))


def cell(score: Score | None, reader: Reader) -> ScoreCell:
    """A score as published, without its source."""
    if score is None:
        return ScoreCell(None, None)
    points = reader.number(score.points)
    if score.of is None or score.share is None:
        return ScoreCell(gettext("%(points)s, full mark not published", points=points), None)
    text = gettext("%(points)s of %(of)s", points=points, of=reader.number(score.of))
    return ScoreCell(text, reader.percent(_hundredths(score.share)))


def _hundredths(share: float) -> float:
    """Rounded, but 1 only for the full mark: 209 of 210 are 0.99."""
    return min(round(share, 2), 0.99) if share < 1 else round(share, 2)


def _row(area: StandardArea, assessments: Iterable[Assessment | None], reader: Reader) -> ScoreRow:
    cells = tuple(cell(score_of(one, area.key), reader) for one in assessments)
    return ScoreRow(reader.word("quality_area", area.key), reader.number(area.points), cells)


def _sourced(
    score: Score | None, subject: str, assessor: Assessor, evidence: Evidence, reader: Reader
) -> ScoreCell:
    plain, field = cell(score, reader), f"{fields.ASSESSMENT}.{subject}.{assessor}"
    return ScoreCell(plain.text, plain.share, evidence.references(field), evidence.others(field))


def _total(assessment: Assessment | None) -> Score | None:
    return None if assessment is None else assessment.total


def _item_field(number: str, assessor: Assessor) -> str:
    return f"{fields.ASSESSMENT}.{fields.ASSESSMENT_ITEM}.{number}.{assessor}"


def _summary(assessment: Assessment) -> str:
    counts = Counter(one.outcome for one in assessment.items)
    return gettext(
        "Published by clause: %(met)s met, %(unmet)s not met, %(apart)s not applicable.",
        met=counts[Outcome.MET],
        unmet=counts[Outcome.UNMET],
        apart=counts[Outcome.NOT_APPLICABLE],
    )
