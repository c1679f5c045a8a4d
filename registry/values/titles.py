"""Captions, titles and notes of a list as facts about every nursery in it.

The lines that name the list decide what it is; notes give only dates, meals and where to object.
A plain list (备案名单) never becomes a recognition, and a title that names several kinds
(市级普惠托育机构和市级示范托育机构名单) leaves the kind to each caption.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from registry.values import spans
from registry.values.plain import plain
from registry.values.privacy import mask
from registry.values.statement import TitleFacts
from registry.values.title_words import PROPOSED_WITHDRAWAL, label_of, level_of, rank_of, stage_of
from registry.vocabulary import Filed, Meals, RecognitionKind, SourceKind, Stage

_RECOGNITIONS: Final = (
    (RecognitionKind.DEMONSTRATION, re.compile(r"示范(?!城市|项目|区|县|文本|合同)")),
    (RecognitionKind.INCLUSIVE, re.compile(r"(?<!非)普惠")),
    (RecognitionKind.STAR, re.compile(r"星级|[一二三四五1-5]星")),
    (RecognitionKind.GRADE, re.compile(r"等级|评级|[一二三四]级托育|(?<![A-Z])A{2,5}(?![A-Z])")),
    (RecognitionKind.STANDARDISATION, re.compile(r"标准化")),
    (RecognitionKind.PILOT, re.compile(r"试点")),
)
_SOURCE_KIND: Final = {
    RecognitionKind.DEMONSTRATION: SourceKind.DEMONSTRATION,
    RecognitionKind.INCLUSIVE: SourceKind.INCLUSIVE,
    RecognitionKind.STAR: SourceKind.STAR,
    RecognitionKind.GRADE: SourceKind.STAR,
    RecognitionKind.PILOT: SourceKind.PILOT,
    RecognitionKind.STANDARDISATION: SourceKind.PILOT,
}
_PLAIN_KINDS: Final = (
    (SourceKind.PRICE, re.compile(r"收费|价格|限价|指导价")),
    (SourceKind.ASSESSMENT, re.compile(r"质量评估|自评|评估得分")),
    (SourceKind.VACANCY, re.compile(r"空余托位|剩余托位|余位")),
    (SourceKind.CREDIT, re.compile(r"处罚|失信|信用(?!代码)")),
    (SourceKind.FILING, re.compile(r"(?<!未)(?<!不予)(?<!撤回)(?<!拒绝)备案")),
    (SourceKind.DIRECTORY, re.compile(r"托育地图|名录|便民|一览表")),
)
_ABOUT_MONEY = re.compile(r"(?:收费|价格)(?:公示|标准|情况|表|一览|目录|信息)|指导价|限价")
_NOTE = re.compile(
    r"[(]?(?:公示(?:期|时间|日期)|截[至止]|有效期|注[:：]|备注|说明|联系|如有|如对|监督|举报|投诉|地址|电话"
    r"|不含|含餐|含伙食|以上|根据|按照|为(?:了|进一步|规范)|各(?:县|市|区|有关|单位)|\d+[.、])"
)
_NAMES_A_LIST = re.compile(r"(?:名单|汇总表|一览表|名录|公示)(?:\([^()]*\))?$")
_YEAR = re.compile(r"(20\d\d)(?:年|[-—~至]20\d\d年)")
_MEALS_OUT = re.compile(
    r"(?:不含|不包含|不包括)[^。;,]{0,4}(?:伙食|餐|膳食)|(?:伙食|餐|膳食)费(?:另计|另收|除外)"
)
_MEALS_IN = re.compile(r"(?:含|包含|包括)[^。;,]{0,4}(?:伙食|餐|膳食)")


def facts_of(*lines: str, published: date) -> TitleFacts:
    """What the lines of a title, a caption and its notes say together; earlier lines win.

    `published` completes dates without a year, and is the first day of 自发布之日起.
    """
    names = [line for line in lines if _is_name(line)]
    facts = TitleFacts()
    for line in names:
        said = _named(line)
        if facts.kind is None and facts.recognition is None:
            facts = replace(said, stage=said.stage or facts.stage)
        elif facts.stage is None and facts.recognition and said.stage:
            facts = replace(facts, stage=said.stage)
    facts = _dated(facts, lines, published)
    if facts.stage is None and facts.publicity and facts.recognition:
        facts = replace(facts, stage=Stage.PUBLICITY)
    return replace(facts, objections=_objections(lines))


def merge(caption: TitleFacts, document: TitleFacts) -> TitleFacts:
    """The caption's facts, completed by the document's; what a list is, the caption decides.

    A level or a title is taken over only between lists of one kind, so that a filing list under
    a demonstration notice stays a filing list.
    """
    decided = caption if caption.kind or caption.recognition or caption.unused else document
    same = decided is document or (
        caption.kind is document.kind and caption.recognition is document.recognition
    )
    about_titles = decided.recognition is not None or decided.kind is None
    return TitleFacts(
        kind=decided.kind,
        recognition=decided.recognition,
        level=decided.level or (document.level if same else None) or caption.level,
        label=decided.label or (document.label if same else None),
        scheme=decided.scheme or (document.scheme if same else None),
        year=caption.year or document.year,
        stage=(caption.stage or document.stage) if about_titles else None,
        publicity=caption.publicity or document.publicity,
        as_of=caption.as_of or document.as_of,
        valid=caption.valid or (None if caption.valid_months else document.valid),
        objections=caption.objections or document.objections,
        meals=caption.meals or document.meals,
        unused=decided.unused,
        text=decided.text or caption.text or document.text,
        filed=decided.filed,
        valid_months=caption.valid_months or (None if caption.valid else document.valid_months),
        withdrawal_proposed=caption.withdrawal_proposed
        or (caption.stage is None and document.withdrawal_proposed),
    )


def _is_name(line: str) -> bool:
    words = plain(line)
    if not 0 < len(words) <= 80 or "。" in words.rstrip("。"):
        return False
    return _NOTE.match(words) is None or _NAMES_A_LIST.search(words) is not None


def _named(line: str) -> TitleFacts:
    words = plain(line)
    kinds = _recognitions(words)
    plain_kind = _plain_kind(words)
    recognition = kinds[0] if len(kinds) == 1 and not _ABOUT_MONEY.search(words) else None
    several = len(kinds) > 1
    withdrawal = PROPOSED_WITHDRAWAL.search(words) is not None
    label = label_of(line) if recognition else None
    year = _YEAR.search(words)
    return TitleFacts(
        kind=_SOURCE_KIND.get(recognition) if recognition else None if several else plain_kind,
        recognition=recognition,
        level=_level(words, recognition) if recognition else None,
        label=label,
        year=int(year[1]) if year else None,
        stage=stage_of(words) if recognition or plain_kind is None or several else None,
        unused=tuple(kinds) if several else (),
        text=mask(line.strip()),
        filed=_filed(words, plain_kind if recognition is None and not several else None),
        withdrawal_proposed=withdrawal,
    )


def _recognitions(words: str) -> list[RecognitionKind]:
    words = re.sub(r"普惠性?(?:托育)?(?=示范)", "", words).replace("标准化试点", "试点")
    return [kind for kind, pattern in _RECOGNITIONS if pattern.search(words)]


def _plain_kind(words: str) -> SourceKind | None:
    return next((kind for kind, pattern in _PLAIN_KINDS if pattern.search(words)), None)


def _level(words: str, kind: RecognitionKind) -> str | None:
    if kind in (RecognitionKind.STAR, RecognitionKind.GRADE):
        return rank_of(words, kind)
    return level_of(words)


def _filed(words: str, kind: SourceKind | None) -> Filed | None:
    if re.search(r"(?:注销|取消|撤销)备案|备案(?:注销|取消|撤销)", words):
        return Filed.CANCELLED
    return Filed.YES if kind is SourceKind.FILING or re.search(r"已(?:通过)?备案", words) else None


def _dated(facts: TitleFacts, lines: tuple[str, ...], published: date) -> TitleFacts:
    words = [plain(line) for line in lines]
    publicity = [spans.publicity_span(line, published) for line in words if "公示" in line]
    valid = [line.split("有效期", 1)[1].lstrip("限为:(")[:40] for line in words if "有效期" in line]
    return replace(
        facts,
        publicity=next(filter(None, publicity), None),
        as_of=next(filter(None, map(spans.as_of, words)), None),
        valid=next(filter(None, map(spans.validity, valid)), None),
        valid_months=next(filter(None, map(_leading_length, valid)), None),
        meals=next(filter(None, map(_meals, words)), None),
    )


def _leading_length(words: str) -> int | None:
    found = re.match(r"[一二两三四五六七八九十\d]{1,2}(?:年|个月)", words)
    return spans.length_in_months(found[0]) if found else None


def _meals(words: str) -> Meals | None:
    if _MEALS_OUT.search(words):
        return Meals.EXCLUDED
    return Meals.INCLUDED if _MEALS_IN.search(words) else None


def _objections(lines: tuple[str, ...]) -> str | None:
    """The sentence on where to object, with the one that gives the number if that is another."""
    sentences = [
        part.strip()
        for line in lines
        for part in re.split(r"[。\n]", line)
        if not _is_name(part) or "电话" in part
    ]
    about = next(
        (part for part in sentences if "异议" in part and not part.endswith("无异议")), None
    )
    number = next((part for part in sentences if re.search(r"(?:电话|邮箱)[:：]?", part)), None)
    if about is None or number is None or number in about or re.search("电话|邮箱", about):
        return mask(about) if about else None
    return mask(f"{about}；{number}")
