"""Which nurseries stand on a page, and why.

Words that name nothing but divisions order nothing. Relevance with other words: an exact name,
then a name that starts with what was typed, then BM25F; ties by distance where there is a start
point, then by how much is published. Without words it is distance, or how much is published. What
nobody published stands last in every sort.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from registry.keys import address_key, name_key
from registry.nursery import Nursery
from search_index.analysis import Word
from search_index.bitsets import Docs, Flags, among, distinct, of_docs
from search_index.meeting import Many, Meeting
from search_index.orders import smallest, walk
from search_index.parts import Parts
from search_index.places import NOWHERE
from search_index.postings import WordLists
from search_index.request import Point, SearchRequest

EXACT, PREFIX, ELSEWHERE = range(3)

_FEW: Final = 1024
"""So many documents are sorted one and all; among more, an order is walked along."""

_MANY: Final = 8
"""Where more than one document in so many is found, or many by one word alone, the best of the
words' lists are looked at."""

_FEWEST: Final = 64
"""So many documents, and the page, are scored without a thought."""

_SOUGHT: Final = 256
"""So many documents are sought one by one among others."""

_GRACE: Final = 1e-6
"""What `float32` may round, in parts of a score."""

_FIRST_DEPTH: Final = 256
"""How much of each list of best documents is looked at first."""

_STATIC_SORTS: Final = {"price": "price", "capacity": "capacity", "name": "name"}
_TIERS: Final = {EXACT: ["name_exact"], PREFIX: ["name_prefix"]}
_REASONS: Final = {
    "price": "price",
    "capacity": "capacity",
    "name": "alphabet",
    "distance": "distance",
    "distance_sum": "distance",
}
"""Why a sort puts a nursery where it is, if what it sorts by is published."""


@dataclass(frozen=True)
class Ranking:
    """How one request orders its documents. `places` are the divisions that its text names,
    where it says nothing else.
    """

    parts: Parts
    request: SearchRequest
    words: tuple[Word, ...]
    lists: list[WordLists]
    places: tuple[str, ...] = ()

    @cached_property
    def sort(self) -> str:
        """The sort that is really used: distance needs a start point."""
        asked = self.request.sort
        if asked in _STATIC_SORTS:
            return asked
        if asked in ("distance", "distance_sum") and self.request.near is not None:
            return asked
        if self._said and not self.places:
            return "relevance"
        return "complete" if self.request.near is None else "distance"

    @cached_property
    def _said(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.alternatives)

    def page(self, found: Meeting) -> Docs:
        """The documents of the page asked for, in order."""
        per_page = max(self.request.per_page, 1)
        first = (max(self.request.page, 1) - 1) * per_page
        if first >= found.total:
            return self.parts.orders["complete"][:0]
        order = self.parts.orders.get(self.sort)
        if self.sort == "relevance":
            alone = len(self.lists) == 1 and found.total > _FEW
            if alone or found.total > self.parts.n // _MANY:
                return self._leading(found, first + per_page)[first:]
            docs = self._contenders(found.docs, first + per_page)
            return docs[smallest(self._keys(docs), first + per_page)[first:]]
        if isinstance(found, Many) and found.total > _FEW and order is not None:
            return walk(order, found.bits, first, per_page)
        if order is not None:
            keys: list[NDArray[np.generic]] = [self.parts.ranks[self.sort][found.docs]]
        else:
            keys = self._keys(found.docs)
        return found.docs[smallest(keys, first + per_page)[first:]]

    def _leading(self, found: Meeting, count: int) -> Docs:
        """The most relevant documents, without scoring all (Fagin's threshold algorithm).

        The best of every list are scored; when the last one of the page is worth more than
        anything behind them could be, nothing else is looked at.
        """
        depth = _FIRST_DEPTH
        while depth < self.parts.n:
            pairs = [word.best(depth) for word in self.lists]
            bound = sum(bound for _, bound in pairs)
            lists = [docs for leading, _ in pairs for docs in leading]
            docs = np.concatenate([*lists, self._starting])
            if len(docs) >= found.total:
                break  # scoring all of them is less work
            docs = distinct(docs[found.among(docs)])
            keys = self._keys(docs)
            best = smallest(keys, count)
            if len(best) == count and self._beats(keys, best[-1], bound):
                return docs[best]
            depth *= 8
        return found.docs[smallest(self._keys(found.docs), count)]

    def _contenders(self, docs: Docs, count: int) -> Docs:
        """Those of ascending documents that may stand among the first.

        Word after word is scored, the dearest first; who could not reach the last of the page
        with all that is left is dropped (Turtle, Flood 1995). Names that start with what was
        typed stay: the words' scores do not decide over them. If a page is full of names that
        are what was typed, only these are scored.
        """
        starting = _held(docs, self._starting, self.parts.n)
        if len(self._equal) >= count:
            equal = docs[_held(docs, self._equal, self.parts.n)]
            if len(equal) >= count:
                docs, starting = equal, np.zeros(len(equal), np.bool_)
        words = sorted(self.lists, key=lambda word: -word.most_worth)
        left = sum(word.most_worth for word in words)
        scores = np.zeros(len(docs), np.float32)
        for word in words:
            if len(docs) <= _FEWEST + count:
                break
            scores += word.worth(docs)
            left -= word.most_worth
            last = np.partition(scores, len(docs) - count)[len(docs) - count]
            # The grace covers what `float32` rounds.
            kept = scores >= last * (1 - _GRACE) - left * (1 + _GRACE)
            kept |= starting
            docs, scores, starting = docs[kept], scores[kept], starting[kept]
        return docs

    def _beats(self, keys: list[NDArray[np.generic]], row: int, bound: float) -> bool:
        """Whether a candidate stands before every document that no candidate is."""
        tiers, scores = keys[:2]
        return bool(tiers[row] < ELSEWHERE or -scores[row] > bound * (1 + _GRACE))

    def metres(self, start: Point | None, docs: Docs) -> list[int | None]:
        """Whole metres from a start point to each document, `None` where unknown."""
        if start is None:
            return [None] * len(docs)
        found = self.parts.places.metres(start, docs).tolist()
        return [None if metres == NOWHERE else metres for metres in found]

    def reasons(self, docs: Docs, nurseries: Sequence[Nursery]) -> list[tuple[str, ...]]:
        """Why each document of a page stands where it stands, strongest first."""
        ascending = np.argsort(docs)
        tiers = np.empty(len(docs), np.int8)
        tiers[ascending] = self._tiers(docs[ascending])
        return [self._reasons(*one) for one in zip(nurseries, tiers.tolist(), strict=True)]

    def _reasons(self, nursery: Nursery, tier: int) -> tuple[str, ...]:
        near = self.request.near is not None and nursery.has_distance
        holds = {
            "price": nursery.monthly_price is not None,
            "capacity": nursery.capacity is not None,
            "name": True,
            "distance": near,
            "distance_sum": near,
        }
        reasons = [_REASONS[self.sort]] if holds.get(self.sort) else []
        if not set(self.places).isdisjoint(nursery.region):
            reasons.append("division")
        elif self._said:
            reasons += _TIERS.get(tier) or _found_in(nursery, self._said)
        if near and self.sort == "relevance":
            reasons.append("distance")
        return tuple(reasons) or ("complete",)

    def _keys(self, docs: Docs) -> list[NDArray[np.generic]]:
        keys: list[NDArray[np.generic]] = []
        if self.sort == "relevance":
            keys += [self._tiers(docs), -self._scores(docs)]
        if self.request.near is not None:
            keys.append(self._distances(self.request.near, docs))
        return [*keys, self.parts.ranks["complete"][docs]]

    def _distances(self, near: Point, docs: Docs) -> NDArray[np.int64]:
        first = self.parts.places.metres(near, docs)
        if self.request.near2 is None:
            return first
        second = self.parts.places.metres(self.request.near2, docs)
        if self.sort != "distance_sum":
            return np.maximum(first, second)
        return np.where(first == NOWHERE, NOWHERE, first + second)

    def _scores(self, docs: Docs) -> NDArray[np.float32]:
        total = np.zeros(len(docs), np.float32)
        for word in self.lists:
            total += word.worth(docs)
        return total

    @cached_property
    def _starting(self) -> Docs:
        """The documents with a name that starts with what was typed, some of them twice."""
        key = name_key(self.request.text).encode()
        names = self.parts.names.starting_with(key) if key else range(0)
        return self.parts.names_docs[names.start : names.stop]

    @cached_property
    def _equal(self) -> Docs:
        """The documents with a name that is what was typed, some of them twice."""
        names = self.parts.names.equal_to(name_key(self.request.text).encode())
        return self.parts.names_docs[names.start : names.stop]

    def _tiers(self, docs: Docs) -> NDArray[np.int8]:
        """EXACT, PREFIX or ELSEWHERE for each of some ascending documents."""
        tiers = np.full(len(docs), ELSEWHERE, np.int8)
        if len(self._starting) and len(docs):
            for tier, owners in ((PREFIX, self._starting), (EXACT, self._equal)):
                tiers[_held(docs, owners, self.parts.n)] = tier
        return tiers


def _held(docs: Docs, some: Docs, n: int) -> Flags:
    """Which of ascending documents are among some, in any order, of all `n`."""
    if len(some) > _SOUGHT:
        return among(of_docs(some, n), docs)
    flags: Flags = np.zeros(len(docs), np.bool_)
    if len(docs):
        places = np.searchsorted(docs, some)
        flags[places[docs.take(places, mode="clip") == some]] = True
    return flags


def _found_in(nursery: Nursery, words: tuple[Word, ...]) -> list[str]:
    """Where the words were found: "name", "address" (regions included) or "text"."""
    names = "\n".join(map(name_key, nursery.names))
    elsewhere = [word for word in words if not _holds(names, word)]
    places = ["name"] if len(elsewhere) < len(words) else []
    if elsewhere:  # folding an address is dear, and most words are found in names
        parts = (nursery.address, nursery.street, nursery.community)
        address = "\n".join(address_key(part) for part in parts if part)
        inside = sum(_holds(address, word) for word in elsewhere)
        places += ["address"] if inside else []
        places += ["text"] if inside < len(elsewhere) else []
    return places


def _holds(text: str, word: Word) -> bool:
    return any(all(term in text for term in terms) for terms in word.alternatives)
