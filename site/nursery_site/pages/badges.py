"""Badges: five different facts in five shapes, each with its state today in words.

Filed, demonstration, stars, inclusive and public are never mixed; grades and pilots have shapes
of their own. The tone says how far a badge holds, and never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from zlib import crc32

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.nursery import Nursery
from registry.recognition import Recognition
from registry.vocabulary import HELD, Filed, Inclusive, RecognitionKind, State

HOLDS, WAITS, OVER, BROKEN, UNKNOWN = "holds", "waits", "over", "broken", "unknown"

TONES: dict[State, str] = {
    State.DECLARED: WAITS,
    State.RECOMMENDED: WAITS,
    State.REVIEW: WAITS,
    State.PUBLICITY: WAITS,
    State.OBJECTION: WAITS,
    State.PROPOSED: WAITS,
    State.VALID: HOLDS,
    State.EXPIRING: HOLDS,
    State.EXPIRED: OVER,
    State.RECTIFICATION: BROKEN,
    State.CANCELLED: OVER,
    State.REVOKED: BROKEN,
}
"""How far a title in a state holds."""

_FILING: Final = {Filed.YES: "filed", Filed.CANCELLED: "unfiled", None: "unsaid"}
"""A tick says that something holds: what is not filed, or not said to be, bears none."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A title's passport in a few words. `href` is the whole one, of one nursery."""

    label: Text
    issuer: Text | None
    days: str
    note: str
    href: str

    @property
    def id(self) -> str:
        """The same for all that say the same, so that a page of results says it once."""
        return f"t{crc32(repr((self.label, self.issuer, self.days, self.note)).encode()):x}"


@dataclass(frozen=True, slots=True)
class Badge:
    """`shape` is the fact's kind, `tone` how far it holds, `state` the words for that."""

    shape: str
    tone: str
    text: Text
    state: str | None
    brief: Brief | None = None


def badges(nursery: Nursery, reader: Reader) -> tuple[Badge, ...]:
    """The badges of a card, in one order everywhere: filed, inclusive, titles, founder."""
    return (
        filing(nursery, reader),
        *_inclusive(nursery, reader),
        *_titles(nursery, reader),
        *_founder(nursery, reader),
    )


def told(shown: Iterable[Badge]) -> tuple[Brief, ...]:
    """What the titles of a page's badges mean, each once, in the order of the badges."""
    found = {badge.brief.id: badge.brief for badge in shown if badge.brief}
    return tuple(found.values())


def shapes(nurseries: Iterable[Nursery]) -> tuple[str, ...]:
    """The shapes that the badges of some nurseries may have, in the order of the badges."""
    shown = tuple(nurseries)
    titled = {title.kind for nursery in shown for title in nursery.recognitions}
    filings = {_FILING[nursery.filed] for nursery in shown}
    titles = (kind for kind in _TITLES if kind in titled)
    return (*sorted(filings), "inclusive", *titles, "founder")


def filing(nursery: Nursery, reader: Reader) -> Badge:
    """备案; a nursery of which no source says it is only not said to be filed."""
    shape = _FILING[nursery.filed]
    if nursery.filed is None:
        return Badge(shape, UNKNOWN, Text(gettext("Filing not published")), None)
    tone = HOLDS if nursery.filed is Filed.YES else BROKEN
    return Badge(shape, tone, Text(reader.value("filed", nursery.filed)), None)


def title_text(recognition: Recognition, reader: Reader) -> Text:
    """What a title is called on a badge; grades keep the published word."""
    kind, level = recognition.kind, recognition.level
    if kind is RecognitionKind.DEMONSTRATION:
        return Text(_DEMONSTRATION.get(level or "", _any_demonstration)())
    if kind is RecognitionKind.STAR and level and level.isdecimal():
        return Text(ngettext("%(num)s star", "%(num)s stars", int(level)))
    if kind is RecognitionKind.GRADE:
        return reader.data(recognition.label)
    return Text(reader.word("kind", kind))


def title_badge(recognition: Recognition, state: State, reader: Reader) -> Badge:
    """One title with its state today."""
    said = None if state is State.VALID else reader.word("state", state)
    return Badge(recognition.kind, TONES[state], title_text(recognition, reader), said)


def telling(rounds: Sequence[tuple[Recognition, State]]) -> tuple[Recognition, State]:
    """The round of a title that says what it is today: one that is held, else the newest."""
    held = [one for one in rounds if one[1] in HELD]
    return (held or rounds)[-1]


def anchor(scheme: str) -> str:
    """Where a title's passport stands on the nursery's page."""
    return f"title-{scheme.replace('.', '-')}"


def state_note(recognition: Recognition, state: State, reader: Reader) -> str:
    """What a title's state means today; of one that is held, whether an end is known."""
    endless = state is State.VALID and recognition.timeline()[-1][1] is State.VALID
    return reader.word("state_note", "endless" if endless else state)


def _brief(nursery: Nursery, recognition: Recognition, state: State, reader: Reader) -> Brief:
    first, ending = recognition.conferral() or recognition.events[-1], recognition.ending()
    here = links.nursery(reader.locale, nursery.id)
    return Brief(
        label=reader.as_published(recognition.label),
        issuer=reader.as_published(recognition.issuer) if recognition.issuer else None,
        days=reader.published_days(first.first, ending.last if ending else None),
        note=state_note(recognition, state, reader),
        href=f"{here}#{anchor(recognition.scheme)}",
    )


def _opened(nursery: Nursery, recognition: Recognition, state: State, reader: Reader) -> Badge:
    """A title's badge with its passport in a few words."""
    brief = _brief(nursery, recognition, state, reader)
    return replace(title_badge(recognition, state, reader), brief=brief)


def _inclusive(nursery: Nursery, reader: Reader) -> Iterator[Badge]:
    value = nursery.inclusive(reader.today)
    titles = nursery.states(RecognitionKind.INCLUSIVE, reader.today)
    lacking = [(title, state) for title, state in titles if state not in HELD]
    # Places are published as inclusive, and yet no title is held: their number is a plain fact
    # beside the badge of the title, not a second badge that says the contrary.
    places_alone = lacking and len(lacking) == len(titles) and nursery.inclusive_places
    if value in (Inclusive.YES, Inclusive.PARTIAL) and not places_alone:
        text = reader.value("inclusive", value)
        held = [one for one in titles if one[1] in HELD]
        brief = _brief(nursery, *held[-1], reader) if held else None
        yield Badge("inclusive", HOLDS, Text(text), None, brief)
    for recognition, state in lacking:
        yield _opened(nursery, recognition, state, reader)


def _titles(nursery: Nursery, reader: Reader) -> Iterator[Badge]:
    for kind in _TITLES:
        for recognition, state in nursery.states(kind, reader.today):
            yield _opened(nursery, recognition, state, reader)


_TITLES = tuple(kind for kind in RecognitionKind if kind is not RecognitionKind.INCLUSIVE)


def _founder(nursery: Nursery, reader: Reader) -> Iterator[Badge]:
    if nursery.nature is not None:
        yield Badge("founder", HOLDS, Text(reader.value("nature", nursery.nature)), None)


def _any_demonstration() -> str:
    return gettext("Demonstration nursery")


_DEMONSTRATION = {
    "national": lambda: gettext("National demonstration"),
    "provincial": lambda: gettext("Provincial demonstration"),
    "city": lambda: gettext("City demonstration"),
    "county": lambda: gettext("County demonstration"),
}
