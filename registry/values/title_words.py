"""The words of titles: which level, which rank and which title a text names."""

from __future__ import annotations

import re
from typing import Final

from registry.values.plain import plain
from registry.values.privacy import mask
from registry.vocabulary import Level, RecognitionKind

_LEVELS: Final = (
    (Level.NATIONAL, re.compile(r"国家级|全国")),
    (Level.PROVINCIAL, re.compile(r"省级|省示范|自治区级|全省")),
    (Level.COUNTY, re.compile(r"区县级|县区级|县\(?市、?区\)?级|区级|县级|(?:^|年|批)[区县]示范")),
    (Level.CITY, re.compile(r"市级|州级|(?:^|年|批)[市州]示范")),
)
_KIND_WORD = (
    r"(?:普惠性?|示范性?|[一二三四五]?星级?|等级|[一二三四]级|a{2,5}级?|标准化试点|试点|标准化)"
)
_LEVEL_WORD = r"(?:全国|国家级|全省|[省市州区县]级|区县级|县区级)"
_BATCH = r"(?:第[一二三四五六七八九十\d]+批|首批)"
_LABEL = re.compile(
    rf"(?:\d{{4}}(?:[-—~至]\d{{4}})?年?度?)?(?:[一-鿿]{{1,7}}?[省市州县区旗](?!级))?{_BATCH}?"
    rf"{_LEVEL_WORD}?{_BATCH}?(?:[“\"]?{_KIND_WORD}[”\"]?)+"
    r"(?:婴幼儿照护服务|托育服务|托育|托幼)*(?:机构|单位|中心|幼儿园|园所|园|托班|点)?(?:等级评定|星级评定)?"
)
_LEAD = re.compile(
    r"^(?:附件\d*[:、.]?|[一二三四五六七八九十]+、)*(?:关于)?(?:对|开展|做好|公布|公示|发布|印发|下达"
    r"|拟?予?新?(?:确认|认定|命名|授予|推荐|申报|撤销|取消|评定|继续|恢复))*(?:为)?"
)
_STAR_DIGITS = {word: str(number) for number, word in enumerate("一二三四五", 1)}


def label_of(line: str) -> str | None:
    """The title as published, white space removed: without verbs, 名单, 公示 and the like."""
    published, words = re.sub(r"\s+", "", line), plain(line)
    lead = _LEAD.match(words)
    found = _LABEL.search(words, lead.end() if lead else 0)
    if found is None:
        return None
    same_length = len(published) == len(words)  # then the published script can be cut out
    return mask(published[found.start() : found.end()] if same_length else found[0])


def level_of(text: str) -> Level | None:
    """The level that a text names: 省级, 市级, 州级, 区县级, 国家级…"""
    words = plain(text)
    return next((level for level, pattern in _LEVELS if pattern.search(words)), None)


def rank_of(text: str, kind: RecognitionKind) -> str | None:
    """The rank inside a star or grade scheme: "5" for 五星, 5星, ★★★★★; grades as published."""
    words = plain(text).upper()
    if kind is RecognitionKind.STAR:
        if stars := re.search(r"[★☆*]{1,5}", words):
            return str(stars[0].count("★") or len(stars[0]))
        found = re.search(r"([一二三四五1-5])星", words) or re.fullmatch(
            r"([一二三四五1-5])级?", words
        )
        return _STAR_DIGITS.get(found[1], found[1]) if found else None
    found = re.search(r"A{2,5}|[一二三四]级|[A-D]级?", words)
    return found[0] if found else None
