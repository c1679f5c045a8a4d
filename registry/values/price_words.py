"""The words and the forms of prices: amounts, units, extras, meals, steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from registry.values.plain import plain
from registry.vocabulary import Meals, Unit

UNITS: Final = {
    "月": Unit.MONTH,
    "天": Unit.DAY,
    "日": Unit.DAY,
    "小时": Unit.HOUR,
    "时": Unit.HOUR,
    "学期": Unit.TERM,
    "期": Unit.TERM,
    "次": Unit.TIME,
}
_ITEM_WORDS: Final = (
    ("meals", ("伙食", "餐费", "膳食", "餐点")),
    ("boarding", ("住宿", "寄宿")),
    ("materials", ("材料费", "教材", "用品", "被褥", "保险")),
    ("late", ("延时", "晚托", "延托", "晚接")),
    ("deposit", ("押金", "定金")),
)
_MEALS = r"(?:餐|伙食|膳食)费?用?"
_EXCLUDED = re.compile(
    rf"[(]?(?:不含|不包含|不包括|除)[^,;。()\d]{{0,4}}{_MEALS}[)]?"
    rf"|[(]?{_MEALS}(?:另计|另收|另付|另外收取|除外|自理)[)]?"
)
_INCLUDED = re.compile(rf"[(]?(?:包含|包括|含)[^,;。()\d]{{0,4}}{_MEALS}[)]?")
_MEAL_AMOUNT = re.compile(r"[:为约¥]*\d+(?:\.\d+)?元?(?:[/每](?:人|生|月|天|日|餐))*")
_AGE = re.compile(
    r"\d+(?:\.\d+)?(?:个月|月龄|周岁|岁)?[-~—–至到]+\d+(?:\.\d+)?(?:个?月龄|个月|周岁|岁)"
    r"|\d+(?:个?月龄|个月|周岁|岁)(?:以上|以下|以内)?"
)
_NOISE = re.compile(r"\d{1,2}:\d{2}(?:[-~—–至到]+\d{1,2}:\d{2})?|\d+%|(?<!\d)\d{1,2}月")
_TIER = re.compile(r"[一二三四五六\da-d][档级类等]|档")
_FILLER = re.compile(
    r"收费标准|保育教育费|基本服务费|保育费|保教费|托育费|托费|月费|收费|费用|价格|标准|服务"
    r"|周一至周五|工作日|人民币|普惠|托位|托班|托育|机构|每人|每生|每孩|全月|按月|按|收|为|和|及|人|生|费"
    r"|[\s()\[\]:,;、。,./·元¥]"
)
_PER = (
    r"(?:[每/·.]*(?:人|生|孩|位|名|童)?[每/·.]*"
    r"(?P<{name}>学期|小时|半天|季度|月|天|日|时|期|次|周|年)(?:[每/·.]+(?:人|生|孩))?)?"
)
_AMOUNT = re.compile(
    r"(?P<ceiling>不超过|不高于|最高|上限|≤|<=?|低于)?(?P<about>约|大约|大概)?[¥]?"
    rf"(?P<before>每月|每天|每日|每小时|每学期|每次)?[¥]?(?P<low>\d+(?:\.\d+)?)元?{_PER.format(name='inner')}"
    rf"(?:[-~—–至到]+[¥]?(?P<high>\d+(?:\.\d+)?))?元?(?P<near>左右|上下)?"
    rf"{_PER.format(name='outer')}"
    r"(?P<after>左右|上下|以内|以下|封顶|以上|起)?"
)


def clauses(words: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every amount with the words beside it: those before, and those behind up to a comma."""
    amounts = list(_AMOUNT.finditer(words))
    before = words[: amounts[0].start()] if amounts else ""
    for found, following in zip_longest(amounts, amounts[1:]):
        between = words[found.end() : following.start() if following else len(words)]
        own, after = _parted(between) if following else (between, "")
        yield found, before + own
        before = after


def _parted(between: str) -> tuple[str, str]:
    """What stands between two amounts: behind the first up to a comma or bracket, the rest."""
    cut = re.search(r"[;,。]|\)(?=.)", between)
    if cut:
        return between[: cut.end()], between[cut.end() :]
    return "", between


def item_in(words: str) -> tuple[str | None, str]:
    """The extra that words name (`registry.fields.PRICE_ITEMS`), and the words without it."""
    for item, marks in _ITEM_WORDS:
        for mark in marks:
            if mark in words:
                return item, words.replace(mark, "").replace("餐", "")
    return None, words


def meals_in(words: str) -> tuple[Meals | None, str]:
    """Whether the meals are in the price, and the words without that.

    What they cost on top stays as a price of its own, what they cost within goes.
    """
    if found := _EXCLUDED.search(words):
        priced = _MEAL_AMOUNT.match(words, found.end())
        return Meals.EXCLUDED, _without(words, found, "伙食费" if priced else " ")
    if found := _INCLUDED.search(words):
        priced = _MEAL_AMOUNT.match(words, found.end())
        rest = words[: found.start()] + " " + words[(priced or found).end() :]
        return Meals.INCLUDED, rest
    return None, words


def _without(words: str, found: re.Match[str], instead: str) -> str:
    return words[: found.start()] + instead + words[found.end() :]


def unit_in(heading: str) -> Unit | None:
    """The unit that a heading gives: 收费标准（元/月）."""
    found = re.search(r"(学期|小时|月|天|日(?!托)|期|次)[^元]*$", plain(heading).split("元", 1)[-1])
    if found and "元" in heading:
        return UNITS[found[1]]
    return Unit.MONTH if heading.startswith(("月费", "每月")) else None


def simplified(words: str) -> str:
    """The words without hours, months and shares; ages are steps of a price, as 档 is."""
    return _NOISE.sub(" ", _AGE.sub("档", words))


def names_step(words: str) -> bool:
    """Whether words name one of several steps of a price: 一档, 2-3岁."""
    return _TIER.search(words) is not None


def all_known(words: str) -> bool:
    """Whether words beside an amount change nothing about it: 保育费, 每人, 一档."""
    return not _FILLER.sub("", _TIER.sub("", words))
