"""Divisions as parents name them: in full, short, by a former name or a nickname.

Which division a name means where several bear it, in this order:
1. those of which it is the full name, if any;
2. those inside or around the other divisions named in the same text (南京 鼓楼);
3. not one that lies in another of them (长沙县 in 长沙市);
4. a province before all others (海南);
5. a city before districts (西安, not 西安区), but not before one in a municipality (北京's 朝阳).
What is left is a choice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from registry.keys import name_key
from registry.places.divisions import Divisions, zone_key_name
from registry.places.names import short_name
from registry.places.table import Zone, inside

_MUNICIPALITIES: Final = frozenset({"11", "12", "31", "50"})
NO_FILINGS: Final = frozenset({"71", "81", "82"})
"""Taiwan, Hong Kong and Macao have rules of their own: no list of filings (备案) names them."""

_PLACE_WORD: Final = re.compile(
    r"[东西南北中]?[一二三四五环]?(?:路|街|大道|巷|弄|胡同|社区|小区|花园|家园|新村|村|镇|乡|苑|大厦|"
    r"广场|公园|医院|大学|学校|小学|地铁|火车站|站|桥|湖|山|江(?!阳|宁|北|苏|西|都|门|干|夏|岸|汉)|河(?!北|南))"
)
"""What makes a short name part of another place's: 南京路, 鼓楼社区."""

_LEAVES_TO_WORDS: Final = frozenset(
    {"东方", "同心", "富裕", "友好", "前进", "方正", "爱民", "开平"}
)
"""Short names that are words of names first: 同心幼儿园. They count standing alone."""


@dataclass(frozen=True, slots=True)
class Named:
    """The divisions a spelling may mean; `full` where it is their name and no short form."""

    keys: tuple[str, ...]
    full: bool


@dataclass(frozen=True, slots=True)
class Sound:
    """The divisions that pinyin may mean; `in_doubt` where a brand of nurseries sounds so too."""

    keys: tuple[str, ...]
    in_doubt: bool


@dataclass(frozen=True)
class Gazetteer:
    """Every spelling with its divisions."""

    spellings: Mapping[str, Named]
    longest: int

    def at(self, text: str, start: int) -> tuple[int, Named] | None:
        """The longest name that begins at a place of folded text, with its end."""
        for end in range(min(start + self.longest, len(text)), start + 1, -1):
            named = self.spellings.get(text[start:end])
            if named is not None and self._is_a_place(text, start, end, named):
                return end, named
        return None

    def _is_a_place(self, text: str, start: int, end: int, named: Named) -> bool:
        if named.full:
            return True
        if _PLACE_WORD.match(text, end):
            return False
        alone = not text[end : end + 1].strip() and not text[max(start - 1, 0) : start].strip()
        return alone or text[start:end] not in _LEAVES_TO_WORDS


def gazetteer(region_names: Mapping[str, str]) -> Gazetteer:
    """The table's divisions together with those a generation was built with, which outrank it."""
    return _gazetteer(tuple(sorted(region_names.items())))


@lru_cache(maxsize=2)
def _gazetteer(region_names: tuple[tuple[str, str], ...]) -> Gazetteer:
    names = dict(region_names)
    zones = [Zone(key, key.partition("z")[0], name) for key, name in names.items() if "z" in key]
    known = Divisions.with_zones(zone for zone in zones if _has_city(zone))
    found: dict[str, dict[str, bool]] = {}
    for key in sorted({*known.names(), *names}):
        for spelling, full in _spellings(known, key, names):
            if len(spelling) > 1:
                keys = found.setdefault(spelling, {})
                keys[key] = full or keys.get(key, False)
    spellings = {spelling: _named(keys) for spelling, keys in found.items()}
    return Gazetteer(spellings, max(map(len, spellings), default=0))


def _has_city(zone: Zone) -> bool:
    return Divisions.with_zones(()).get(zone.city) is not None


def _spellings(known: Divisions, key: str, names: Mapping[str, str]) -> list[tuple[str, bool]]:
    division = known.get(key)
    if division is not None and division.filler:
        return []
    name = names.get(key) or known.name(key)
    if name in ("市辖区", "县"):
        return []
    found = [(name_key(name), True)]
    short = short_name(name)
    if short != name:
        found.append((name_key(short), False))
    if "z" in key:
        city = names.get(key.partition("z")[0], "")
        found.append((zone_key_name(name, city), True))
        found.append((name_key(short_name(city)) + zone_key_name(name, city), True))
    if division is not None and division.name == name:
        others = known.spellings(key)[1:]
        found += [(name_key(other), _is_full(other)) for other in others]
    return found


def _is_full(spelling: str) -> bool:
    return len(spelling) > 2 and spelling[-1] in "省市区县旗州盟"


def _named(keys: Mapping[str, bool]) -> Named:
    full = tuple(key for key, spelled in keys.items() if spelled)
    return Named(full or tuple(keys), bool(full))


def meant(keys: Sequence[str], context: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The divisions that a name means beside the others named in the same text."""
    kept = tuple(key for key in keys if not _is_elsewhere(key, context))
    for others in context:
        near = tuple(
            key for key in kept if any(inside(key, other) or inside(other, key) for other in others)
        )
        kept = near or kept
    kept = tuple(key for key in kept if not any(inside(key, o) for o in kept if o != key))
    return _highest(kept)


def _is_elsewhere(key: str, context: Sequence[Sequence[str]]) -> bool:
    """Whether a zone cannot be meant: every city has its 高新区, and another city is named."""
    named = [other for others in context for other in others]
    return "z" in key and bool(named) and not any(inside(key, other) for other in named)


def _highest(keys: tuple[str, ...]) -> tuple[str, ...]:
    provinces = tuple(key for key in keys if len(key) == 2)
    if provinces:
        return provinces
    cities = tuple(key for key in keys if len(key) == 4)
    central = any(len(key) > 4 and key[:2] in _MUNICIPALITIES for key in keys)
    return keys if central or not cities else cities
