"""Words parents type for one thing, with their direction, in Simplified characters.

`WIDER["托班"]` lists what else a search for 托班 accepts; it does not make a search for the
others accept 托班. Words that only look alike (早教, 托管, 月子中心) are not merged: a place of
early education is no nursery.
"""

from __future__ import annotations

from typing import Final

_NURSERY = ("托育", "托儿所", "托幼", "托婴")

WIDER: Final[dict[str, tuple[str, ...]]] = {
    "托育": ("托儿所", "托幼", "托婴", "托班"),
    "托育中心": _NURSERY,
    "托育园": _NURSERY,
    "托儿所": ("托育", "托幼", "托婴"),
    "托幼": ("托育", "托儿所"),
    "幼托": _NURSERY,
    "托班": ("托育", "托幼", "幼儿园"),
    "小托班": ("托班", "托育"),
    "日托": ("全日托", "托育"),
    "全托": ("全日托", "托育"),
    "托婴": ("托育", "托儿所"),
    "托婴中心": _NURSERY,
    "暂托": ("临时托", "托育"),
    "幼儿中心": ("幼儿园", "托育"),
    "幼稚园": ("幼儿园",),
    "幼儿学校": ("幼儿园", "托育"),
    "保育园": ("托育", "保育"),
    "育婴园": ("育婴", "托育"),
    "宝宝屋": ("托育",),
    "准公共": ("普惠",),
    "平价": ("普惠",),
    "公立": ("公办",),
    "私立": ("民办",),
    "蒙氏": ("蒙台梭利",),
}

GENERIC: Final = frozenset(
    [
        "托育机构",
        "托育服务",
        "托育服务机构",
        "婴幼儿照护",
        "婴幼儿照护机构",
        "婴幼儿照护服务",
        "机构",
        "附近",
        "周边",
        "哪里",
        "哪家",
        "哪些",
        "推荐",
        "靠谱",
        "寻找",
        "查询",
        "的",
        "吗",
        "呢",
        # between the numbers of an address, where no document is cut
        "号",
        "室",
        "幢",
        "栋",
        "弄",
    ]
)
"""Words that say nothing here, since every document is a filed nursery: they filter nothing."""
