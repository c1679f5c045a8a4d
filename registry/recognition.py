"""Recognitions (示范, 普惠, 星级, 等级, 试点, 标准化) and what each of them is on a given day.

A source says stages: "proposed, publicity until 4 November", "conferred, valid until 2027".
What a title *is* today follows from the stages and the date alone, so it can never go stale
in a store. `timeline` gives the days on which the answer changes; `state` looks one up.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from registry.vocabulary import RecognitionKind, Stage, State

EXPIRING_DAYS = 90
"""A title counts as expiring for this many days before its last."""

_PLAIN: dict[Stage, State] = {
    Stage.DECLARED: State.DECLARED,
    Stage.RECOMMENDED: State.RECOMMENDED,
    Stage.REVIEW: State.REVIEW,
    Stage.OBJECTION: State.OBJECTION,
    Stage.RECTIFICATION: State.RECTIFICATION,
    Stage.CANCELLED: State.CANCELLED,
    Stage.REVOKED: State.REVOKED,
}


@dataclass(frozen=True, slots=True)
class StageEvent:
    """One stage as one source states it.

    `on` is the first day it holds, `until` the last one where the source says so: of a
    publicity, or of a title's validity. `source` is the ledger's number of the source. Where the
    source names no more than a month or a year, `on_said` and `until_said` are "2023-10" or
    "2023"; `on` is then the first day that may be meant, and `until` the last. With `counted` the
    source names no last day of its publicity, and `until` is what the scheme's number of working
    days gives. `estimated`: working days were counted beyond the calendar that is decided.
    """

    stage: Stage
    on: date
    until: date | None
    source: int
    on_said: str | None = None
    until_said: str | None = None
    counted: bool = False
    estimated: bool = False

    @property
    def first(self) -> str:
        """The first day as closely as it is said: "2023-10-20", "2023-10" or "2023"."""
        return self.on_said or self.on.isoformat()

    @property
    def last(self) -> str | None:
        """The last day likewise."""
        return self.until_said or (self.until.isoformat() if self.until else None)

    @property
    def year_only(self) -> bool:
        """Whether the source names no more than the year in which it began."""
        return self.first.isdecimal()


@dataclass(frozen=True, slots=True)
class Recognition:
    """One round of one title under one scheme, with everything sources said of it.

    `level` is a `Level` for demonstration, inclusive and pilot titles, "1".."5" for stars, and
    the published word for grades. `label` is the title as published, `issuer` empty where no source
    names who granted it. `events` are in the order
    of their days. A re-application is a round of its own, so a title still held stays held
    while the next one is in publicity; `superseded_on` is the day a later round replaced this.
    """

    kind: RecognitionKind
    scheme: str
    level: str | None
    label: str
    issuer: str
    events: tuple[StageEvent, ...]
    superseded_on: date | None = None

    def timeline(self) -> tuple[tuple[date, State], ...]:
        """The days on which the state changes, in order, each with the state from then on.

        Two neighbours never hold the same state. Before the first day there is no title.
        """
        changes: dict[date, State] = {}
        valid_until: date | None = None
        for event in self.events:
            for day in [day for day in changes if day >= event.on]:
                del changes[day]
            if event.stage is Stage.CONFERRED:
                valid_until = event.until
            elif event.stage is Stage.RESTORED:
                valid_until = event.until or valid_until
            changes |= _changes(event, valid_until)
        if self.superseded_on is not None:
            for day in [day for day in changes if day >= self.superseded_on]:
                del changes[day]
            changes[self.superseded_on] = State.EXPIRED
        ordered = sorted(changes.items())
        return tuple(
            (day, state)
            for position, (day, state) in enumerate(ordered)
            if position == 0 or ordered[position - 1][1] is not state
        )

    def state(self, on: date) -> State | None:
        """The one state of the title on a day, or `None` before anything was said of it."""
        timeline = self.timeline()
        position = bisect_right(timeline, on, key=lambda change: change[0])
        return timeline[position - 1][1] if position else None

    def conferral(self) -> StageEvent | None:
        """The stage that conferred the title last, `None` for a title never conferred."""
        found = [event for event in self.events if event.stage is Stage.CONFERRED]
        return found[-1] if found else None

    def ending(self) -> StageEvent | None:
        """The newest stage that names an end: of validity, or of publicity."""
        found = [event for event in self.events if event.until is not None]
        return found[-1] if found else None

    def first_day(self) -> date | None:
        """The first day of the validity last conferred, `None` for a title never conferred."""
        conferral = self.conferral()
        return conferral.on if conferral else None

    def last_day(self) -> date | None:
        """The last day that the newest stage with an end names: of validity, or of publicity."""
        ending = self.ending()
        return ending.until if ending else None


def _changes(event: StageEvent, valid_until: date | None) -> dict[date, State]:
    if event.stage in (Stage.CONFERRED, Stage.RESTORED):
        return _validity(event.on, valid_until)
    if event.stage is Stage.PUBLICITY:
        proposed = {} if event.until is None else {_after(event.until, event.on): State.PROPOSED}
        return {event.on: State.PUBLICITY} | proposed
    if event.stage is Stage.RECTIFICATION and valid_until is not None:
        # A title that is being put right still ends on its last day.
        return {event.on: State.RECTIFICATION, _after(valid_until, event.on): State.EXPIRED}
    return {event.on: _PLAIN[event.stage]}


def _after(last: date, start: date) -> date:
    return max(last, start) + timedelta(days=1)


def _validity(start: date, end: date | None) -> dict[date, State]:
    if end is None:
        return {start: State.VALID}
    warned = max(start, end - timedelta(days=EXPIRING_DAYS))
    return {start: State.VALID} | {warned: State.EXPIRING, _after(end, start): State.EXPIRED}
