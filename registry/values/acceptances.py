"""Acceptance of pilots (试点验收): what a list says was accepted, and until when it has to be.

A list of pilots with a column 验收状态 tells the stage of each. Without one it names pilots, and
naming a pilot confers the title. A pilot that was refused gets no title from that list.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from registry import fields
from registry.reading.columns import Column
from registry.values.dates import Dated, read_date
from registry.values.plain import plain
from registry.values.problems import Reason
from registry.values.row import RowView
from registry.values.statement import SILENCE, CellStatements, Problem, Statement
from registry.vocabulary import SourceKind, Stage

DUE: Final = f"{fields.DUE}.acceptance"

_WORDS: Final = {
    Stage.CONFERRED: (
        "合格 通过 已通过 验收合格 验收通过 通过验收 已通过验收 已验收合格 已验收通过 验收已通过"
        " 合格通过 达标 是 √ ✓ ✔ y yes true 1"
    ),
    Stage.DECLARED: (
        "未验收 待验收 尚未验收 暂未验收 未开展验收 未组织验收 申请验收 已申请验收 否 ×"
    ),
    Stage.REVIEW: "验收中 正在验收 现场验收中 材料审核中",
    Stage.RECTIFICATION: "整改 整改中 限期整改 责令整改 需整改 待整改 整改后复验 限期整改中",
    Stage.RESTORED: "整改合格 整改后合格 整改到位 复验合格 复验通过",
}
_STAGES: Final = {word: stage for stage, words in _WORDS.items() for word in words.split()}
_REFUSED: Final = frozenset(
    [
        *("不合格", "未通过", "不通过", "验收不合格", "验收未通过", "未通过验收"),
        *("未达标", "不达标", "取消试点", "退出试点"),
    ]
)
_DONE: Final = frozenset({Stage.CONFERRED, Stage.RESTORED})


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the acceptance column of a row tells. `done` is `None` where no cell says."""

    stage: Stage | None = None
    done: bool | None = None
    problem: Reason | None = None


@lru_cache(maxsize=1024)
def read_acceptance(text: str) -> Acceptance:
    """The stage that a cell of 验收状态 tells, or why it tells none."""
    word = plain(text)
    if (stage := _STAGES.get(word)) is not None:
        return Acceptance(stage, stage in _DONE)
    if word in _REFUSED:
        return Acceptance(done=False, problem=Reason.NOT_ACCEPTED)
    return Acceptance(problem=Reason.UNKNOWN_WORD)


def acceptance_of(row: RowView) -> Acceptance | None:
    """The acceptance of a row of a list of pilots; a day of acceptance alone says that it is done.

    `None` where the list tells of none.
    """
    if row.kind is not SourceKind.PILOT:
        return None
    if text := row.text(Column.ACCEPTANCE):
        return read_acceptance(text)
    if row.text(Column.ACCEPTED_ON):
        return Acceptance(Stage.CONFERRED, done=True)
    return None


def due_of(row: RowView) -> CellStatements:
    """By when a pilot has to be accepted, and whether it was."""
    acceptance, by = acceptance_of(row), row.text(Column.DUE)
    if row.kind is not SourceKind.PILOT or not (acceptance or by):
        return SILENCE
    problems: list[Problem] = []
    last = _day(by, problems)
    on = _day(row.text(Column.ACCEPTED_ON), [])  # whoever reads the title tells of its problem
    done = acceptance.done if acceptance else None
    if done is None and last is None:
        return CellStatements(problems=tuple(problems))
    accepted = on.iso if on is not None and on.day is not None and done else None
    raw = "；".join(filter(None, (row.text(Column.ACCEPTANCE), by)))
    told = Statement(
        DUE, {"by": last.last.isoformat() if last else None, "done": done, "on": accepted}, raw
    )
    return CellStatements((told,), tuple(problems))


def _day(text: str, problems: list[Problem]) -> Dated | None:
    """The day of a cell; 2022年10月底 is the month, whose last day counts."""
    if not text:
        return None
    dated = read_date(plain(text).rstrip("底末前"))
    if isinstance(dated, Dated):
        return dated
    problems.append(Problem(DUE, text, dated))
    return None
