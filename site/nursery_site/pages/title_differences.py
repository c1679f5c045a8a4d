"""Which titles nurseries hold today, and which they lost: revoked, being put right, run out.

A title that was lost is a difference of its own and no mere absence; a round of it that is held
again outweighs what was before, as on a nursery's passport (`badges.telling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from nursery_site.pages.badges import telling
from nursery_site.pages.claims import Difference, HoldsTitle, LostTitle
from registry.nursery import Nursery
from registry.recognition import Recognition
from registry.vocabulary import HELD, Level, RecognitionKind, State

LOST: Final = (State.REVOKED, State.RECTIFICATION, State.CANCELLED, State.EXPIRED)
"""States of a title that a nursery once had, the gravest first."""


def lost_titles(nurseries: Sequence[Nursery], today: date) -> Iterator[Difference]:
    """A claim for each state and title, naming all who lost it so."""
    titles: dict[tuple[State, str], Recognition] = {}
    losers: dict[tuple[State, str], list[int]] = {}
    for who, nursery in enumerate(nurseries):
        for key, title in _lost(nursery, today).items():
            titles.setdefault(key, title)
            losers.setdefault(key, []).append(who)
    for key in sorted(titles, key=lambda one: LOST.index(one[0])):
        yield LostTitle(key[0], titles[key], tuple(losers[key]))


def _lost(nursery: Nursery, today: date) -> dict[tuple[State, str], Recognition]:
    """What a nursery lost, by state and title; of nothing that it holds under another scheme."""
    told = list(_telling(nursery, today))
    held = {_what(title) for title, state in told if state in HELD}
    return {
        (state, _what(title)): title
        for title, state in told
        if state in LOST and _what(title) not in held
    }


def _telling(nursery: Nursery, today: date) -> Iterator[tuple[Recognition, State]]:
    """Of each scheme the round that tells what its title is today."""
    rounds: dict[str, list[tuple[Recognition, State]]] = {}
    for title in nursery.recognitions:
        if (state := title.state(today)) is not None:
            rounds.setdefault(title.scheme, []).append((title, state))
    yield from map(telling, rounds.values())


def _what(title: Recognition) -> str:
    """What people call a title: its kind and level, of a grade the words as published."""
    said = title.label if title.kind is RecognitionKind.GRADE else title.level
    return f"{title.kind}.{said}"


def held_titles(nurseries: Sequence[Nursery], today: date) -> Iterator[Difference]:
    """A claim for each level that some of them hold and some do not, the highest first.

    The first of them says, too, of whom no title is published and of whom none by a source.
    """
    held = [_levels(nursery, today) for nursery in nurseries]
    rest = [one for one, levels in enumerate(held) if not levels]
    denied = tuple(one for one in rest if RecognitionKind.DEMONSTRATION in nurseries[one].denied)
    not_said = tuple(one for one in rest if one not in denied and not _spoken(nurseries[one]))
    for level in Level:
        who = tuple(one for one, levels in enumerate(held) if level in levels)
        if 0 < len(who) < len(nurseries):
            yield HoldsTitle(level, who, not_said, denied)
            not_said = denied = ()


def _levels(nursery: Nursery, today: date) -> frozenset[str]:
    states = nursery.states(RecognitionKind.DEMONSTRATION, today)
    return frozenset(title.level for title, state in states if state in HELD and title.level)


def _spoken(nursery: Nursery) -> bool:
    """Whether any source speaks of a demonstration title at all, held or not."""
    return any(title.kind is RecognitionKind.DEMONSTRATION for title in nursery.recognitions)
