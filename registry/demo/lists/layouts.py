"""The shapes of filing lists, after those that real publishers use (docs/lists.md)."""

from __future__ import annotations

from dataclasses import dataclass

from registry.demo.places import City, cities
from registry.vocabulary import Datum


@dataclass(frozen=True, slots=True)
class Layout:
    """The shape of a filing list. `titled`: whether title and date stand inside the table."""

    suffix: str
    headings: tuple[str, ...]
    encoding: str | None = None
    datum: Datum | None = None
    merged: int = 0
    titled: bool = True


_GROUPED = Layout(
    ".xlsx",
    (
        "区县",
        "序号",
        "机构名称",
        "统一社会信用代码",
        "地址",
        "机构性质|类型",
        "机构性质|举办类别",
        "托位总数(个)",
        "普惠托位 数量",
        "服务形式",
        "班型",
        "负责人及联系电话",
        "备案情况",
        "备案通过时间",
    ),
    merged=1,
)
_MAPPED = Layout(
    ".csv",
    (
        "序号",
        "机构名称",
        "园所名称",
        "统一社会信用代码",
        "区县",
        "区县代码",
        "地址",
        "经度",
        "纬度",
        "举办性质",
        "营利性质",
        "办托类型",
        "服务形式",
        "托位数",
        "普惠托位数",
        "在托人数",
        "全日托收费（元/月）",
        "乳儿班",
        "托小班",
        "托大班",
        "混龄班",
        "建筑面积（㎡）",
        "室外活动面积（㎡）",
        "楼层",
        "专职人员",
        "成立日期",
        "市级普惠年份",
        "备案情况",
        "营业状态",
    ),
    encoding="utf-8-sig",
    datum=Datum.GCJ02,
    titled=False,
)
_SUMMARY = Layout(
    ".html",
    (
        "序号",
        "机构名称",
        "所属区",
        "所属街道",
        "地址",
        "托位总数(个)",
        "机构性质",
        "法定代表人",
        "联系电话",
        "备案情况",
        "备案通过时间",
        "是否承诺预收费不超过3个月",
    ),
)
_DETAILED = Layout(
    ".csv",
    (
        "机构名称",
        "曾用名",
        "统一社会信用代码",
        "区县",
        "地址",
        "办托类型",
        "举办性质",
        "服务形式",
        "核定托位",
        "收托年龄",
        "开放时间",
        "收费标准",
        "成立日期",
        "备案通过时间",
        "备案情况",
        "联系电话",
    ),
    encoding="gb18030",
)
_NATIONAL = Layout(
    ".json",
    (
        "机构登记名称",
        "机构收托名称",
        "统一社会信用代码",
        "机构性质",
        "所属区域",
        "区县代码",
        "机构住所",
        "备案通过时间",
        "备案情况",
    ),
    titled=False,
)
_PAIRED = Layout(
    ".docx",
    (
        "地区",
        "机构登记名称",
        "机构收托名称",
        "地址",
        "举办性质",
        "核定托位",
        "收费标准",
        "备案情况",
        "联系电话",
    ),
)

_MAIN = (_GROUPED, _SUMMARY, _DETAILED, _GROUPED, _DETAILED, _MAPPED)
"""Of the six main cities, in their order."""

_OTHERS = (_PAIRED, _MAPPED, _NATIONAL, _DETAILED, _SUMMARY, _GROUPED)


def layout_of(city: City) -> Layout:
    """The layout that a city uses, always the same."""
    position = cities().index(city)
    return _MAIN[position] if city.is_main else _OTHERS[position % len(_OTHERS)]
