"""Titles that a row tells of: from its caption, its columns, or both; the columns outrank.

A statement of value `None` means that the source says there is no such title (示范级别: 否).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from registry import fields
from registry.reading.columns import Column, bare
from registry.values.acceptances import acceptance_of
from registry.values.periods import Period, period_of
from registry.values.plain import plain
from registry.values.problems import Reason
from registry.values.row import Cell, RowView
from registry.values.statement import CellStatements, Json, Problem, Statement
from registry.values.title_cells import TitleCell, read_stage, read_title
from registry.values.title_words import level_of
from registry.vocabulary import RecognitionKind, SourceKind, Stage

_OF_KIND: Final = {
    SourceKind.INCLUSIVE: (RecognitionKind.INCLUSIVE,),
    SourceKind.DEMONSTRATION: (RecognitionKind.DEMONSTRATION,),
    SourceKind.STAR: (RecognitionKind.STAR, RecognitionKind.GRADE),
    SourceKind.PILOT: (RecognitionKind.PILOT, RecognitionKind.STANDARDISATION),
    SourceKind.DECISION: tuple(RecognitionKind),
}
"""The titles that a list of a kind can give; the first where its lines name none."""
_OF_COLUMN: Final = {
    Column.DEMONSTRATION: RecognitionKind.DEMONSTRATION,
    Column.STAR: RecognitionKind.STAR,
    Column.GRADE: RecognitionKind.GRADE,
}
_WORD: Final = {
    RecognitionKind.INCLUSIVE: "普惠",
    RecognitionKind.DEMONSTRATION: "示范",
    RecognitionKind.STAR: "星级",
    RecognitionKind.GRADE: "等级",
    RecognitionKind.PILOT: "试点",
    RecognitionKind.STANDARDISATION: "标准化",
}
"""The title of a list that has no caption: no more than the operator's `--kind` says."""
_LIST_ONLY: Final = frozenset([Reason.UNREAD_TITLE, Reason.ABOUT_MONEY])
"""Reasons that keep the list from giving its title, but no column from giving one."""


@dataclass(frozen=True, slots=True)
class _Title:
    kind: RecognitionKind
    level: str | None
    label: str
    raw: str
    stage: Stage | None = None
    denied: bool = False
    by_issuer: bool = False


def recognitions_of(row: RowView) -> CellStatements:
    """Every title the row tells of, each `recognition.<kind>`; and what stands in their way."""
    years = tuple(_inclusive_years(row))
    refused = _refusal(row)
    if refused is not None and refused.reason not in _LIST_ONLY:
        return CellStatements(years, (refused,))
    told, problems = _told_titles(row)
    listed = None if refused else _listed_title(row)
    titles = [*told, *_not_told(listed, told, row)]
    if refused:
        problems.append(refused)
    stage, doubt = _row_stage(row, has_title=bool(titles or years))
    if doubt is not None:
        return CellStatements(years, (*problems, doubt))
    statements = []
    for title in titles:
        times, doubts = period_of(row, title.stage or stage or Stage.CONFERRED)
        problems += [one for one in doubts if one not in problems]
        value = None if title.denied else _value(title, times, row.facts.scheme)
        statements.append(Statement(f"{fields.RECOGNITION}.{title.kind}", value, title.raw))
    return CellStatements((*statements, *years), tuple(problems))


def _refusal(row: RowView) -> Problem | None:
    """Why the lines of the list give no title, where it is a list that could give one."""
    reason = row.facts.no_title
    about_titles = row.kind in _OF_KIND or row.kind is SourceKind.DIRECTORY
    if reason is None or not about_titles:
        return None
    return Problem(fields.RECOGNITION, row.facts.text, reason)


def _told_titles(row: RowView) -> tuple[list[_Title], list[Problem]]:
    """The titles that columns of their own tell; the caption completes what they leave open."""
    listed = _listed_title(row)
    titles: list[_Title] = []
    problems: list[Problem] = []
    for column, kind in _OF_COLUMN.items():
        cell = row.cell(column)
        if cell is None:
            continue
        told = read_title(kind, cell.text, cell.heading)
        if column is Column.GRADE and "自评" in row.facts.text:
            told = Reason.SELF_GIVEN
        if isinstance(told, Reason):
            problems.append(Problem(f"{fields.RECOGNITION}.{kind}", cell.text, told))
        else:
            titles.append(_completed(told, cell, listed))
    return titles, problems


def _completed(told: TitleCell, cell: Cell, listed: _Title | None) -> _Title:
    """A told title with the caption's level and label, unless they are of another one."""
    level, label = told.level, told.label
    by_issuer = bool(listed and listed.kind is told.kind)
    if listed and by_issuer:
        if told.kind is not RecognitionKind.DEMONSTRATION:
            label = label if listed.level or listed.label == _WORD[told.kind] else listed.label
        elif level in (None, listed.level):
            level, label = listed.level, listed.label
    return _Title(told.kind, level, label, cell.text, told.stage, told.denied, by_issuer)


def _not_told(listed: _Title | None, told: list[_Title], row: RowView) -> Iterator[_Title]:
    """The list's own title, unless a column tells it, or tells that there is none."""
    columns = {kind for column, kind in _OF_COLUMN.items() if row.cell(column)}
    kinds = columns | {title.kind for title in told}
    if row.facts.recognition is None and row.cell(Column.INCLUSIVE_YEAR):
        kinds.add(RecognitionKind.INCLUSIVE)  # the years tell it better than the list's kind
    ranked = {RecognitionKind.STAR, RecognitionKind.GRADE}
    if listed and listed.kind not in kinds and not (listed.kind in ranked and kinds & ranked):
        yield listed


def _listed_title(row: RowView) -> _Title | None:
    """The title that a list of the row's kind gives to all; its lines say which."""
    facts, kinds = row.facts, _OF_KIND.get(row.kind, ())
    named = facts.recognition if facts.recognition in kinds else None
    kind = named or (kinds[0] if kinds and row.kind is not SourceKind.DECISION else None)
    if kind is None:
        return None
    if named is None:
        label = facts.text if facts.recognition is None and facts.kind is None else ""
        return _Title(kind, None, label or _WORD[kind], facts.text, by_issuer=True)
    label = facts.label or facts.text or _WORD[kind]
    return _Title(kind, facts.level, label, facts.text, by_issuer=True)


def _inclusive_years(row: RowView) -> Iterator[Statement]:
    """市级普惠年份 2021: an inclusive title of the city, from that year on."""
    for cell in row.by_column.get(Column.INCLUSIVE_YEAR, ()):
        title = re.sub(r"(?:认定)?年份", "", bare(cell.heading))
        for year in dict.fromkeys(re.findall(r"(?<!\d)20\d\d(?!\d)", plain(cell.text))):
            told = _Title(RecognitionKind.INCLUSIVE, level_of(title), title, cell.text)
            times = Period(Stage.CONFERRED, year, None)
            yield Statement(
                f"{fields.RECOGNITION}.{told.kind}", _value(told, times, None), cell.text
            )


def _row_stage(row: RowView, *, has_title: bool) -> tuple[Stage | None, Problem | None]:
    """The stage of the row's own column, else of the list; or why the column tells none."""
    accepted = acceptance_of(row)
    if accepted is not None and has_title:
        raw = row.text(Column.ACCEPTANCE)
        if accepted.problem is not None:
            return None, Problem(fields.RECOGNITION, raw, accepted.problem)
        return accepted.stage, None
    cell = row.cell(Column.STAGE)
    if cell is None:
        return row.facts.stage, None
    if not has_title:
        return None, Problem(fields.RECOGNITION, cell.text, Reason.STAGE_WITHOUT_TITLE)
    stage = read_stage(cell.text, row.facts.stage)
    if isinstance(stage, Reason):
        return None, Problem(fields.RECOGNITION, cell.text, stage)
    return stage, None


def _value(title: _Title, times: Period, scheme: str | None) -> Json:
    estimated: dict[str, Json] = {"estimated": True} if times.estimated else {}
    return {
        "scheme": scheme,
        "level": title.level,
        "label": title.label,
        "stage": times.stage,
        "from": times.first,
        "until": times.last,
        "by_issuer": title.by_issuer,
        **estimated,
    }
