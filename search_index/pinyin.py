"""Pinyin and initials, in tables of their own: never among the terms of names.

A reading leads to pairs of characters that stand in names of nurseries or divisions, and a longer
one to chains of such pairs: suyangtuo → 苏阳 + 阳托. So what Latin letters find is always what
somebody is called. Heteronyms are read in the pair (长沙 changsha).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from registry.keys import fold
from search_index.reading_tables import FIRST, LAST
from search_index.strings import StringTable

_BEAM: Final = 48
"""Chains kept while a longer reading is spelled."""

_LETTERS: Final = re.compile("[a-z]+")
_MIXED: Final = re.compile("[a-zü]+|.")
_LONGEST: Final = 40


ARRAYS: Final = (
    *(
        f"{name}{part}"
        for name in ("readings", "initials")
        for part in ("", "_at", "_starts", "_pairs", "_counts")
    ),
    "syllables",
)


@dataclass(frozen=True)
class Readings:
    """The tables as they are mapped, by the names of `ARRAYS`."""

    arrays: Mapping[str, NDArray[Any]]

    def spellings(self, run: str, limit: int) -> list[str]:
        """What a run of letters, or of letters and characters (托yu), may spell, the best first."""
        found: dict[str, int] = {}
        for slots in self._ways(run):
            for spelled, count in self._chains(slots):
                if spelled != run:
                    found[spelled] = max(found.get(spelled, 0), count)
            if found:
                break  # whole syllables before initials
        return sorted(found, key=lambda one: -found[one])[:limit]

    def homophones(self, word: str, limit: int) -> list[str]:
        """Names' pieces that sound like a word of characters: 脱育 → 托育."""
        slots = [self.reading(one) for one in word[:_LONGEST]]
        if not all(slots):
            return []
        return [one for one, _ in self._chains(slots) if one != word][:limit]

    def reading(self, text: str) -> str:
        """The commonest readings of characters, joined; other characters stay."""
        return "".join(map(self._reading, text))

    def _reading(self, character: str) -> str:
        if not FIRST <= ord(character) <= LAST:
            return character
        found: bytes = self.arrays["syllables"][ord(character) - FIRST]
        return found.decode()

    def spell(self, letters: str) -> bool:
        """Whether letters are two syllables or more, and no initials.

        Hardly a syllable is one letter: two letters for each, and one less.
        """
        ways = self._split(letters[:_LONGEST])
        return any(1 < len(way) <= (len(letters) + 1) // 2 for way in ways)

    def starting_or_ending(self, pair: str, limit: int) -> list[str]:
        """Pairs that share one character with a pair, in its place, the commonest first."""
        codes, counts = self.arrays["readings_pairs"], self.arrays["readings_counts"]
        shared = (codes[:, 0] == ord(pair[0])) | (codes[:, 1] == ord(pair[1]))
        places = np.flatnonzero(shared)
        best = places[np.argsort(-counts[places], kind="stable")[: limit + 1]]
        spelled = ["".join(map(chr, codes[place].tolist())) for place in best.tolist()]
        return [one for one in spelled if one != pair][:limit]

    def _ways(self, run: str) -> list[list[str]]:
        """A run as slots, each a character, a syllable or an initial.

        Characters stand for themselves first, then for their sound (讬yu); initials come last.
        """
        pieces = _MIXED.findall(fold(run)[:_LONGEST])
        ways: list[list[str]] = [[]]
        for piece in pieces:
            split = self._split(piece) if _LETTERS.fullmatch(piece) else [[piece]]
            ways = [[*way, *slots] for way in ways for slots in split][:8]
        sounds = [[self.reading(slot) for slot in way] for way in ways]
        initials = [one for piece in pieces for one in piece]
        short = [initials] if len(initials) <= 8 else []
        return [way for way in (*ways, *sounds, *short) if len(way) > 1]

    def _split(self, letters: str) -> list[list[str]]:
        """Letters as syllables, in up to eight ways, the fewest syllables first."""
        ways: list[list[list[str]]] = [[[]]]
        for end in range(1, len(letters) + 1):
            here = [
                [*way, letters[start:end]]
                for start in range(max(end - 6, 0), end)
                if letters[start:end] in self._known
                for way in ways[start]
            ]
            ways.append(sorted(here, key=len)[:8])
        return ways[-1]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(one.decode() for one in {*self.arrays["syllables"].tolist()} if one)

    @cached_property
    def _tables(self) -> dict[str, StringTable]:
        return {
            name: StringTable(self.arrays[name], self.arrays[f"{name}_at"])
            for name in ("readings", "initials")
        }

    def _chains(self, slots: list[str]) -> list[tuple[str, int]]:
        """Strings of characters that fill the slots, each pair of neighbours a known one."""
        chains = self._pairs(slots[0], slots[1]) if len(slots) > 1 else []
        for before, slot in pairwise(slots[1:]):
            following: dict[str, list[tuple[str, int]]] = {}
            for pair, count in self._pairs(before, slot):
                following.setdefault(pair[0], []).append((pair[1], count))
            longer = [
                (chain + one, min(count, other))
                for chain, count in chains
                for one, other in following.get(chain[-1], ())
            ]
            chains = sorted(longer, key=lambda one: -one[1])[:_BEAM]
        return chains

    def _pairs(self, one: str, other: str) -> list[tuple[str, int]]:
        """The known pairs for two slots with their counts, the commonest first."""
        initials = len(one) == 1 and len(other) == 1 and (one + other).isascii()
        name = "initials" if initials else "readings"
        key = one + other if initials else self.reading(one) + self.reading(other)
        position = self._tables[name].find(key.encode())
        if position is None:
            return []
        start, end = self.arrays[f"{name}_starts"][position : position + 2].tolist()
        codes = self.arrays[f"{name}_pairs"][start:end].tolist()
        counts = self.arrays[f"{name}_counts"][start:end].tolist()
        fitting = [
            (chr(a) + chr(b), count)
            for (a, b), count in zip(codes, counts, strict=True)
            if (one.isascii() or chr(a) == one) and (other.isascii() or chr(b) == other)
        ]
        return fitting[:_BEAM]
