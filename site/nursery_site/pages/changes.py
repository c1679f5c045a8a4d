"""The feed of changes: source by source what the newest lists say differently, by region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.pages.history import ChangeLine, change_line
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry.ledger.records import Source
from registry.nursery import Nursery
from registry.recent import NurseryChange, Recent

LINES: Final = 12
"""Of one list on the page; the rest is counted."""


@dataclass(frozen=True, slots=True)
class NurseryLine:
    """A change with its nursery."""

    name: Name
    href: str
    place: Text
    change: ChangeLine


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """What one source changed. `more` are further changes that are not listed.

    `bounded`: the source names more nurseries than were looked at, so there may be more still.
    """

    id: str
    title: Text
    issuer: Text
    kind: str
    day: str
    href: str | None
    lines: tuple[NurseryLine, ...]
    more: int
    bounded: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A division that can be chosen; `inner` for a city under its province."""

    value: str
    text: Text
    inner: bool
    selected: bool


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """`place` is the chosen division, if any; `problem` stands beside the field.

    `lists` says how many of the newest lists were looked through where there are older ones.
    """

    template: ClassVar[str] = "pages/changes.html"

    shell: Shell
    regions: tuple[Choice, ...]
    place: str | None
    problem: str | None
    groups: tuple[SourceGroup, ...]
    lists: int | None
    atom: str
    corrections: str


def changes_page(
    shell: Shell,
    recent: Recent,
    nurseries: Mapping[str, Nursery],
    sources: Mapping[int, Source],
    region: str | None,
    problem: str | None,
    reader: Reader,
) -> ChangesPage:
    """The page model; `nurseries` are those of the generation, by id."""
    told = [one for one in recent.changes if one.nursery in nurseries]
    here = within(told, nurseries, region)
    query = [("region", region)] if region else []
    return ChangesPage(
        shell=shell,
        regions=tuple(_choices((nurseries[one.nursery] for one in told), region, reader)),
        place=reader.region(region) if region else None,
        problem=problem,
        groups=tuple(
            _group(sources[source], list(lines), recent, nurseries, sources, reader)
            for source, lines in groupby(here, key=lambda one: one.change.source)
        ),
        lists=recent.lists if recent.lists < len(sources) else None,
        atom=links.page(reader.locale, "changes.atom", query=query),
        corrections=links.page(reader.locale, "corrections"),
    )


def within(
    changes: Iterable[NurseryChange], nurseries: Mapping[str, Nursery], region: str | None
) -> list[NurseryChange]:
    """The changes of nurseries in a division."""
    return [
        one
        for one in changes
        if one.nursery in nurseries and (not region or region in nurseries[one.nursery].region)
    ]


def nursery_line(
    one: NurseryChange, nursery: Nursery, sources: Mapping[int, Source], reader: Reader
) -> NurseryLine:
    """A change with its nursery, in words."""
    return NurseryLine(
        name=reader.name(nursery.name),
        href=links.nursery(reader.locale, nursery.id),
        place=reader.within_province(nursery.region),
        change=change_line(one.change, sources, reader),
    )


def _group(
    source: Source,
    changes: list[NurseryChange],
    recent: Recent,
    nurseries: Mapping[str, Nursery],
    sources: Mapping[int, Source],
    reader: Reader,
) -> SourceGroup:
    return SourceGroup(
        id=f"source-{source.id}",
        title=reader.as_published(source.title),
        issuer=reader.as_published(source.issuer),
        kind=reader.word("source", source.kind),
        day=reader.day(source.as_of),
        href=links.to_web(source.url),
        lines=tuple(
            nursery_line(one, nurseries[one.nursery], sources, reader) for one in changes[:LINES]
        ),
        more=max(0, len(changes) - LINES),
        bounded=source.id in recent.bounded,
    )


def _choices(nurseries: Iterable[Nursery], region: str | None, reader: Reader) -> Iterator[Choice]:
    """The provinces and cities in which anything changed."""
    chains = (nursery.region[:2] for nursery in nurseries)
    keys = {key for chain in chains for key in chain if not reader.fills_a_level(key)}
    if region:
        keys.add(region)
    for key in sorted(keys):
        yield Choice(key, reader.region_text(key), len(key) > 2, key == region)
