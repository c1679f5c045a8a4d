"""Divisions (行政区划): provinces, cities, counties, and the functional zones that lists name.

The table is committed (see `docs/divisions.md`); zones come from the ledger, which allots their
keys in the order in which lists first name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from registry.places.gazetteer import compact
from registry.places.mentions import find_region
from registry.places.names import short_names
from registry.places.resolution import (
    PlaceProblem,
    Resolution,
    by_address,
    by_words,
    city_of,
    is_code,
    is_leaf,
    known_part,
)
from registry.places.table import Division, Zone, aliases, divisions, zone_division
from registry.places.zones import next_zone_key, zone_key_name

_BRACKETS: Final = re.compile(r"[()（）]+")


class Divisions:
    """The table together with the zones known so far. Immutable; made by `with_zones`."""

    def __init__(self, zones: tuple[Zone, ...] = ()) -> None:
        self._table = divisions() | {zone.key: zone_division(zone) for zone in zones}
        self._children: dict[str, list[str]] = {}
        for division in self._table.values():
            if division.parent is not None:
                self._children.setdefault(division.parent, []).append(division.key)
        self._zones = {
            (zone.city, zone_key_name(zone.name, self._table[zone.city].name)): zone.key
            for zone in zones
        }
        self._by_words = lru_cache(maxsize=16384)(self._resolve_words)

    @classmethod
    def with_zones(cls, zones: Iterable[Zone]) -> Divisions:
        """The table with these zones; the same object for the same zones."""
        return _with_zones(tuple(zones))

    def get(self, key: str) -> Division | None:
        """The division of a key, `None` where neither the table nor a zone has it."""
        return self._table.get(key)

    def chain(self, key: str) -> tuple[str, ...]:
        """The keys from the province down: `("32", "3205", "320582")`, `("11", "1101")`.

        Raises `KeyError`, as do all the following.
        """
        division = self._table[key]
        return (*(self.chain(division.parent) if division.parent else ()), key)

    def children(self, key: str | None) -> tuple[str, ...]:
        """The keys one level below, zones last; all provinces for `None`."""
        if key is None:
            return tuple(one for one in self._table if len(one) == 2)
        return tuple(self._children.get(self._table[key].key, ()))

    def name(self, key: str) -> str:
        """The name as in the table: 张家港市."""
        return self._table[key].name

    def names(self) -> dict[str, str]:
        """Every key with its name, zones included."""
        return {key: division.name for key, division in self._table.items()}

    def full_name(self, key: str) -> str:
        """The names from the province down, without levels that only codes know: 北京市西城区."""
        steps = (self._table[one] for one in self.chain(key))
        return "".join(step.name for step in steps if not step.filler or step.key == key)

    def short_names(self, key: str) -> tuple[str, ...]:
        """Shorter forms of the name of two syllables or more: `("大理", "大理州")`."""
        return short_names(self._table[key].name)

    def spellings(self, key: str) -> tuple[str, ...]:
        """Every word a parent may use: name, short forms, former names, nicknames."""
        others = (alias.name for alias in aliases() if alias.key == key)
        return (self.name(key), *self.short_names(key), *others)

    def resolve(
        self,
        words: Sequence[str],
        *,
        within: str | None = None,
        hint: str | None = None,
        address: str | None = None,
    ) -> Resolution:
        """The district that a row's published region words mean.

        `within` is the source's region, `hint` a division code in the file, of 2 to 12 digits.
        """
        found = self._by_words(tuple(words), within, hint)
        if not address or found.zone or not _open(found):
            return found
        text = compact("".join(words))
        silent = not text and known_part(hint) is None
        return by_address(found, text, address, self._zones, elsewhere=silent)

    def _resolve_words(
        self, words: tuple[str, ...], within: str | None, hint: str | None
    ) -> Resolution:
        region, code = known_part(within), known_part(hint)
        found = by_words(compact("".join(words)), region, code, self._zones)
        parts = [compact(part) for part in _BRACKETS.split("".join(words))]
        if found.problem != "unknown-district" or len(parts) == 1:
            return found
        # 高新区(虎丘区): a zone and the county it shares its office with, in either order
        each = [by_words(part, region, code, self._zones) for part in parts if part]
        good = [one for one in each if one.problem is None]
        return next((one for one in good if one.key), good[0] if good else found)


def _open(found: Resolution) -> bool:
    """Whether an address could still say more."""
    if found.problem == "district-outside-region" or "z" in (found.key or ""):
        return False
    return found.key is None or found.problem is not None or not is_leaf(found.key)


@lru_cache(maxsize=8)
def _with_zones(zones: tuple[Zone, ...]) -> Divisions:
    return Divisions(zones)


__all__ = [
    "Division",
    "Divisions",
    "PlaceProblem",
    "Resolution",
    "Zone",
    "city_of",
    "find_region",
    "is_code",
    "known_part",
    "next_zone_key",
    "zone_key_name",
]
