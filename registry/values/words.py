"""Closed sets in published words, and how they are found: forms, classes, yes and no.

Longer words stand before the shorter ones they hold, and a word once read is taken out, so that
半日托 is never also 日托.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, TypeVar

from registry.values.plain import plain
from registry.vocabulary import AgeClass, Form

T = TypeVar("T")


def in_order(words: Mapping[T, str]) -> tuple[tuple[str, T], ...]:
    return tuple((word, value) for value, row in words.items() for word in row.split())


def longest_first(words: Mapping[T, str]) -> tuple[tuple[str, T], ...]:
    """The words of a table, each with its value, so that none is found inside a longer one."""
    return tuple(sorted(in_order(words), key=lambda pair: len(pair[0]), reverse=True))


FORM_WORDS: Final = longest_first(
    {
        Form.FULL_DAY: "全日托 全日制 全日 全托 整托 整日托 日托 全天 全天托",
        Form.HALF_DAY: "半日托 半日制 半日 半托 半天 半天托 上午托 下午托",
        Form.HOURLY: "计时托 计时制 计时 小时托 钟点托 小时制 按小时",
        Form.TEMPORARY: "临时托 临时制 临时 临托 喘息托 喘息",
    }
)
CLASS_WORDS: Final = longest_first(
    {
        AgeClass.INFANT: "乳儿班 乳儿 婴儿班 乳婴班",
        AgeClass.JUNIOR: "托小班 小托班 托小 小托",
        AgeClass.SENIOR: "托大班 大托班 托大 大托",
        AgeClass.MIXED: "混龄班 混合班 混托班 混龄 混合 混托",
        None: "小小班 中托班 中托 托中班 托班",  # known words that name no class of the standard
    }
)
_YES = frozenset(["是", "有", "√", "✓", "✔", "☑", "v", "y", "yes", "true", "已", "对"])
_NO = frozenset(["否", "不是", "×", "✗", "✕", "✘", "x", "n", "no", "false", "未", "非"])
MARKS = re.compile(r"[\s,，、;；/和及与+()\[\]:。.-]+")
FILLING = re.compile(r"服务|单位|企业|机构|托育|班|型|个|等|性|举办|办学|办托|办|园|√|\d")
_NEGATION = re.compile(r"[非未不无拟转]|没有|申请|取消|撤销|暂停|停止")


def lookup(words: Mapping[T, str]) -> dict[str, T]:
    """The value of every word of a table."""
    return dict(in_order(words))


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
    """Service forms, and whether the cell also holds words that nobody knows.

    A cell that denies anything (不提供全日托) says nothing at all.
    """
    return _items(FORM_WORDS, text)


@lru_cache(maxsize=4096)
def read_classes(text: str) -> tuple[tuple[AgeClass, ...], bool]:
    """Class types, as `read_forms` gives forms. 托班 alone names no type."""
    found, unknown = _items(CLASS_WORDS, text)
    return tuple(value for value in found if value is not None), unknown


def _items(words: tuple[tuple[str, T], ...], text: str) -> tuple[tuple[T, ...], bool]:
    """The values of the items of a list that were read to their end, and whether one was not."""
    found: list[T] = []
    unknown = False
    for item in filter(None, MARKS.split(plain(text))):
        values, rest = found_in(words, item)
        if _NEGATION.search(rest):
            return (), True
        left = FILLING.sub("", rest).replace("托", "")
        unknown = unknown or bool(left)
        found += () if left else values
    return tuple(dict.fromkeys(found)), unknown


@lru_cache(maxsize=4096)
def read_yes_no(text: str) -> bool | None:
    """Yes, no, or `None` for neither."""
    word = plain(text)
    return True if word in _YES else False if word in _NO else None
