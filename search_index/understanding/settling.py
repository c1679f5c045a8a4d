"""What the divisions of a sentence mean beside one another: settled, a choice, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from registry.places.table import inside
from search_index.understanding.grammar import Match
from search_index.understanding.phrases import (
    BORNE_ELSEWHERE,
    FILLER,
    FILTER,
    NEAR,
    REFUSED,
    WORD,
)
from search_index.understanding.regions import NO_FILINGS, meant
from search_index.understanding.result import Chip, Choice, Filters, Hint
from search_index.understanding.sentence import Sentence

MOST_CHOICES: Final = 3
"""Names of several divisions that are asked about; each is a search of its own."""

Meant = tuple[str, ...]
"""The keys of the divisions that a name may mean; one where it is settled."""


def settled(found: list[Match], within: tuple[str, ...]) -> dict[Match, Meant]:
    """What each name of a division means beside the others."""
    named = {one: one.named.keys for one in found if one.named is not None}
    chosen = [within] if within else []
    return {
        one: meant(keys, [*(other for match, other in named.items() if match is not one), *chosen])
        for one, keys in named.items()
    }


def is_taken(match: Match, divisions: Mapping[Match, Meant]) -> bool:
    """Whether a phrase leaves the words: hints and undecided divisions stay."""
    if match.meaning is None:
        return len(divisions[match]) == 1
    return match.meaning.kind in (FILTER, NEAR, FILLER, WORD, REFUSED)


def filters_of(match: Match, divisions: Mapping[Match, Meant]) -> Filters:
    """What a phrase or a settled division asks for; nothing where it says nothing more."""
    if match.meaning is not None:
        return match.meaning.filters
    keys = divisions.get(match, ())
    if not keys:
        return ()
    deeper = [key for one, other in divisions.items() if one is not match for key in other]
    around = any(inside(key, keys[0]) and key != keys[0] for key in deeper)
    # 江苏 in 江苏南京 says nothing more; beside an undecided 鼓楼 it does.
    closer = any(
        len(other) == 1 and inside(other[0], keys[0])
        for one, other in divisions.items()
        if one is not match and other != keys
    )
    return () if len(keys) > 1 or (around and closer) else (("region", keys),)


def choices_of(sentence: Sentence, divisions: Mapping[Match, Meant]) -> list[Choice]:
    """The names of several divisions, to be asked about: each once, the first few."""
    asked: dict[str, Choice] = {}
    for one, keys in divisions.items():
        phrase = sentence.phrase(one)
        if len(keys) > 1 and phrase not in asked and len(asked) < MOST_CHOICES:
            asked[phrase] = Choice(phrase, keys, sentence.rest(one))
    return list(asked.values())


def agreeing(chips: Iterable[Chip]) -> tuple[list[Chip], list[Chip]]:
    """The chips without those whose price lies outside the earlier ones', and these."""
    kept: list[Chip] = []
    against: list[Chip] = []
    low, high = 0, None
    for chip in chips:
        bounds = {key: int(values[0]) for key, values in chip.filters if key.startswith("price_")}
        least = max(low, bounds.get("price_min", low))
        most = min(
            (one for one in (high, bounds.get("price_max")) if one is not None), default=None
        )
        if bounds and most is not None and least > most:
            against.append(chip)
            continue
        low, high = least, most
        kept.append(chip)
    return kept, against


def borne_elsewhere(sentence: Sentence, found: list[Match]) -> list[Match]:
    """A name of ours that, alone, often means a place without filings: 新北."""
    divisions = [one for one in found if one.named is not None and one.meaning is None]
    return [
        one
        for one in divisions
        if len(divisions) == 1 and sentence.folded[one.start : one.end] in BORNE_ELSEWHERE
    ]


def hints_elsewhere(sentence: Sentence, divisions: Mapping[Match, Meant]) -> list[Hint]:
    """Places whose authorities publish no filings of the mainland's kind."""
    return [
        Hint(sentence.phrase(one), "elsewhere")
        for one, keys in divisions.items()
        if keys and all(key[:2] in NO_FILINGS for key in keys)
    ]
