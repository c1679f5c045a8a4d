"""您是不是要找: what a text with a slip in it may have meant, from what nurseries are called.

In this order: what Latin letters spell, words that sound alike (拖育), names one character away
(檐玲托育), words that share a character. A text that stands in a name needs no correction, and
nothing is proposed that finds nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Final

import numpy as np

from registry.keys import fold, name_key
from search_index.analysis import Word, clean, is_chinese
from search_index.names import Names
from search_index.parts import Parts
from search_index.pinyin import Readings

_LATIN: Final = re.compile("[a-z]")
_EACH: Final = 4
"""Proposals of one kind that are tried."""

_LONGEST: Final = 48
"""Characters of a name key; nobody is called longer, and longer texts are not corrected."""

_LONGEST_WORD: Final = 8
"""Characters of a word whose likes in sound are looked for."""


@dataclass(frozen=True)
class Corrections:
    """Proposes other texts for one generation."""

    parts: Parts
    names: Names
    readings: Readings

    def of(self, text: str, limit: int, *, by_sound: bool = False) -> tuple[str, ...]:
        """Other texts to search for, the likeliest first; `by_sound`: only what sounds alike."""
        typed = clean(text)
        key = name_key(typed)
        if not 2 <= len(key) <= _LONGEST or limit < 1 or self.names.hold(key):
            return ()
        found: dict[str, None] = {}
        proposals = self._replaced(typed) if by_sound else self._proposals(typed, key)
        for proposal in proposals:
            if name_key(proposal) != key and proposal not in found and self._finds(proposal):
                found[proposal] = None
                if len(found) == limit:
                    break
        return tuple(found)

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a clean query; Latin letters that nobody is called are read as pinyin."""
        return tuple(map(self._read_aloud, self.parts.analyzer.query(text)))

    def is_held(self, word: str) -> bool:
        """Whether any nursery holds a word of a query."""
        return all(
            any(len(self.parts.postings.holding_all(terms)) for terms in one.alternatives)
            for one in self.words(word)
            if one.alternatives
        )

    def is_a_slip(self, word: str) -> bool:
        """Whether a piece of some name is one change away from a word, or sounds like it."""
        key = name_key(word)
        if not 2 <= len(key) <= _LONGEST:
            return False
        sounding = (name_key(text) for text in self._replaced(word))
        return bool(self.names.slips(key, 1)) or any(map(self.names.hold, sounding))

    def _read_aloud(self, word: Word) -> Word:
        run = fold(word.typed)
        if not run.isascii() or not _LATIN.search(run) or not word.alternatives:
            return word
        if any(len(self.parts.postings.holding_all(terms)) for terms in word.alternatives):
            return word
        spelled = self.readings.spellings(run, _EACH * 2)
        alternatives = [one for text in spelled for one in self._alternatives(text)]
        return Word(word.typed, tuple(dict.fromkeys(alternatives)) or word.alternatives)

    def _alternatives(self, text: str) -> list[tuple[str, ...]]:
        words = self.parts.analyzer.query(text)
        said = [word.alternatives[0] for word in words if word.alternatives]
        return [tuple(term for terms in said for term in terms)] if said else []

    def _proposals(self, typed: str, key: str) -> Iterator[str]:
        yield from self._spelled_out(typed)
        sounding = list(self._replaced(typed))
        yield from (text for text in sounding if self.names.hold(name_key(text)))
        yield from self.names.slips(key, _EACH)
        yield from sounding
        yield from self._replaced(typed, by_sound=False)

    def _spelled_out(self, typed: str) -> Iterator[str]:
        """Runs with Latin letters nobody is called, as characters: suyang, 托yu."""
        for piece in fold(typed).split():
            if _LATIN.search(piece):
                for spelled in self.readings.spellings(piece, _EACH):
                    yield fold(typed).replace(piece, spelled)

    def _replaced(self, typed: str, *, by_sound: bool = True) -> Iterator[str]:
        """The text with one word nobody holds replaced."""
        folded = fold(typed)
        for word in self.parts.analyzer.query(typed):
            run = fold(word.typed)
            fits = 2 <= len(run) <= _LONGEST_WORD and is_chinese(run)
            if not (word.alternatives and fits) or self.is_held(run):
                continue
            if by_sound:
                others = self.readings.homophones(run, _EACH)
            else:
                others = self.readings.starting_or_ending(run, _EACH) if len(run) == 2 else []
            yield from (folded.replace(run, other) for other in others)

    def _finds(self, text: str) -> bool:
        """Whether any nursery holds all words of a text."""
        if self.names.hold(name_key(text)):
            return True
        said = [word.alternatives for word in self.parts.analyzer.query(text) if word.alternatives]
        each = [self.parts.postings.word(alternatives).bits() for alternatives in said]
        return bool(each) and bool(reduce(np.bitwise_and, each).any())
