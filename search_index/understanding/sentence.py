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

_MARKS: Final = re.escape(",，、。;；:：!！?？()（）[]【】")
_BARE_SUM: Final = re.compile(
    rf"(?<![0-9a-zA-Z.\-路街道巷弄号第])[1-9][0-9]{{0,2}}[05]0(?![^\s{_MARKS}])", re.ASCII
)
"""A round number at the end of a stretch, and not behind a street."""

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
        text = f"{self.typed[: match.start]} {self.typed[match.end :]}"
        return _SPACES.sub(" ", text).strip()

    def without(self, found: Iterable[Match]) -> str:
        """The text without some phrases; a word's usual form, or letters, take their place."""
        pieces, start = [], 0
        for match in found:
            pieces.append(self.typed[start : match.start])
            if match.meaning is not None and match.meaning.kind == WORD:
                pieces.append(match.meaning.usual)
            pieces.append(match.instead)
            start = match.end
        return " ".join((*pieces, self.typed[start:]))

    def sums(self, words: str) -> list[Chip]:
        """The bare round numbers among the words that are left, as what a parent can spend."""
        return [
            Chip(one, (("price_max", (one,)),), without_sums(self.typed, one))
            for one in dict.fromkeys(_BARE_SUM.findall(words))
        ]


def without_sums(text: str, *sums: str) -> str:
    """A text without some of its bare sums."""
    rest = _BARE_SUM.sub(lambda found: " " if found[0] in sums else found[0], text)
    return _SPACES.sub(" ", rest).strip()
