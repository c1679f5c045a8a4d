"""Figures that the copy itself holds of a division, each with the day of its newest statement."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

from registry.vocabulary import Filed, Level
from search_index.parts import Parts
from search_index.request import SearchRequest

Measure = Literal["nurseries", "capacity", "inclusive", "demonstration"]

MEASURES: Final[tuple[Measure, ...]] = get_args(Measure)


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` nurseries, or places for `capacity`: the sum of those published, by `known` of
    the `of` nurseries. `as_of` is the newest day of which any of them was stated."""

    measure: Measure
    region: str | None
    value: int
    known: int
    of: int
    as_of: date


@dataclass(frozen=True, slots=True)
class Held:
    """What one pass over a division's nurseries gives; those no longer filed are left out."""

    nurseries: int
    places: int
    with_places: int
    as_of: date


def held(parts: Parts, region: str | None) -> Held | None:
    """The nurseries of a division, or all for `None`; `None` where there is none."""
    spans = parts.regions.spans_of((region,)) if region else [(0, parts.n)]
    found = (json.loads(parts.document(doc)) for start, end in spans for doc in range(start, end))
    standing = [one for one in found if one["filed"] != Filed.CANCELLED]
    if not standing:
        return None
    places = [one["capacity"] for one in standing if one["capacity"] is not None]
    newest = max(date.fromisoformat(one["as_of"]) for one in standing)
    return Held(len(standing), sum(places), len(places), newest)


def counting(measure: Measure, region: str | None) -> SearchRequest:
    """The search whose result is the measure, for those that count nurseries."""
    chosen = _CHOICES.get(measure, {})
    return SearchRequest(choices=chosen | ({"region": (region,)} if region else {}))


_CHOICES: Final[Mapping[Measure, dict[str, tuple[str, ...]]]] = {
    "inclusive": {"inclusive": ("yes", "partial")},
    "demonstration": {"demo": tuple(Level)},
}
