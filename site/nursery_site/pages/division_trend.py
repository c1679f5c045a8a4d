"""From list to list: what each dated filing list of a division names, and how that changed.

Like is compared with like: the editions of one authority's list, each counted as it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.charts import Trend, trend
from nursery_site.pages.division_cells import part
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.editions import Edition
from registry.ledger.records import Enumerated, Source
from registry.places.table import inside

EnumeratedOf: TypeAlias = Callable[[tuple[int, ...]], Iterable[Enumerated]]
"""What some sources name, by district."""


@dataclass(frozen=True, slots=True)
class EditionCount:
    """What one edition names in a division; `places` of the `places_known` rows that give any."""

    as_of: date
    source: int
    nurseries: int
    places: int
    places_known: int


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition in words; `change` against the one before it, `places` where any are given."""

    day: str
    title: Text
    href: str | None
    nurseries: str
    change: str
    places: str | None
    places_part: str


@dataclass(frozen=True, slots=True)
class EditionTrend:
    """The editions of one list; no chart of one edition, none of places unless all rows give them.

    `alone` says that there is nothing yet to compare with.
    """

    issuer: Text
    alone: bool
    chart: Trend | None
    places_chart: Trend | None
    lines: tuple[EditionLine, ...]


def edition_counts(
    region: str, lists: Iterable[Sequence[Edition]], named: EnumeratedOf
) -> tuple[tuple[EditionCount, ...], ...]:
    """What the editions of each list name in a division; lists of the most editions first.

    `named` is asked once, of all sources of all lists together.
    """
    every = tuple(lists)
    asked = {key for editions in every for one in editions for key in one.sources}
    here: dict[int, list[Enumerated]] = defaultdict(list)
    for found in named(tuple(sorted(asked))) if asked else ():
        if inside(found.district, region):
            here[found.source].append(found)
    counted = [tuple(_count(edition, here) for edition in editions) for editions in every]
    # A list that never named a nursery here is a list of something else.
    told = [one for one in counted if any(edition.nurseries for edition in one)]
    return tuple(sorted(told, key=lambda one: (-len(one), one[0].source)))


def _count(edition: Edition, named: Mapping[int, Sequence[Enumerated]]) -> EditionCount:
    found = [one for key in edition.sources for one in named.get(key, ())]
    return EditionCount(
        as_of=edition.as_of,
        source=edition.sources[-1],
        nurseries=sum(one.nurseries for one in found),
        places=sum(one.places for one in found),
        places_known=sum(one.places_known for one in found),
    )


def edition_trends(
    lists: Iterable[Sequence[EditionCount]], sources: Mapping[int, Source], reader: Reader
) -> tuple[EditionTrend, ...]:
    """The lists in a reader's words."""
    return tuple(
        _trend(number, editions, sources, reader) for number, editions in enumerate(lists, start=1)
    )


def _trend(
    number: int, editions: Sequence[EditionCount], sources: Mapping[int, Source], reader: Reader
) -> EditionTrend:
    whole = all(one.nurseries and one.places_known == one.nurseries for one in editions)
    nurseries = [(one.as_of, one.nurseries) for one in editions]
    places = [(one.as_of, one.places) for one in editions] if whole else []
    before = [None, *(one.nurseries for one in editions[:-1])]
    return EditionTrend(
        issuer=reader.as_published(sources[editions[-1].source].issuer),
        alone=len(editions) == 1,
        chart=_chart(
            f"list-{number}", gettext("Nurseries that each list names"), nurseries, reader
        ),
        places_chart=_chart(
            f"list-{number}-places", gettext("Places that each list names"), places, reader
        ),
        lines=tuple(
            _line(one, earlier, sources[one.source], reader)
            for one, earlier in zip(editions, before, strict=True)
        ),
    )


def _chart(
    id_: str, title: str, counts: Sequence[tuple[date, int]], reader: Reader
) -> Trend | None:
    spots = [
        (day.toordinal(), reader.day(day), count, reader.number(count)) for day, count in counts
    ]
    return trend(id_, title, spots)


def _line(edition: EditionCount, before: int | None, source: Source, reader: Reader) -> EditionLine:
    known = edition.places_known
    return EditionLine(
        day=reader.day(edition.as_of),
        title=reader.as_published(source.title),
        href=links.to_web(source.url),
        nurseries=reader.number(edition.nurseries),
        change="" if before is None else _change(edition.nurseries - before, reader),
        places=reader.number(edition.places) if known else None,
        places_part=part(reader, known, edition.nurseries),
    )


def _change(by: int, reader: Reader) -> str:
    sign = "+" if by > 0 else "\N{MINUS SIGN}" if by < 0 else "±"
    return f"{sign}{reader.number(abs(by))}"
