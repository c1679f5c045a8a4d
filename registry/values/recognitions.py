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
from registry.values.periods import Period, period_of
from registry.values.plain import plain, tidy
from registry.values.problems import Reason
from registry.values.row import Cell, RowView
from registry.values.statement import CellStatements, Json, Problem, Statement
from registry.values.title_words import level_of, rank_of, stage_of
from registry.values.words import read_yes_no
from registry.vocabulary import RecognitionKind, SourceKind, Stage

_OF_KIND: Final = {
    SourceKind.INCLUSIVE: RecognitionKind.INCLUSIVE,
    SourceKind.DEMONSTRATION: RecognitionKind.DEMONSTRATION,
    SourceKind.STAR: RecognitionKind.STAR,
    SourceKind.PILOT: RecognitionKind.PILOT,
}
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
_DENIED = re.compile(r"^(?:否|不是|×|未评.*|未定级|非示范.*|无(?:星级|等级|示范.*)|未获.*|0)$")
_REFUSED = re.compile(r"(?:不|未)(?:予?通过|合格|达标|入围|予)")
_PASSED = re.compile(r"通过|合格|有效|达标")


@dataclass(frozen=True, slots=True)
class _Title:
    kind: RecognitionKind
    level: str | None
    label: str
    raw: str
    denied: bool = False


def recognitions_of(row: RowView) -> CellStatements:
    """Every title the row tells of, each `recognition.<kind>`; and what stands in their way."""
    titles = list(_titles(row))
    years = tuple(_inclusive_years(row))
    if not titles and row.cell(Column.STAGE) is None:
        return CellStatements(years)
    stage, problems = _stage(row, has_title=bool(titles or years))
    if row.facts.withdrawal_proposed and stage is None:
        problems = (
            *problems,
            Problem(fields.RECOGNITION, row.facts.text, Reason.WITHDRAWAL_PROPOSED),
        )
        return CellStatements(years, problems)
    if any(problem.reason == Reason.NOT_CONFERRED for problem in problems):
        return CellStatements(years, problems)
    times, doubts = period_of(row, stage or Stage.CONFERRED)
    told = tuple(
        Statement(
            f"{fields.RECOGNITION}.{title.kind}",
            None if title.denied else _value(title, times, row.facts.scheme),
            title.raw,
        )
        for title in titles
    )
    return CellStatements(told + years, problems + (doubts if titles else ()))


def _titles(row: RowView) -> Iterator[_Title]:
    """One title for each column that tells one, else the one of the caption or the list."""
    listed = _listed_title(row)
    told = [
        _told_title(kind, cell, listed)
        for column, kind in _OF_COLUMN.items()
        if (cell := row.cell(column)) and not _is_self_assessed(row, column)
    ]
    yield from told
    ranked = (RecognitionKind.STAR, RecognitionKind.GRADE)
    kinds = {title.kind for title in told}
    if row.facts.recognition is None and row.cell(Column.INCLUSIVE_YEAR):
        kinds.add(RecognitionKind.INCLUSIVE)  # the years tell it better than the list's kind
    if listed and listed.kind not in kinds and not (listed.kind in ranked and kinds & set(ranked)):
        yield listed


def _listed_title(row: RowView) -> _Title | None:
    facts = row.facts
    plain_list = facts.kind is not None and facts.recognition is None
    kind = facts.recognition or (None if plain_list else _OF_KIND.get(row.kind))
    if kind is None:
        return None
    return _Title(kind, facts.level, facts.label or facts.text or _WORD[kind], facts.text)


def _is_self_assessed(row: RowView, column: Column) -> bool:
    """Whether a grade is only what a nursery gave itself: no title."""
    return column is Column.GRADE and "自评" in row.facts.text


def _told_title(kind: RecognitionKind, cell: Cell, listed: _Title | None) -> _Title:
    words = plain(cell.text)
    if kind is not RecognitionKind.DEMONSTRATION:
        kind = _ranked_kind(kind, words)
    same = listed if listed and listed.kind is kind else None
    ticked = read_yes_no(cell.text)
    if ticked is False or _DENIED.match(words):
        return _Title(kind, None, "", cell.text, denied=True)
    heading = re.sub(r"级别|等次|情况|是否|类型", "", bare(cell.heading)) or bare(cell.heading)
    if kind is RecognitionKind.DEMONSTRATION:
        level = level_of(words) or (level_of(cell.heading) if ticked else None)
        title = heading if ticked else tidy(cell.text)
        label = title if "示范" in title else f"{title}示范"
        return _Title(
            kind, level or (same.level if same else None), _label(same, label, level), cell.text
        )
    rank = rank_of(words, kind) or (None if kind is RecognitionKind.STAR else tidy(cell.text))
    label = same.label if same and not same.level else tidy(cell.text)
    return _Title(kind, rank, label, cell.text)


def _label(same: _Title | None, told: str, level: str | None) -> str:
    """The caption's title, unless the column names another level."""
    return same.label if same and same.label and level in (None, same.level) else told


def _ranked_kind(kind: RecognitionKind, words: str) -> RecognitionKind:
    """Stars are stars and grades are grades, whatever the heading calls them."""
    if re.search(r"[★☆星]", words):
        return RecognitionKind.STAR
    if re.search(r"[Aa]{2,}|[一二三四]级", words):
        return RecognitionKind.GRADE
    return kind


def _inclusive_years(row: RowView) -> Iterator[Statement]:
    """市级普惠年份 2021: an inclusive title of the city, from that year on."""
    for cell in row.by_column.get(Column.INCLUSIVE_YEAR, ()):
        title = re.sub(r"(?:认定)?年份", "", bare(cell.heading))
        for year in dict.fromkeys(re.findall(r"(?<!\d)20\d\d(?!\d)", plain(cell.text))):
            told = _Title(
                RecognitionKind.INCLUSIVE, level_of(title), f"{title}（{year}年）", cell.text
            )
            times = Period(Stage.CONFERRED, f"{year}-01-01", None)
            yield Statement(
                f"{fields.RECOGNITION}.{told.kind}", _value(told, times, None), cell.text
            )


def _stage(row: RowView, *, has_title: bool) -> tuple[Stage | None, tuple[Problem, ...]]:
    cell = row.cell(Column.STAGE)
    if cell is None:
        return row.facts.stage, ()
    if not has_title:
        return None, (Problem(fields.RECOGNITION, cell.text, Reason.STAGE_WITHOUT_TITLE),)
    words = plain(cell.text)
    if _REFUSED.search(words):
        return None, (Problem(fields.RECOGNITION, cell.text, Reason.NOT_CONFERRED),)
    stage = stage_of(words)
    if stage is None and _PASSED.search(words):
        stage = Stage.CONFERRED if "有效" in words else row.facts.stage or Stage.REVIEW
    if stage is None:
        return row.facts.stage, (Problem(fields.RECOGNITION, cell.text, Reason.UNKNOWN_WORD),)
    return stage, ()


def _value(title: _Title, times: Period, scheme: str | None) -> Json:
    return {
        "scheme": scheme,
        "level": title.level,
        "label": title.label,
        "stage": times.stage,
        "from": times.first,
        "until": times.last,
    }
