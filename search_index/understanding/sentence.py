"""A typed text beside its folded form, and what is left when phrases are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from registry.keys import fold
from search_index.analysis import runs
from search_index.understanding.grammar import Match
from search_index.understanding.phrases import WORD
from search_index.understanding.result import Chip

_BARE_SUM: Final = re.compile(r"[1-9][0-9]{0,2}[05]0")
_BORDERS: Final = ",，、。;；!！?？()（）[]【】的"
_SPACES: Final = re.compile(r"\s+")


def words_of(text: str) -> str:
    """What is left, without the marks and particles at the borders of what was taken."""
    stretches = (stretch.strip(_BORDERS) for stretch in text.split())
    return " ".join(stretch for stretch in stretches if runs(fold(stretch)))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text as typed and folded, character for character."""

    typed: str
    folded: str

    @classmethod
    def of(cls, text: str) -> Sentence:
        """A clean text; runs of spaces are one space."""
        typed = _SPACES.sub(" ", text).strip()
        folded = fold(typed)
        # Folding rarely changes the length; where it does, the folded text is shown.
        return cls(typed if len(typed) == len(folded) else folded, folded)

    def phrase(self, match: Match) -> str:
        """What was typed where something was read."""
        return self.typed[match.start : match.end].strip()

    def rest(self, match: Match) -> str:
        """The text without one phrase."""
        return _SPACES.sub(" ", self.without([match])).strip()

    def without(self, found: Iterable[Match]) -> str:
        """The text without some phrases; a word's usual form takes its place."""
        pieces, start = [], 0
        for match in found:
            pieces.append(self.typed[start : match.start])
            if match.meaning is not None and match.meaning.kind == WORD:
                pieces.append(match.meaning.usual)
            start = match.end
        return " ".join((*pieces, self.typed[start:]))


def sums_of(words: str) -> list[Chip]:
    """A bare round number may be a price or a house: offered."""
    return [
        Chip(one, (("price_max", (one,)),), _SPACES.sub(" ", words.replace(one, " ")).strip())
        for one in words.split()
        if _BARE_SUM.fullmatch(one)
    ]
