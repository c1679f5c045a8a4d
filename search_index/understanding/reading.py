"""Puts together what a text means, and gives names their due: a name is no sentence.

A stretch that stands inside the name of a nursery of this generation is that name, whatever
words it is made of (示范托儿所); its filters are offered. A stretch made of nothing but filters
(普惠, 公办全日托) is filters, even where a name holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from registry.keys import fold, name_key
from search_index.analysis import Analyzer, clean
from search_index.understanding.grammar import Match, Span, matches, spans
from search_index.understanding.leftovers import Leftovers
from search_index.understanding.phrases import FILTER, HINT, NEAR, REFUSED, WORD
from search_index.understanding.regions import Gazetteer, Named, Sound, gazetteer
from search_index.understanding.result import Chip, Choice, Hint, Synonym, Understood
from search_index.understanding.sentence import Sentence, without_sums, words_of
from search_index.understanding.settling import (
    agreeing,
    borne_elsewhere,
    choices_of,
    filters_of,
    hints_elsewhere,
    is_taken,
    settled,
)
from search_index.understanding.turning import turned_along


@dataclass(frozen=True)
class Reader:
    """Reads sentences for one generation.

    `in_a_name` says whether a name key stands inside any name, `is_held` whether any nursery
    holds a word, `is_a_slip` whether a name differs from a word by a slip, `sounds` which
    divisions letters spell. Without a generation they default to what an empty one says.
    """

    analyzer: Analyzer
    region_names: Mapping[str, str]
    in_a_name: Callable[[str], bool] = lambda _: False
    is_held: Callable[[str], bool] = lambda _: True
    is_a_slip: Callable[[str], bool] = lambda _: False
    sounds: Callable[[str], Sound | None] = lambda _: None

    @cached_property
    def places(self) -> Gazetteer:
        """The divisions by spelling; shared by all readers of the same names."""
        return gazetteer(self.region_names)

    def divisions(self, text: str) -> tuple[str, ...]:
        """The divisions that a clean text names, if it says nothing else."""
        folded = fold(text)
        named: Named | Sound | None = self.places.spellings.get(folded)
        if named is None and folded.isascii() and folded.isalpha():
            named = self.sounds(folded)
        return named.keys if named else ()

    def understand(self, text: str, within: Iterable[str] = ()) -> Understood:
        """What a typed text means. `within` are divisions already chosen, which tell which
        鼓楼区 is meant. Any text is answered; at most 200 characters are looked at.
        """
        sentence = Sentence.of(clean(text))
        found = matches(sentence.folded, self.analyzer.cut, self.places, self.sounds)
        found = turned_along(found, sentence.folded)
        counted, named = self._without_names(sentence, found)
        return self._assembled(sentence, counted, named, tuple(within))

    def _without_names(
        self, sentence: Sentence, found: list[Match]
    ) -> tuple[list[Match], list[Match]]:
        """The matches that count, and those that stand inside a name."""
        counted: list[Match] = []
        named: list[Match] = []
        for span in spans(sentence.folded):
            inner = [one for one in found if span.start <= one.start and one.end <= span.end]
            taken = named if inner and self._is_name(sentence, span, inner) else counted
            taken += inner
        counted += [one for one in found if one not in counted and one not in named]
        counted.sort(key=lambda one: one.start)
        doubtful = [one for one in counted if one.in_doubt]
        return [one for one in counted if not one.in_doubt], [*named, *doubtful]

    def _is_name(self, sentence: Sentence, span: Span, inner: list[Match]) -> bool:
        read = sum(one.end - one.start for one in inner if not _is_word(one))
        if read == span.end - span.start:
            return False
        return self.in_a_name(name_key(sentence.folded[span.start : span.end]))

    def _assembled(
        self,
        sentence: Sentence,
        found: list[Match],
        named: list[Match],
        within: tuple[str, ...],
    ) -> Understood:
        foreign = [] if within else borne_elsewhere(sentence, found)
        found = [one for one in found if one not in foreign]
        divisions = settled(found, within)
        chips, against = agreeing(_chips(sentence, found, divisions))
        offered = [*named, *foreign]
        offers = _chips(sentence, offered, settled(offered, within))
        choices = choices_of(sentence, divisions)
        hints = [
            *_hints(sentence, (*found, *named)),
            *(Hint(sentence.phrase(one), "elsewhere") for one in foreign),
            *hints_elsewhere(sentence, divisions),
        ]
        words = words_of(sentence.without(_gone(found, offered, divisions)))
        near = any(map(_is_near, _beside_no_division(found)))
        sums = sentence.sums(words)
        besides = words_of(without_sums(words, *_phrases(*sums)))
        if (chips or choices or near) and self._says_nothing_more(besides, choices):
            chips, words = [*chips, *sums], besides
        else:
            offers += sums
        left = self._leftovers.unheld(words, _phrases(*choices, *hints, *offers))
        kept = self._leftovers.kept(words, left)
        if chips or near:
            kept = _without_told_apart(kept, hints)
        return Understood(
            words=words,
            kept=kept,
            narrows=bool(kept) and not (left and self._leftovers.name_nobody(kept)),
            chips=tuple(chips),
            choices=tuple(choices),
            offers=tuple(offers),
            hints=tuple(hints),
            synonyms=(*_synonyms(sentence, found), *self._leftovers.wider(words)),
            left=left,
            refused=(
                *(sentence.phrase(one) for one in found if _is_refused(one)),
                *_phrases(*against),
            ),
            wants_near=near,
        )

    def _says_nothing_more(self, words: str, choices: list[Choice]) -> bool:
        """Whether words only say that a nursery is looked for, and which place is asked about."""
        others = (one for one in words.split() if one not in _phrases(*choices))
        return self._leftovers.are_plain(" ".join(others))

    @cached_property
    def _leftovers(self) -> Leftovers:
        return Leftovers(self.analyzer, self.is_held, self.is_a_slip)


def _chips(
    sentence: Sentence, found: list[Match], divisions: Mapping[Match, tuple[str, ...]]
) -> list[Chip]:
    return [
        Chip(sentence.phrase(one), filters, sentence.rest(one), _excludes(one))
        for one in found
        if (filters := filters_of(one, divisions))
    ]


def _without_told_apart(words: str, hints: Iterable[Hint]) -> str:
    """早教 beside 江阳区 is told apart and not searched for; a place elsewhere is."""
    told = {one.phrase for one in hints if one.code != "elsewhere"}
    return " ".join(word for word in words.split() if word not in told)


def _excludes(match: Match) -> bool:
    return match.meaning is not None and match.meaning.excludes


def _phrases(*understood: Chip | Choice | Hint) -> list[str]:
    return [one.phrase for one in understood]


def _gone(
    found: list[Match], offered: list[Match], divisions: Mapping[Match, tuple[str, ...]]
) -> list[Match]:
    """What leaves the words, and what is put there in another spelling."""
    taken = [replace(one, instead="") for one in found if is_taken(one, divisions)]
    spelled = [one for one in offered if one.instead]
    spelled += [one for one in found if one.instead and not is_taken(one, divisions)]
    return sorted((*taken, *spelled), key=lambda one: one.start)


def _is_word(match: Match) -> bool:
    return match.meaning is not None and match.meaning.kind in (WORD, HINT)


def _is_refused(match: Match) -> bool:
    return match.meaning is not None and match.meaning.kind == REFUSED and not match.meaning.code


def _is_near(match: Match) -> bool:
    if match.meaning is None:
        return False
    return match.meaning.kind == NEAR or any(key == "within" for key, _ in match.meaning.filters)


def _beside_no_division(found: list[Match]) -> list[Match]:
    """鼓楼附近 is near 鼓楼, not near me."""
    places = {one.end for one in found if one.named is not None}
    return [one for one in found if one.start not in places]


def _hints(sentence: Sentence, found: Iterable[Match]) -> list[Hint]:
    return [
        Hint(sentence.phrase(one), one.meaning.code)
        for one in found
        if one.meaning is not None and one.meaning.code
    ]


def _synonyms(sentence: Sentence, found: list[Match]) -> list[Synonym]:
    return [
        Synonym(sentence.phrase(one), (one.meaning.usual,))
        for one in found
        if one.meaning is not None
        and one.meaning.kind in (FILTER, WORD)
        and one.meaning.usual
        and not one.meaning.excludes
        and sentence.folded[one.start : one.end] != one.meaning.usual
    ]
