"""Distances between start points and nurseries, over unit vectors.

Straight lines over the sphere: the chord between two unit vectors gives the arc. "Within" looks up
the cells around the start point first, and only what stands in them is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, floor, isfinite, pi, radians, sin
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Docs, Flags
from search_index.request import Point

EARTH_RADIUS: Final = 6_371_008.8
"""Mean radius in metres (IUGG)."""

ROWS: Final = 40
"""Strips to a degree of latitude, 2.8 km each."""

STRIP: Final = 1000.0
"""What one strip adds to a cell's number; longitudes stay below half of it."""

NOWHERE: Final = np.iinfo(np.int64).max
"""The distance to a nursery without a place: behind all others."""

Vectors = NDArray[np.float64]  # (3, n): each axis in one piece


def vectors(lats: NDArray[np.float64], lngs: NDArray[np.float64]) -> Vectors:
    """Unit vectors of WGS-84 degrees, taken on a sphere."""
    phi, theta = np.radians(lats), np.radians(lngs)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)])


@dataclass(frozen=True, slots=True)
class Places:
    """Where the nurseries are. `by_cell` are those with a place, in the order of `cells`.

    A cell is a strip of latitudes (`ROWS` to a degree) with the longitude inside it, as one
    ascending number, see `cell_keys`. `points_by_cell` are the vectors in that order.
    """

    points: Vectors
    placed: Flags
    by_cell: Docs
    cells: NDArray[np.float64]
    points_by_cell: Vectors

    def within(self, start: Point, kilometres: float) -> Docs:
        """The documents at most so far from the start, ascending."""
        metres = kilometres * 1000
        if not (metres >= 0 and isfinite(start.lat)):
            return self.by_cell[:0]
        pieces = [slice(*ends) for ends in self._ends(start, metres) if ends[0] < ends[1]]
        if not pieces:
            return self.by_cell[:0]
        docs = np.concatenate([self.by_cell[piece] for piece in pieces])
        points = np.concatenate([self.points_by_cell[:, piece] for piece in pieces], axis=1)
        near = docs[_squares(start, points) <= _square(metres)]
        near.sort()
        return near

    def _ends(self, start: Point, metres: float) -> list[list[int]]:
        """Where the cells that may be near begin and end, one pair for each strip."""
        margin = degrees(metres / EARTH_RADIUS) + 1e-6
        south, north = max(start.lat - margin, -90.0), min(start.lat + margin, 90.0)
        strips = np.arange(floor(south * ROWS), floor(north * ROWS) + 1)
        west, east = _longitudes(start, margin)
        borders = np.stack([strips * STRIP + west, strips * STRIP + east], axis=1)
        ends: list[list[int]] = np.searchsorted(self.cells, borders.ravel()).reshape(-1, 2).tolist()
        return ends

    def metres(self, start: Point, docs: Docs) -> NDArray[np.int64]:
        """Whole metres to each document, `NOWHERE` without a place."""
        half = np.sqrt(_squares(start, self.points[:, docs])) / 2
        arc = 2 * EARTH_RADIUS * np.arcsin(np.minimum(half, 1))
        whole: NDArray[np.int64] = np.rint(arc).astype(np.int64)
        whole[~self.placed[docs]] = NOWHERE
        return whole


def cell_keys(lats: NDArray[np.float64], lngs: NDArray[np.float64]) -> NDArray[np.float64]:
    """The cells of places in degrees: strip by strip from the south, west to east in each."""
    keys: NDArray[np.float64] = np.floor(lats * ROWS) * STRIP + lngs
    return keys


def _longitudes(start: Point, margin: float) -> tuple[float, float]:
    """The span of longitudes that lie within a margin; all, near a pole or the date line."""
    farthest = abs(start.lat) + margin
    whole = (-STRIP / 2, STRIP / 2)
    if farthest >= 89:
        return whole
    # The widest point of a circle on the sphere, sin(margin) / cos(lat), with some grace.
    widest = sin(radians(min(margin, 90.0))) / cos(radians(farthest))
    if widest >= 1:
        return whole
    half = degrees(asin(widest)) + 1e-6
    west, east = start.lng - half, start.lng + half
    return (west, east) if west >= -180 and east <= 180 else whole


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
