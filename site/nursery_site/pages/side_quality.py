"""Quality in the seven areas, side by side: rows of both assessors, and a chart of each.

A score stands with its full mark, and a row says who scored; a nursery that one assessor scored
and another did not says that, too. No grade is computed and no area weighed against another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nursery_site.catalogs import gettext
from nursery_site.pages import scores
from nursery_site.pages.difference_words import LETTERS
from nursery_site.pages.radar import Radar, ScoreTable
from nursery_site.pages.side_cells import Cell, Comparison, Row, Said, Side, others, references, row
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry import fields
from registry.assessment import Score
from registry.nursery import Nursery
from registry.vocabulary import Assessor, QualityArea

_TOGETHER: Final = "\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}"
"""Narrow columns must not part a score from its full mark."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What one assessor published of them; `radar` is `None` where no share is known."""

    who: str
    radar: Radar | None
    table: ScoreTable


def quality_rows(compared: Comparison, reader: Reader) -> tuple[Row, ...]:
    """A row for each area in the standard's order, and the total where one is published.

    No row at all where nobody published a score of any of them.
    """
    areas = tuple(_row(area.key, compared.sides, reader) for area in compared.standard.areas)
    if all(one.silent for one in areas):
        areas = ()
    total = _row(None, compared.sides, reader)
    return (*areas, *(() if total.silent else (total,)))


def judged(compared: Comparison, reader: Reader) -> Iterator[Judged]:
    """The chart and the numbers of each assessor who published points by area."""
    standard = compared.standard
    named = [
        (_label(place, side, reader), side.nursery) for place, side in enumerate(compared.sides)
    ]
    for assessor in Assessor:
        found = [scores.by(nursery, assessor) for _, nursery in named]
        if any(one is not None and one.areas for one in found):
            yield Judged(
                who=reader.word("assessor", assessor),
                radar=scores.chart(named, assessor, standard, reader),
                table=scores.score_rows(named, assessor, standard, reader),
            )


def _label(place: int, side: Side, reader: Reader) -> Text:
    name = reader.name(side.nursery.name)
    return Text(f"{LETTERS[place]} {name.published}", name.lang)


def _row(area: QualityArea | None, sides: Sequence[Side], reader: Reader) -> Row:
    """The row of an area, or of the published total."""
    subject = fields.ASSESSMENT_TOTAL if area is None else area
    who = [
        one
        for one in Assessor
        if any(_score(side.nursery, one, area) is not None for side in sides)
    ]
    cells = [_cell(place, side, area, who, reader) for place, side in enumerate(sides)]
    return row(reader.word("quality_area", subject), cells)


def _cell(
    place: int, side: Side, area: QualityArea | None, who: Sequence[Assessor], reader: Reader
) -> Cell:
    found = [(one, _score(side.nursery, one, area)) for one in who]
    blank = all(score is None for _, score in found)
    subject = fields.ASSESSMENT_TOTAL if area is None else area
    asked = {one: f"{fields.ASSESSMENT}.{subject}.{one}" for one in who}
    return Cell(
        letter=LETTERS[place],
        texts=()
        if blank
        else tuple(
            Said(
                Text(_said(one, score, reader)),
                references(side, asked[one], reader=reader),
                _short(one, score, reader),
            )
            for one, score in found
        ),
        badges=(),
        references=references(side, *asked.values(), reader=reader),
        others=others(side, *asked.values(), reader=reader),
        blank=blank,
    )


def _said(assessor: Assessor, score: Score | None, reader: Reader) -> str:
    points = scores.cell(score, reader).text
    said = gettext("Not published") if points is None else points.replace(" / ", _TOGETHER)
    return gettext("%(who)s: %(score)s", who=reader.word("assessor", assessor), score=said)


def _short(assessor: Assessor, score: Score | None, reader: Reader) -> str:
    points = scores.cell(score, reader).text
    said = gettext("Not published") if points is None else points.replace(" / ", "/")
    return reader.word("assessed_short", assessor) % {"score": said}


def _score(nursery: Nursery, assessor: Assessor, area: QualityArea | None) -> Score | None:
    assessment = scores.by(nursery, assessor)
    if assessment is None:
        return None
    return assessment.total if area is None else assessment.score(area)
