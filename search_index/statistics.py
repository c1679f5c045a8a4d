"""Figures of divisions, counted from the columns of one generation on one day.

Documents are numbered division by division, so every figure is a count over a span. Nurseries
whose filing is cancelled are left out, as searches leave them out. What is not published is
counted apart and never as nothing: each figure stands beside how many publish it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from registry.completeness import KEY_FACTS
from registry.vocabulary import AgeClass, Filed, Inclusive, Level, RecognitionKind
from search_index.bitsets import Flags, flags_of
from search_index.layout import mapped
from search_index.measures import COLUMNS, FEES, has_day
from search_index.parts import Parts
from search_index.timelines import bearers, told

FEWEST_PRICES: Final = 5
"""Fewer published prices give no median: it would be some nursery's own price."""


@dataclass(frozen=True, slots=True)
class Fees:
    """Full-day fees in yuan per month; `None` below `FEWEST_PRICES`.

    `median` is the median of each nursery's middle between its lowest and highest fee.
    """

    published: int
    median: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class DivisionStatistics:
    """One division on one day, or the whole copy (`region` empty).

    `places` adds up what `places_known` nurseries publish, `inclusive_places` likewise. Of
    `inclusive_known` nurseries that say, `inclusive` are so with some or all places. `pilots` are
    held, `pilots_named` any, likewise `demonstration_named`. Of the `demonstration_any` that hold
    such a title, `demonstration_unlevelled` hold none whose level is published;
    `demonstration_told` and `pilots_told` count those of which a list says anything of the kind,
    also that they are none, cancelled ones among them. `facts` says of each key fact how many
    publish it.
    """

    region: str
    nurseries: int
    cancelled: int
    filed: int
    places: int
    places_known: int
    filed_places: int
    inclusive: int
    inclusive_known: int
    inclusive_places: int
    inclusive_places_known: int
    fees: Mapping[AgeClass | None, Fees]
    demonstration: Mapping[Level, int]
    demonstration_any: int
    demonstration_unlevelled: int
    demonstration_named: int
    pilots: int
    pilots_named: int
    demonstration_told: int
    pilots_told: int
    facts: Mapping[str, int]
    filed_by_year: tuple[tuple[int, int], ...]
    filed_without_day: int

    @property
    def covered(self) -> bool:
        """Whether the copy holds any nursery here, cancelled ones among them."""
        return self.nurseries + self.cancelled > 0

    @property
    def completeness(self) -> float | None:
        """The share of the key facts that are published, 0 to 1; `None` without a nursery."""
        return (
            sum(self.facts.values()) / (len(KEY_FACTS) * self.nurseries) if self.nurseries else None
        )


class Statistics:
    """The figures of every division; each is counted once and kept."""

    def __init__(self, folder: Path, parts: Parts, today: date) -> None:
        n, facets = parts.n, parts.facets
        self._regions = parts.regions
        self._n = n
        self._columns: dict[str, NDArray[Any]] = {name: mapped(folder, name) for name in COLUMNS}
        cancelled = flags_of(facets["filed"].value(Filed.CANCELLED), n)
        self._counted: Flags = ~cancelled
        self._filed = flags_of(facets["filed"].value(Filed.YES), n)
        said = facets["inclusive"].any_of(tuple(Inclusive))
        is_so = facets["inclusive"].any_of((Inclusive.YES, Inclusive.PARTIAL))
        self._inclusive_known, self._inclusive = flags_of(said, n), flags_of(is_so, n)
        self._demonstration = {level: flags_of(facets["demo"].value(level), n) for level in Level}
        tables = {name: mapped(folder, name) for name in ("titles", "changes", "denied")}
        self._classes = facets["class"]
        named, shown = bearers(today, tables, RecognitionKind.DEMONSTRATION)
        self._demonstration_named, self._shown = _flags(named, n), _flags(shown, n)
        named, held = bearers(today, tables, RecognitionKind.PILOT)
        self._pilots_named, self._pilots = _flags(named, n), _flags(held, n)
        self._told = {
            kind: _flags(told(tables, kind), n)
            for kind in (RecognitionKind.DEMONSTRATION, RecognitionKind.PILOT)
        }
        self._known: dict[str, DivisionStatistics] = {}

    def of(self, region: str) -> DivisionStatistics:
        """The figures of a division; of the whole copy for the empty key."""
        if region not in self._known:
            self._known[region] = self._count(region)
        return self._known[region]

    def inside(self, region: str) -> tuple[str, ...]:
        """The divisions right below one that hold a nursery; provinces for the empty key."""
        return self._regions.children(region or None)

    def counted(self, start: int, end: int) -> Flags:
        """Which of a span of documents count, in an array of the caller's own."""
        return self._counted[start:end].copy()

    def offering(self, age_class: AgeClass, start: int, end: int) -> Flags:
        """Which of a span of documents publish that they have a class."""
        return flags_of(self._classes.value(age_class), self._n)[start:end]

    def middles(self, row: int, start: int, end: int) -> NDArray[np.float64]:
        """The middles of the fees of a row of `FEES`, NaN where none is published."""
        low, high = (self._columns[name][row, start:end] for name in ("fee_low", "fee_high"))
        middles: NDArray[np.float64] = (low.astype(np.float64) + high) / 2
        return middles

    def _count(self, region: str) -> DivisionStatistics:
        spans = self._regions.spans_of((region,)) if region else [(0, self._n)]
        start, end = spans[0] if spans else (0, 0)
        here = slice(start, end)
        counted = self._counted[here]
        filed = self._filed[here]
        places = self._columns["places"][here]
        known = counted & (places >= 0)
        inclusive = self._columns["inclusive_places"][here]
        some_known = counted & (inclusive >= 0)
        levels = {level: held[here] & counted for level, held in self._demonstration.items()}
        years, without_day = self._years(here)
        return DivisionStatistics(
            region=region,
            nurseries=_size(counted),
            cancelled=_size(~counted),
            filed=_size(filed),
            places=_total(places[known]),
            places_known=_size(known),
            filed_places=_total(places[known & filed]),
            inclusive=_size(self._inclusive[here] & counted),
            inclusive_known=_size(self._inclusive_known[here] & counted),
            inclusive_places=_total(inclusive[some_known]),
            inclusive_places_known=_size(some_known),
            fees={one: self._fees(row, here) for row, one in enumerate(FEES)},
            demonstration={level: _size(held) for level, held in levels.items()},
            demonstration_any=_size(self._shown[here] & counted),
            demonstration_unlevelled=_size(
                self._shown[here] & counted & ~np.logical_or.reduce(list(levels.values()))
            ),
            demonstration_named=_size(self._demonstration_named[here] & counted),
            pilots=_size(self._pilots[here] & counted),
            pilots_named=_size(self._pilots_named[here] & counted),
            demonstration_told=_size(self._told[RecognitionKind.DEMONSTRATION][here]),
            pilots_told=_size(self._told[RecognitionKind.PILOT][here]),
            facts=self._facts(here),
            filed_by_year=years,
            filed_without_day=without_day,
        )

    def _fees(self, row: int, here: slice) -> Fees:
        low, high = self._columns["fee_low"][row, here], self._columns["fee_high"][row, here]
        priced = self._counted[here] & ~np.isnan(low)
        published = _size(priced)
        if published < FEWEST_PRICES:
            return Fees(published, None, None, None)
        low, high = low[priced].astype(np.float64), high[priced].astype(np.float64)
        return Fees(
            published, float(np.median((low + high) / 2)), float(low.min()), float(high.max())
        )

    def _facts(self, here: slice) -> dict[str, int]:
        masks = self._columns["facts"][here][self._counted[here]]
        return {fact: _size((masks >> bit & 1) > 0) for bit, fact in enumerate(KEY_FACTS)}

    def _years(self, here: slice) -> tuple[tuple[tuple[int, int], ...], int]:
        """How many of those filed today were filed in each year, and how many say no day."""
        days = self._columns["filed_day"][here][self._filed[here]]
        known = has_day(days)
        years = days[known].astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        years_told, counts = np.unique(years, return_counts=True)
        return tuple(zip(years_told.tolist(), counts.tolist(), strict=True)), _size(~known)


def _flags(docs: NDArray[np.int32], n: int) -> Flags:
    flags = np.zeros(n, np.bool_)
    flags[docs] = True
    return flags


def _size(flags: NDArray[np.bool_]) -> int:
    return int(np.count_nonzero(flags))


def _total(numbers: NDArray[np.int32]) -> int:
    return int(numbers.sum(dtype=np.int64))
