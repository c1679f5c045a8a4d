"""From when to when a row's title is in its stage: by its own columns, then by the caption."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from registry import fields
from registry.reading.columns import Column
from registry.values import spans
from registry.values.dates import Dated, read_date
from registry.values.plain import plain
from registry.values.problems import Reason
from registry.values.row import RowView
from registry.values.statement import Problem
from registry.vocabulary import SourceKind, Stage


@dataclass(frozen=True, slots=True)
class Period:
    """A stage with its first and last day, each as closely as it is told: "2023-10" is a month."""

    stage: Stage
    first: str | None
    last: str | None
    estimated: bool = False  # its last day lies beyond the calendar of working days


def period_of(row: RowView, stage: Stage) -> tuple[Period, tuple[Problem, ...]]:
    """From when to when a stage holds, as far as the columns, then the caption, tell it.

    A list's own date is the first day where no other is told; but a map (`DIRECTORY`) only
    repeats what began before.
    """
    problems: list[Problem] = []
    first = _column_day(row, Column.VALID_FROM, problems)
    if first is None and row.kind is SourceKind.PILOT:
        first = _column_day(row, Column.ACCEPTED_ON, problems)
    last = _column_day(row, Column.VALID_UNTIL, problems)
    if first and not row.may_know(first.first):
        problems.append(
            Problem(fields.RECOGNITION, row.text(Column.VALID_FROM), Reason.IMPLAUSIBLE)
        )
        first = None
    listed = None if row.kind is SourceKind.DIRECTORY else row.published
    if stage is Stage.PUBLICITY:
        return _publicity(row, listed), tuple(problems)
    if stage not in (Stage.CONFERRED, Stage.RESTORED):
        return _period(stage, listed, None), tuple(problems)
    (start, end), months = _validity(row, problems)
    start = first or start or (Dated.of(listed) if listed else None)
    end = last or end
    if start and end is None and months:
        end = spans.after_months(start, months)
    return Period(stage, start.iso if start else None, end.iso if end else None), tuple(problems)


def _period(stage: Stage, first: date | None, last: date | None) -> Period:
    return Period(stage, first.isoformat() if first else None, last.isoformat() if last else None)


def _publicity(row: RowView, listed: date | None) -> Period:
    """The publicity of the row's own cells, a span in one or two days in two; else the list's."""
    words = "至".join(plain(cell.text) for cell in row.publicity)
    span = spans.publicity_span(words, row.published) if words else None
    if span:
        own = _period(Stage.PUBLICITY, span.first, span.last)
        return replace(own, estimated=span.estimated)
    first, last = row.facts.publicity or (listed, None)
    told = _period(Stage.PUBLICITY, first, last)
    return replace(told, estimated=last is not None and row.facts.publicity_estimated)


def _validity(
    row: RowView, problems: list[Problem]
) -> tuple[tuple[Dated | None, Dated | None], int | None]:
    facts = row.facts
    cell = row.cell(Column.VALIDITY)
    if cell is None:
        return facts.valid or (None, None), facts.valid_months
    words = plain(cell.text)
    if months := spans.length_in_months(words):
        return (None, None), months
    if told := spans.validity(words):
        return told, None
    dated = read_date(cell.text)
    if isinstance(dated, Dated):
        return (None, dated), None
    problems.append(Problem(fields.RECOGNITION, cell.text, Reason.UNREADABLE_DATE))
    return facts.valid or (None, None), facts.valid_months


def _column_day(row: RowView, column: Column, problems: list[Problem]) -> Dated | None:
    cell = row.cell(column)
    dated = read_date(cell.text) if cell else None
    if cell and not isinstance(dated, Dated) and dated is not None:
        problems.append(Problem(fields.RECOGNITION, cell.text, dated))
    return dated if isinstance(dated, Dated) else None
