"""Charts as geometry: where bars, dots and lines stand, in per cent and ems, never in pixels.

A chart takes the width of its place and the size of its page's type, so it needs no viewBox and
its words are as large on a phone as on a desk. Each stands beside a table of the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from nursery_site.reading import Text

ROW: Final = 2.75
"""Ems from one row of a chart to the next: a line of words, a bar, and air."""

_EDGE: Final = 4.0
"""Per cent kept free on both sides of dots and years, so that words beside them are not cut."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar before it is drawn: its value, words for it, and `mark`, of how many it tells."""

    label: Text
    value: float
    words: str
    mark: str
    here: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its words over it. `width` is per cent, `text_y` and `bar_y` are ems."""

    label: Text
    value: str
    mark: str
    width: str
    text_y: str
    bar_y: str
    here: bool


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from the largest to the smallest; `height` in ems. `without` are not drawn."""

    id: str
    title: tuple[Text, ...]
    height: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """One row of a dot plot: a line from lowest to highest, and the median on it."""

    label: str
    value: str
    low: str
    high: str
    median: str
    text_y: str
    line_y: str


@dataclass(frozen=True, slots=True)
class DotPlot:
    """Spans on one scale from nothing to `most`."""

    id: str
    title: str
    height: str
    ranges: tuple[Range, ...]
    most: str


@dataclass(frozen=True, slots=True)
class Point:
    """One time on a trend; `shown` whether its words are drawn."""

    x: str
    y: str
    time: str
    value: str
    shown: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A line over time; `path` are points in a box of 100 by 100."""

    id: str
    title: str
    path: str
    points: tuple[Point, ...]


def bar_chart(id_: str, title: tuple[Text, ...], rows: Sequence[BarRow]) -> BarChart | None:
    """One bar below the other, as long as their values; of a single one there is no chart."""
    most = max((row.value for row in rows), default=0)
    if len(rows) < 2 or most <= 0:
        return None
    bars = tuple(
        Bar(
            label=row.label,
            value=row.words,
            mark=row.mark,
            width=_per_cent(100 * row.value / most),
            text_y=_em(at * ROW + 1.1),
            bar_y=_em(at * ROW + 1.55),
            here=row.here,
        )
        for at, row in enumerate(rows)
    )
    return BarChart(id_, title, _em(len(rows) * ROW), bars)


def dot_plot(
    id_: str,
    title: str,
    rows: Sequence[tuple[str, tuple[float, float, float], str]],
    words: str,
) -> DotPlot | None:
    """Spans of `(label, (low, median, high), words)`; `words` name the right end, see `top`."""
    if not rows:
        return None
    most = top(high for _, (_, _, high), _ in rows)
    ranges = tuple(
        Range(
            label=label,
            value=said,
            low=_across(span[0] / most),
            median=_across(span[1] / most),
            high=_across(span[2] / most),
            text_y=_em(at * ROW + 1.1),
            line_y=_em(at * ROW + 1.95),
        )
        for at, (label, span, said) in enumerate(rows)
    )
    return DotPlot(id_, title, _em(len(rows) * ROW + 1.6), ranges, words)


def trend(id_: str, title: str, spots: Sequence[tuple[float, str, float, str]]) -> Trend | None:
    """A line through `(time, its words, value, its words)`, oldest first, from nothing upwards.

    A time is a number, such as a year or the ordinal of a day; equal distances are equal times.
    """
    most = max((value for _, _, value, _ in spots), default=0)
    if len(spots) < 2 or most <= 0:
        return None
    first, last = spots[0][0], spots[-1][0]
    points = [((time - first) / (last - first), value / most) for time, _, value, _ in spots]
    drawn = tuple(
        Point(
            x=_across(x),
            y=_per_cent(100 - 100 * y),
            time=said,
            value=words,
            shown=at in (0, len(spots) - 1),
            anchor="start" if at == 0 else "end",
        )
        for at, ((x, y), (_, said, _, words)) in enumerate(zip(points, spots, strict=True))
    )
    path = " ".join(f"{_EDGE + x * (100 - 2 * _EDGE):.2f},{100 - 100 * y:.2f}" for x, y in points)
    return Trend(id_, title, path, drawn)


def top(highs: Iterable[float]) -> float:
    """The end of a scale: the largest value, rounded up to a whole step of its own size."""
    most = max(highs)
    step = 10 ** (len(str(int(most))) - 1)
    return float(ceil(most / step) * step)


def _across(share: float) -> str:
    return _per_cent(_EDGE + share * (100 - 2 * _EDGE))


def _per_cent(value: float) -> str:
    return f"{value:.2f}%"


def _em(value: float) -> str:
    return f"{value:.2f}em"
