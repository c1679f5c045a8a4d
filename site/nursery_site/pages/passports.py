"""The passport of each badge: who granted what, when, until when, and what it does not promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nursery_site.catalogs import gettext
from nursery_site.pages.badges import Badge, title_badge
from nursery_site.pages.evidence import Evidence, Reference
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.nursery import Nursery
from registry.recognition import Recognition, StageEvent
from registry.vocabulary import Level, RecognitionKind, State


@dataclass(frozen=True, slots=True)
class Event:
    """One stage as one source states it."""

    stage: str
    days: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """`label` is the title as published; `state_note` says what its state means today.

    `endless`: it is held, and no source says until when; `article` explains the title.
    """

    badge: Badge
    scheme: Text | None
    label: Text
    level: str | None
    issuer_term: str
    issuer: Text | None
    state_note: str
    no_promise: str
    events: tuple[Event, ...]
    endless: bool
    article: str | None


def passports(nursery: Nursery, evidence: Evidence, reader: Reader) -> tuple[Passport, ...]:
    """A passport for every title that anything is said of by today."""
    return tuple(
        _passport(recognition, state, evidence, reader)
        for kind in RecognitionKind
        for recognition, state in nursery.states(kind, reader.today)
    )


def _passport(
    recognition: Recognition, state: State, evidence: Evidence, reader: Reader
) -> Passport:
    level, conferred = recognition.level, recognition.first_day() is not None
    endless = state is State.VALID and _ends_never(recognition)
    proposed_limit = recognition.kind is RecognitionKind.INCLUSIVE and not conferred
    return Passport(
        badge=title_badge(recognition, state, reader),
        scheme=_scheme(recognition.scheme, reader),
        label=reader.as_published(recognition.label),
        level=reader.word("level", level) if level in set(Level) and level else None,
        issuer_term=gettext("Granted by") if conferred else gettext("Published by"),
        issuer=reader.as_published(recognition.issuer) if recognition.issuer else None,
        state_note=reader.word("state_note", "endless" if endless else state),
        no_promise=reader.word(
            "no_promise", "inclusive_proposed" if proposed_limit else recognition.kind
        ),
        events=_events(recognition.events, evidence, reader),
        endless=endless,
        article=reader.article(recognition.kind, recognition.scheme),
    )


def _scheme(key: str, reader: Reader) -> Text | None:
    """The scheme's published title; one that nobody has described has none."""
    title = reader.scheme_titles.get(key)
    return reader.as_published(title) if title else None


def _ends_never(recognition: Recognition) -> bool:
    """Whether no day is known on which a held title ends."""
    return recognition.timeline()[-1][1] is State.VALID


def _events(events: Iterable[StageEvent], evidence: Evidence, reader: Reader) -> tuple[Event, ...]:
    """The stages in their order; what several sources say alike is one line."""
    alike: dict[StageEvent, set[Reference]] = {}
    for event in events:
        references = alike.setdefault(replace(event, source=0), set())
        references.update(evidence.reference_to(event.source))
    return tuple(
        _event(event, tuple(sorted(found, key=lambda reference: reference.number)), reader)
        for event, found in alike.items()
    )


def _event(event: StageEvent, references: tuple[Reference, ...], reader: Reader) -> Event:
    stage = reader.word("stage", event.stage)
    if not event.year_only:
        return Event(stage, reader.days(event.on, event.until), references)
    # The first of January is nobody's statement.
    year = str(event.on.year)
    if event.until:
        year = gettext("%(first)s to %(last)s", first=year, last=reader.day(event.until))
    return Event(gettext("%(stage)s (year)", stage=stage), year, references)
