"""Reading the names of divisions at the beginning of a text, one inside the other.

江苏省苏州市张家港市杨舍镇 reads as 江苏省, 苏州市, 张家港市, and 杨舍镇 is left. A short form
counts like a name, and every way of reading is kept: what is meant is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from registry.keys import name_key
from registry.places.names import short_names
from registry.places.table import aliases, divisions, inside

_FILLER: Final = re.compile(
    r"市?辖[区县]|(?:省|自治区)?直辖(?:县级)?(?:行政(?:区划|单位))?|县(?=.{2,}县$)"
)
_DIRECTION: Final = re.compile(r".区")  # 东区, 城区: a name only inside its city


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: the division named last, and what is left behind it.

    `full` when that name is spelled out, `steps` how many names were read.
    """

    key: str
    rest: str
    full: bool
    steps: int


def compact(text: str) -> str:
    """The form in which texts are read: folded, without spaces, brackets, marks and hyphens."""
    return re.sub(r"[-—－_/\\|>→]+", "", name_key(text))


def readings(text: str, scope: str | None = None) -> tuple[Reading, ...]:
    """Every longest way to read a compact text's beginning within a division.

    The names of the division itself and of those above it may stand before.
    """
    return tuple(_readings(text, scope, 0))


def _readings(text: str, scope: str | None, steps: int) -> Iterator[Reading]:
    spelled, longest = _spellings()
    for end in range(2, min(len(text), longest) + 1):
        for key, full in spelled.get(text[:end], ()):
            narrowed = _narrowed(key, scope)
            if narrowed is None or (scope is None and full and _DIRECTION.fullmatch(text[:end])):
                continue
            rest = text[end:]
            filler = _FILLER.match(rest)
            rest = rest[filler.end() :] if filler else rest
            deeper = tuple(_readings(rest, narrowed, steps + 1))
            yield from deeper or (Reading(key, rest, full, steps + 1),)


def _narrowed(key: str, scope: str | None) -> str | None:
    """The scope after a name has been read; `None` when the name does not belong here."""
    if scope is None or inside(key, scope):
        return key
    return scope if inside(scope, key) else None


@cache
def _spellings() -> tuple[dict[str, tuple[tuple[str, bool], ...]], int]:
    """Divisions by spelling, each with whether the spelling is a full name; the longest length."""
    found: dict[str, dict[str, bool]] = {}
    for division in divisions().values():
        if division.filler:
            continue
        for short in short_names(division.name):
            found.setdefault(name_key(short), {}).setdefault(division.key, False)
        found.setdefault(name_key(division.name), {})[division.key] = True
    for alias in aliases():
        if alias.kind == "former":
            found.setdefault(name_key(alias.name), {}).setdefault(alias.key, True)
    table = {spelling: tuple(keys.items()) for spelling, keys in found.items()}
    return table, max(map(len, table))
