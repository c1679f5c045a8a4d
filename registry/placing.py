"""Coordinate claims into one place: the most precise that states its system.

A coordinate is kept as published, with the system it was measured in. Without a stated system
it may lie anywhere within half a kilometre, so it is shown as text and gives no place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from registry import fields
from registry.nursery import Location, PublishedCoordinate
from registry.places.coordinates import to_wgs84
from registry.standing import ClaimLike
from registry.values.statement import Json
from registry.vocabulary import Datum, Precision

_CLOSEST_FIRST = (Precision.POINT, Precision.ROAD, Precision.AREA)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a nursery is, and the claim that says so."""

    location: Location | None
    coordinate: PublishedCoordinate | None
    claim: int | None


def placed(claims: Iterable[ClaimLike], *, abroad: bool) -> Placed:
    """The best place among all claims. `abroad`: outside the mainland, where nothing is shifted."""
    found = [
        (claim, claim.value)
        for claim in claims
        if claim.field == fields.LOCATION and isinstance(claim.value, dict)
    ]
    if not found:
        return Placed(None, None, None)
    claim, value = max(
        found,
        key=lambda one: (
            one[1].get("datum") is not None,
            -_CLOSEST_FIRST.index(_precision(one[1])),
            one[0].as_of,
            one[0].id,
        ),
    )
    lat, lng = _degrees(value["lat"]), _degrees(value["lng"])
    if value.get("datum") is None:
        return Placed(None, PublishedCoordinate(lat, lng), claim.id)
    datum = Datum(str(value["datum"]))
    wgs84 = to_wgs84(lat, lng, datum, mainland=not abroad)
    location = Location(wgs84[0], wgs84[1], _precision(value), datum, lat, lng)
    return Placed(location, None, claim.id)


def _precision(value: dict[str, Json]) -> Precision:
    return Precision(str(value.get("precision") or Precision.POINT))


def _degrees(value: Json) -> float:
    if isinstance(value, (int, float)):
        return float(value)
    raise TypeError(f"{value!r} is no degree")
