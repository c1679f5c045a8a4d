"""The map of a result: how many lie in view, and where, gathered into one sign for each cell.

A view is a window of the Web Mercator world, `WIDTH` by `HEIGHT` units; at zoom z the world is
256 · 2^z units wide (EPSG:3857). What lies close together is one `Cluster`; few in a cell stay
single. Nurseries without a place, or with no more than their district's centre, are only counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asinh, atan, cos, degrees, floor, log2, pi, radians, sinh, tan
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Docs
from search_index.places import Places
from search_index.request import Point, SearchRequest, View

WIDTH: Final = 384
HEIGHT: Final = 384
CELL: Final = 64
MOST: Final = 12
"""So many clusters may come of small cells; more are gathered in cells twice as wide."""

SINGLE: Final = 2
"""So many in a cell are drawn one by one."""

WIDEST: Final = 3
CLOSEST: Final = 17
AROUND: Final = 3.0
"""Kilometres that a map shows around a start point when no distance is asked for."""

_CLOSE_ENOUGH: Final = 15
"""The zoom at which one place alone is shown."""

_FILLED: Final = 0.86
"""How much of the window what is to be seen may fill."""

_LEVEL_METRES: Final = 40_075_016.686
"""The equator (WGS-84), which is the width of the world at zoom 0."""

World = NDArray[np.float64]  # (2, n): x to the east, y to the south, the whole world is 1


@dataclass(frozen=True, slots=True)
class Cluster:
    """Several nurseries of one cell, at their middle. `x` and `y` in units of the view."""

    x: int
    y: int
    point: Point
    count: int


@dataclass(frozen=True, slots=True)
class ResultMap:
    """What a result is on a map. `in_view` counts those of the page too; clusters do not."""

    view: View
    in_view: int
    without_place: int
    clusters: tuple[Cluster, ...]
    singles: tuple[tuple[int, int], ...]


def world(places: Places) -> World:
    """Every document on the Mercator world; those without a place at some place or other."""
    east, north, up = places.points
    sine = np.clip(up, -0.9999, 0.9999)
    return np.stack([np.arctan2(north, east) / (2 * pi) + 0.5, 0.5 - np.arctanh(sine) / (2 * pi)])


def result_map(
    places: Places, spots: World, request: SearchRequest, found: Docs, shown: Docs
) -> ResultMap | None:
    """The map of the documents found; `shown` are those of the page, which the page draws itself.

    `None` if the map is switched off, or if there is nothing to be seen.
    """
    if request.view is not None and request.view.hidden:
        return None
    placed = found[places.placed[found]].astype(np.intp)
    x, y = (axis.take(placed) for axis in spots)
    view = request.view or _fitting(request, x, y)
    if view is None:
        return None
    left, top, scale = _window(view)
    x -= left  # in place: a search may have found half the country
    x *= scale
    y -= top
    y *= scale
    others = (x >= 0) & (x < WIDTH) & (y >= 0) & (y < HEIGHT)
    in_view = int(np.count_nonzero(others))
    others[_positions(placed, shown)] = False
    drawn = np.flatnonzero(others)
    clusters, singles = _gathered(view, x.take(drawn), y.take(drawn))
    return ResultMap(view, in_view, len(found) - len(placed), clusters, singles)


def _positions(among: NDArray[np.intp], docs: Docs) -> NDArray[np.intp]:
    """Where some documents stand among ascending ones; those that do not are left out."""
    if not len(among):
        return among
    at = np.searchsorted(among, docs)
    there: NDArray[np.intp] = at[among.take(at, mode="clip") == docs]
    return there


def _gathered(
    view: View, x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[tuple[Cluster, ...], tuple[tuple[int, int], ...]]:
    """Clusters of small cells or, if those are too many, of cells twice as wide; and the rest."""
    columns, rows = WIDTH // CELL, HEIGHT // CELL
    # A cell's width is a power of two, so that nothing is rounded.
    cells = (y * (1 / CELL)).astype(np.intp)
    cells *= columns
    cells += (x * (1 / CELL)).astype(np.intp)
    sums = np.stack([np.bincount(cells, one, columns * rows) for one in (None, x, y)])
    belongs = np.arange(columns * rows)
    if np.count_nonzero(sums[0] > SINGLE) > MOST:
        sums = sums.reshape(3, rows // 2, 2, columns // 2, 2).sum(axis=(2, 4)).reshape(3, -1)
        belongs = belongs // columns // 2 * (columns // 2) + belongs % columns // 2
    many = sums[:, sums[0] > SINGLE]
    clusters = tuple(
        Cluster(round(at_x), round(at_y), at(view, at_x, at_y), int(count))
        for count, at_x, at_y in zip(many[0].tolist(), *(many[1:] / many[0]).tolist(), strict=True)
    )
    alone = np.flatnonzero((sums[0] <= SINGLE)[belongs].take(cells))
    spots = (np.rint(axis.take(alone)).astype(np.intp).tolist() for axis in (x, y))
    return clusters, tuple(zip(*spots, strict=True))


def _fitting(request: SearchRequest, x: NDArray[np.float64], y: NDArray[np.float64]) -> View | None:
    """The closest view of everything asked for: the start points and their distance, or all."""
    starts = [point for point in (request.near, request.near2) if point]
    if starts:
        return _around(starts, request.within or AROUND)
    if not len(x):
        return None
    return _between((float(x.min()), float(y.min())), (float(x.max()), float(y.max())))


def _around(starts: Iterable[Point], kilometres: float) -> View:
    ends = []
    for start in starts:
        x, y = _on_world(start)
        reach = kilometres * 1000 / (_LEVEL_METRES * max(cos(radians(start.lat)), 0.01))
        ends += [(x - reach, y - reach), (x + reach, y + reach)]
    first, last = zip(*((min(axis), max(axis)) for axis in zip(*ends, strict=True)), strict=True)
    return _between(first, last)


def _between(first: Iterable[float], last: Iterable[float]) -> View:
    (west, north), (east, south) = first, last
    widths = ((east - west) / WIDTH, (south - north) / HEIGHT)
    span = max(widths) * 256 / _FILLED
    zoom = _CLOSE_ENOUGH if span <= 0 else min(max(floor(-log2(span)), WIDEST), _CLOSE_ENOUGH)
    middle = _at_world((west + east) / 2, (north + south) / 2)
    return View(_short(middle.lat), _short(middle.lng), zoom)


def on_map(view: View, point: Point) -> tuple[float, float]:
    """Where a point lies in a view, in its units; outside of it too."""
    left, top, scale = _window(view)
    x, y = _on_world(point)
    return (x - left) * scale, (y - top) * scale


def at(view: View, x: float, y: float) -> Point:
    """The point at a place of a view, with as many decimals as a link needs."""
    left, top, scale = _window(view)
    point = _at_world(left + x / scale, min(max(top + y / scale, 0.01), 0.99))
    return Point(_short(point.lat), _short((point.lng + 180) % 360 - 180))


def units_per_km(view: View) -> float:
    """How long a kilometre is at the middle of a view."""
    return 256 * 2.0**view.zoom / (_LEVEL_METRES / 1000 * max(cos(radians(view.lat)), 0.01))


def _window(view: View) -> tuple[float, float, float]:
    """The left and the upper edge on the world, and its width in units."""
    scale = 256 * 2.0**view.zoom
    x, y = _on_world(Point(view.lat, view.lng))
    return x - WIDTH / 2 / scale, y - HEIGHT / 2 / scale, scale


def _on_world(point: Point) -> tuple[float, float]:
    lat = radians(min(max(point.lat, -85.0), 85.0))
    return point.lng / 360 + 0.5, 0.5 - asinh(tan(lat)) / (2 * pi)


def _at_world(x: float, y: float) -> Point:
    return Point(degrees(atan(sinh((0.5 - y) * 2 * pi))), (x - 0.5) * 360)


def _short(value: float) -> float:
    return round(value, 4)
