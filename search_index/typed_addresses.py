"""Addresses as people type them: with or without the city, with one slip, never another number."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from registry.keys import address_key, fold
from registry.places.names import short_names
from search_index.lexicon import Lexicon
from search_index.names import one_change

LONGEST: Final = 48
"""Characters of a key that are compared; nobody is called longer."""

COMPARED: Final = 64
"""Nurseries whose names or addresses are compared, those that share most of what is typed."""

_SHORTEST: Final = 2
_SHORTEST_ADDRESS: Final = 3
_SHORTEST_WITH_A_SLIP: Final = 5


@dataclass(frozen=True)
class Addresses:
    """The published addresses of one generation."""

    lexicon: Lexicon

    def standing_at(self, text: str) -> list[int]:
        """Documents whose address is the text, holds it, or is one character away."""
        typed = self.without_places(address_key(text)[:LONGEST])
        if len(typed) < _SHORTEST_ADDRESS:
            return []
        near = self.lexicon.names.sharing_pairs(typed)[:COMPARED].tolist()
        return [doc for doc in near if self._matches(doc, typed)]

    def _matches(self, doc: int, typed: str) -> bool:
        published = json.loads(self.lexicon.parts.document(doc))["address"]
        if not published:
            return False
        key = self.without_places(address_key(published))
        if len(key) < _SHORTEST_ADDRESS or not _same_numbers(typed, key):
            return False
        if typed in key or key in typed:
            return True
        return len(typed) >= _SHORTEST_WITH_A_SLIP and one_change(typed, key) is not None

    def without_places(self, key: str) -> str:
        """A key without the names of divisions in front, as long as something is left."""
        return key[sum(map(len, self._in_front(key))) :]

    def places_named(self, key: str) -> list[tuple[str, ...]]:
        """The divisions that each name in front of a key may mean."""
        return [self._places[name] for name in self._in_front(key)]

    def _in_front(self, key: str) -> list[str]:
        names: list[str] = []
        while True:
            found = (key[:end] for end in range(12, 1, -1) if key[:end] in self._places)
            name = next(found, "")
            if not name or len(key) - len(name) < _SHORTEST:
                return names
            names.append(name)
            key = key[len(name) :]

    @cached_property
    def _places(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, name in self.lexicon.region_names.items():
            for one in {fold(form) for form in (name, *short_names(name)) if len(form) > 1}:
                found[one] = (*found.get(one, ()), key)
        return found


def _same_numbers(typed: str, published: str) -> bool:
    """Whether the typed house numbers stand in an address: the next door is another place."""
    numbers = re.findall(r"\d+", published)
    return all(number in numbers for number in re.findall(r"\d+", typed))
