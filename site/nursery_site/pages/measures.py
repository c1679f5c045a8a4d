"""What is known of one division: counts of the copy beside the figures that were published of it.

A rate is only made where both its parts are published, and each rate's formula stands here once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from registry.ledger.records import Figure, Source, TitleList
from registry.places.table import inside
from registry.vocabulary import Level, SourceKind
from search_index.statistics import DivisionStatistics

SORTS: Final = (
    "filed",
    "places",
    "per_thousand",
    "inclusive_share",
    "price",
    "demonstration",
    "pilots",
    "completeness",
    "name",
)
"""What divisions can be ordered by: the largest first, the unknown last, names by their keys."""


TITLE_LISTS: Final = (SourceKind.DEMONSTRATION, SourceKind.PILOT)
"""Lists without which nobody knows that a division has no title: unknown is not zero."""


@dataclass(frozen=True, slots=True)
class Measures:
    """One division: its counts, the newest published figures, and the rates that follow.

    `invented`: its population was made up for the demonstration. `listed`: the kinds of
    lists of titles that reach into it, though they may name none of its nurseries; `levels` the
    levels of which such lists are.
    """

    counts: DivisionStatistics
    population: Figure | None
    children: Figure | None
    income: Figure | None
    invented: bool = False
    listed: frozenset[SourceKind] = frozenset()
    levels: frozenset[Level] = frozenset()

    @property
    def says_filing(self) -> bool:
        """Whether any list says of any of its nurseries that it is filed, or no more."""
        return bool(self.counts.facts["filed"] or self.counts.cancelled)

    @property
    def demonstration(self) -> int | None:
        """Nurseries with a demonstration title; `None` where no list of such titles says."""
        counts, kind = self.counts, SourceKind.DEMONSTRATION
        known = counts.demonstration_told or kind in self.listed
        return counts.demonstration_any if known else None

    def of_level(self, level: Level) -> int | None:
        """Nurseries with a title of a level; `None` where no list of that level says."""
        held = self.counts.demonstration[level]
        return held if held or level in self.levels else None

    @property
    def pilots(self) -> int | None:
        """Pilots; `None` where no list of pilots says."""
        known = self.counts.pilots_told or SourceKind.PILOT in self.listed
        return self.counts.pilots if known else None

    @property
    def per_thousand(self) -> float | None:
        """Published places of the copy's nurseries per thousand people (常住人口)."""
        if self.population is None or not self.counts.places_known:
            return None
        return self.counts.places / self.population.value * 1000

    @property
    def inclusive_share(self) -> float | None:
        """Inclusive nurseries, in part or whole, among those of which a source says yes or no."""
        known = self.counts.inclusive_known
        return self.counts.inclusive / known if known else None

    @property
    def price(self) -> float | None:
        """The median full-day fee in yuan per month."""
        return self.counts.fees[None].median

    @property
    def income_share(self) -> float | None:
        """Median fee × 12 ÷ disposable income per person and year (居民人均可支配收入)."""
        if self.price is None or self.income is None:
            return None
        return self.price * 12 / self.income.value

    def value(self, measure: str) -> float | None:
        """What a division is ordered and drawn by."""
        counts = self.counts
        known: dict[str, float | None] = {
            "filed": counts.filed if self.says_filing else None,
            "nurseries": counts.nurseries,
            "places": counts.places if counts.places_known else None,
            "per_thousand": self.per_thousand,
            "inclusive": counts.inclusive if counts.inclusive_known else None,
            "inclusive_places": (
                counts.inclusive_places if counts.inclusive_places_known else None
            ),
            "inclusive_share": self.inclusive_share,
            "price": self.price,
            "income_share": self.income_share,
            "demonstration": self.demonstration,
            "pilots": self.pilots,
            "completeness": counts.completeness,
        }
        return known.get(measure)


def measures_of(
    counted: Iterable[DivisionStatistics],
    figures: Iterable[Figure],
    sources: Mapping[int, Source],
    lists: Iterable[TitleList],
) -> tuple[Measures, ...]:
    """The divisions with their newest figures, and which lists of titles reach into them."""
    of_kinds = tuple(lists)
    newest = {(one.region, one.measure): one for one in sorted(figures, key=_age)}
    return tuple(_measured(counts, newest, sources, of_kinds) for counts in counted)


def _measured(
    counts: DivisionStatistics,
    newest: Mapping[tuple[str, str], Figure],
    sources: Mapping[int, Source],
    lists: Iterable[TitleList],
) -> Measures:
    own = counts.region
    reaching = [
        one for one in lists if one.region and (inside(own, one.region) or inside(one.region, own))
    ]
    everywhere = [one for one in lists if one.region is None and one.level == Level.NATIONAL]
    people = newest.get((counts.region, "population"))
    return Measures(
        counts,
        people,
        newest.get((counts.region, "children")),
        newest.get((counts.region, "income")),
        invented=people is not None and sources[people.source].fictional,
        listed=frozenset(one.kind for one in reaching),
        levels=frozenset(level for one in (*reaching, *everywhere) for level in _levels(one)),
    )


def _levels(titles: TitleList) -> tuple[Level, ...]:
    """Of which levels a list can name titles: of any where its caption says none."""
    if titles.kind is not SourceKind.DEMONSTRATION:
        return ()
    return (Level(titles.level),) if titles.level else tuple(Level)


def ordered(divisions: Iterable[Measures], sort: str) -> tuple[Measures, ...]:
    """The divisions by a measure, the largest first, those without it last."""
    return tuple(sorted(divisions, key=lambda one: (*_rank(one, sort), one.counts.region)))


def _age(figure: Figure) -> tuple[object, int, int]:
    return figure.as_of, figure.source, figure.row


def _rank(division: Measures, sort: str) -> tuple[bool, float]:
    value = division.value(sort)
    return value is None, -(value or 0)
