"""The words that are left when filters are taken out: which of them nobody holds, which say little.

A word nobody holds is not searched for where something else narrows the search (免费 南京). A
slip in a name is: 檐玲托育 finds nobody, and 您是不是要找 says who may be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from registry.keys import fold
from search_index.analysis import Analyzer
from search_index.plain_words import telling
from search_index.synonyms import WIDER
from search_index.understanding.result import Synonym

_CODE = 8  # letters and digits that are looked for whatever else is asked: a credit code


@dataclass(frozen=True, slots=True)
class Leftovers:
    """`is_held` and `is_a_slip` are those of `reading.Reader`."""

    analyzer: Analyzer
    is_held: Callable[[str], bool]
    is_a_slip: Callable[[str], bool]

    def unheld(self, words: str, understood: Iterable[str]) -> tuple[str, ...]:
        """What no nursery holds: whole stretches where nothing of them is held."""
        known = {fold(piece) for phrase in understood for piece in phrase.split()}
        found: dict[str, None] = {}
        for stretch in words.split():
            read = self._read(stretch)
            unknown = [one for one in read if not self._is_known(one, known)]
            found |= dict.fromkeys([stretch] if unknown == read and read else unknown)
        return tuple(found)

    def kept(self, words: str, unheld: Iterable[str]) -> str:
        """The words without those nobody holds, except slips in names and codes."""
        gone = tuple(unheld)
        pieces = (self._rest(stretch, gone) for stretch in words.split())
        return " ".join(" ".join(pieces).split())

    def _rest(self, stretch: str, gone: tuple[str, ...]) -> str:
        is_code = len(stretch) >= _CODE and stretch.isascii() and stretch.isalnum()
        if is_code:
            return stretch
        if stretch in gone:
            return ""
        missing = [one for one in self._read(stretch) if one in gone]
        if not missing or self.is_a_slip(stretch):
            return stretch
        for one in missing:
            stretch = stretch.replace(one, " ")
        return stretch

    def are_plain(self, words: str) -> bool:
        """Whether words say only that a nursery is looked for: 托班, 幼儿园."""
        return all(fold(one) in WIDER or not telling(fold(one)) for one in self._read(words))

    def wider(self, words: str) -> list[Synonym]:
        """What the words find besides themselves."""
        read = dict.fromkeys(word.typed for word in self.analyzer.query(words))
        return [Synonym(one, WIDER[fold(one)]) for one in read if fold(one) in WIDER]

    def _read(self, words: str) -> list[str]:
        return [word.typed for word in self.analyzer.query(words) if word.alternatives]

    def _is_known(self, word: str, known: set[str]) -> bool:
        return any(fold(word) in phrase for phrase in known) or self.is_held(word)
