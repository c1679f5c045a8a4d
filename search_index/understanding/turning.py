"""Turning words that reach further than the phrase beside them: 不要民办和公办, 不想让他去民办.

A turn reaches over 和 and its like to a phrase of the same key, or from one division to another,
in both directions (江阳区和龙马潭区除外). Where other words stand between a turning word and a
phrase, what is meant cannot be told: the whole is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from search_index.understanding.grammar import Match
from search_index.understanding.negation import turn_inside, turned_round
from search_index.understanding.phrases import FILLER, FILTER, NEAR, REFUSED, Meaning

_AND: Final = re.compile(r" ?(?:和|或|或者|及|以及|与|跟|同|、|/|and|or|nor)? ?")


def turned_along(found: list[Match], text: str) -> list[Match]:
    """The matches of a folded text, each with the turn that reaches it."""
    fillers = [one for one in found if _is_filler(one)]
    rest = [_refused_behind(one, found, text) for one in found if one not in fillers]
    for at in range(1, len(rest)):
        rest[at] = _like(rest[at], rest[at - 1], text, forward=True)
    for at in range(len(rest) - 1, 0, -1):
        rest[at - 1] = _like(rest[at - 1], rest[at], text, forward=False)
    free = [
        one for one in fillers if not any(one.start < x.end and x.start < one.end for x in rest)
    ]
    return sorted((*rest, *free), key=lambda one: one.start)


def _goes_with(match: Match, other: Match, between: str) -> bool:
    """One place inside or near another (不在南京鼓楼), or two of a kind with 和 between."""
    is_place = match.meaning is None
    if not between.strip():
        return is_place and (other.of == ("near",) or (other.of == ("region",) and not between))
    return match.keys == other.of


def _is_filler(match: Match) -> bool:
    return match.meaning is not None and match.meaning.kind == FILLER


def _refused_behind(match: Match, found: list[Match], text: str) -> Match:
    if match.turn or not _is_a_wish(match):
        return match
    ends = (one.end for one in found if not _is_filler(one) and one.end <= match.start)
    start = turn_inside(text, max(ends, default=0), match.start)
    if start is None:
        return match
    return Match(start, match.end, Meaning(REFUSED), turn="inside")


def _is_a_wish(match: Match) -> bool:
    return match.meaning is None or match.meaning.kind in (FILTER, NEAR)


def _like(match: Match, other: Match, text: str, *, forward: bool) -> Match:
    """The match turned as the other is, where 和 joins the two."""
    if match.turn or other.turn != ("front" if forward else "behind") or not _is_a_wish(match):
        return match
    between = text[other.end : match.start] if forward else text[match.end : other.start]
    if not _AND.fullmatch(between) or not _goes_with(match, other, between):
        return match
    meaning = turned_round(match.meaning, unwanted=True)
    return replace(match, meaning=meaning, named=None, turn=other.turn, of=match.keys)
