"""What a row of an assessment says: scores of areas and findings on clauses, either way round.

Areas and clauses may be columns, or rows with one area or clause each. A column may also list
the clauses that were not met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from registry import fields
from registry.reading.columns import Column
from registry.values.assessments import area_of, by_whom, clause_of, clauses_in, outcome_of
from registry.values.numbers import read_score
from registry.values.problems import Reason
from registry.values.row import RowView
from registry.values.statement import CellStatements, doubted, said
from registry.vocabulary import Assessor, Outcome, SourceKind

_SCORES: Final = (Column.SCORE_SELF, Column.SCORE_AUTHORITY)
_RESULTS: Final = (Column.RESULT_SELF, Column.RESULT_AUTHORITY)


def assessment_of(row: RowView) -> CellStatements:
    """Every score of the row, and every finding where the list is one of assessments."""
    found = [*_area_columns(row), *_area_row(row)]
    if row.kind is SourceKind.ASSESSMENT:
        found += [*_clause_columns(row), *_clause_row(row), *_unmet(row)]
    return CellStatements(
        tuple(statement for part in found for statement in part.statements),
        tuple(problem for part in found for problem in part.problems),
    )


def _assessor(row: RowView, heading: str) -> Assessor:
    return by_whom(heading, row.facts.text, beside_self=row.self_column)


def _area_columns(row: RowView) -> Iterator[CellStatements]:
    full = {area.key: _full(cell.text) for area, cell in row.by_area if area.by == "full"}
    for area, cell in row.by_area:
        if area.by != "full":
            by = area.by or _assessor(row, cell.heading)
            yield _score(area.key, by, cell.text, area.of or full.get(area.key))


def _area_row(row: RowView) -> Iterable[CellStatements]:
    cells = [cell for column in _SCORES if (cell := row.cell(column)) is not None]
    scored = [(_assessor(row, cell.heading), cell.text) for cell in cells]
    words = row.text(Column.AREA)
    if row.text(Column.ITEM) or not (words or scored):  # points of a clause are none of its area
        return ()
    area = area_of(words) if words else None
    if words and area is None:
        if clause_of(words) is not None:  # `_clause_row` reads it
            return ()
        return (doubted(fields.ASSESSMENT, words, Reason.UNKNOWN_WORD),)
    key = area.key if area else fields.ASSESSMENT_TOTAL
    of = area.of if area and area.of else _full(row.text(Column.SCORE_FULL))
    return [_score(key, by, text, of) for by, text in scored]


def _clause_columns(row: RowView) -> Iterator[CellStatements]:
    for clause, cell in row.by_clause:
        by = clause.by or _assessor(row, cell.heading)
        yield _finding(clause.number, by, cell.text)


def _clause_row(row: RowView) -> Iterator[CellStatements]:
    words = row.text(Column.ITEM) or row.text(Column.AREA)
    clause = clause_of(words) if words else None
    if clause is None:
        if row.text(Column.ITEM):
            yield doubted(fields.ASSESSMENT, words, Reason.UNKNOWN_WORD)
        return
    for column in _RESULTS:
        if (cell := row.cell(column)) is not None:
            yield _finding(clause.number, _assessor(row, cell.heading), cell.text)


def _unmet(row: RowView) -> Iterator[CellStatements]:
    for cell in row.by_column.get(Column.UNMET, ()):
        by = _assessor(row, cell.heading)
        clauses = clauses_in(cell.text)
        if not clauses:
            yield doubted(fields.ASSESSMENT, cell.text, Reason.UNKNOWN_WORD)
        for clause in clauses:
            yield said(_item(clause, by), Outcome.UNMET, cell.text)


def _finding(clause: str, by: Assessor, text: str) -> CellStatements:
    outcome = outcome_of(text)
    if outcome is None:
        return doubted(_item(clause, by), text, Reason.UNKNOWN_WORD)
    return said(_item(clause, by), outcome, text)


def _item(clause: str, by: Assessor) -> str:
    return f"{fields.ASSESSMENT}.{fields.ASSESSMENT_ITEM}.{clause}.{by}"


def _full(text: str) -> float | None:
    score = read_score(text)
    return score[0] if score else None


def _score(area: str, by: str, text: str, of: float | None) -> CellStatements:
    field = f"{fields.ASSESSMENT}.{area}.{by}"
    score = read_score(text)
    if score is None:
        return doubted(field, text, Reason.UNREADABLE_NUMBER)
    points, out_of = score[0], score[1] or of
    if out_of is not None and points > out_of:
        return doubted(field, text, Reason.IMPLAUSIBLE)
    return said(field, {"score": points, "of": out_of}, text)
