"""The division that an issuer's name or a title speaks of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from registry.places.gazetteer import Reading, compact, readings
from registry.places.table import inside

_SHORTEST_INSIDE: Final = 3  # 全新县级 is not 新县, 公开县级 not 开县: those only at the beginning
_NOT_THE_COUNTY: Final = re.compile(r"[级域化]")  # 新建区级, 资源县域, 适应城市化
_ROAD: Final = re.compile(r"[东西南北中]?[路街道]")  # 南京西路 is not in 南京


@lru_cache(maxsize=4096)
def find_region(text: str) -> str | None:
    """The key of the one division named, the most specific; `None` where two places are named.

    Names spelled out count anywhere; short forms (泸州) only of provinces and cities, and only
    at the beginning where nothing is spelled out.

    >>> find_region("盐城市卫生健康委员会"), find_region("重庆市南岸区托育机构名单")
    ('3209', '500108')
    """
    line = compact(text)
    named = _spelled_out(line)
    if not named:
        return _short_at_start(line)
    common = [key for key in named if all(inside(key, other) for other in named)]
    return common[0] if common else None


def _spelled_out(line: str) -> set[str]:
    found: set[str] = set()
    start = 0
    while start < len(line) - 1:
        best = _best(line[start:], full=True)
        length = len(line) - start - len(best[0].rest) if best else 0
        keys = {reading.key for reading in best}
        if start and (length < _SHORTEST_INSIDE or _is_a_word(best)):
            length = 0
        elif len(keys) == 1:
            found |= keys
        start += max(length, 1)
    return found


def _is_a_word(best: list[Reading]) -> bool:
    """Whether the name is part of ordinary words, as few counties' names can be."""
    return any(len(one.key) == 6 and _NOT_THE_COUNTY.match(one.rest) for one in best)


def _short_at_start(line: str) -> str | None:
    named = [one for one in _best(line, full=False) if not _ROAD.match(one.rest)]
    keys = {reading.key for reading in named if len(reading.key) <= 4}
    highest = min(keys, key=len, default=None)
    if highest is not None and len(highest) == 2:
        return highest
    return highest if len(keys) == 1 else None


def _best(text: str, *, full: bool) -> list[Reading]:
    """The readings that take most of the text."""
    found = [reading for reading in readings(text) if reading.full is full]
    shortest = min((len(reading.rest) for reading in found), default=0)
    return [reading for reading in found if len(reading.rest) == shortest]
