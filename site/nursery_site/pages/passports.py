"""The passport of each badge: who granted what, when, until when, and what it does not promise."""

from __future__ import annotations

from dataclasses import dataclass

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
    days: str | None
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """`label` is the title as published; `state_note` says what its state means today."""

    badge: Badge
    scheme: Text | None
    label: Text
    level: str | None
    issuer: Text
    state_note: str
    no_promise: str
    events: tuple[Event, ...]


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
    level = recognition.level
    return Passport(
        badge=title_badge(recognition, state, reader),
        scheme=_scheme(recognition.scheme, reader),
        label=reader.as_published(recognition.label),
        level=reader.word("level", level) if level in set(Level) and level else None,
        issuer=reader.as_published(recognition.issuer),
        state_note=reader.word("state_note", state),
        no_promise=reader.word("no_promise", recognition.kind),
        events=tuple(_event(event, evidence, reader) for event in recognition.events),
    )


def _scheme(key: str, reader: Reader) -> Text | None:
    """The scheme's published title; one that nobody has described has none."""
    title = reader.scheme_titles.get(key)
    return reader.as_published(title) if title else None


def _event(event: StageEvent, evidence: Evidence, reader: Reader) -> Event:
    return Event(
        stage=reader.word("stage", event.stage),
        days=reader.days(event.on, event.until),
        references=evidence.reference_to(event.source),
    )
