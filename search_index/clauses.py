"""A request as clauses: one per key, AND between them, each ready to answer in two ways.

Where a clause leaves only a few documents, these are listed and the other clauses are asked about
them; otherwise every clause is a set of bits. What is cheaper is decided in `meeting`, so a clause
says how many documents it may leave and computes nothing before it is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

import numpy as np

from search_index.bitsets import Bits, Docs, Flags, everything, of_docs
from search_index.bitsets import among as held
from search_index.columns import price_overlap, prices_meet
from search_index.parts import Parts
from search_index.postings import WordLists
from search_index.request import FACETS, UNPUBLISHED, SearchRequest


@dataclass(frozen=True, slots=True)
class Clause:
    """`key` is one of `FACETS`, or "text", "place" or "age".

    `most` bounds how many documents it leaves. `docs` lists them, ascending, and is there only
    if they may be few; `among` tests documents that are given; `bits` is the whole set.
    """

    key: str
    most: int
    docs: Callable[[], Docs] | None
    among: Callable[[Docs], Flags]
    bits: Callable[[], Bits]


def clauses(parts: Parts, request: SearchRequest, said: list[WordLists]) -> list[Clause]:
    """The clauses of a request and its words that say something; a key without a say has none."""
    asked = [
        _text(said),
        _place(parts, request),
        _age(parts, request),
        _region(parts, request),
        _price(parts, request),
        _filed(parts, request),
    ]
    for key, chosen in request.choices.items():
        if key in FACETS and key not in ("region", "price", "filed") and chosen:
            asked.append(_choice(parts, key, chosen))
    return [clause for clause in asked if clause is not None]


def _text(words: list[WordLists]) -> Clause | None:
    if not words:
        return None
    said = sorted(words, key=lambda word: word.most)

    def docs() -> Docs:
        found = said[0].docs()
        return found[among(found, said[1:])]

    def among(docs: Docs, of_words: list[WordLists]) -> Flags:
        flags: Flags = np.ones(len(docs), np.bool_)
        for word in of_words:
            flags &= word.among(docs)
        return flags

    def bits() -> Bits:
        return reduce(np.bitwise_and, [word.bits() for word in said])

    return Clause("text", said[0].most, docs, lambda docs: among(docs, said), bits)


def _place(parts: Parts, request: SearchRequest) -> Clause | None:
    if request.within is None or request.near is None:
        return None
    docs = parts.places.within(request.near, request.within)
    if request.near2 is not None:
        second = parts.places.within(request.near2, request.within)
        docs = np.intersect1d(docs, second, assume_unique=True)
    return Clause(
        "place",
        len(docs),
        lambda: docs,
        lambda others: np.isin(others, docs, assume_unique=True),
        lambda: of_docs(docs, parts.n),
    )


def _age(parts: Parts, request: SearchRequest) -> Clause | None:
    months = request.age
    if months is None:
        return None
    unknown_too = takes_unknown_ages(request)

    def bits() -> Bits:
        taking = parts.ages.taking(months)
        return taking | parts.ages.unknown if unknown_too else taking

    return Clause("age", parts.n, None, lambda docs: held(bits(), docs), bits)


def takes_unknown_ages(request: SearchRequest) -> bool:
    """Whether an age lets in those of whom neither ages nor classes are published."""
    return UNPUBLISHED in request.choices.get("class", ())


def _region(parts: Parts, request: SearchRequest) -> Clause | None:
    chosen = request.choices.get("region", ())
    if not chosen:
        return None
    spans = parts.regions.spans_of(chosen)

    def docs() -> Docs:
        pieces = [np.arange(start, end, dtype=np.int32) for start, end in spans]
        return np.concatenate(pieces) if pieces else np.empty(0, np.int32)

    def among(others: Docs) -> Flags:
        flags: Flags = np.zeros(len(others), np.bool_)
        for start, end in spans:
            flags |= (others >= start) & (others < end)
        return flags

    most = sum(end - start for start, end in spans)
    return Clause("region", most, docs, among, lambda: parts.regions.any_of(chosen))


def _price(parts: Parts, request: SearchRequest) -> Clause | None:
    """A range narrows the published prices; the unpublished come in by their own choice."""
    bounds = (request.price_min, request.price_max)
    chosen = request.choices.get("price", ())
    if bounds == (None, None):
        return _choice(parts, "price", chosen) if chosen else None
    low, high, facet = parts.price_low, parts.price_high, parts.facets["price"]
    let_in = tuple({*chosen} & {UNPUBLISHED})

    def among(docs: Docs) -> Flags:
        flags = prices_meet(low[docs], high[docs], bounds) & (low[docs] >= 0)
        return flags | parts.masks.holding(docs, "price", let_in) if let_in else flags

    def bits() -> Bits:
        meeting = price_overlap(low, high, facet.value("published"), bounds)
        return meeting | facet.any_of(let_in)

    return Clause("price", parts.n, None, among, bits)


def _filed(parts: Parts, request: SearchRequest) -> Clause:
    """Everything but the cancelled, until somebody chooses otherwise."""
    chosen = request.choices.get("filed", ())
    if chosen:
        return _choice(parts, "filed", chosen)

    def among(docs: Docs) -> Flags:
        flags: Flags = ~parts.masks.holding(docs, "filed", ("cancelled",))
        return flags

    def bits() -> Bits:
        return everything(parts.n) & ~parts.facets["filed"].value("cancelled")

    return Clause("filed", parts.n, None, among, bits)


def _choice(parts: Parts, key: str, chosen: tuple[str, ...]) -> Clause:
    return Clause(
        key,
        parts.n,
        None,
        lambda docs: parts.masks.holding(docs, key, chosen),
        lambda: parts.facets[key].any_of(chosen),
    )
