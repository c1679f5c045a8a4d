"""Distances between start points and nurseries, over unit vectors.

Straight lines over the sphere: the chord between two unit vectors gives the arc. "Within" cuts
out a band of latitudes first, and only what stands in it is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, radians, sin
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Bits, Docs, Flags, of_docs
from search_index.request import Point

EARTH_RADIUS: Final = 6_371_008.8
"""Mean radius in metres (IUGG)."""

NOWHERE: Final = np.iinfo(np.int64).max
"""The distance to a nursery without a place: behind all others."""

Vectors = NDArray[np.float64]  # (3, n): each axis in one piece


def vectors(lats: NDArray[np.float64], lngs: NDArray[np.float64]) -> Vectors:
    """Unit vectors of WGS-84 degrees, taken on a sphere."""
    phi, theta = np.radians(lats), np.radians(lngs)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)])


@dataclass(frozen=True, slots=True)
class Places:
    """Where the nurseries are. `by_lat` are those with a place, from south to north.

    `lats` are their latitudes in degrees and `points_by_lat` their vectors, in that order.
    """

    points: Vectors
    placed: Flags
    by_lat: Docs
    lats: NDArray[np.float64]
    points_by_lat: Vectors

    def within(self, start: Point, kilometres: float) -> Bits:
        """The documents at most so far from the start."""
        metres = kilometres * 1000
        n = len(self.placed)
        if not metres >= 0:
            return of_docs(self.by_lat[:0], n)
        margin = metres / EARTH_RADIUS * 180 / pi + 1e-6
        south, north = np.searchsorted(self.lats, [start.lat - margin, start.lat + margin])
        band = self.by_lat[south:north]
        squares = _squares(start, self.points_by_lat[:, south:north])
        return of_docs(band[squares <= _square(metres)], n)

    def metres(self, start: Point, docs: Docs) -> NDArray[np.int64]:
        """Whole metres to each document, `NOWHERE` without a place."""
        half = np.sqrt(_squares(start, self.points[:, docs])) / 2
        arc = 2 * EARTH_RADIUS * np.arcsin(np.minimum(half, 1))
        whole: NDArray[np.int64] = np.rint(arc).astype(np.int64)
        whole[~self.placed[docs]] = NOWHERE
        return whole


def _squares(start: Point, points: Vectors) -> NDArray[np.float64]:
    """The squares of the chords from a start point."""
    towards = points - _vector(start)[:, np.newaxis]
    towards *= towards
    squares: NDArray[np.float64] = towards.sum(axis=0)
    return squares


def _vector(point: Point) -> NDArray[np.float64]:
    phi, theta = radians(point.lat), radians(point.lng)
    return np.array([cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi)])


def _square(metres: float) -> float:
    """The square of the chord under an arc, half the globe at most, with a millimetre's grace."""
    chord = 2 * sin(min((metres + 0.001) / EARTH_RADIUS, pi) / 2)
    return chord * chord
