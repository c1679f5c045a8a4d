"""What the line that names a list says happened: to a title, or to the filing of nurseries.

A closed grammar. A line confers, cancels or files only when every word of it is known here and
none of them denies, proposes or postpones; for anything else there is a reason and no claim.
Words between a verb and the title it governs (撤销某某托育中心示范称号) are names and stay free.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from registry.places.table import aliases, divisions
from registry.values.problems import Reason
from registry.vocabulary import Filed, Stage


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stage that a line tells, `None` for a plain list, or the reason why it tells none."""

    stage: Stage | None = None
    reason: Reason | None = None


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_MONEY = re.compile(_any("资金 补助 奖补 补贴 奖励 津贴 拨付 经费"))
_TAKING = re.compile(
    r"撤销|取消|注销|退出|终止|中止|暂停|停止|调出|不再|收回|摘牌|除名|降级|整改(?!后?合格|到位)"
)
_ENDED = re.compile(_any("退出 终止 中止 暂停 停止 调出 不再 收回 摘牌 除名 降级 失效 过期 到期"))
_DENIED = re.compile(r"[未不无非否]|落选|淘汰|退回|驳回")
_NOT_YET = re.compile(
    _any("申请 创建 争创 培育 候选 备选 储备 待 现场核查 征集 筹建 计划 建设项目")
)
_ON_THE_WAY = re.compile("推荐|申报")
_HARMLESS = re.compile("非营利性?|非盈利性?|无异议|民办非企业(?:单位)?")

_STAGES: Final = (
    (Stage.RESTORED, re.compile(r"整改后?(?:合格|到位)|恢复")),
    (Stage.REVOKED, re.compile(r"撤销")),
    (Stage.CANCELLED, re.compile(r"取消")),
    (Stage.RECTIFICATION, re.compile(r"(?:限期|责令)整改")),
    (Stage.OBJECTION, re.compile(r"(?:异议|投诉).{0,4}(?:受理|核查|复核|调查|处理)")),
    (Stage.RECOMMENDED, re.compile(r"推荐")),
    (Stage.DECLARED, re.compile(r"申报")),
    (Stage.PUBLICITY, re.compile(r"公示")),
    (Stage.REVIEW, re.compile(r"评审|入围|初评|复评|(?<!通过)验收(?!合格|通过)")),
    (Stage.CONFERRED, re.compile(r"命名|认定|授予|确认|获评|评定|验收合格|通过验收|验收通过")),
)

_NOUNS = _any(
    "附件 关于 公布 发布 公开 公示 公告 通告 通知 通报 决定 名单 名录 名册 目录 清单 一览表 汇总表"
    " 统计表 信息表 登记表 明细表 汇总 信息 最新 更新 节选 部分 全国 国家级 自治区级 全省 省级 全市"
    " 市级 州级 全区 区级 全县 县级 区县级 县区级 县(市、区)级 我省 我市 我区 我县 本省 本市 本区"
    " 本县 辖区 辖区内 省 市 州 县 区 年度 年 首批 普惠性 普惠 示范性 示范 星级 等级 标准化 试点"
    " 婴幼儿 3岁以下 三岁以下 0-3岁 托育 托幼 照护 服务 机构 单位 幼儿园 托儿所 园所 托班 中心 园"
    " 点 托育园 称号 资格 荣誉 符合条件 各类 机构情况 基本情况 验收情况 验收台账 家 个 的 及 和 与"
    " 等"
    " 卫生健康委员会 卫生健康委 卫生健康局 卫健委 卫健局 人民政府 办公室 教育局 民政局"
    " 发展和改革委员会 发改委 高新区 经开区 开发区 新区 园区 经济技术开发区 高新技术产业开发区"
)
_NUMBERS = (
    r"20\d\d[-—~至]20\d\d年|20\d\d年|第[一二三四五六七八九十\d]+(?:批|部分|季度|期)|[一二三四五]星级?"
    r"|[一二三四]级|a{2,5}级?|\((?:截至|截止)[^()]*\)|[一-鿿]{2}(?=高新区|经开区|开发区|新区)|\d+"
)
_VERBS = _any(
    "拟 拟予 拟新 拟继续 对 开展 予以 已 新 继续 通过 确认 认定 命名 授予 评定 获评 为 推荐 申报"
    " 评审 入围 初评 复评 撤销 取消 限期整改 责令整改 整改合格 整改后合格 整改到位 恢复 结果 工作"
    " 异议 投诉 受理 核查 复核 调查 处理 验收 验收合格 完成"
)
_FILING = _any("已备案 已通过备案 通过备案 已完成备案 完成备案 取得备案 备案回执 备案")
_MARKS = r"[\s()\[\]【】〔〕{}《》<>“”\"'「」,，、。:：;；.·/—~-]"
_PLAIN_LIST = re.compile(f"{_NUMBERS}|{_NOUNS}|{_MARKS}")
_TOLD_LIST = re.compile(f"{_NUMBERS}|{_NOUNS}|{_VERBS}|{_MARKS}")
_FILING_LIST = re.compile(f"{_NUMBERS}|{_NOUNS}|{_FILING}|{_MARKS}")
_GOVERNED = re.compile(
    r"(?:命名|认定|授予|确认|撤销|取消|整改|恢复).+?"
    r"(?=(?:20\d\d年度?)?(?:国家级|[省市州县区]级|区县级)?(?:示范|普惠|[一-五]星|试点|标准化|等级))"
)

_UNFILED = re.compile(
    r"[未不无非拟待否]|申请|失效|失败|退回|过期|到期|撤回|拒绝|暂停|终止|正在|备案中"
)
_CANCELLING = re.compile(r"注销|取消|撤销")
_CANCELLED = re.compile(
    r"^(?:关于)?(?:已)?(?:注销|取消|撤销)(?:[^和及与、]{0,40}的)?备案|备案(?:已)?(?:注销|取消|撤销)"
    r"|关于(?:注销|取消|撤销)[^和及与、]{1,40}备案的(?:公告|通告|决定|通知|通报)$"
)


def verdict_on_title(line: str, *, names_title: bool) -> Verdict:
    """What a plain line says happened to the titles it names.

    Without `names_title` (未通过评审名单) only the stage or the denial is read.
    """
    words = _HARMLESS.sub("", placeless(line))
    if reason := _reason(words):
        return Verdict(reason=reason)
    stage = next((stage for stage, pattern in _STAGES if pattern.search(words)), None)
    if "拟" in words:
        stage = Stage.PUBLICITY
    if names_title and not _all_read(words, _TOLD_LIST if stage else _PLAIN_LIST):
        return Verdict(reason=Reason.UNREAD_TITLE)
    return Verdict(stage)


def _reason(words: str) -> Reason | None:
    proposed = "拟" in words
    if _MONEY.search(words):
        return Reason.ABOUT_MONEY
    if (proposed or "公示" in words) and _TAKING.search(words):
        return Reason.WITHDRAWAL_PROPOSED
    if _ENDED.search(words):
        return Reason.TITLE_ENDED
    if _DENIED.search(words):
        return Reason.NOT_CONFERRED
    if _NOT_YET.search(words) or (proposed and _ON_THE_WAY.search(words)):
        return Reason.NOT_YET_CONFERRED
    return None


def verdict_on_filing(line: str) -> Filed | Reason | None:
    """What a plain line says of the filing of every nursery below it; `None` without 备案."""
    if "备案" not in line:
        return None
    words = _HARMLESS.sub("", placeless(line))
    if "拟" in words and _CANCELLING.search(words):
        return Reason.WITHDRAWAL_PROPOSED
    if _UNFILED.search(words):
        return Reason.NOT_FILED
    if _CANCELLING.search(words):
        return Filed.CANCELLED if _CANCELLED.search(words) else Reason.UNREAD_TITLE
    return Filed.YES if _all_read(words, _FILING_LIST) else Reason.UNREAD_TITLE


def _all_read(words: str, known: re.Pattern[str]) -> bool:
    if not known.sub("", words):
        return True
    governed = _GOVERNED.search(words)
    if governed is None or known is not _TOLD_LIST:
        return False
    return not known.sub("", words[: governed.start()] + words[governed.end() :])


def placeless(words: str) -> str:
    """The words without the names of divisions: 无锡市 denies nothing."""
    kept, at = [], 0
    while at < len(words):
        names = _places().get(words[at : at + 2], ())
        name = next((name for name in names if words.startswith(name, at)), "")
        if not name:
            kept.append(words[at])
        at += len(name) or 1
    return "".join(kept)


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """Names of divisions by their first two characters, longest first."""
    every = {name for one in divisions().values() for name in (one.name, one.short)}
    every |= {alias.name for alias in aliases()}
    found: dict[str, list[str]] = {}
    for name in sorted((name for name in every if len(name) > 1), key=len, reverse=True):
        found.setdefault(name[:2], []).append(name)
    return {start: tuple(names) for start, names in found.items()}
