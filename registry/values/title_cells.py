"""Cells that tell a title or its stage: 示范级别 市级（公示中）, 星级 申报五星, 评审结果 未通过.

A cell tells a title only when a level, a rank or a yes was read in it and no word is left over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from registry.reading.columns import bare
from registry.values.plain import plain, tidy
from registry.values.problems import Reason
from registry.values.title_words import level_of, rank_of
from registry.values.words import read_yes_no
from registry.vocabulary import RecognitionKind, Stage

_STAGE_WORDS: Final = {
    Stage.DECLARED: "申报 已申报 申报中",
    Stage.RECOMMENDED: "推荐 已推荐 推荐中",
    Stage.REVIEW: "评审 评审中 已评审 入围 已入围 初评 复评",
    Stage.PUBLICITY: "公示 公示中 公示期 公示期内",
    Stage.OBJECTION: "异议受理 异议核查 异议处理 投诉核查",
    Stage.CONFERRED: "命名 已命名 认定 已认定 授予 已授予 确认 已确认 有效 有效期内",
    Stage.RECTIFICATION: "限期整改 责令整改 整改中",
    Stage.RESTORED: "整改合格 整改到位 恢复 已恢复",
    Stage.CANCELLED: "取消 已取消",
    Stage.REVOKED: "撤销 已撤销",
}
_STAGE: Final = {word: stage for stage, row in _STAGE_WORDS.items() for word in row.split()}
_PASSED: Final = frozenset(["通过", "已通过", "合格", "达标", "评审通过", "通过评审", "评审合格"])
_STAGE_IN_CELL = re.compile("|".join(sorted(_STAGE, key=len, reverse=True)))
_DENIED = re.compile(
    r"否|不是|×|✗|✕|✘|x|no?|false|(?:不是|非)示范(?:托育)?(?:机构|单位|园)?|未(?:获)?认定|未定级|未评级"
    r"|无星级|无等级"
)
_REFUSED = re.compile(r"[未不非否×]|落选|淘汰|暂缓|退回")
_NEGATION = re.compile(r"[未不无非否拟待]|暂缓|普通|创建|申请")
_SELF_GIVEN = re.compile(r"自评|自报|申报|申请|拟")
_KNOWN = re.compile(
    r"国家级|全国|自治区级|区县级|县区级|县\(?市、?区\)?级|[省市州区县]级|[省市州区县]示范|★+|☆+|\*+"
    r"|[一二三四五1-5]星级?|[1-5](?=$|级)|[一二三四五](?=$|级)|[一二三四]级|a{2,5}级?|[a-d]级|^[a-d]$"
    r"|20\d\d年度?|第[一二三四五六七八九十\d]+批|首批|示范性?|星级|等级|评定|称号|婴幼儿|照护|托育|服务"
    r"|机构|单位|幼儿园|园|级|[\s(),;、:.“”\"-]"
)
_GRADES: Final = frozenset(["优秀", "优良", "良好", "合格", "甲级", "乙级", "丙级", "特级"])


_RANKED = re.compile(r"[★☆星]|a{2,}|[一二三四]级")


@dataclass(frozen=True, slots=True)
class TitleCell:
    """The title of one cell; `level` and `stage` are `None` where it is silent on them."""

    kind: RecognitionKind
    level: str | None
    label: str
    stage: Stage | None = None
    denied: bool = False


@lru_cache(maxsize=4096)
def read_title(kind: RecognitionKind, text: str, heading: str) -> TitleCell | Reason:
    """The title that a cell of a column of that kind tells, or why it tells none."""
    words = plain(text)
    if _SELF_GIVEN.search(plain(heading)):
        return Reason.SELF_GIVEN
    if _DENIED.fullmatch(words):
        return TitleCell(kind, None, "", denied=True)
    if _NEGATION.search(words):
        return Reason.NOT_CONFERRED
    return _told(kind, text, heading)


def _told(kind: RecognitionKind, text: str, heading: str) -> TitleCell | Reason:
    words = plain(text)
    stages = _STAGE_IN_CELL.findall(words)
    rest = _STAGE_IN_CELL.sub("", words).replace("()", "")
    if len(stages) > 1 or not _readable(rest):
        return Reason.UNKNOWN_WORD
    if not rest:
        return Reason.STAGE_WITHOUT_TITLE
    stage = _STAGE[stages[0]] if stages else None
    label = rest if stages else tidy(text)
    if kind is RecognitionKind.DEMONSTRATION and not _RANKED.search(rest):
        return _demonstration(rest, label, heading, stage)
    return _ranked(_ranked_kind(kind, rest), rest, label, stage)


def _readable(words: str) -> bool:
    return words in _GRADES or read_yes_no(words) is True or not _KNOWN.sub("", words)


def _demonstration(words: str, label: str, heading: str, stage: Stage | None) -> TitleCell | Reason:
    ticked = read_yes_no(words) is True
    level = level_of(words) or (level_of(heading) if ticked else None)
    if not (ticked or level or "示范" in words):
        return Reason.UNKNOWN_WORD
    if ticked:
        name = bare(heading)
        label = re.sub(r"级别|等次|情况|是否|类型", "", name) or name
    label = label if "示范" in plain(label) else f"{label}示范"
    return TitleCell(RecognitionKind.DEMONSTRATION, level, label, stage)


def _ranked(
    kind: RecognitionKind, words: str, label: str, stage: Stage | None
) -> TitleCell | Reason:
    rank = rank_of(words, kind) or (words if words in _GRADES else None)
    if rank is None or (kind is RecognitionKind.STAR) != rank.isdecimal():
        return Reason.UNKNOWN_WORD
    return TitleCell(kind, rank, label, stage)


def _ranked_kind(kind: RecognitionKind, words: str) -> RecognitionKind:
    """Stars are stars and grades are grades, whatever the heading calls them."""
    if re.search(r"[★☆星]", words):
        return RecognitionKind.STAR
    if re.search(r"a{2,}|[一二三四]级", words):
        return RecognitionKind.GRADE
    return kind


@lru_cache(maxsize=4096)
def read_stage(text: str, listed: Stage | None) -> Stage | Reason:
    """The stage that a status cell tells in a list of that stage, or why it tells none."""
    words = plain(text)
    if (stage := _STAGE.get(words)) is not None:
        return stage
    if words in _PASSED:
        return listed or Stage.REVIEW
    return Reason.NOT_CONFERRED if _REFUSED.search(words) else Reason.UNKNOWN_WORD
