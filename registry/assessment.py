"""Quality assessments (质量评估): what the nursery says of itself, and what the authority found.

Scores are kept as published. A share is only known where the full mark was published, too, and
nothing here is a grade: which points each grade needs is in no source that was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.vocabulary import Assessor, Outcome, QualityArea


@dataclass(frozen=True, slots=True)
class Score:
    """Points, out of how many where that was published, and the day they are published for."""

    points: float
    of: float | None
    as_of: date

    @property
    def share(self) -> float | None:
        """Between 0 and 1; `None` where nobody published the full mark."""
        return self.points / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class AreaScore:
    """The score of one area."""

    area: QualityArea
    score: Score


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What was found of one clause, such as "4.1.4"."""

    clause: str
    outcome: Outcome
    as_of: date


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything one assessor published: areas in the standard's order, clauses in theirs."""

    by: Assessor
    areas: tuple[AreaScore, ...]
    total: Score | None
    items: tuple[ItemOutcome, ...]

    def score(self, area: QualityArea) -> Score | None:
        """The score of an area, `None` where none is published."""
        return next((one.score for one in self.areas if one.area is area), None)

    def outcome(self, clause: str) -> Outcome | None:
        """What was found of a clause, `None` where nothing is published."""
        return next((one.outcome for one in self.items if one.clause == clause), None)

    @property
    def sum(self) -> Score | None:
        """The published total, else the seven areas added up where all of them are published."""
        scores = [one.score for one in self.areas]
        if self.total is not None or len(scores) < len(QualityArea):
            return self.total
        marks = [one.of for one in scores if one.of is not None]
        of = sum(marks) if len(marks) == len(scores) else None
        return Score(sum(one.points for one in scores), of, max(one.as_of for one in scores))

    @property
    def scored_on(self) -> tuple[date, ...]:
        """The days for which its scores are published, oldest first, none twice."""
        total = {self.total.as_of} if self.total else set()
        return tuple(sorted(total | {one.score.as_of for one in self.areas}))

    @property
    def looked_at_on(self) -> tuple[date, ...]:
        """The same of its clauses."""
        return tuple(sorted({one.as_of for one in self.items}))

    @property
    def unmet(self) -> tuple[str, ...]:
        """The clauses that were found not to be met."""
        return tuple(one.clause for one in self.items if one.outcome is Outcome.UNMET)


def clause_order(clause: str) -> tuple[int, ...]:
    """Sorts clauses as they stand in the standard: 9.5.2 before 10.4."""
    return tuple(map(int, clause.split(".")))
