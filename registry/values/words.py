"""Closed sets in published words: forms, classes, founders, settings, filing, yes and no.

Longer words stand before the shorter ones they hold, and a word once read is taken out, so that
半日托 is never also 日托 and 非营利性 never 营利性.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from registry.values.plain import plain
from registry.vocabulary import AgeClass, Filed, Form, Nature, Setting

T = TypeVar("T")


def _in_order(words: Mapping[T, str]) -> tuple[tuple[str, T], ...]:
    return tuple((word, value) for value, row in words.items() for word in row.split())


def _longest_first(words: Mapping[T, str]) -> tuple[tuple[str, T], ...]:
    return tuple(sorted(_in_order(words), key=lambda pair: len(pair[0]), reverse=True))


FORM_WORDS: Final = _longest_first(
    {
        Form.FULL_DAY: "全日托 全日制 全日 全托 整托 整日托 日托 全天 全天托",
        Form.HALF_DAY: "半日托 半日制 半日 半托 半天 半天托 上午托 下午托",
        Form.HOURLY: "计时托 计时制 计时 小时托 钟点托 小时制 按小时",
        Form.TEMPORARY: "临时托 临时制 临时 临托 喘息托 喘息",
    }
)
CLASS_WORDS: Final = _longest_first(
    {
        AgeClass.INFANT: "乳儿班 乳儿 婴儿班 乳婴班",
        AgeClass.JUNIOR: "托小班 小托班 托小 小托",
        AgeClass.SENIOR: "托大班 大托班 托大 大托",
        AgeClass.MIXED: "混龄班 混合班 混托班 混龄 混合 混托",
        None: "小小班 中托班 中托 托中班 托班",  # known words that name no class of the standard
    }
)
_NATURE_WORDS = _in_order(
    {
        Nature.PUBLIC_PRIVATE: "公建民营 公办民营 民办公助 公建民办 公私合营 公助民办",
        Nature.PUBLIC: "公办 公立 国办 国有 公建公营 事业单位",
        Nature.PRIVATE: "民办 私立 私营 民营 社会办 社会力量 民办非企业单位 民办非企业 民非 个体",
    }
)
_PROFIT_WORDS = _in_order(
    {
        False: "非营利性 非营利 非盈利性 非盈利 民办非企业单位 民办非企业 民非 事业单位",
        True: "营利性 营利 盈利性 盈利 个体工商户 个体",
    }
)
_SETTING_WORDS = _in_order(
    {
        Setting.HOME: "家庭托育点 家庭托育 家庭式",
        Setting.COMMUNITY: "社区托育点 社区托育 社区嵌入式 社区",
        Setting.EMPLOYER: "用人单位办托 用人单位 单位办托 企事业单位办托 福利性",
        Setting.MEDICAL: "医育结合 医疗机构 妇幼保健院 医院",
        Setting.KINDERGARTEN: "幼儿园托班 幼儿园办托 幼儿园 托幼一体化 托幼一体 托班",
        Setting.STANDALONE: "独立托育机构 独立 托育综合服务中心 托育机构 托育中心 专业托育 托育园",
    }
)
_INCLUSIVE_WORDS = _in_order({False: "非普惠性 非普惠", True: "普惠性 普惠"})
_YES = frozenset(["是", "有", "√", "✓", "✔", "☑", "v", "y", "yes", "true", "已", "对", "普惠"])
_NO = frozenset(["否", "不是", "×", "✗", "✕", "✘", "x", "n", "no", "false", "未", "非"])
_FILLING = re.compile(
    r"[\s,，、;；/和及与+()\[\]:。.\d-]|服务|单位|机构|托育|班|型|个|等|性|举办|办学|园|√"
)
_CANCELLED = re.compile(r"注销|取消备案|撤销备案|备案取消|备案撤销")
_NOT_FILED = re.compile(r"未|备案中|正在|办理中|待|申请|审核|不予|拟|停办")
_FILED = re.compile(r"备案|^通过$|^是$|^√$|^有$|^yes$|^true$", re.IGNORECASE)
_CLOSED = re.compile(r"停业|暂停|停办|歇业|关停|关闭|未开业|停止|未营业|闭园|未运营|休业")
_OPEN = re.compile(r"开业|营业|运营|正常|在营|开园|经营|存续")


@dataclass(frozen=True, slots=True)
class Character:
    """What the words for a nursery's nature say: any of four facts, `None` where silent."""

    nature: Nature | None
    profit: bool | None
    setting: Setting | None
    inclusive: bool | None

    @property
    def empty(self) -> bool:
        """Whether nothing was understood."""
        return self == Character(None, None, None, None)


def found_in(words: tuple[tuple[str, T], ...], text: str) -> tuple[tuple[T, ...], str]:
    """The values whose words a plain text holds, in its order, and the text without them."""
    places: dict[int, T] = {}
    for word, value in words:
        while (place := text.find(word)) >= 0:
            places[place] = value
            text = text.replace(word, "\0" * len(word), 1)
    return tuple(dict.fromkeys(places[place] for place in sorted(places))), text.replace("\0", "")


@lru_cache(maxsize=4096)
def read_forms(text: str) -> tuple[tuple[Form, ...], bool]:
    """Service forms, and whether the cell also holds words that nobody knows."""
    forms, rest = found_in(FORM_WORDS, plain(text))
    return forms, bool(_FILLING.sub("", rest).replace("托", ""))


@lru_cache(maxsize=4096)
def read_classes(text: str) -> tuple[tuple[AgeClass, ...], bool]:
    """Class types, and whether the cell also holds unknown words. 托班 alone names no type."""
    found, rest = found_in(CLASS_WORDS, plain(text))
    return tuple(value for value in found if value is not None), bool(_FILLING.sub("", rest))


@lru_cache(maxsize=4096)
def read_character(text: str) -> Character:
    """Founder, profit, setting and 普惠 from any one of the columns that mix them.

    民办非企业 is private and not for profit, 事业单位 public and not for profit.
    """
    words = plain(text)
    return Character(
        _first(_NATURE_WORDS, words),
        _first(_PROFIT_WORDS, words),
        _first(_SETTING_WORDS, words),
        _first(_INCLUSIVE_WORDS, words),
    )


def _first(words: tuple[tuple[str, T], ...], text: str) -> T | None:
    return next((value for word, value in words if word in text), None)


@lru_cache(maxsize=4096)
def read_yes_no(text: str) -> bool | None:
    """Yes, no, or `None` for neither."""
    word = plain(text).lower()
    return True if word in _YES else False if word in _NO else None


@lru_cache(maxsize=4096)
def read_filing(text: str) -> Filed | bool | None:
    """The filing as a status word tells it: a `Filed`, `False` for not filed, `None` unknown."""
    word = plain(text)
    if _CANCELLED.search(word):
        return Filed.CANCELLED
    if read_yes_no(word) is False or _NOT_FILED.search(word):
        return False
    return Filed.YES if _FILED.search(word) else None


@lru_cache(maxsize=4096)
def read_operating(text: str) -> bool | None:
    """Whether a nursery is open for business, `None` for words nobody knows."""
    word = plain(text)
    if _CLOSED.search(word):
        return False
    return True if _OPEN.search(word) else read_yes_no(word)
