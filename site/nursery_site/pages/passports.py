"""The passport of each badge: who granted what, when, until when, and what it does not promise.

One passport for a title under a scheme, however often it was applied for, lost and regained: the
round that tells what it is today stands first, and every round is in its history.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from nursery_site.catalogs import gettext
from nursery_site.pages.badges import Badge, anchor, state_note, telling, title_badge
from nursery_site.pages.evidence import Evidence, Reference
from nursery_site.pages.rules import Rulebook, Rules, rules_of
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.nursery import Nursery
from registry.recognition import Recognition, StageEvent
from registry.vocabulary import Level, RecognitionKind, Stage, State


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a title's history. `ours`: no list says it, it follows from the dates.

    `tone` is how far the title holds from then on; `ahead` is a day that is yet to come.
    """

    stage: str
    days: str
    references: tuple[Reference, ...]
    tone: str
    ours: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """One application and what came of it; `label` is the title as published."""

    badge: Badge
    label: Text
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """`label` is the title as published; `state_note` says what its state means today.

    `endless`: it is held, and no source says until when. `rounds` are the newest first.
    `article` explains the title.
    """

    id: str
    badge: Badge
    scheme: Text | None
    label: Text
    level: str | None
    issuer_term: str
    issuer: Text | None
    state_note: str
    no_promises: tuple[str, ...]
    rounds: tuple[Round, ...]
    endless: bool
    rules: Rules | None
    article: str | None


def passports(
    nursery: Nursery,
    evidence: Evidence,
    book: Rulebook,
    reader: Reader,
) -> tuple[Passport, ...]:
    """A passport for every title that anything is said of by today."""
    return tuple(
        _passport(scheme, list(rounds), evidence, rules_of(scheme, book, reader), reader)
        for (_, scheme), rounds in _by_title(nursery, reader)
    )


def _by_title(
    nursery: Nursery, reader: Reader
) -> Iterator[tuple[tuple[RecognitionKind, str], Iterator[tuple[Recognition, State]]]]:
    for kind in RecognitionKind:
        told = sorted(nursery.states(kind, reader.today), key=lambda one: one[0].scheme)
        yield from groupby(told, key=lambda one: (kind, one[0].scheme))


def _passport(
    scheme: str,
    rounds: list[tuple[Recognition, State]],
    evidence: Evidence,
    rules: Rules | None,
    reader: Reader,
) -> Passport:
    recognition, state = telling(rounds)
    level, conferred = recognition.level, recognition.first_day() is not None
    limit = recognition.kind is RecognitionKind.INCLUSIVE and not conferred
    usual = reader.word("no_promise", "inclusive_proposed" if limit else recognition.kind)
    return Passport(
        id=anchor(scheme),
        badge=title_badge(recognition, state, reader),
        scheme=rules.title if rules else None,
        label=reader.as_published(recognition.label),
        level=reader.word("level", level) if level in set(Level) and level else None,
        issuer_term=gettext("Granted by") if conferred else gettext("Published by"),
        issuer=reader.as_published(recognition.issuer) if recognition.issuer else None,
        state_note=state_note(recognition, state, reader),
        no_promises=(rules.no_promises if rules else ()) or (usual,),
        rounds=tuple(
            Round(
                title_badge(one, on_day, reader),
                reader.as_published(one.label),
                _events(one, evidence, reader),
            )
            for one, on_day in reversed(rounds)
        ),
        endless=state is State.VALID and recognition.timeline()[-1][1] is State.VALID,
        rules=rules,
        article=reader.article(recognition.kind, recognition.scheme),
    )


def _events(recognition: Recognition, evidence: Evidence, reader: Reader) -> tuple[Event, ...]:
    """What sources say and what follows from the dates, in the order of the days."""
    lines = [
        *_said(recognition, evidence, reader),
        *_computed(recognition, reader),
        *_unpublished(recognition),
    ]
    return tuple(event for _, event in sorted(lines, key=lambda line: line[0]))


def _said(
    recognition: Recognition, evidence: Evidence, reader: Reader
) -> Iterator[tuple[tuple[date, int], Event]]:
    """The stages as sources state them; what several sources say alike is one line."""
    alike: dict[StageEvent, set[Reference]] = {}
    for event in recognition.events:
        references = alike.setdefault(replace(event, source=0), set())
        references.update(evidence.reference_to(event.source))
    for event, found in alike.items():
        references_in_order = tuple(sorted(found, key=lambda reference: reference.number))
        yield (event.on, 0), _event(event, references_in_order, reader)


def _computed(recognition: Recognition, reader: Reader) -> Iterator[tuple[tuple[date, int], Event]]:
    """The days on which the state changes by itself: a publicity or a validity is over."""
    stated = {event.on for event in recognition.events}
    for day, state in recognition.timeline():
        by_itself = state in (State.EXPIRING, State.EXPIRED, State.PROPOSED)
        if by_itself and (day not in stated or day == recognition.superseded_on):
            word = gettext("Replaced") if day == recognition.superseded_on else None
            said = word or reader.word("state_change", state)
            ahead = day > reader.today
            confirmed_or_not = ahead or any(event.on > day for event in recognition.events)
            if state is State.PROPOSED and confirmed_or_not:
                continue  # nobody knows yet whether it will be confirmed, or a source says it
            days = _on(day, recognition, reader)
            yield (day, 1), Event(said, days, (), _TONES[state], ours=True, ahead=ahead)


def _on(day: date, recognition: Recognition, reader: Reader) -> str:
    """A day that follows from the dates; the day after a month's last is nobody's statement."""
    after = [
        event.until_said
        for event in recognition.events
        if event.until and event.until_said and event.until + timedelta(days=1) == day
    ]
    if not after:
        return reader.day(day)
    return gettext("after %(month)s", month=reader.published_date(after[-1]))


def _unpublished(recognition: Recognition) -> Iterator[tuple[tuple[date, int], Event]]:
    """That no source says when the rectification began of which one says the end."""
    told = False
    for event in recognition.events:
        if event.stage is Stage.RESTORED and not told:
            said = gettext("When the rectification began: not published")
            yield (event.on, -1), Event(said, "", (), "broken")
        told = event.stage in _BEFORE_RESTORED


def _event(event: StageEvent, references: tuple[Reference, ...], reader: Reader) -> Event:
    stage, tone = reader.word("stage", event.stage), _STAGE_TONES.get(event.stage, "waits")
    if not event.year_only:
        days = reader.published_days(event.first, event.last)
        if event.estimated:
            days = gettext("%(days)s (the last day is an estimate)", days=days)
        elif event.counted:
            days = gettext("%(days)s (the last day is counted by the scheme's rule)", days=days)
        return Event(stage, days, references, tone)
    # The first of January is nobody's statement.
    year = reader.published_date(event.first)
    if event.last:
        year = reader.published_days(event.first, event.last)
    return Event(gettext("%(stage)s (year)", stage=stage), year, references, tone)


_BEFORE_RESTORED = {Stage.RECTIFICATION, Stage.CANCELLED, Stage.REVOKED, Stage.RESTORED}
_STAGE_TONES = {
    Stage.CONFERRED: "holds",
    Stage.RESTORED: "holds",
    Stage.RECTIFICATION: "broken",
    Stage.CANCELLED: "over",
    Stage.REVOKED: "broken",
}
_TONES = {State.EXPIRING: "holds", State.EXPIRED: "over", State.PROPOSED: "waits"}
