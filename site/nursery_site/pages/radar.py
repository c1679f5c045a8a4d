"""A radar chart of shares, drawn on the server, and the table that holds the same numbers.

Every axis runs from 0 to 1. A value that nobody published is a gap in the line, never a zero:
only a series without gaps is a closed area. Up to four series, told apart by line and mark, so
that no colour is needed to read them; used for one nursery and for several side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from nursery_site.pages.evidence import Other, Reference
from nursery_site.reading import Text

MOST_SERIES: Final = 4

_RADIUS: Final = 100.0
_LABEL: Final = 117.0
_RINGS: Final = (0.25, 0.5, 0.75, 1.0)
_SAID: Final = frozenset({0.5, 1.0})
_MARKS: Final = (  # circle, square, triangle, diamond, each about 6 units wide
    "m-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0z",
    "m-2.9 -2.9h5.8v5.8h-5.8z",
    "m0 -4.2l3.8 6.6h-7.6z",
    "m0 -4.3l4.3 4.3l-4.3 4.3l-4.3 -4.3z",
)


@dataclass(frozen=True, slots=True)
class Plotted:
    """One series before it is drawn: a share between 0 and 1 for each axis, or `None`."""

    label: Text
    shares: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One spoke with its label, `anchor` being SVG's `text-anchor`."""

    label: str
    x: str
    y: str
    label_x: str
    label_y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Ring:
    """One line of equal share; every other one says which, such as 50 %."""

    points: str
    y: str
    label: str | None


@dataclass(frozen=True, slots=True)
class Series:
    """One series: `area` where nothing is missing, else `lines` between the known neighbours.

    `mark` is the path of its mark for the legend; `empty` where not one share is known.
    """

    number: int
    label: Text
    area: str | None
    lines: tuple[str, ...]
    marks: tuple[str, ...]
    mark: str
    gaps: bool
    empty: bool


@dataclass(frozen=True, slots=True)
class Radar:
    """The whole chart; `id` makes the ids of its parts unique on a page."""

    id: str
    title: str
    axes: tuple[Axis, ...]
    rings: tuple[Ring, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """A score as published, `None` where none is; `share` in per cent where it is known."""

    text: str | None
    share: str | None
    references: tuple[Reference, ...] = ()
    others: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One area: its name, its points in the standard, and a cell for each series."""

    label: str
    points: str
    cells: tuple[ScoreCell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class ScoreColumn:
    """Who or what a column is about, and the days for which its scores are published."""

    label: Text
    day: str | None


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The numbers of a radar, and those that have no share and cannot be drawn."""

    caption: str
    columns: tuple[ScoreColumn, ...]
    rows: tuple[ScoreRow, ...]


def radar(id_: str, title: str, axes: Sequence[str], series: Sequence[Plotted]) -> Radar | None:
    """The chart, `None` where there is no share to draw. Raises `ValueError` beyond four series."""
    if len(series) > MOST_SERIES:
        raise ValueError(f"a radar of {len(series)} series cannot be read")
    if not any(share is not None for one in series for share in one.shares):
        return None
    count = len(axes)
    return Radar(
        id=id_,
        title=title,
        axes=tuple(_axis(label, at, count) for at, label in enumerate(axes)),
        rings=tuple(_ring(share, count) for share in _RINGS),
        series=tuple(_series(number, one, count) for number, one in enumerate(series, start=1)),
    )


def _point(share: float, at: int, count: int, radius: float = _RADIUS) -> tuple[float, float]:
    angle = 2 * pi * at / count - pi / 2
    return radius * share * cos(angle), radius * share * sin(angle)


def _xy(point: tuple[float, float]) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.1f}".replace("-0.0", "0.0").removesuffix(".0")


def _axis(label: str, at: int, count: int) -> Axis:
    end, (label_x, label_y) = _point(1, at, count), _point(1, at, count, _LABEL)
    side = "middle" if abs(label_x) < 10 else "start" if label_x > 0 else "end"
    x, y = map(_number, end)
    # Text stands on its line: labels below the middle move down, those above stay.
    return Axis(label, x, y, _number(label_x), _number(label_y + 5), side)


def _ring(share: float, count: int) -> Ring:
    points = " ".join(_xy(_point(share, at, count)) for at in range(count))
    said = f"{share:.0%}".replace("%", " %") if share in _SAID else None
    return Ring(points, _number(-_RADIUS * share), said)


def _series(number: int, plotted: Plotted, count: int) -> Series:
    points = [
        None if share is None else _point(min(share, 1.0), at, count)
        for at, share in enumerate(plotted.shares)
    ]
    known = [point for point in points if point is not None]
    whole = len(known) == count
    mark = _MARKS[number - 1]
    return Series(
        number=number,
        label=plotted.label,
        area=" ".join(map(_xy, known)) if whole else None,
        lines=() if whole else tuple(_lines(points)),
        marks=tuple(f"M{_xy(point)}{mark}" for point in known),
        mark=f"M0,0{mark}",
        gaps=not whole and bool(known),
        empty=not known,
    )


def _lines(points: Sequence[tuple[float, float] | None]) -> Iterator[str]:
    """Lines between neighbours that are both known; the last axis is the first's neighbour."""
    for here, there in zip(points, [*points[1:], points[0]], strict=True):
        if here is not None and there is not None:
            yield f"M{_xy(here)}L{_xy(there)}"
