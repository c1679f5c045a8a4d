"""The orders of a result and the distances around a start point, as the page offers them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.reader import Reader
from search_index.request import SearchRequest

RINGS: Final = (1, 3, 5, 10)
"""Kilometres offered around a start point: over 90 % of parents accept at most three."""


@dataclass(frozen=True, slots=True)
class Sort:
    """An order as a link."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """A distance as an option of the form."""

    value: str
    text: str
    current: bool


def rings(request: SearchRequest, reader: Reader) -> tuple[Ring, ...]:
    """The distances to choose from, none without a start point."""
    if request.near is None:
        return ()
    kilometres = sorted({*RINGS, *([request.within] if request.within else [])})
    return (
        Ring("", gettext("Any distance"), request.within is None),
        *(
            Ring(
                f"{ring:g}",
                gettext("Within %(distance)s", distance=reader.kilometres(ring)),
                request.within == ring,
            )
            for ring in kilometres
        ),
    )


def sorts(request: SearchRequest, words: str, reader: Reader) -> tuple[Sort, ...]:
    """The orders that this search can have; `words` are what of its text is searched for."""
    offered = ["relevance", "price", "capacity", "name"]
    if request.near is not None:
        offered.insert(1, "distance")
    if request.near2 is not None:
        offered.insert(2, "distance_sum")
    first, two = links.first_page(request), request.near2 is not None
    return tuple(
        Sort(
            reader.word("sort", "distance_longer" if two and sort == "distance" else sort),
            links.search(reader.locale, replace(first, sort=sort)),
            sort == _order(request, words),
        )
        for sort in offered
    )


def order_of(request: SearchRequest, words: str) -> str:
    """The order for its note: with two start points the distance is the longer of two."""
    order = _order(request, words)
    two = order == "distance" and request.near2 is not None
    return "distance_longer" if two else order


def _order(request: SearchRequest, words: str) -> str:
    """Without words all are equally relevant, and the nearest come first: `docs/ranking.md`."""
    nearest = request.sort == "relevance" and request.near is not None and not words
    return "distance" if nearest else request.sort
