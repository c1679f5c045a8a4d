"""Which heading means which column.

Headings are compared without spaces, line breaks, brackets and units: `普惠托位 数量`,
`托位总数(个)` and `托位总数` meet. A whole heading goes before a part of it, and the longest
part before a shorter one, so that 普惠托位数 is never read as 托位数. A part must be a fair
share of the heading: 本季度普惠补贴金额 speaks of money, not of 普惠. Nothing before a part
may deny it: 非普惠托位数, 监督电话 (`registry.reading.qualifiers`).

Headings of several rows come as a path, `机构性质/举办类别/公办`: the lowest name decides,
and where it says nothing, or only which class, the name above it does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from registry.keys import fold
from registry.reading.aliases import ALIASES, DIVISIONS, MEASURES, NAMES, WHOLE_ONLY, Column
from registry.reading.persons import person_column, person_of_path
from registry.reading.qualifiers import brackets_deny, denies, parent_denies

__all__ = ["DIVISIONS", "NAMES", "Column", "bare", "column_of", "known_whole"]

_BARE = re.compile(r"[\s()\[\]{}<>【】〔〕:：*＊/／、,，.。\-—_\u200b-\u200f\ufeff]+")
_BRACKETED = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_UNITS = re.compile(
    r"((单位)?万?元每?([人生]每?)?(月|天|日|小?时|次|学期|期|学年|年)?([人生])?"
    r"|[个人名家年岁]|平方米|平米|㎡|m2|m²)$"
)
_FIGURE = re.compile(
    r"(?:20\d\d年?(?:末|底|度)?|年末|全市|全省|全县|全区)*(.+?)(?:万人|人|万元|元)?"
)
_SLASH = re.compile(r"/(?![^(（]*[)）])")
_LONGEST_HEADING = 24
"""Characters without brackets; what is longer is a sentence."""

_PRICE_OF_CLASS: Final = {
    Column.CLASS_INFANT: Column.PRICE_INFANT,
    Column.CLASS_JUNIOR: Column.PRICE_JUNIOR,
    Column.CLASS_SENIOR: Column.PRICE_SENIOR,
    Column.CLASS_MIXED: Column.PRICE_MIXED,
}
_HEADS: Final = frozenset({Column.PHONE, Column.PERSON, Column.REMARK})
_MONEY = re.compile("补贴|补助|奖补|资金|金额")
_CLASS_COLUMNS: Final = frozenset({Column.CLASSES, Column.STAFF, Column.KIND})
"""Parents under which a class heading (乳儿班…) still counts classes."""


def bare(heading: str) -> str:
    """A heading without case, width, script, spaces and punctuation: `序 号` → `序号`."""
    return _BARE.sub("", fold(heading))


_BY_ALIAS: dict[str, Column] = {
    bare(alias): column for column, aliases in ALIASES.items() for alias in aliases.split()
}
_WHOLE_ONLY = frozenset(map(bare, WHOLE_ONLY))
_NAME_ENDINGS = ("名称", "全称")
_PARTS = sorted(
    (
        alias
        for alias, column in _BY_ALIAS.items()
        if len(alias) > 1
        and not alias.isascii()
        and alias not in _WHOLE_ONLY
        and column is not Column.PERSON
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
    found = _whole(heading) or _in_parts(heading)
    if found is None or (bare(heading) not in _BY_ALIAS and brackets_deny(heading, found)):
        return None
    return found


def _in_parts(heading: str) -> Column | None:
    """What a heading means that is no alias as a whole: a person, a path, or a part of it."""
    path = [part for part in _SLASH.split(heading) if part.strip()]
    if len(path) > 1:
        return _of_path("/".join(path[:-1]), path[-1])
    words = bare(_BRACKETED.sub("", heading))
    if len(words) > _LONGEST_HEADING:
        return None
    return person_column(words) or figure_column(words) or _part(words)


def figure_column(words: str) -> Column | None:
    """A figure of divisions with its year or its unit written into the heading's words.

    >>> figure_column("2024年末常住人口万人"), figure_column("2024年户籍人口")
    (<Column.POPULATION: 'population'>, None)
    """
    found = _FIGURE.fullmatch(words)
    column = _BY_ALIAS.get(found[1]) if found else None
    return column if column in MEASURES else None


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
    words = _UNITS.sub("", words)
    found = [alias for alias in _PARTS if alias in words and _fits(alias, words)]
    if not found:
        return None
    return _BY_ALIAS[max(found, key=lambda alias: (len(alias), words.endswith(alias)))]


def _fits(alias: str, words: str) -> bool:
    """Whether the part is long enough, is not denied, and what follows it means nothing else.

    备案机关电话 is a telephone, 普惠补贴 is money.
    """
    share = 3 if len(alias) > 2 and words.endswith(alias) else 2
    if len(alias) * share < len(words):
        return False
    column = _BY_ALIAS[alias]
    before, _, after = words.partition(alias)
    other_head = _BY_ALIAS.get(after, column) in _HEADS - {column}
    return not (denies(before, column, alias) or other_head or _MONEY.search(after))


def _of_path(parents: str, name: str) -> Column | None:
    above, last = bare(_SLASH.split(parents)[-1]), bare(_BRACKETED.sub("", name))
    joined = _BY_ALIAS.get(above + last) or _BY_ALIAS.get(last + above)  # 自评/得分, 托位数/空余
    if told := person_of_path(above, last) or joined:
        return told
    parent, child = column_of(parents), column_of(name)
    if child is None:
        return None if parent is None or denies(last, parent) else parent
    if parent_denies(above, child):
        return None
    if parent is None:
        return child
    if child in NAMES and not _says_name(last):
        return parent  # 类型/托育机构 is a kind, not a name
    return _under(parent, child)


def _under(parent: Column, child: Column) -> Column | None:
    if child in _PRICE_OF_CLASS and parent not in _CLASS_COLUMNS:
        return _PRICE_OF_CLASS[child] if _is_price(parent) else None
    if child is Column.INCLUSIVE and parent is Column.CAPACITY:
        return Column.INCLUSIVE_PLACES
    return child


def _says_name(words: str) -> bool:
    return words.endswith(_NAME_ENDINGS) and words not in _NAME_ENDINGS


def _is_price(column: Column) -> bool:
    return column in {Column.PRICE, Column.PRICE_FULL_DAY}
