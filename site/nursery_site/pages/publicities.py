"""The page of notices (公示): what is open for objection on a day, and what came of the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.coverage import CoverageLine, coverage_lines
from nursery_site.pages.publicity_cards import NoticeCard, notice_card, place_of
from nursery_site.pages.publicity_outcomes import NurseryOf, later_sources
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.ledger.records import Coverage, Notice, Source

CLOSED: Final = 8
"""Notices that have ended and are shown; looking back further shows those before them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is asked for: a day, divisions, and messages beside the fields by key."""

    on: date
    regions: tuple[str, ...]
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlaceOption:
    """A division to narrow the page to; `depth` is how far it stands below the country."""

    value: str
    text: Text
    depth: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The open notices of one authority's division."""

    place: Text | None
    cards: tuple[NoticeCard, ...]


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """`on` is the day in words, `on_value` as the field has it; `now` leads back to today.

    `last` says which notice was the last to end, where none is open. `undated` are those whose
    last day nobody knows.
    """

    template: ClassVar[str] = "pages/notices.html"

    shell: Shell
    on: str
    on_value: str
    is_today: bool
    action: str
    now: str
    on_problem: str | None
    region_problem: str | None
    options: tuple[PlaceOption, ...]
    place: Text | None
    count: str
    open: tuple[Group, ...]
    last: str | None
    undated: tuple[NoticeCard, ...]
    closed: tuple[NoticeCard, ...]
    earlier: str | None
    coverage: tuple[CoverageLine, ...]
    feed: str
    api: str


@dataclass(frozen=True, slots=True)
class Found:
    """The notices of a day: open, ended (the newest end first), and without a last day."""

    open: tuple[Notice, ...]
    closed: tuple[Notice, ...]
    undated: tuple[Notice, ...]

    @classmethod
    def on(cls, day: date, notices: Iterable[Notice], regions: Sequence[str]) -> Found:
        """Those of some divisions, or all."""
        asked = [one for one in notices if not regions or not one.divisions.isdisjoint(regions)]
        closed = [one for one in asked if one.has_ended(day)]
        closed.sort(key=lambda one: (one.until or date.min, one.first), reverse=True)
        undated = [one for one in asked if one.until is None and one.first <= day]
        return cls(
            open=tuple(sorted((one for one in asked if one.is_open(day)), key=_order)),
            closed=tuple(closed),
            undated=tuple(sorted(undated, key=lambda one: one.first, reverse=True)),
        )


def notices_page(
    shell: Shell,
    asked: Asked,
    notices: Iterable[Notice],
    nursery_of: NurseryOf,
    sources_of: Callable[[set[int]], Mapping[int, Source]],
    coverage: Iterable[Coverage],
    reader: Reader,
) -> NoticesPage:
    """The page model of one day, whose reader looks at that day."""
    known = tuple(notices)
    found = Found.on(asked.on, known, asked.regions)
    recent = found.closed[:CLOSED]
    sources = sources_of(later_sources(recent, nursery_of))
    dated = replace(reader, today=asked.on)

    def card(notice: Notice) -> NoticeCard:
        return notice_card(notice, nursery_of, sources, dated)

    query = [("region", region) for region in asked.regions]
    on = [] if asked.on == reader.today else [("on", asked.on.isoformat())]
    return NoticesPage(
        shell=shell,
        on=reader.day(asked.on),
        on_value=asked.on.isoformat(),
        is_today=asked.on == reader.today,
        action=links.page(reader.locale, "notices"),
        now=links.page(reader.locale, "notices", query=query),
        on_problem=asked.problems.get("on"),
        region_problem=asked.problems.get("region"),
        options=_options(known, asked.regions, reader),
        place=reader.data("、".join(map(reader.region, asked.regions))) if asked.regions else None,
        count=ngettext("%(num)s notice", "%(num)s notices", len(found.open)),
        open=_groups(found.open, card, reader),
        last=None if found.open else _last(found.closed, reader),
        undated=tuple(map(card, found.undated[:CLOSED])),
        closed=tuple(map(card, recent)),
        earlier=_earlier(found.closed, query, reader),
        coverage=coverage_lines(coverage, reader),
        feed=links.page(reader.locale, "notices.atom", query=query),
        api=links.api("notices", query=[*on, *query]),
    )


def _order(notice: Notice) -> tuple[str, date, str]:
    return notice.source.region or "", notice.until or date.max, notice.id


def _groups(
    notices: Iterable[Notice], card: Callable[[Notice], NoticeCard], reader: Reader
) -> tuple[Group, ...]:
    return tuple(
        Group(place_of(those[0], reader), tuple(map(card, those)))
        for _, group in groupby(notices, key=lambda one: one.source.region)
        if (those := list(group))
    )


def _options(
    notices: Iterable[Notice], chosen: Sequence[str], reader: Reader
) -> tuple[PlaceOption, ...]:
    """The divisions that publish notices, and the cities in which they name nurseries."""
    keys = {key for one in notices for key in one.divisions if len(key) <= 4}
    keys |= {one.source.region for one in notices if one.source.region} | set(chosen)
    shown = [
        key for key in sorted(keys) if key in reader.region_names and not reader.fills_a_level(key)
    ]
    return tuple(
        PlaceOption(key, reader.region_text(key), min(len(key), 6) // 2 - 1, key in chosen)
        for key in shown
    )


def _last(closed: Sequence[Notice], reader: Reader) -> str | None:
    if not closed or closed[0].until is None:
        return None
    return gettext(
        "The last one that our copy knows ended on %(day)s.", day=reader.day(closed[0].until)
    )


def _earlier(closed: Sequence[Notice], query: list[tuple[str, str]], reader: Reader) -> str | None:
    """The same page on the last day of the first notice that is not shown."""
    if len(closed) <= CLOSED or (until := closed[CLOSED].until) is None:
        return None
    return links.page(reader.locale, "notices", query=[("on", until.isoformat()), *query])
