"""What an import did, counted: the object that `--json` prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from registry.matching import Verdict
from registry.problems import sentence
from registry.values.statement import RowStatements


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One problem of one row. `reason` is a code, see `registry.problems`."""

    row: int
    field: str | None
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome of one import. `unchanged`: this very import had been done before."""

    source: int
    rows: int
    accepted: int
    rejected: int
    problems: tuple[RowProblem, ...]
    new: int
    matched: int
    ambiguous: int
    claims: int
    unchanged: bool = False

    def as_json(self) -> dict[str, Any]:
        """The object of the command's contract, counts as whole numbers."""
        return {
            "source": self.source,
            "rows": self.rows,
            "accepted": self.accepted,
            "rejected": self.rejected,
            "problems": [
                {
                    "row": problem.row,
                    "field": problem.field,
                    "value": problem.value,
                    "reason": problem.reason,
                    "message": sentence(problem.reason),
                }
                for problem in self.problems
            ],
            "nurseries": {"new": self.new, "matched": self.matched, "ambiguous": self.ambiguous},
            "claims": self.claims,
            "unchanged": self.unchanged,
        }


@dataclass(slots=True)
class Tally:
    """Counts an import while it runs. `total` is the number of rows in the file."""

    total: int
    rows: int = 0
    accepted: int = 0
    claims: int = 0
    verdicts: dict[Verdict, int] = field(
        default_factory=lambda: {"new": 0, "matched": 0, "ambiguous": 0}
    )
    problems: list[RowProblem] = field(default_factory=list)

    def count(self, said: RowStatements) -> None:
        """Count a row and what could not be used in it."""
        self.rows += 1
        self.problems += [
            RowProblem(said.number, one.field, one.value, one.reason) for one in said.problems
        ]

    def accept(self, verdict: Verdict, claims: int) -> None:
        """Count what a row that can be used came to."""
        self.accepted += 1
        self.verdicts[verdict] += 1
        self.claims += claims

    def keep(self, figures: int) -> None:
        """Count a row that tells of a division and of no nursery."""
        self.accepted += 1
        self.claims += figures

    def report(self, source: int) -> ImportReport:
        """The counts so far, as the report on a source."""
        return ImportReport(
            source=source,
            rows=self.rows,
            accepted=self.accepted,
            rejected=self.rows - self.accepted,
            problems=tuple(self.problems),
            new=self.verdicts["new"],
            matched=self.verdicts["matched"],
            ambiguous=self.verdicts["ambiguous"],
            claims=self.claims,
        )
