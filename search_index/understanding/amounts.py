"""Ages, prices, distances, levels and stars: one table of patterns over folded text.

A rule's reader gets the match and says which filters it means; `None` says that it means
nothing after all (2000 岁), and another rule may read the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from registry.vocabulary import Level
from search_index.understanding.numerals import NUMBER, value
from search_index.understanding.result import Filters

ABOUT: Final = 0.2
"""左右: a fifth below and a fifth above."""

_EARLIEST, _OLDEST = 100, 83  # yuan a month that can be a price; months that can be an age
_MOST = 100_000

_BOUND: Final = "以内|以下|以上|之内|封顶|不到|左右|上下|内|起"
_UNIT: Final = (
    rf"个|月|岁|周岁|元|块|人民币|rmb|yuan|公里|千米|km|里|米|m(?![a-z])|星|颗|千|万|{_BOUND}|到|至|[-~—]"
    "|year|yr|month|star"
)
_N = rf"(?:{NUMBER}(?: (?={_UNIT}))?)"
_YUAN = (
    r"(?: ?(?:元|块钱|块|rmb|人民币|yuan))?"
    rf"(?:(?:/|每|一|一个)?个?月| (?:a|per) month)?(?: (?={_BOUND}))?"
)
_OTHER_UNIT = r"(?!\s*(?:元|块)?\s*(?:/|每|一)(?:个)?(?:天|日|小时|次|学期|年))"
_CHILD = r"(?:多|大)?(?:的?(?:宝宝|宝贝|孩子|小孩|娃娃|娃|儿子|女儿|小朋友|男宝|女宝|男孩|女孩))?"
_WHOSE = r"(?:我家|家里)?(?:宝宝|宝贝|孩子|小孩|娃|儿子|女儿)?(?:刚满|刚|快|满|才)?"
_LEVELS: Final = {
    "国家级": Level.NATIONAL,
    "全国": Level.NATIONAL,
    "国家": Level.NATIONAL,
    "省级": Level.PROVINCIAL,
    "省": Level.PROVINCIAL,
    "市级": Level.CITY,
    "市": Level.CITY,
    "区级": Level.COUNTY,
    "县级": Level.COUNTY,
    "区县级": Level.COUNTY,
    "区": Level.COUNTY,
    "县": Level.COUNTY,
    "national": Level.NATIONAL,
    "provincial": Level.PROVINCIAL,
    "city": Level.CITY,
    "municipal": Level.CITY,
    "county": Level.COUNTY,
    "district": Level.COUNTY,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern. `is_a_word`: it counts only where the dictionary lets a word begin and end."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Filters | None]
    is_a_word: bool


def _price_range(match: re.Match[str]) -> Filters | None:
    low, high = value(match["low"]), value(match["high"])
    if low is None or high is None:
        return None
    if low < 10 <= high / 100:
        low *= 1000 if high >= 1000 else 100  # 2到3千
    if not (_is_price(low) and _is_price(high) and low <= high):
        return None
    return (("price_min", (_yuan(low),)), ("price_max", (_yuan(high),)))


def _price_most(match: re.Match[str]) -> Filters | None:
    most = value(match["n"])
    return (("price_max", (_yuan(most),)),) if _is_price(most) else None


def _price_least(match: re.Match[str]) -> Filters | None:
    least = value(match["n"])
    return (("price_min", (_yuan(least),)),) if _is_price(least) else None


def _price_about(match: re.Match[str]) -> Filters | None:
    middle = value(match["n"])
    if middle is None or not _is_price(middle):
        return None
    return (
        ("price_min", (_yuan(round(middle * (1 - ABOUT))),)),
        ("price_max", (_yuan(round(middle * (1 + ABOUT))),)),
    )


def _months(match: re.Match[str]) -> Filters | None:
    return _age(value(match["n"]))


def _years(match: re.Match[str]) -> Filters | None:
    years, more = value(match["n"]), match["m"] or "0"
    months = 6 if match["half"] else value(more)
    if years is None or months is None or months > 11:
        return None
    return _age(years * 12 + months)


def _years_in_english(match: re.Match[str]) -> Filters | None:
    years = value(match["n"])
    return None if years is None else _age(years * 12 + (6 if match["half"] else 0))


def _born(_: re.Match[str]) -> Filters:
    """A date of birth is no age before a day is given: refused as a whole."""
    return ()


def _half_year(_: re.Match[str]) -> Filters | None:
    return _age(6)


def _class_span(match: re.Match[str]) -> Filters | None:
    """国卫人口发〔2019〕58号: 托小班 takes 12 to 24 months, 托大班 24 to 36."""
    spans = {(6, 12): "infant", (12, 24): "junior", (24, 36): "senior"}
    low, high = value(match["low"]), value(match["high"])
    unit = 12 if match["unit"] == "岁" else 1
    if low is None or high is None:
        return None
    name = spans.get((round(low * unit), round(high * unit)))
    return (("class", (name,)),) if name else None


def _within(match: re.Match[str]) -> Filters | None:
    distance = value(match["n"])
    if distance is None:
        return None
    metres = match["unit"] in ("米", "m")
    if metres and distance < 50:
        return None  # a room, no walk
    kilometres = distance / 1000 if metres else distance / 2 if match["unit"] == "里" else distance
    return (("within", (f"{kilometres:g}",)),) if 0 < kilometres <= 100 else None


def _demonstration(match: re.Match[str]) -> Filters | None:
    level = match["level"] or match["english"]
    levels = tuple(map(str, Level)) if level is None else (str(_LEVELS[level]),)
    return (("demo", levels),)


def _stars(match: re.Match[str]) -> Filters | None:
    if match["english"]:
        return (("star", (match["english"],)),)
    if match["n"] is None:
        return (("star", ("1", "2", "3", "4", "5")),)
    stars = value(match["n"])
    if stars not in (1, 2, 3, 4, 5):
        return None
    last = 5 if match["more"] else int(stars)
    return (("star", tuple(map(str, range(int(stars), last + 1)))),)


def _rule(name: str, pattern: str, read: Callable[[re.Match[str]], Filters | None]) -> Rule:
    # ASCII: other scripts' digits are no numbers that `value` reads.
    return Rule(name, re.compile(pattern, re.ASCII), read, name in ("demonstration", "stars"))


RULES: Final = (
    _rule(
        "months",
        rf"{_WHOSE}(?P<n>{_N})多?(?:个半?月(?:大|龄)?|月龄|月大|[ -]?months?(?:[ -]olds?)?)"
        rf"{_CHILD}",
        _months,
    ),
    _rule(
        "years",
        rf"{_WHOSE}(?P<n>{_N})(?:周)?岁(?:(?P<half>半)|零?(?P<m>{_N})个?月)?(?!以|至|到){_CHILD}",
        _years,
    ),
    _rule(
        "years in English",
        rf"(?P<n>{_N})(?P<half> ?and a half)?[ -]?(?:years?|yrs?|yo|y/o)(?:[ -]olds?)?(?![a-z])",
        _years_in_english,
    ),
    _rule(
        "born",
        r"(?:20)?\d\d ?年(?: ?\d{1,2} ?月(?:份|初|底)?(?: ?\d{1,2} ?[日号])?(?:出生|生)?"
        r"|出生|生)的?"
        rf"{_CHILD}|born (?:in )?(?:[a-z]+ )?(?:20)\d\d(?:-\d\d?)*",
        _born,
    ),
    _rule("half a year", rf"{_WHOSE}半(?:周)?岁{_CHILD}", _half_year),
    _rule(
        "class span",
        rf"(?P<low>{_N})(?:个?月|岁)?(?:-|~|到|至|—) ?(?P<high>{_N})(?P<unit>岁|个?月){_CHILD}",
        _class_span,
    ),
    _rule(
        "price range",
        rf"(?:￥|¥|预算)?(?P<low>{_N}){_YUAN}(?:-|~|到|至|—| to )"
        rf" ?(?P<high>{_N}){_YUAN}"
        rf"(?:之间|左右|以内)?{_OTHER_UNIT}(?![岁个月号])",
        _price_range,
    ),
    _rule(
        "price most",
        rf"(?:￥|¥|预算|月费|每月|价格|收费|学费)*(?P<n>{_N}){_YUAN}(?:以内|以下|之内|封顶|不到|内(?!蒙))"
        rf"{_OTHER_UNIT}",
        _price_most,
    ),
    _rule(
        "price at most",
        r"(?:价格|月费|学费|收费|预算)?"
        r"(?:不超过|不超|不高于|低于|最多|少于|小于|不到|预算|under |below "
        r"|up to |at most |less than |max |<=|<|≤) ?"
        rf"(?:￥|¥)?(?P<n>{_N}){_YUAN}(?:以内|以下)?{_OTHER_UNIT}(?![岁个月号])",
        _price_most,
    ),
    _rule(
        "price least",
        rf"(?:￥|¥)?(?P<n>{_N}){_YUAN}(?:以上|起){_OTHER_UNIT}",
        _price_least,
    ),
    _rule(
        "price at least",
        rf"(?:高于|不低于|至少|大于|over |above |at least |more than |from |>=|>|≥)"
        rf"(?:￥|¥)?(?P<n>{_N}){_YUAN}{_OTHER_UNIT}(?![岁个月号])",
        _price_least,
    ),
    _rule(
        "price about",
        rf"(?:预算|大概|大约|约)?(?:￥|¥)?(?P<n>{_N}){_YUAN}(?:左右|上下|的样子){_OTHER_UNIT}",
        _price_about,
    ),
    _rule(
        "price in yuan",
        rf"(?:￥|¥)?(?P<n>{_N}) ?(?:元|块钱|块|rmb|yuan){_YUAN}{_OTHER_UNIT}|"
        rf"(?:￥|¥)(?P<m>{_N}){_OTHER_UNIT}|(?P<k>\d(?:\.\d)?k)(?![a-z0-9])|"
        rf"(?P<q>{_N})(?:/|每|每个|一个)月|(?:月费|学费|收费|每月)(?P<p>{_N})(?![岁个月号\d])",
        lambda match: _spent(next(filter(None, match.groups()))),
    ),
    _rule(
        "distance",
        rf"(?:离我|离家|方圆)?(?P<n>{_N})(?P<unit>公里|千米|km|里(?!弄|路|屯|镇|村)|米|m(?![a-z]))"
        r"(?: ?(?:以内|之内|内|范围内?|左右))?",
        _within,
    ),
    _rule(
        "demonstration",
        r"(?P<level>国家级|全国|国家|省级|省|市级|市|区县级|区级|县级|区|县)? ?示范(?:性|型)?"
        r"(?:(?:托育)?(?:服务)?(?:机构|单位|园(?!区)|点))?(?!区)"
        r"|(?:(?P<english>national|provincial|city|municipal|county|district)[ -](?:level )?)?"
        r"demonstration"
        r"(?! zone)(?![a-z])",
        _demonstration,
    ),
    _rule(
        "stars",
        rf"(?P<n>{_N})(?:星级|颗星|星)(?P<more>及?以上)?(?:(?:托育)?机构)?|星级(?:(?:托育)?机构)?"
        r"|(?P<english>[1-5])[ -]?stars?(?![a-z])",
        _stars,
    ),
)
"""Every rule; the one that reads most characters wins, the earlier of equals."""

STARTS: Final = frozenset(
    "0123456789零〇一二两俩三四五六七八九十百千万¥￥半预月每价收学费不低最少小大高至超约离方"
    "国全省市区县示星我家里宝孩娃儿女刚快满才<≤>≥ubadnpcmlof"
)
"""The characters a rule's text can begin with: elsewhere no pattern is tried."""


def _spent(text: str) -> Filters | None:
    """A bare sum is what a parent can spend."""
    most = value(text)
    return (("price_max", (_yuan(most),)),) if _is_price(most) else None


def _is_price(number: float | None) -> bool:
    return number is not None and _EARLIEST <= number <= _MOST


def _yuan(number: float | None) -> str:
    return str(round(number or 0))


def _age(months: float | None) -> Filters | None:
    if months is None or not 0 < months <= _OLDEST:
        return None
    return (("age", (str(int(months)),)),)
