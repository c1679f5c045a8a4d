"""What one line of a title or a caption says of the list below it, if it names the list."""

from __future__ import annotations

import re
from typing import Final

from registry.values.plain import plain
from registry.values.privacy import mask
from registry.values.problems import Reason
from registry.values.statement import TitleFacts
from registry.values.title_lines import Verdict, verdict_on_filing, verdict_on_title
from registry.values.title_words import label_of, level_of, rank_of
from registry.vocabulary import Filed, RecognitionKind, SourceKind

_RECOGNITIONS: Final = (
    (RecognitionKind.DEMONSTRATION, re.compile(r"示范(?!城市|项目|区|县|文本|合同)")),
    (RecognitionKind.INCLUSIVE, re.compile(r"普惠")),
    (RecognitionKind.STAR, re.compile(r"星级|[一二三四五1-5]星")),
    (RecognitionKind.GRADE, re.compile(r"等级|评级|[一二三四]级托育|(?<![a-z])a{2,5}(?![a-z])")),
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
)
_DIRECTORY = re.compile(r"托育地图|名录|便民|一览表")
_ABOUT_PRICES = re.compile(r"(?:收费|价格)(?:公示|标准|情况|表|一览|目录|信息)|指导价|限价")
_NOTE = re.compile(
    r"[(]?(?:公示(?:期|时间|日期)|截[至止]|有效期|注[:：]|备注|说明|联系|如有|如对|监督|举报|投诉|地址|电话"
    r"|不含|含餐|含伙食|以上|根据|按照|为(?:了|进一步|规范)|各(?:县|市|区|有关|单位)|\d+[.、])"
)
_NAMES_A_LIST = re.compile(r"(?:名单|汇总表|一览表|名录|分配表|公示)(?:\([^()]*\))?$")
_NAMES_AN_ACT = re.compile(
    r"(?:名单|汇总表|一览表|名录|分配表|公示|公告|通告|通知|通报|决定|结果)(?:\([^()]*\))?$"
)
_YEAR = re.compile(r"(20\d\d)(?:年|[-—~至]20\d\d年)")


def names_list(line: str) -> bool:
    """Whether a line is short and no note, so that it may say what the list is."""
    words = plain(line)
    if not 0 < len(words) <= 80 or "。" in words.rstrip("。"):
        return False
    return _NOTE.match(words) is None or _NAMES_A_LIST.search(words) is not None


def names_act(line: str) -> bool:
    """Whether a line ends as the title of a list or of a decision does."""
    return _NAMES_AN_ACT.search(plain(line)) is not None


def line_facts(line: str) -> TitleFacts:
    """What a line says that names a list: its kind, its title and what happened to it."""
    words = plain(line)
    kinds = _recognitions(words)
    other = _plain_kind(words)
    recognition = kinds[0] if len(kinds) == 1 and not _ABOUT_PRICES.search(words) else None
    several = len(kinds) > 1
    kind = _SOURCE_KIND[recognition] if recognition else None if several else other
    filing = verdict_on_filing(words)
    if kind is None and not several:
        kind = _listing_kind(words, filing)
    verdict = _verdict(words, kind, recognition, several=several)
    year = _YEAR.search(words)
    return TitleFacts(
        kind=kind,
        recognition=recognition,
        level=_level(words, recognition) if recognition else None,
        label=label_of(line) if recognition else None,
        year=int(year[1]) if year else None,
        stage=verdict.stage,
        unused=tuple(kinds) if several else (),
        text=mask(line.strip()),
        filed=filing if isinstance(filing, Filed) and kind is SourceKind.FILING else None,
        no_title=verdict.reason,
        no_filing=_no_filing(filing, kind),
    )


def _listing_kind(words: str, filing: Filed | Reason | None) -> SourceKind | None:
    if isinstance(filing, Filed):
        return SourceKind.FILING
    return SourceKind.DIRECTORY if filing is None and _DIRECTORY.search(words) else None


def _no_filing(filing: Filed | Reason | None, kind: SourceKind | None) -> Reason | None:
    """A line of another kind speaks of 备案 in passing; but what it denies is denied."""
    if not isinstance(filing, Reason):
        return None
    return None if filing is Reason.UNREAD_TITLE and kind is not None else filing


def _verdict(
    words: str, kind: SourceKind | None, recognition: RecognitionKind | None, *, several: bool
) -> Verdict:
    """What happened to the titles of a line; a line without any needs to name a list."""
    if recognition or several:
        return verdict_on_title(words, names_title=recognition is not None)
    if kind is not None or "备案" in words:
        return Verdict()
    verdict = verdict_on_title(words, names_title=False)
    return verdict if verdict.stage or _NAMES_A_LIST.search(words) else Verdict()


def _recognitions(words: str) -> list[RecognitionKind]:
    words = re.sub(r"普惠性?(?:托育)?(?=示范)", "", words).replace("标准化试点", "试点")
    return [kind for kind, pattern in _RECOGNITIONS if pattern.search(words)]


def _plain_kind(words: str) -> SourceKind | None:
    return next((kind for kind, pattern in _PLAIN_KINDS if pattern.search(words)), None)


def _level(words: str, kind: RecognitionKind) -> str | None:
    if kind in (RecognitionKind.STAR, RecognitionKind.GRADE):
        return rank_of(words, kind)
    return level_of(words)
