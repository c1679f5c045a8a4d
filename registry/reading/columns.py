"""Which heading means which column.

Headings are compared without spaces, line breaks, brackets and units: `普惠托位 数量`,
`托位总数(个)` and `托位总数` meet. A whole heading goes before a part of it, and the longest
part before a shorter one, so that 普惠托位数 is never read as 托位数. A part must be a fair
share of the heading: 本季度普惠补贴金额 speaks of money, not of 普惠.

Headings of several rows come as a path, `机构性质/举办类别/公办`: the lowest name decides,
and where it says nothing, or only which class, the name above it does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from registry.keys import fold
from registry.reading.aliases import ALIASES, Column

__all__ = ["NAMES", "REGIONS", "Column", "bare", "column_of", "known_whole"]

NAMES: Final = frozenset({Column.NAME, Column.TRADING_NAME})
"""A table that has none of these is no list of nurseries."""

REGIONS: Final = (Column.PROVINCE, Column.CITY, Column.REGION, Column.STREET)
"""Columns whose merged cells speak for every row beside them; the widest first."""

_BARE = re.compile(r"[\s()\[\]{}<>【】〔〕:：*＊/／、,，.。\-—_\u200b-\u200f\ufeff]+")
_BRACKETED = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_UNITS = re.compile(
    r"((单位)?万?元每?([人生]每?)?(月|天|日|小?时|次|学期|期|学年|年)?([人生])?"
    r"|[个人名家年岁]|平方米|平米|㎡|m2|m²)$"
)
_PERSON = re.compile(r"法定代表|法人|负责人|园长|院长|校长|联系人|举办者")
_PERSON_LAST = re.compile(r"(法定代表人?|法人|负责人|园长|院长|校长|联系人|姓名)$")
_PHONE = re.compile(r"电话|手机|联系方式|号码")
_SLASH = re.compile(r"/(?![^(（]*[)）])")
_LONGEST_HEADING = 24
"""Characters without brackets; what is longer is a sentence."""

_PRICE_OF_CLASS: Final = {
    Column.CLASS_INFANT: Column.PRICE_INFANT,
    Column.CLASS_JUNIOR: Column.PRICE_JUNIOR,
    Column.CLASS_SENIOR: Column.PRICE_SENIOR,
    Column.CLASS_MIXED: Column.PRICE_MIXED,
}
_CLASS_COLUMNS: Final = frozenset({Column.CLASSES, Column.STAFF, Column.KIND})
"""Parents under which a class heading (乳儿班…) still counts classes."""


def bare(heading: str) -> str:
    """A heading without case, width, script, spaces and punctuation: `序 号` → `序号`."""
    return _BARE.sub("", fold(heading))


_BY_ALIAS: dict[str, Column] = {
    bare(alias): column for column, aliases in ALIASES.items() for alias in aliases.split()
}
_NAME_ENDINGS = ("名称", "全称")
_PARTS = sorted(
    (
        alias
        for alias, column in _BY_ALIAS.items()
        if len(alias) > 1
        and not alias.isascii()
        and (column not in NAMES or alias.endswith(_NAME_ENDINGS))
    ),
    key=len,
    reverse=True,
)


@lru_cache(maxsize=65536)
def column_of(heading: str) -> Column | None:
    """The column that a heading names, `None` for one nobody knows.

    >>> column_of("普惠托位 数量"), column_of("全日托收费（元/月）"), column_of("检查情况")
    (<Column.INCLUSIVE_PLACES: 'inclusive_places'>, <Column.PRICE_FULL_DAY: 'price.full_day'>, None)
    """
    if len(heading) > 200:
        return None
    whole = _whole(heading)
    if whole is not None:
        return whole
    words = bare(_BRACKETED.sub("", heading))
    if len(words) <= _LONGEST_HEADING and _PERSON.search(words) and _PHONE.search(words):
        return Column.PERSON_PHONE
    if len(words) <= _LONGEST_HEADING and _PERSON_LAST.search(words):
        return Column.PERSON
    path = [part for part in _SLASH.split(heading) if part.strip()]
    if len(path) > 1:
        return _of_path("/".join(path[:-1]), path[-1])
    return _part(words)


def known_whole(heading: str) -> bool:
    """Whether a cell is exactly a known heading, spaces, brackets and units aside.

    What only holds one may be data: 向阳托育机构 is a nursery.
    """
    return len(heading) <= 200 and _whole(heading) is not None


def _whole(heading: str) -> Column | None:
    for words in (bare(heading), bare(_BRACKETED.sub("", heading))):
        for whole in (words, _UNITS.sub("", words)):
            if whole in _BY_ALIAS:
                return _BY_ALIAS[whole]
    return None


def _part(words: str) -> Column | None:
    """The longest alias that makes up half of the words, or a third of them at their end."""
    if len(words) > _LONGEST_HEADING:
        return None
    words = _UNITS.sub("", words)
    for alias in _PARTS:
        share = 3 if len(alias) > 2 and words.endswith(alias) else 2
        if alias in words and len(alias) * share >= len(words):
            return _BY_ALIAS[alias]
    return None


def _of_path(parents: str, name: str) -> Column | None:
    parent, child = column_of(parents), column_of(name)
    if child in _PRICE_OF_CLASS and parent is not None and parent not in _CLASS_COLUMNS:
        return _PRICE_OF_CLASS[child] if _is_price(parent) else None
    if child is Column.INCLUSIVE and parent is Column.CAPACITY:
        return Column.INCLUSIVE_PLACES
    if child in NAMES and parent is not None:  # 类型/托育机构 is a kind, not a name
        return parent
    return child or parent


def _is_price(column: Column) -> bool:
    return column in {Column.PRICE, Column.PRICE_FULL_DAY}
