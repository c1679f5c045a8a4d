"""What came of a notice (公示): the state of each title on a day, and the lists that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from nursery_site import links
from nursery_site.catalogs import ngettext
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.ledger.records import Notice, Source
from registry.nursery import Nursery
from registry.recognition import Recognition
from registry.vocabulary import Stage, State

NurseryOf: TypeAlias = Callable[[str], Nursery | None]
"""Finds a nursery by its public id."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What so many of a notice's nurseries had become by the day."""

    words: str
    nurseries: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A later list that says what became of the proposals."""

    title: Text
    href: str | None
    day: str


def title_in(nursery: Nursery, notice: Notice) -> Recognition | None:
    """The round of a nursery's title to which a notice belongs."""
    return next(
        (
            title
            for title in nursery.recognitions
            if title.kind in notice.recognitions
            for event in title.events
            if event.stage is Stage.PUBLICITY and event.source == notice.source.id
        ),
        None,
    )


def later_sources(notices: Iterable[Notice], nursery_of: NurseryOf) -> set[int]:
    """The numbers of all sources that speak of the titles of some notices."""
    return {
        event.source
        for notice in notices
        for listed in notice.nurseries
        if (nursery := nursery_of(listed.nursery)) and (title := title_in(nursery, notice))
        for event in title.events
    }


def outcomes(titles: Iterable[Recognition | None], reader: Reader) -> tuple[Outcome, ...]:
    """How many titles stand where on the day, what is settled first."""
    states = Counter(title.state(reader.today) if title else None for title in titles)
    ordered = (*_SETTLED, *(state for state in State if state not in _SETTLED), None)
    return tuple(
        Outcome(
            reader.word("came_of", state or "none"),
            ngettext("%(num)s nursery", "%(num)s nurseries", states[state]),
        )
        for state in ordered
        if states[state]
    )


_SETTLED: Final = (State.VALID, State.EXPIRING, State.EXPIRED, State.PROPOSED)


def decisions(
    titles: Iterable[tuple[Nursery, Recognition | None]],
    notice: Notice,
    sources: Mapping[int, Source],
    reader: Reader,
) -> tuple[Decision, ...]:
    """The lists that speak of the titles after the notice began, by the day of the page."""
    days: dict[int, date] = {}
    for event in (event for _, title in titles if title for event in title.events):
        later = notice.first < event.on <= reader.today and event.source != notice.source.id
        if later and event.source in sources:
            days[event.source] = min(days.get(event.source, event.on), event.on)
    return tuple(
        Decision(
            title=reader.as_published(sources[number].title),
            href=links.to_web(sources[number].url),
            day=reader.day(sources[number].published_on),
        )
        for number, _ in sorted(days.items(), key=lambda pair: (pair[1], pair[0]))
    )
