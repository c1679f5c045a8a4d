"""What a heading or a cell of an assessment names: an area of WS/T 821-2023, or a clause of it.

办托条件（自评）（100分）, 机构自评-办托条件, 办托条件/他评得分 and 一、办托条件 name an area;
4.1.4, 4.1.4 消防（自评） and 自评/4.1.4 a clause. Who scored may stand before, behind or above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from registry import fields
from registry.reading.columns import NAMES, Column, column_of
from registry.values.plain import plain
from registry.values.words import lookup
from registry.vocabulary import Assessor, Outcome, QualityArea

_ABOUT_THE_NURSERY: Final = NAMES | {
    Column.SERIAL,
    Column.CREDIT_CODE,
    Column.REGION,
    Column.ADDRESS,
    Column.PHONE,
    Column.CAPACITY,
}
_AREAS: Final = {
    "办托条件": QualityArea.PREMISES,
    "托育队伍": QualityArea.STAFF,
    "保育照护": QualityArea.CARE,
    "卫生保健": QualityArea.HEALTH,
    "养育支持": QualityArea.PARENTING,
    "安全保障": QualityArea.SAFETY,
    "机构管理": QualityArea.MANAGEMENT,
    **dict.fromkeys(("总分", "总得分", "合计得分", "合计"), fields.ASSESSMENT_TOTAL),
}
_SELF = "(?:托育)?机构自评|自评|自我评估"
_AUTHORITY = "监管他评|监管评估|监管|他评|复评|评审|专家评估|专家组?|核查"
_BY = f"(?:{_SELF}|{_AUTHORITY}|评估)"
_NUMBERED = r"(?:[一二三四五六七][、.]|[(][一二三四五六七][)]|(?:[1-9]|10)[、.]?)"
_HEADING = re.compile(
    rf"{_NUMBERED}?(?:(?P<before>{_BY})(?:得分|分数|分)?[:_-]?)?"
    rf"(?P<area>{'|'.join(sorted(_AREAS, key=len, reverse=True))})"
    rf"[(]?(?P<by>{_BY})?(?:得分|分数|分)?[)]?"
    r"(?:[(](?:满分|共)?(?P<of>\d+)分?[)])?"
)
_CLAUSE = re.compile(r"第?(?P<clause>(?:[4-9]|10)(?:\.\d{1,2}){1,3})[条款、.:]?(?P<words>.*)")
_WORDS = re.compile(r"(?![元万分年月岁周])[\u3400-\u9fff(].*")
_ABOVE = re.compile(r"/(?![^(]*[)])")
_BETWEEN = re.compile(r"[、,;，；]|(?<=[\u3400-\u9fff)])(?=\d)")
_FULL = re.compile("满分|分值|标准分")

_OUTCOMES: Final = lookup(
    {
        Outcome.MET: "达标 已达标 符合 合格 通过 是 √ ✓ ✔",
        Outcome.UNMET: "不达标 未达标 不符合 不合格 未通过 不通过 否 × ✗ ✘ x",
        Outcome.NOT_APPLICABLE: "不适用 不涉及 不评 免评",
    }
)


@dataclass(frozen=True, slots=True)
class Area:
    """An area that a heading or a cell names: who scored, and out of how many, if it says so."""

    key: str  # a `QualityArea` or "total"
    by: Assessor | Literal["full"] | None  # "full": a column of full marks, not of scores
    of: float | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that a heading or a cell names, and who looked at it, if it says so."""

    number: str
    by: Assessor | None


@lru_cache(maxsize=4096)
def area_of(words: str) -> Area | None:
    """The area that a heading or a cell names, `None` for anything else.

    >>> area_of("自评得分/办托条件（100分）")
    Area(key='premises', by=<Assessor.SELF: 'self'>, of=100.0)
    """
    parts = _ABOVE.split(plain(words))
    found = [match for part in parts if (match := _HEADING.fullmatch(part))]
    if len(found) != 1 or any(map(_CLAUSE.fullmatch, parts)):  # 卫生保健/7.2.1 is a clause
        return None
    (named,) = found
    others = "/".join(part for part in parts if part != named[0])
    by = _teller(named["before"] or named["by"] or others)
    full = by is None and _FULL.search(others) is not None
    of = float(named["of"]) if named["of"] else None
    return Area(str(_AREAS[named["area"]]), "full" if full else by, of)


@lru_cache(maxsize=4096)
def clause_of(words: str) -> Clause | None:
    """The clause that a heading or a cell names; a numbered name or address is none.

    >>> clause_of("4.1.4 消防（自评）"), clause_of("4.1 机构名称"), clause_of("4.5元")
    (Clause(number='4.1.4', by=<Assessor.SELF: 'self'>), None, None)
    """
    parts = _ABOVE.split(plain(words))
    found = [match for part in parts if (match := _CLAUSE.fullmatch(part))]
    if len(found) != 1 or (found[0]["words"] and not _WORDS.fullmatch(found[0]["words"])):
        return None
    number, label = found[0]["clause"], found[0]["words"]
    if number.count(".") == 1 and column_of(label) in _ABOUT_THE_NURSERY:
        return None
    return Clause(number, _teller("/".join(parts)))


def outcome_of(text: str) -> Outcome | None:
    """What a cell says was found of a clause, `None` for any other word: 基本达标 is neither."""
    return _OUTCOMES.get(plain(text))


def clauses_in(text: str) -> tuple[str, ...]:
    """The clauses that a cell lists, none where anything else stands in it that is no name.

    >>> clauses_in("4.1.4消防合格、9.5.2"), clauses_in("共2项")
    (('4.1.4', '9.5.2'), ())
    """
    pieces = [piece for piece in _BETWEEN.split(plain(text)) if piece]
    found = [clause_of(piece) for piece in pieces]
    return tuple(one.number for one in found if one) if all(found) else ()


def by_whom(heading: str, title: str, *, beside_self: bool) -> Assessor:
    """Who scored in a column; `beside_self`: another column of the table says 自评.

    评估得分 alone is the authority's, but in a list whose title says 自评 it is the nursery's.

    >>> by_whom("评估得分", "2025年托育机构自评结果", beside_self=False)
    <Assessor.SELF: 'self'>
    """
    if (stated := _teller(heading)) is not None:
        return stated
    return Assessor.SELF if "自评" in title and not beside_self else Assessor.AUTHORITY


def _teller(words: str) -> Assessor | None:
    if re.search(_SELF, words):
        return Assessor.SELF
    return Assessor.AUTHORITY if re.search(_AUTHORITY, words) else None
