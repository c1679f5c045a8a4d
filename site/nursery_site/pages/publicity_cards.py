"""One notice (公示) on the page of notices: what it proposes, until when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import Badge, filing, title_badge
from nursery_site.pages.publicity_outcomes import (
    Decision,
    NurseryOf,
    Outcome,
    decisions,
    outcomes,
    title_in,
)
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry.ledger.records import Notice, Source
from registry.nursery import Nursery
from registry.recognition import Recognition
from registry.vocabulary import Level

AT_ONCE: Final = 3
"""Nurseries of a notice that are shown without being asked for."""

MOST: Final = 100
"""Nurseries of a notice that are shown at all."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A nursery that a notice names, with its filing and the state of its title on the day."""

    href: str
    name: Name
    district: Text | None
    badges: tuple[Badge, ...]


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
        id=anchor(notice),
        title=reader.as_published(notice.title),
        place=place_of(notice, reader),
        kind=_kind(notice, reader),
        days=reader.days(notice.first, notice.until),
        left=left(notice, reader) if notice.is_open(on) else None,
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
        outcomes=outcomes([title for _, title in titles], reader) if ended else (),
        decisions=decisions(titles, notice, sources, reader) if ended else (),
    )


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


def anchor(notice: Notice) -> str:
    """Where a notice stands on the page of notices."""
    return f"notice-{notice.id}"


def left(notice: Notice, reader: Reader) -> str:
    """How long one may still object to an open notice."""
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
