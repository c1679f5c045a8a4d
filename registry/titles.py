"""Recognition claims into recognitions: which stages belong to one round of one title.

Claims are grouped by scheme. Within a scheme a new round begins where a source speaks of an
application, review or publicity after the title was conferred or lost, or confers another
level. A round conferred later replaces the one before it from that day on. A map or directory
supports what an authority's list told and adds nothing to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from registry.recognition import Recognition, StageEvent
from registry.vocabulary import RecognitionKind, Stage

SchemeOf: TypeAlias = Callable[[RecognitionKind, str | None, str], str]
"""The key of the scheme that a title belongs to, from its kind, level and published text."""

_ORDER = {stage: position for position, stage in enumerate(Stage)}
_BEFORE = frozenset(
    {Stage.DECLARED, Stage.RECOMMENDED, Stage.REVIEW, Stage.PUBLICITY, Stage.OBJECTION}
)
_ENDS = frozenset({Stage.CANCELLED, Stage.REVOKED})


@dataclass(frozen=True, slots=True)
class TitleClaim:
    """One recognition claim, read: what was said of a title, by which source."""

    kind: RecognitionKind
    scheme: str | None
    level: str | None
    label: str
    issuer: str
    event: StageEvent
    weak: bool = False  # a map or directory says so


def rounds_of(claims: Iterable[TitleClaim], scheme_of: SchemeOf) -> tuple[Recognition, ...]:
    """Every round of every title, in the order of their first days."""
    by_scheme: dict[tuple[RecognitionKind, str], list[TitleClaim]] = defaultdict(list)
    for claim in claims:
        scheme = claim.scheme or scheme_of(claim.kind, claim.level, claim.label)
        by_scheme[claim.kind, scheme].append(claim)
    found = [
        recognition
        for (_, scheme), titles in by_scheme.items()
        for recognition in _superseded(
            [_recognition(scheme, one) for one in _rounds(_weighed(titles))]
        )
    ]
    return tuple(sorted(found, key=lambda one: (one.events[0].on, one.kind, one.scheme)))


def _weighed(claims: list[TitleClaim]) -> list[TitleClaim]:
    """Without what maps repeat: they never begin, renew or reopen what an authority's list told.

    Where only maps speak of a title, the earliest of them stands.
    """
    strong = [claim for claim in claims if not claim.weak]
    return strong or [min(claims, key=lambda claim: claim.event.on)]


def _rounds(claims: list[TitleClaim]) -> list[list[TitleClaim]]:
    rounds: list[list[TitleClaim]] = []
    for claim in sorted(claims, key=lambda one: (one.event.on, _ORDER[one.event.stage])):
        if rounds and not _begins(claim, rounds[-1]):
            rounds[-1].append(claim)
        else:
            rounds.append([claim])
    return rounds


def _begins(claim: TitleClaim, current: list[TitleClaim]) -> bool:
    stages = {one.event.stage for one in current}
    settled = bool(stages & (_ENDS | {Stage.CONFERRED}))
    if claim.event.stage in _BEFORE:
        return settled
    if claim.event.stage is Stage.CONFERRED:
        conferred = [one for one in current if one.event.stage is Stage.CONFERRED]
        return bool(stages & _ENDS) or any(one.level != claim.level for one in conferred)
    return False


def _recognition(scheme: str, claims: list[TitleClaim]) -> Recognition:
    named = [one for one in claims if one.event.stage is Stage.CONFERRED] or claims
    events = tuple(dict.fromkeys(one.event for one in claims))
    levels = [one.level for one in named if one.level is not None]
    return Recognition(
        kind=claims[0].kind,
        scheme=scheme,
        level=levels[-1] if levels else None,
        label=named[-1].label,
        issuer=named[-1].issuer,
        events=events,
    )


def _superseded(rounds: list[Recognition]) -> list[Recognition]:
    later: date | None = None
    result: list[Recognition] = []
    for recognition in reversed(rounds):
        start = recognition.first_day()
        ends = recognition.events[-1].stage in _ENDS
        replaced = later if start is not None and not ends else None
        result.append(replace(recognition, superseded_on=replaced) if replaced else recognition)
        later = start or later
    return result[::-1]
