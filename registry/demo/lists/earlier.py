"""An earlier edition of one city's filing list, so that something has changed since.

What is different follows from a nursery's number alone; no other list changes by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.demo import words
from registry.demo.codes import credit_code
from registry.demo.draft import Draft, DraftTable
from registry.demo.lists.press import commission, parts, table
from registry.demo.places import City
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery
from registry.vocabulary import Filed, SourceKind

_CITY = "5105"
_HEADINGS = (
    "区县",
    "机构名称",
    "统一社会信用代码",
    "地址",
    "托位总数(个)",
    "服务形式",
    "班型",
    "备案情况",
    "备案通过时间",
)


def earlier_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar
) -> Iterator[Draft]:
    """The filing list of 泸州 as it was more than a year ago."""
    if city.key != _CITY:
        return
    as_of = calendar.ago(405)
    listed = [_earlier(one) for one in nurseries if one.filed is not None and one.filed_on <= as_of]
    title = f"{city.name}已备案托育机构名单（截至{as_of.year}年{as_of.month}月）"
    draft = Draft(
        name=f"{city.key}-filing-earlier.html",
        title=title,
        issuer=commission(city.region),
        published=calendar.ago(400),
        region=city.region,
        kind=SourceKind.FILING,
        tables=(),
    )
    yield from parts(draft, listed, lambda chunk: _table(title, chunk))


def _table(title: str, chunk: Sequence[DemoNursery]) -> DraftTable:
    return table(title, _HEADINGS, chunk, notes=("注：本表为虚构的演示数据。",))


def _earlier(nursery: DemoNursery) -> DemoNursery:
    """The nursery as it was: mostly the same, some smaller, some under another name or operator."""
    then = replace(nursery, filed=Filed.YES)
    has_code = nursery.credit_code is not None and nursery.premises.address is not None
    if nursery.number % 41 == 9 and has_code:
        return _before(then)
    if nursery.number % 29 == 6 and has_code:
        return replace(then, name=nursery.name.replace("托育", "幼托"))
    if nursery.number % 11 == 4:
        return replace(then, capacity=max(10, nursery.capacity - 15))
    return then


def _before(nursery: DemoNursery) -> DemoNursery:
    """Whoever ran a nursery at this address before: another name and another credit code."""
    number = 900_000 + nursery.number
    district = nursery.district.key or nursery.city.key
    return replace(
        nursery,
        name=f"{nursery.district.name}{words.brand(number % words.BRANDS)}婴幼儿照护中心",
        trading_name=None,
        former_name=None,
        credit_code=credit_code(nursery.founder.code_prefix, district, number),
    )
