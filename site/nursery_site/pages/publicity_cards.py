"""One notice (公示) on the page of notices: what it proposes, until when, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import Badge, filing, title_badge
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry.ledger.records import Notice, Source
from registry.nursery import Nursery
from registry.recognition import Recognition
from registry.vocabulary import Level, Stage, State

AT_ONCE: Final = 3
"""Nurseries of a notice that are shown without being asked for."""

MOST: Final = 100
"""Nurseries of a notice that are shown at all."""

NurseryOf: TypeAlias = Callable[[str], Nursery | None]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A nursery that a notice names, with its filing and the state of its title on the day."""

    href: str
    name: Name
    district: Text | None
    badges: tuple[Badge, ...]


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


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """`left` is how long one may still object, `None` for a notice that has ended.

    `doubts` say how far its last day can be trusted; `objections` and `notes` are as published.
    """

    id: str
    title: Text
    place: Text | None
    kind: str
    days: str
    left: str | None
    doubts: tuple[str, ...]
    objections: Text | None
    notes: tuple[Text, ...]
    issuer: Text
    source: Text
    source_href: str | None
    published: str
    count: str
    first: tuple[Proposed, ...]
    others: tuple[Proposed, ...]
    untold: str | None
    outcomes: tuple[Outcome, ...]
    decisions: tuple[Decision, ...]


def notice_card(
    notice: Notice, nursery_of: NurseryOf, sources: Mapping[int, Source], reader: Reader
) -> NoticeCard:
    """The card of a notice; `reader.today` is the day that is looked at."""
    on = reader.today
    found = [one for listed in notice.nurseries if (one := nursery_of(listed.nursery))]
    titles = [(one, title_in(one, notice)) for one in found]
    shown = tuple(_proposed(one, title, reader) for one, title in titles[:MOST])
    at_once = AT_ONCE if len(shown) > AT_ONCE + 1 else len(shown)
    ended = notice.has_ended(on)
    source = notice.source
    return NoticeCard(
        id=f"notice-{notice.id}",
        title=reader.as_published(notice.title),
        place=place_of(notice, reader),
        kind=_kind(notice, reader),
        days=reader.days(notice.first, notice.until),
        left=_left(notice, reader) if notice.is_open(on) else None,
        doubts=tuple(_doubts(notice)),
        objections=reader.as_published(notice.objections) if notice.objections else None,
        notes=tuple(reader.as_published(note) for note in _other_notes(notice)),
        issuer=reader.as_published(source.issuer),
        source=reader.as_published(source.title),
        source_href=links.to_web(source.url),
        published=reader.day(source.published_on),
        count=ngettext("%(num)s nursery", "%(num)s nurseries", len(notice.nurseries)),
        first=() if ended else shown[:at_once],
        others=shown if ended else shown[at_once:],
        untold=_untold(notice, len(shown)),
        outcomes=_outcomes([title for _, title in titles], reader) if ended else (),
        decisions=_decisions(titles, notice, sources, reader) if ended else (),
    )


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


def place_of(notice: Notice, reader: Reader) -> Text | None:
    """The division whose authority publishes the notice; `None` for the whole country."""
    region = notice.source.region
    if region is None:
        return None
    chain = (region[:2], region[:4], region)
    return reader.place(dict.fromkeys(key for key in chain if key in reader.region_names))


def _kind(notice: Notice, reader: Reader) -> str:
    kinds = [reader.word("kind", kind) for kind in notice.recognitions]
    if not kinds:
        return reader.word("source", notice.kind)
    level = [reader.word("level", notice.level)] if notice.level in set(Level) else []
    return " · ".join([*map(str, level), *kinds])


def _left(notice: Notice, reader: Reader) -> str:
    days = (notice.until - reader.today).days + 1 if notice.until else 0
    if days == 1:
        return gettext("Last day")
    return ngettext(
        "%(num)s day left, this one included", "%(num)s days left, this one included", days
    )


def _doubts(notice: Notice) -> Iterable[str]:
    if notice.until is None:
        yield gettext("The notice, as our copy has it, names no last day.")
    if notice.counted:
        yield gettext("The notice names no last day; it was counted by the rule of the scheme.")
    if notice.estimated:
        yield gettext(
            "The last day is an estimate: it was counted in working days, and the holidays of "
            "that time are not known to us, so Monday to Friday count."
        )


def _other_notes(notice: Notice) -> list[str]:
    """Notes under the table that the words on objections do not hold already."""
    told = notice.objections or ""
    return [
        note for note in notice.notes if not any(part in told for part in note.split("。") if part)
    ]


def _proposed(nursery: Nursery, title: Recognition | None, reader: Reader) -> Proposed:
    state = title.state(reader.today) if title else None
    badge = [title_badge(title, state, reader)] if title and state else []
    return Proposed(
        href=links.nursery(reader.locale, nursery.id),
        name=reader.name(nursery.name),
        district=reader.region_text(nursery.region[-1]) if nursery.region else None,
        badges=(filing(nursery, reader), *badge),
    )


def _untold(notice: Notice, shown: int) -> str | None:
    """Nurseries and rows of a notice that the page leaves out."""
    missing = len(notice.nurseries) - shown + notice.unread
    if not missing:
        return None
    return ngettext(
        "%(num)s more row of this list is not shown.",
        "%(num)s more rows of this list are not shown.",
        missing,
    )


def _outcomes(titles: Iterable[Recognition | None], reader: Reader) -> tuple[Outcome, ...]:
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


def _decisions(
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
