"""Suggestions while typing: nurseries, divisions, brands, policies, by characters or pinyin.

One sorted table holds every beginning that leads somewhere (`beginnings`). What starts with the
typed text is one range of it; the best of a range are picked by rank, unsorted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from registry.keys import name_key
from registry.nursery import Nursery
from search_index.analysis import clean
from search_index.beginnings import BRAND, DIVISION, NURSERY
from search_index.names import Names
from search_index.pinyin import Readings
from search_index.strings import StringTable
from search_index.understanding.regions import Sound

Kind = Literal["nursery", "division", "brand", "policy"]

_SHARES: Final = ((DIVISION, 3), (BRAND, 2))
"""How many divisions and brands there are at most; nurseries fill the rest."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` is what to show, `value` what it leads to: the nursery's id, the division's key,
    the brand as search text, the policy's slug.
    """

    kind: Kind
    text: str
    value: str


ARRAYS: Final = (
    "suggest",
    "suggest_at",
    "suggest_kinds",
    "suggest_values",
    "suggest_ranks",
    "brands",
    "brands_at",
)


@dataclass(frozen=True)
class Suggestions:
    """The table as it is mapped, by the names of `ARRAYS`."""

    arrays: Mapping[str, NDArray[Any]]
    region_names: Mapping[str, str]
    names: Names
    readings: Readings
    nursery: Callable[[int], Nursery]

    def suggest(self, text: str, limit: int, policies: Mapping[str, str]) -> tuple[Suggestion, ...]:
        """The best few for what has been typed so far; `policies` are titles by slug."""
        key = name_key(clean(text))
        if not key or limit < 1:
            return ()
        found = self._table.starting_with(key.encode())
        place = slice(found.start, found.stop)
        kinds = self.arrays["suggest_kinds"][place]
        values, ranks = self.arrays["suggest_values"][place], self.arrays["suggest_ranks"][place]
        best: list[Suggestion] = []
        for kind, most in _SHARES:
            members = np.flatnonzero(kinds == kind)
            # Ranks below 0 have nurseries. Where no division of them has, one is enough to say so.
            share = most if (ranks[members] < 0).any() else 1
            numbers = _best(values[members], ranks[members], min(share, limit))
            best += map(self._division if kind == DIVISION else self._brand, numbers)
        best += self._policies(key, policies)
        members = np.flatnonzero(kinds == NURSERY)
        missing = max(limit - len(best), 0)
        docs = _best(values[members], ranks[members], missing)
        if len(docs) < missing:
            docs = list(dict.fromkeys((*docs, *self._inside(key, missing))))[:missing]
        return (*best, *(self._nursery(doc, key) for doc in docs))[:limit]

    def sound(self, letters: str) -> Sound | None:
        """The divisions that pinyin spells in full, if that can be meant.

        One of them has nurseries here, or nobody here is called so. Initials are no name.
        """
        if self._table.find(letters.encode()) is None:
            return None
        found = self._table.equal_to(letters.encode())
        place = slice(found.start, found.stop)
        kinds = self.arrays["suggest_kinds"][place]
        numbers = self.arrays["suggest_values"][place][kinds == DIVISION]
        ranks = self.arrays["suggest_ranks"][place][kinds == DIVISION]
        borne = bool((kinds == BRAND).any())
        here = bool((ranks < 0).any())
        if not len(numbers) or not self.readings.spell(letters):
            return None
        if not (here or not self.readings.spellings(letters, 1)):
            return None
        keys = dict.fromkeys(self._region_keys[number] for number in sorted(numbers.tolist()))
        return Sound(tuple(keys), in_doubt=borne)

    @cached_property
    def _table(self) -> StringTable:
        return StringTable(self.arrays["suggest"], self.arrays["suggest_at"])

    @cached_property
    def _brands(self) -> StringTable:
        return StringTable(self.arrays["brands"], self.arrays["brands_at"])

    @cached_property
    def _region_keys(self) -> list[str]:
        return sorted(self.region_names)

    def _inside(self, key: str, limit: int) -> list[int]:
        """Nurseries whose name holds the text further in, those best described first."""
        spelled = self.readings.spellings(key, 4) if key.isascii() else [key]
        docs = [doc for one in spelled for doc in self.names.around(one)]
        return sorted(docs, key=lambda doc: int(self.names.parts.ranks["complete"][doc]))[:limit]

    def _nursery(self, doc: int, key: str) -> Suggestion:
        nursery = self.nursery(doc)
        matching = (name for name in nursery.names if key in name_key(name))
        return Suggestion("nursery", next(matching, nursery.name), nursery.id)

    def _brand(self, number: int) -> Suggestion:
        brand = self._brands[number].decode()
        return Suggestion("brand", brand, brand)

    def _division(self, number: int) -> Suggestion:
        key = self._region_keys[number]
        return Suggestion("division", full_name(key, self.region_names), key)

    def _policies(self, key: str, policies: Mapping[str, str]) -> list[Suggestion]:
        latin = key.isascii()
        found = [
            Suggestion("policy", title, slug)
            for slug, title in policies.items()
            if key in name_key(title) or (latin and key in self.readings.reading(name_key(title)))
        ]
        return found[:2]


def _best(values: NDArray[np.int32], ranks: NDArray[np.int32], count: int) -> list[int]:
    """The first few different values by rank."""
    wanted = count * 4  # one value may stand there by name, tail and reading
    if count < 1:
        return []
    places = np.arange(len(ranks))
    if len(ranks) > wanted:
        places = np.argpartition(ranks, wanted)[:wanted]
    ordered = places[np.lexsort((values[places], ranks[places]))]
    return list(dict.fromkeys(values[ordered].tolist()))[:count]


def full_name(key: str, names: Mapping[str, str]) -> str:
    """The names from the province down, without levels that only codes know."""
    city = key.partition("z")[0]
    chain = [city[:end] for end in range(2, len(city) + 1, 2)]
    steps = dict.fromkeys(names.get(one, "") for one in (*chain, key))
    return "".join(step for step in steps if step not in ("市辖区", "县") or step == names[key])
