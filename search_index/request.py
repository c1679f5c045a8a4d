"""A search as the index understands it: values already checked, nothing of the web left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

FACETS: Final = (
    "region",
    "demo",
    "demo_state",
    "star",
    "scheme",
    "inclusive",
    "form",
    "class",
    "price",
    "nature",
    "setting",
    "filed",
    "vacancy",
)
"""The keys that take choices, which are also the keys of the answer's facets."""

UNPUBLISHED: Final = "unpublished"
"""The value of every facet for what no source says (未公布)."""

SORTS: Final = ("relevance", "distance", "distance_sum", "price", "capacity", "name")


@dataclass(frozen=True, slots=True)
class Point:
    """A start point in WGS-84 degrees."""

    lat: float
    lng: float


@dataclass(frozen=True, slots=True)
class View:
    """The middle of a map in WGS-84 degrees and how close it is; `HIDDEN` for no map."""

    lat: float
    lng: float
    zoom: int

    @property
    def hidden(self) -> bool:
        """Whether the map is switched off."""
        return self.zoom == 0


HIDDEN: Final = View(0.0, 0.0, 0)


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search. `choices` maps a key of `FACETS` to the chosen values: OR inside, AND across.

    `age` is in months, `within` in kilometres, prices in yuan per month for full-day care.
    A price range hides nurseries without a published price unless `choices["price"]` holds
    "unpublished". Sorting by distance, or `within`, needs `near`.
    `view` is what of the map is looked at, `None` for the whole result; it decides nothing.
    """

    text: str = ""
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    near: Point | None = None
    near2: Point | None = None
    within: float | None = None
    age: int | None = None
    price_min: int | None = None
    price_max: int | None = None
    sort: str = "relevance"
    page: int = 1
    per_page: int = 20
    view: View | None = None
