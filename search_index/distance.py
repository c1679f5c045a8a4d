"""How far one nursery is from a start point, without a search."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from registry.nursery import Nursery
from search_index.places import EARTH_RADIUS
from search_index.request import Point


def straight_line(start: Point, nursery: Nursery) -> int | None:
    """Whole metres as a search counts them; `None` for a nursery without a place of its own."""
    if nursery.location is None or not nursery.has_distance:
        return None
    here, there = radians(start.lat), radians(nursery.location.lat)
    across = sin(radians(nursery.location.lng - start.lng) / 2)
    along = sin((there - here) / 2)
    half = sqrt(along * along + cos(here) * cos(there) * across * across)
    return round(2 * EARTH_RADIUS * asin(min(half, 1.0)))
