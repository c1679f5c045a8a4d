"""Founder, profit, setting and 普惠: four facts that lists mix in one column or another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from registry.values.plain import plain
from registry.values.words import FILLING, MARKS, found_in, longest_first, lookup
from registry.vocabulary import Nature, Setting

T = TypeVar("T")

_NATURE_WORDS: Final = {
    Nature.PUBLIC_PRIVATE: "公建民营 公办民营 国有民营 民办公助 公建民办 公私合营 公助民办",
    Nature.PUBLIC: "公办 公立 国办 国有 公建公营 事业单位",
    Nature.PRIVATE: (
        "民办 私立 私营 民营 社会办 社会力量 社会力量办 民办非企业单位 民办非企业 民非 个体"
        " 个体工商户"
    ),
}
_PROFIT_WORDS: Final = {
    False: "非营利性 非营利 非盈利性 非盈利 民办非企业单位 民办非企业 民非 事业单位",
    True: "营利性 营利 盈利性 盈利 个体工商户 个体",
}
_SETTING_WORDS: Final = {
    Setting.HOME: "家庭托育点 家庭托育 家庭式",
    Setting.COMMUNITY: "社区托育点 社区托育 社区嵌入式 社区",
    Setting.EMPLOYER: "用人单位办托 用人单位 单位办托 企事业单位办托 福利性",
    Setting.MEDICAL: "医育结合 医疗机构 妇幼保健院 医院",
    Setting.KINDERGARTEN: "幼儿园托班 幼儿园办托 幼儿园 托幼一体化 托幼一体 托班",
    Setting.STANDALONE: "独立托育机构 独立",
}
_STANDALONE_ALONE: Final = "托育综合服务中心 托育机构 托育中心 专业托育 托育园"
"""Words that mean a standalone nursery only where no other setting is named."""
_INCLUSIVE_WORDS: Final = {False: "非普惠性 非普惠", True: "普惠性 普惠"}


@dataclass(frozen=True, slots=True)
class Character:
    """What the words for a nursery's nature say: any of four facts, `None` where silent."""

    nature: Nature | None = None
    profit: bool | None = None
    setting: Setting | None = None
    inclusive: bool | None = None


def _characters() -> dict[str, Character]:
    """Every word of the four facts with all that it says of them."""
    natures, profits = lookup(_NATURE_WORDS), lookup(_PROFIT_WORDS)
    settings, inclusive = lookup(_SETTING_WORDS), lookup(_INCLUSIVE_WORDS)
    return {
        word: Character(
            natures.get(word), profits.get(word), settings.get(word), inclusive.get(word)
        )
        for word in (*natures, *profits, *settings, *inclusive)
    }


_CHARACTERS = _characters()
_CHARACTER_WORDS = tuple((word, word) for word in sorted(_CHARACTERS, key=len, reverse=True))
_ALONE_WORDS = longest_first({Setting.STANDALONE: _STANDALONE_ALONE})


@lru_cache(maxsize=4096)
def read_character(text: str) -> Character | None:
    """Founder, profit, setting and 普惠 from any one of the columns that mix them.

    民办非企业 is private and not for profit, 事业单位 public and not for profit. `None` unless
    every word is known and no two of them differ: 非公办, 公办/民办 and 公办转民办 say nothing.
    """
    words, rest = found_in(_CHARACTER_WORDS, MARKS.sub("", plain(text)))
    alone, rest = found_in(_ALONE_WORDS, rest)
    if not (words or alone) or FILLING.sub("", rest):
        return None
    told = [_CHARACTERS[word] for word in words]
    settings = {one.setting for one in told if one.setting} or set(alone)
    natures = {one.nature for one in told if one.nature}
    profits = {one.profit for one in told if one.profit is not None}
    inclusive = {one.inclusive for one in told if one.inclusive is not None}
    if max(len(settings), len(natures), len(profits), len(inclusive)) > 1:
        return None
    return Character(_only(natures), _only(profits), _only(settings), _only(inclusive))


def _only(values: set[T]) -> T | None:
    return next(iter(values), None)
