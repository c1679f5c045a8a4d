"""普惠 over time, from numbers, flags and titles.

Numbers say most: no inclusive place is "no", fewer inclusive places than places is "partial".
A flag says yes or no. A title says yes while it is held, and no once it was cancelled or
revoked. What was said later outranks: a title conferred after a list that counted none makes
the nursery inclusive, a title revoked after a list that counted some ends it. A title that
merely ran out, or was only proposed, says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from registry import fields
from registry.recognition import Recognition
from registry.standing import ClaimLike
from registry.vocabulary import HELD, Inclusive, RecognitionKind, State

_ENDED = frozenset({State.CANCELLED, State.REVOKED})


def inclusive_changes(
    standing: Mapping[str, ClaimLike], recognitions: Iterable[Recognition]
) -> tuple[tuple[date, Inclusive | None], ...]:
    """The days on which the answer changes, the first of them the beginning of time."""
    counted = _counted(standing)
    titles = [one.timeline() for one in recognitions if one.kind is RecognitionKind.INCLUSIVE]
    days = sorted({date.min} | {day for timeline in titles for day, _ in timeline})
    changes: list[tuple[date, Inclusive | None]] = []
    for day in days:
        answer = _on(day, counted, titles)
        if not changes or changes[-1][1] is not answer:
            changes.append((day, answer))
    return tuple(changes)


def _counted(standing: Mapping[str, ClaimLike]) -> tuple[Inclusive, date] | None:
    places, flag = standing.get(fields.INCLUSIVE_PLACES), standing.get(fields.INCLUSIVE)
    capacity = standing.get(fields.CAPACITY)
    if places is not None and isinstance(places.value, int):
        if places.value == 0:
            return Inclusive.NO, places.as_of
        total = capacity.value if capacity is not None else None
        partial = isinstance(total, int) and places.value < total
        return (Inclusive.PARTIAL if partial else Inclusive.YES), places.as_of
    if flag is not None:
        return (Inclusive.YES if flag.value else Inclusive.NO), flag.as_of
    return None


def _on(
    day: date,
    counted: tuple[Inclusive, date] | None,
    titles: list[tuple[tuple[date, State], ...]],
) -> Inclusive | None:
    current = [change for timeline in titles if (change := _last(timeline, day)) is not None]
    held = [since for since, state in current if state in HELD]
    ended = [since for since, state in current if state in _ENDED]
    if counted is None:
        return Inclusive.YES if held else Inclusive.NO if ended else None
    answer, since = counted
    if answer is Inclusive.NO:
        return Inclusive.YES if any(day > since for day in held) else answer
    if not held and any(day > since for day in ended):
        return Inclusive.NO
    return answer


def _last(timeline: tuple[tuple[date, State], ...], day: date) -> tuple[date, State] | None:
    """The state on a day, since the day it was held or ended for good."""
    past = [change for change in timeline if change[0] <= day]
    if not past:
        return None
    since, state = past[-1]
    for earlier, before in reversed(past):
        if (before in HELD) is not (state in HELD):
            break
        since = earlier
    return (since, state) if state in HELD else past[-1]
