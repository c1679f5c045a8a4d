"""Quality scores by the seven areas of WS/T 821-2023, told by rows or by columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from registry.values.plain import plain

_AREAS: Final = {
    "办托条件": "premises",
    "托育队伍": "staff",
    "保育照护": "care",
    "卫生保健": "health",
    "养育支持": "parenting",
    "安全保障": "safety",
    "机构管理": "management",
    "总分": "total",
    "总得分": "total",
    "合计": "total",
}
_HEADING = re.compile(
    rf"(?P<area>{'|'.join(_AREAS)})(?:[(]?(?P<by>自评|机构自评|他评|评估|复评|专家)?(?:得分|分数|分)?[)]?)?"
    r"(?:[(](?:满分|共)?(?P<of>\d+)分?[)])?"
)


@dataclass(frozen=True, slots=True)
class Area:
    """An area that a heading or a cell names: who scored, and out of how many, if it says so."""

    key: str
    by: str | None  # "self" or "authority"
    of: float | None


@lru_cache(maxsize=4096)
def area_of(words: str) -> Area | None:
    """The area that a heading or a cell names, `None` for anything else.

    >>> area_of("办托条件（自评）（100分）")
    Area(key='premises', by='self', of=100.0)
    """
    found = _HEADING.fullmatch(plain(words))
    if found is None:
        return None
    by = found["by"] and ("self" if "自评" in found["by"] else "authority")
    return Area(_AREAS[found["area"]], by, float(found["of"]) if found["of"] else None)


def by_whom(words: str) -> str:
    """Who scores in a list of that title: the nursery itself only where 自评 is said."""
    return "self" if "自评" in words else "authority"
