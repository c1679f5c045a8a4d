"""Reads folded text from left to right: at each place the longest of pattern, phrase, division.

A phrase or a short name inside a run of characters counts only where a word begins and ends
there (市民办事 holds no 民办); patterns begin with a number or a word of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from search_index.understanding.amounts import RULES
from search_index.understanding.amounts import STARTS as AMOUNT_STARTS
from search_index.understanding.negation import (
    end_of_exception,
    end_of_turn,
    negation,
    turned_round,
)
from search_index.understanding.phrases import (
    FILLER,
    FILTER,
    LONGEST,
    MEANINGS,
    NEAR,
    REFUSED,
    STARTS,
    Meaning,
)
from search_index.understanding.regions import Gazetteer, Named, Sound

Sounds = Callable[[str], Sound | None]
"""The divisions that letters spell."""

_SEPARATORS: Final = re.compile(
    r"[\s,，、。;；:：!！?？|/\\+&()（）\[\]【】《》<>“”\"'‘’·•…*^$#@={}_`]+"
)
_ROAD: Final = re.compile(r"[东西南北中]?[一二三]?(?:路|街|大道|巷|弄|胡同|社区|小区|村|镇|桥)")

_BETWEEN: Final = " '’-"
_SYLLABLES: Final = re.compile(rf"[a-z]+(?:[{_BETWEEN}][a-z]+){{0,5}}(?![a-z0-9])")
_UNIT: Final = re.compile(r" (?:district|county|city|province)(?![a-z])")

MOST_DIVISIONS: Final = 12
"""Divisions that are read of one text; who names more is no parent."""


@dataclass(frozen=True, slots=True)
class Match:
    """What stands in `text[start:end]`: a phrase with its meaning, or a division.

    `in_doubt` when a road or a brand is called so (普惠路): then it only can be offered.
    `instead` takes its place among the words while nothing is applied. `turn` says where the
    word stands that turned it round ("front", "behind", "inside"), `of` which keys it had before.
    """

    start: int
    end: int
    meaning: Meaning | None
    named: Named | None = None
    in_doubt: bool = False
    instead: str = ""
    turn: str = ""
    of: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the URL that it filters by."""
        if self.meaning is None:
            return ("region",)
        if self.meaning.kind == NEAR:
            return ("near",)
        return tuple(key for key, _ in self.meaning.filters)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch between separators."""

    start: int
    end: int


def spans(text: str) -> list[Span]:
    """The stretches of a text that no space or mark interrupts."""
    found, start = [], 0
    for separator in _SEPARATORS.finditer(text):
        if separator.start() > start:
            found.append(Span(start, separator.start()))
        start = separator.end()
    return [*found, Span(start, len(text))] if start < len(text) else found


def matches(
    text: str, cut: Callable[[str], list[str]], places: Gazetteer, sounds: Sounds
) -> list[Match]:
    """Everything that is understood of a folded text, in order, none inside another."""
    scan = _Scan(text, frozenset(accumulate(map(len, cut(text)), initial=0)), places, sounds)
    found: list[Match] = []
    at = divisions = 0
    while at < len(text):
        match = scan.longest(at, after=found[-1].end if found else -1)
        if match is not None and match.named is not None:
            divisions += 1
            match = match if divisions <= MOST_DIVISIONS else None
        if match is not None:
            found.append(match)
        at = match.end if match is not None else at + 1
    return [match for match in found if not _is_part_of_a_word(match, found, text)]


def _is_part_of_a_word(match: Match, found: list[Match], text: str) -> bool:
    """A filler of one character fills only between other matches: 有爱托育 begins with no 有."""
    if match.meaning is None or match.meaning.kind != FILLER or match.end - match.start > 1:
        return False
    starts, ends = {one.start for one in found}, {one.end for one in found}
    behind, before = text[match.end : match.end + 1], text[max(match.start - 1, 0) : match.start]
    free = match.end in starts or _is_open(behind)
    return not (free and (match.start in ends or _is_open(before)))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_open(character: str) -> bool:
    return not character or _SEPARATORS.match(character) is not None


@dataclass(frozen=True, slots=True)
class _Scan:
    text: str
    cuts: frozenset[int]
    places: Gazetteer
    sounds: Sounds

    def longest(self, at: int, after: int) -> Match | None:
        turned = negation(self.text, at, after)
        found = (
            self._pattern(at),
            self._phrase(at, fresh=turned is not None),
            self._division(at, fresh=turned is not None or at == after or self._begins(at)),
            self._spelled(at),
        )
        there = [match for match in found if match is not None]
        best = max(there, key=lambda match: match.end, default=None)
        if best is None:
            return None
        return self._turned(best, turned)

    def _turned(self, best: Match, turned: re.Match[str] | None) -> Match | None:
        """A match with the turning word beside it; with two it cannot be told what is meant."""
        behind = end_of_turn(self.text, best.end)
        if turned is None:
            meaning = turned_round(best.meaning, unwanted=True) if behind else None
            if meaning is None:
                return best
            return Match(best.start, behind, meaning, turn="behind", of=best.keys)
        meaning = turned_round(best.meaning, unwanted=turned["unwanted"] is not None)
        if meaning is None:
            return None
        end = end_of_exception(self.text, best.end, turned)
        if behind > end:
            return Match(turned.start(), behind, Meaning(REFUSED), turn="behind")
        return Match(turned.start(), end, meaning, turn="front", of=best.keys)

    def _spelled(self, at: int) -> Match | None:
        """A division by its reading: jiangyang qu, xi'an."""
        run = (
            _SYLLABLES.match(self.text, at) if at == 0 or not _is_latin(self.text[at - 1]) else None
        )
        while run is not None:
            letters = "".join(filter(str.isalpha, run[0]))
            pieces = 1 + len(run[0]) - len(letters)
            # A syllable has hardly one letter, and no name more than 32.
            fits = pieces * 2 <= len(letters) + 1 <= 33
            if fits and (sound := self.sounds(letters)) is not None:
                named = Named(sound.keys, full=True)
                unit = _UNIT.match(self.text, run.end())
                end = unit.end() if unit else run.end()
                return Match(at, end, None, named, sound.in_doubt, instead=letters)
            last = max(map(run[0].rfind, _BETWEEN))
            run = _SYLLABLES.fullmatch(self.text, at, at + last) if last > 0 else None
        return None

    def _pattern(self, at: int) -> Match | None:
        if self.text[at] not in AMOUNT_STARTS:
            return None
        if at and self.text[at].isdecimal() and self.text[at - 1].isalnum():
            before = self.text[at - 1]
            if before.isascii():
                return None
        best: Match | None = None
        for rule in RULES:
            match = rule.pattern.match(self.text, at)
            if match is None or (best is not None and match.end() <= best.end):
                continue
            if rule.is_a_word and not self._stands(at, match.end()):
                continue
            filters = rule.read(match)
            if filters is not None:
                of_a_road = _ROAD.match(self.text, match.end()) is not None
                meaning = Meaning(FILTER if filters else REFUSED, filters)
                best = Match(at, match.end(), meaning, in_doubt=of_a_road and bool(filters))
        return best

    def _phrase(self, at: int, *, fresh: bool) -> Match | None:
        if self.text[at] not in STARTS:
            return None
        for end in range(min(at + LONGEST, len(self.text)), at, -1):
            meaning = MEANINGS.get(self.text[at:end])
            if meaning is not None and self._counts(meaning, at, end, fresh=fresh):
                of_a_road = _ROAD.match(self.text, end) is not None
                if meaning.kind == FILTER or not of_a_road:
                    return Match(at, end, meaning, in_doubt=of_a_road)
        return None

    def _division(self, at: int, *, fresh: bool) -> Match | None:
        found = self.places.at(self.text, at)
        if found is None:
            return None
        end, named = found
        if not (self._stands(at, end) if named.full and not fresh else fresh):
            return None
        if not (named.full or self._is_border(end) or self.places.at(self.text, end)):
            return None  # 向阳花 is no 向阳
        return Match(at, end, None, named)

    def _counts(self, meaning: Meaning, at: int, end: int, *, fresh: bool) -> bool:
        """Whether a phrase is a word here; a filler of one character needs the dictionary's say.

        `fresh`: something ended right before it.
        """
        if meaning.kind != FILLER or end - at > 1:
            return (fresh or self._is_border(at)) and self._is_border(end)
        return at in self.cuts and end in self.cuts

    def _begins(self, at: int) -> bool:
        return at == 0 or _SEPARATORS.match(self.text, at - 1) is not None

    def _stands(self, start: int, end: int) -> bool:
        """Whether words begin and end here."""
        return self._is_border(start) and self._is_border(end)

    def _is_border(self, at: int) -> bool:
        if at in (0, len(self.text)) or at in self.cuts:
            return True
        before, behind = self.text[at - 1], self.text[at]
        return before.isascii() != behind.isascii() and not before.isspace()
