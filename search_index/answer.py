"""What the index answers: hits, counts, and what it made of the words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from registry.nursery import Nursery
from search_index.maps import ResultMap


@dataclass(frozen=True, slots=True)
class Hit:
    """One nursery of the page. Distances in whole metres, straight line; `None` without a place.

    `reasons` says why it stands where it stands, as codes for `nursery_site.labels`, strongest
    first: "name_exact", "name_prefix", "name", "address", "division", "text", "distance", "price",
    "capacity", "alphabet", "complete".
    """

    nursery: Nursery
    distance_m: int | None
    distance2_m: int | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with its count under all the other facets' choices but not its own."""

    value: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many nurseries a filter hides only because nothing is published: never silently.

    `without_place` counts those of the districts around the start point.
    """

    without_price: int
    without_age: int
    without_place: int


@dataclass(frozen=True, slots=True)
class Found:
    """The engine's whole answer, by document number: what a page is made from.

    `documents` are those of the page asked for, in order. `facets` counts every value, zeros
    included; of "region" only what is shown.
    """

    total: int
    documents: NDArray[np.int32]
    facets: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of an answer. `generation` names the index that gave it.

    `map` and `prices` are there only if asked for.
    """

    total: int
    page: int
    per_page: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    words: tuple[str, ...]  # what was searched for as text
    hidden: Hidden
    generation: str
    map: ResultMap | None = None
    prices: tuple[int, ...] = ()  # see `price_bars`
