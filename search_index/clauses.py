"""A request as sets of documents: one clause per key, AND between them.

A facet counts under all clauses but its own, and a filter's hidden nurseries are what the
other clauses let through; so the clauses stay apart until somebody asks for their meeting.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np

from search_index.analysis import Word
from search_index.answer import Hidden
from search_index.bitsets import Bits, count, everything, pack
from search_index.columns import price_overlap
from search_index.parts import Parts
from search_index.request import FACETS, UNPUBLISHED, SearchRequest


@dataclass(frozen=True, slots=True)
class Clauses:
    """`sets` by key: the keys of `FACETS`, and "text", "place" and "age"."""

    n: int
    sets: dict[str, Bits]

    def all_but(self, key: str | None = None) -> Bits:
        """The documents that meet every clause, or every one but the one of a key."""
        others = [bits for name, bits in self.sets.items() if name != key]
        return reduce(np.bitwise_and, others) if others else everything(self.n)


def clauses(parts: Parts, request: SearchRequest, words: tuple[Word, ...]) -> Clauses:
    """The clauses of a request; a key without a say has none."""
    asked = {
        "text": _text(parts, words),
        "place": _place(parts, request),
        "age": _age(parts, request),
        "region": _region(parts, request),
        "price": _price(parts, request),
        "filed": _filed(parts, request),
    }
    for key in FACETS:
        if key not in asked:
            asked[key] = _choice(parts, request, key)
    return Clauses(parts.n, {key: bits for key, bits in asked.items() if bits is not None})


def hidden(parts: Parts, request: SearchRequest, sets: Clauses) -> Hidden:
    """How many more would match if what is not published were let through."""
    without_price = without_age = without_place = 0
    if "price" in sets.sets and UNPUBLISHED not in request.choices.get("price", ()):
        unpublished = parts.facets["price"].value(UNPUBLISHED)
        without_price = count(sets.all_but("price") & unpublished)
    if "age" in sets.sets and not _takes_unknown_ages(request):
        without_age = count(sets.all_but("age") & parts.ages.unknown)
    if "place" in sets.sets:
        without_place = count(sets.all_but("place") & ~pack(parts.places.placed))
    return Hidden(without_price, without_age, without_place)


def _text(parts: Parts, words: tuple[Word, ...]) -> Bits | None:
    said = [word for word in words if word.alternatives]
    if not said:
        return None
    return reduce(np.bitwise_and, (parts.postings.holding_any(word.alternatives) for word in said))


def _place(parts: Parts, request: SearchRequest) -> Bits | None:
    if request.within is None or request.near is None:
        return None
    near = parts.places.within(request.near, request.within)
    if request.near2 is None:
        return near
    return near & parts.places.within(request.near2, request.within)


def _age(parts: Parts, request: SearchRequest) -> Bits | None:
    if request.age is None:
        return None
    taking = parts.ages.taking(request.age)
    return taking | parts.ages.unknown if _takes_unknown_ages(request) else taking


def _takes_unknown_ages(request: SearchRequest) -> bool:
    return UNPUBLISHED in request.choices.get("class", ())


def _region(parts: Parts, request: SearchRequest) -> Bits | None:
    chosen = request.choices.get("region", ())
    return parts.regions.any_of(chosen) if chosen else None


def _price(parts: Parts, request: SearchRequest) -> Bits | None:
    """A range narrows the published prices; the unpublished come in by their own choice."""
    bounds = (request.price_min, request.price_max)
    if bounds == (None, None):
        return _choice(parts, request, "price")
    published = parts.facets["price"].value("published")
    meeting = price_overlap(parts.price_low, parts.price_high, published, bounds)
    chosen = request.choices.get("price", ())
    return meeting | parts.facets["price"].any_of(tuple({*chosen} & {UNPUBLISHED}))


def _filed(parts: Parts, request: SearchRequest) -> Bits | None:
    """Everything but the cancelled, until somebody chooses otherwise."""
    chosen = _choice(parts, request, "filed")
    return (
        ~parts.facets["filed"].value("cancelled") & everything(parts.n)
        if chosen is None
        else chosen
    )


def _choice(parts: Parts, request: SearchRequest, key: str) -> Bits | None:
    chosen = request.choices.get(key, ())
    return parts.facets[key].any_of(chosen) if chosen else None
