"""What one row says, before anybody asks which nursery it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from registry.values.dates import Dated
from registry.vocabulary import Filed, RecognitionKind, SourceKind, Stage

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one field, beside the published cell it was read from (already masked)."""

    field: str  # see registry.fields
    value: Json
    raw: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a cell that could not be used, or only with doubt.

    `reason` is a code of `registry.values.problems`, which holds a sentence for each.
    A row with a `fatal` problem is kept and listed but makes no statement.
    """

    field: str | None
    value: str  # masked
    reason: str
    fatal: bool = False


@dataclass(frozen=True, slots=True)
class CellStatements:
    """What one cell, or a few that belong together, say. Shared between rows: never changed."""

    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()


SILENCE = CellStatements()
"""What a cell says in which nothing is published."""


def said(field: str, value: Json, raw: str) -> CellStatements:
    """One statement."""
    return CellStatements((Statement(field, value, raw),))


def doubted(field: str | None, raw: str, reason: str) -> CellStatements:
    """One problem that keeps the row; `raw` is already masked."""
    return CellStatements(problems=(Problem(field, raw, reason),))


@dataclass(frozen=True, slots=True)
class RowStatements:
    """Everything one row says. `cells` are its headings and published text, masked.

    `regions` are the published words of the province, city and region columns, most general
    first; `region_code` is the published division code, which is only a hint.
    """

    number: int
    cells: dict[str, str]
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    regions: tuple[str, ...] = ()
    region_code: str | None = None

    @property
    def accepted(self) -> bool:
        """Whether the row can be used at all."""
        return not any(problem.fatal for problem in self.problems)


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What a caption or title says of every nursery in the table below it.

    拟确认2023年市级示范托育机构名单 → demonstration, city, 2023, publicity.
    """

    kind: SourceKind | None = None
    recognition: RecognitionKind | None = None
    level: str | None = None
    label: str | None = None  # 2023年市级示范托育机构
    scheme: str | None = None  # a scheme's key where the text names one
    year: int | None = None
    stage: Stage | None = None
    publicity: tuple[date, date] | None = None  # first and last day, both included
    as_of: date | None = None  # 截至, 截止日期
    valid: tuple[Dated | None, Dated | None] | None = None  # 有效期
    objections: str | None = None  # to whom and how, landlines only
    meals: str | None = None  # "excluded" when the notes say 不含伙食费
    unused: tuple[str, ...] = field(default=())  # words of several kinds, when none can win
    text: str = ""  # the line that decided, masked
    filed: Filed | None = None  # 备案名单, 注销备案名单, 已备案…
    valid_months: int | None = None  # 有效期2年, where no first day is published
    publicity_estimated: bool = False  # working days beyond the calendar that is decided
    publicity_days: int | None = None  # working days that were counted to its last day
    no_title: str | None = None  # the reason why a line that speaks of titles gives none
    no_filing: str | None = None  # the reason why a line that speaks of 备案 files nobody
