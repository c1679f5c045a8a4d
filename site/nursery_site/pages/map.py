"""The map of a result: the numbers of the list where they are, drawn on the server.

Nothing of a map's own is drawn, no streets and no boundaries: only what the lists publish, the
distances from the start points, north, and the scale. Every way of moving it is a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.reader import Reader
from search_index.answer import Answer, Hit
from search_index.maps import CLOSEST, HEIGHT, WIDEST, WIDTH, Cluster, at, on_map, units_per_km
from search_index.request import HIDDEN, Point, SearchRequest, View

RINGS: Final = (1, 3, 5)
"""Kilometres around a start point."""

_APART: Final = 28
"""Numbers that are closer to each other than this share one sign."""

_CLEAR: Final = 40
"""How far a cluster keeps from the numbers."""

_DOTS: Final = 60
_NICE: Final = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LONGEST_SCALE: Final = 110


@dataclass(frozen=True, slots=True)
class Sign:
    """Something on the map that is a link; `name` says in words what it is and does."""

    x: int
    y: int
    r: int
    label: str
    name: str
    href: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A distance around a start point; its label stands where it is clear of signs."""

    x: int
    y: int
    r: int
    label: str
    label_at: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Scale:
    """A bar of so many units and the distance it stands for."""

    length: int
    label: str


@dataclass(frozen=True, slots=True)
class Move:
    """A link to another view; `kind` names its sign."""

    kind: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class ResultMap:
    """`dots` is the path of single nurseries of other pages. `lines` say what is not drawn."""

    width: int
    height: int
    points: tuple[Sign, ...]
    clusters: tuple[Sign, ...]
    dots: str
    rings: tuple[Circle, ...]
    starts: tuple[tuple[int, int], ...]
    scale: Scale
    moves: tuple[Move, ...]
    lines: tuple[str, ...]
    whole: str | None
    hide: str


def result_map(answer: Answer, asked: SearchRequest, reader: Reader) -> ResultMap | None:
    """The map of an answer; links are made from what was `asked`."""
    found = answer.map
    if found is None:
        return None
    view, first = found.view, (answer.page - 1) * answer.per_page + 1
    points = tuple(_points(view, answer.hits, first, asked, reader))
    clusters = tuple(_clusters(view, found.clusters, points, asked, reader))
    taken = [(sign.x, sign.y) for sign in (*points, *clusters)]
    starts = tuple(point for point in (asked.near, asked.near2) if point)
    unplaced = sum(not hit.nursery.has_distance for hit in answer.hits)
    return ResultMap(
        width=WIDTH,
        height=HEIGHT,
        points=points,
        clusters=clusters,
        dots="".join(f"M{x} {y}h0" for x, y in found.singles[:_DOTS]),
        rings=tuple(_rings(view, starts, taken, reader)),
        starts=tuple(spot for start in starts if _inside(spot := _spot(view, start))),
        scale=_scale(view, reader),
        moves=tuple(_moves(view, asked, reader)),
        lines=tuple(_lines(found.in_view, found.without_place, unplaced, reader)),
        whole=_to(None, asked, reader) if asked.view else None,
        hide=_to(HIDDEN, asked, reader),
    )


def shown_again(asked: SearchRequest, reader: Reader) -> str | None:
    """The link that switches a hidden map on."""
    return _to(None, asked, reader) if asked.view and asked.view.hidden else None


def _to(view: View | None, asked: SearchRequest, reader: Reader) -> str:
    return links.search(reader.locale, replace(asked, view=view))


def _spot(view: View, point: Point) -> tuple[int, int]:
    x, y = on_map(view, point)
    return round(x), round(y)


def _inside(spot: tuple[int, int]) -> bool:
    return 0 <= spot[0] <= WIDTH and 0 <= spot[1] <= HEIGHT


def _points(
    view: View, hits: Iterable[Hit], first: int, asked: SearchRequest, reader: Reader
) -> Iterator[Sign]:
    """The numbers of the list; what would lie upon each other stands under the lowest number."""
    groups: list[tuple[tuple[int, int], Point, list[int], str]] = []
    for number, hit in enumerate(hits, first):
        where = hit.nursery.location
        if where is None or not hit.nursery.has_distance:
            continue
        spot = _spot(view, Point(where.lat, where.lng))
        if not _inside(spot):
            continue
        for held, _, numbers, _ in groups:
            if hypot(held[0] - spot[0], held[1] - spot[1]) < _APART:
                numbers.append(number)
                break
        else:
            groups.append((spot, Point(where.lat, where.lng), [number], hit.nursery.name))
    for (x, y), point, numbers, name in groups:
        if len(numbers) == 1:
            label = str(numbers[0])
            yield Sign(
                x, y, 13, label, f"{label} {name}", f"#n{label}", reader.as_published(name).lang
            )
            continue
        told = gettext("Numbers %(numbers)s of the list", numbers=reader.list(map(str, numbers)))
        label = f"{numbers[0]}+{len(numbers) - 1}"
        far = f"#n{numbers[0]}" if view.zoom >= CLOSEST else _closer(view, point, asked, reader)
        yield Sign(x, y, 17 if len(label) < 4 else 20, label, told, far)


def _closer(view: View, point: Point, asked: SearchRequest, reader: Reader) -> str:
    zoom = min(view.zoom + 2, CLOSEST)
    return _to(View(round(point.lat, 4), round(point.lng, 4), zoom), asked, reader)


def _clusters(
    view: View,
    found: Iterable[Cluster],
    points: Iterable[Sign],
    asked: SearchRequest,
    reader: Reader,
) -> Iterator[Sign]:
    """Nurseries of other pages, biggest first; one gives way to the numbers, beside them."""
    taken = [(sign.x, sign.y) for sign in points]
    for cluster in sorted(found, key=lambda cluster: -cluster.count):
        x, y = _free(cluster.x, cluster.y, taken)
        taken.append((x, y))
        count = reader.number(cluster.count)
        name = ngettext(
            "%(num)s more nursery: look closer",
            "%(num)s more nurseries: look closer",
            cluster.count,
        )
        radius = 15 + 2 * len(count)
        yield Sign(x, y, radius, count, name, _closer(view, cluster.point, asked, reader))


def _free(x: int, y: int, taken: list[tuple[int, int]]) -> tuple[int, int]:
    """The nearest of some places around one that is clear of all that is taken."""
    for step in range(5):
        reach = step * 30
        for across, down in ((0, -1), (1, 0), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, 1), (-1, -1)):
            spot = (
                min(max(x + across * reach, 22), WIDTH - 22),
                min(max(y + down * reach, 22), HEIGHT - 44),
            )
            if all(hypot(spot[0] - one, spot[1] - other) >= _CLEAR for one, other in taken):
                return spot
    return x, y


def _rings(
    view: View, starts: Iterable[Point], taken: Iterable[tuple[int, int]], reader: Reader
) -> Iterator[Circle]:
    for start in starts:
        x, y = _spot(view, start)
        for kilometres in RINGS:
            radius = round(kilometres * units_per_km(view))
            if 24 <= radius <= 2 * WIDTH:
                label = reader.kilometres(kilometres)
                yield Circle(x, y, radius, label, _beside(x, y, radius, taken))


def _beside(
    x: int, y: int, radius: int, taken: Iterable[tuple[int, int]]
) -> tuple[int, int] | None:
    """The place of a circle's label: an end in view that no sign stands at, `None` without."""
    signs = list(taken)
    ends = ((x, y + radius), (x, y - radius), (x + radius, y), (x - radius, y))
    for end in ends:
        in_view = 20 <= end[0] <= WIDTH - 20 and 20 <= end[1] <= HEIGHT - 40
        if in_view and all(hypot(end[0] - x, end[1] - y) >= _CLEAR for x, y in signs):
            return end
    return None


def _scale(view: View, reader: Reader) -> Scale:
    unit = units_per_km(view)
    kilometres = max((one for one in _NICE if one * unit <= _LONGEST_SCALE), default=_NICE[0])
    if kilometres < 1:
        return Scale(round(kilometres * unit), reader.distance(round(kilometres * 1000)))
    return Scale(round(kilometres * unit), reader.kilometres(kilometres))


def _moves(view: View, asked: SearchRequest, reader: Reader) -> Iterator[Move]:
    def to(point: Point, zoom: int) -> str:
        return _to(View(point.lat, point.lng, zoom), asked, reader)

    middle = Point(view.lat, view.lng)
    if view.zoom < CLOSEST:
        yield Move("closer", gettext("Closer"), to(middle, view.zoom + 1))
    if view.zoom > WIDEST:
        yield Move("wider", gettext("Wider"), to(middle, view.zoom - 1))
    across, down = WIDTH / 2, HEIGHT / 2
    for kind, text, x, y in (
        ("north", gettext("To the north"), across, 0.0),
        ("west", gettext("To the west"), 0.0, down),
        ("south", gettext("To the south"), across, 2 * down),
        ("east", gettext("To the east"), 2 * across, down),
    ):
        yield Move(kind, text, to(at(view, x, y), view.zoom))


def _lines(in_view: int, without: int, unplaced: int, reader: Reader) -> Iterator[str]:
    yield ngettext(
        "%(num)s nursery of this result lies in this view.",
        "%(num)s nurseries of this result lie in this view.",
        in_view,
    )
    if without:
        yield ngettext(
            "%(num)s has no published place and is not drawn; on this page: %(here)s.",
            "%(num)s have no published place and are not drawn; on this page: %(here)s.",
            without,
            here=reader.number(unplaced),
        )
