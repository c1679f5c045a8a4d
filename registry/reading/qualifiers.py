"""Words before a known heading that make it say something else: 非普惠托位数, 监督电话.

They speak against a part of a heading only; a whole alias such as 空余托位 overrules them.
"""

from __future__ import annotations

import re
from typing import Final

from registry.reading.aliases import NAMES, Column

_DENIED = re.compile(
    "非|不|未|待|空|[剩结富]余|余$|已使用|已用|已占|在用"
    "|原(?!市|县|区|州)|曾用|取消|撤销|注销|停办|停业|变更|更名"
    "|监督|举报|投诉|主管|监管"
)
"""Not so, no more so, or somebody else's; 太原市普惠托位数 is no former number."""

_UNDECIDED = re.compile("拟|申报|自评|新增|新建|在建|预计|目标|计划(?!生育)|规划")
"""Not yet so. A proposed nursery has its name and address nevertheless."""

_OTHER_BODIES = re.compile("主办|举办|运营|承办|主管|开户|所属|申报单位|银行")
_OTHER_PHONES = re.compile("部门|机关|卫健|卫生|街道|社区|政府|政策|紧急")
_HEADLINE = re.compile("(情况|信息|资料|内容|数据)$")
_BRACKETED = re.compile(r"[(（\[【]([^)）\]】/／、,，;；或和及]{1,8})[)）\]】]")

_OF_ANY_STAGE: Final = NAMES | {
    Column.SERIAL,
    Column.CREDIT_CODE,
    Column.PROVINCE,
    Column.CITY,
    Column.REGION,
    Column.REGION_CODE,
    Column.STREET,
    Column.COMMUNITY,
    Column.ADDRESS,
    Column.PHONE,
}


def denies(before: str, column: Column, part: str = "") -> bool:
    """Whether words before a part of a heading take that part's meaning away.

    A 申报机构 is the nursery, a 申报单位 whoever applies for it: for names, the part counts too.

    >>> denies("规划", Column.CAPACITY), denies("拟认定", Column.NAME)
    (True, False)
    """
    return (
        _DENIED.search(before) is not None
        or (column not in _OF_ANY_STAGE and _UNDECIDED.search(before) is not None)
        or (column in NAMES and _OTHER_BODIES.search(before + part) is not None)
        or (column is Column.PHONE and _OTHER_PHONES.search(before) is not None)
    )


def parent_denies(parent: str, column: Column) -> bool:
    """The same of a name above: 规划/托位数, but not 申报机构基本情况/托位数."""
    return _HEADLINE.search(parent) is None and denies(parent, column)


def brackets_deny(heading: str, column: Column) -> bool:
    """The same of words in brackets, where these begin with it: 托位数（规划）, 电话（监督）.

    收费标准（不含餐费） is a price all the same.
    """
    for inside in _BRACKETED.findall(heading):
        found = _DENIED.match(inside) or _UNDECIDED.match(inside)
        if found is not None and found[0] not in "不未" and denies(found[0], column):
            return True
    return False
