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
from search_index.understanding.negation import turns
from search_index.understanding.result import Synonym

_PARTICLES = " 的了上"
_CARE = "托班"
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
        read = self._read(stretch)
        missing = [one for one in read if one in gone]
        if stretch not in gone and not missing:
            return stretch
        if turns(fold(stretch)) or self._is_a_name(stretch, read, missing):
            return stretch
        if stretch in gone:
            return ""
        for one in missing:
            stretch = stretch.replace(one, " ")
        return stretch.strip(_PARTICLES)

    def _is_a_name(self, stretch: str, read: list[str], missing: list[str]) -> bool:
        """A slip in a name, or a word nobody holds and plain ones at its end: 非凡托育."""
        if self.is_a_slip(stretch):
            return True
        known = [one for one in read if one not in missing]
        ends = bool(missing) and any(stretch.endswith(one) for one in known)
        return ends and self.name_nobody(" ".join(known)) and not turns(fold(missing[0]))

    def name_nobody(self, words: str) -> bool:
        """Whether words only end names of nurseries: 托育, 幼儿园. 托班 is in no name."""
        return self.are_plain(words) and _CARE not in fold(words)

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
