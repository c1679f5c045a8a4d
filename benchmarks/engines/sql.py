"""What SQLite and PostgreSQL share: one table of rows, and the statements that count them.

Facets with several values at once are kept as codes of combinations, so that counting is one
GROUP BY without a join. Everything that fails at most one choice is materialised once; the rest
of a search reads that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from benchmarks.brute_force import Asked, required_region
from benchmarks.rows import EARTH_RADIUS, FACETS, Row, chord_square, unit_vector
from search_index.request import SearchRequest

CODED: Final = (*FACETS, "province", "city", "district")
FIELDS: Final = ("number", "yuan", "capacity", "complete", "lat", "lng", "x", "y", "z")
INDEXED: Final = ("province", "city", "district", "lat", "yuan", "complete", "capacity")
_ORDERS: Final = {
    "relevance": "complete DESC",
    "price": "yuan < 0, yuan",
    "capacity": "capacity DESC",
    "name": "number",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """The conditions of a search: `all` holds always, `own` by facet; and `order` of the page."""

    all: list[str]
    own: dict[str, str]
    order: str

    def every(self) -> str:
        """All of them."""
        return " AND ".join((*self.all, *self.own.values())) or "TRUE"


@dataclass
class Codes:
    """Combinations of values by number, for each of `CODED`."""

    numbers: dict[str, dict[tuple[str, ...], int]] = field(
        default_factory=lambda: {name: {} for name in CODED}
    )

    def of_row(self, row: Row) -> list[int]:
        """The codes of one row, in the order of `CODED`."""
        combinations = (*row.values, *((key,) for key in row.region))
        return [
            codes.setdefault(values, len(codes))
            for codes, values in zip(self.numbers.values(), combinations, strict=True)
        ]

    def holding(self, name: str, chosen: Iterable[str]) -> str:
        """The codes of all combinations that hold one of the values, as an SQL list."""
        wanted = set(chosen)
        codes = [str(code) for values, code in self.numbers[name].items() if wanted & set(values)]
        return f"({', '.join(codes) or 'NULL'})"

    def decoded(self, counted: Iterable[tuple[str, int, int]]) -> dict[str, dict[str, int]]:
        """Counts by facet and value, from rows of facet, code and count."""
        facets: dict[str, Counter[str]] = {name: Counter() for name in CODED}
        names = {name: list(codes) for name, codes in self.numbers.items()}
        for name, code, count in counted:
            for value in names[name][code]:
                facets[name][value] += count
        return {name: dict(counts) for name, counts in facets.items()}


def filters(asked: Asked, codes: Codes, text: str | None) -> Filters:
    """The conditions on the table `doc`; `text` is the engine's own condition for the words."""
    request = asked.request
    always = [] if text is None else [text]
    order = _ORDERS.get(request.sort, "number")
    if request.near is not None and request.within is not None:
        square = _square(request)
        always += [_box(request), f"{square} <= {chord_square(request.within)!r}"]
        if request.sort == "distance":
            order = square
    own = {key: _choice(key, chosen, codes) for key, chosen in request.choices.items()}
    if request.price_max is not None:
        own["price"] = f"yuan BETWEEN 0 AND {request.price_max}"
    if "filed" not in own:
        own["filed"] = f"filed NOT IN {codes.holding('filed', ['cancelled'])}"
    return Filters(always, own, order)


def _choice(key: str, chosen: tuple[str, ...], codes: Codes) -> str:
    if key != "region":
        return f"{key} IN {codes.holding(key, chosen)}"
    names = {2: "province", 4: "city", 6: "district"}
    either = [f"{names[len(one)]} IN {codes.holding(names[len(one)], [one])}" for one in chosen]
    return f"({' OR '.join(either)})"


def _square(request: SearchRequest) -> str:
    assert request.near is not None  # noqa: S101  # for the types
    start = zip("xyz", unit_vector(request.near.lat, request.near.lng), strict=True)
    return "(" + " + ".join(f"({axis} - {at!r}) * ({axis} - {at!r})" for axis, at in start) + ")"


def _box(request: SearchRequest) -> str:
    assert request.near is not None  # noqa: S101  # for the types
    assert request.within is not None  # noqa: S101
    near = request.near
    lat = request.within * 1000 / EARTH_RADIUS * 57.2957796 + 1e-6
    lng = lat / unit_vector(abs(near.lat) + lat, 0.0)[0]
    return (
        f"lat BETWEEN {near.lat - lat!r} AND {near.lat + lat!r}"
        f" AND lng BETWEEN {near.lng - lng!r} AND {near.lng + lng!r}"
    )


def counted_keys(request: SearchRequest) -> list[str]:
    """What is grouped by: every facet, provinces, and what a chosen division opens."""
    chosen = request.choices.get("region", ())
    if not chosen:
        return [*FACETS, "province"]
    return [*FACETS, "province", "city", *(["district"] if max(map(len, chosen)) > 2 else [])]


def met(asked: Asked, found: Filters, source: str) -> str:
    """A common table `met` of what fails one choice at most, with a column for each choice."""
    own = list(found.own.items())
    flags = "".join(f", {condition} AS ok_{key}" for key, condition in own)
    always = " AND ".join(found.all) or "TRUE"
    failing = " + ".join(f"CASE WHEN {condition} THEN 0 ELSE 1 END" for _, condition in own)
    columns = ", ".join(counted_keys(asked.request))
    return (
        f"WITH met AS MATERIALIZED (SELECT {columns}{flags} FROM {source}"
        f" WHERE {always} AND {failing} <= 1)"
    )


def all_ok(found: Filters, but: str = "") -> str:
    """The condition on `met` that every choice, or every one but one, holds."""
    return " AND ".join(f"ok_{key}" for key in found.own if key != but) or "TRUE"


def by_facet(facets: dict[str, dict[str, int]], request: SearchRequest) -> dict[str, Any]:
    """The counts as they are given: divisions together, and only those that are asked for."""
    regions: dict[str, int] = {}
    for name in ("province", "city", "district"):
        regions |= facets.pop(name)
    return facets | {"region": {k: n for k, n in regions.items() if required_region(k, request)}}
