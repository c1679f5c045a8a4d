"""Which nurseries stand on a page, and why.

Relevance with words: an exact name, then a name that starts with what was typed, then BM25F;
ties by distance where there is a start point, then by how much is published. Without words it
is distance, or how much is published. What nobody published stands last in every sort.
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
from search_index.bitsets import Bits, Docs, docs_of, flags_of
from search_index.orders import smallest, walk
from search_index.parts import Parts
from search_index.places import NOWHERE
from search_index.request import Point, SearchRequest

EXACT, PREFIX, ELSEWHERE = range(3)

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
    """How one request orders its documents."""

    parts: Parts
    request: SearchRequest
    words: tuple[Word, ...]

    @cached_property
    def sort(self) -> str:
        """The sort that is really used: distance needs a start point."""
        asked = self.request.sort
        if asked in _STATIC_SORTS:
            return asked
        if asked in ("distance", "distance_sum") and self.request.near is not None:
            return asked
        if self._said:
            return "relevance"
        return "complete" if self.request.near is None else "distance"

    @cached_property
    def _said(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.alternatives)

    def page(self, members: Bits) -> Docs:
        """The documents of the page asked for, in order."""
        per_page = max(self.request.per_page, 1)
        first = (max(self.request.page, 1) - 1) * per_page
        order = self.parts.orders.get(self.sort)
        if order is not None:
            return walk(order, flags_of(members, self.parts.n), first, per_page)
        docs = docs_of(members, self.parts.n)
        if first >= len(docs):
            return docs[:0]
        return docs[smallest(self._keys(docs), first + per_page)[first:]]

    def metres(self, start: Point | None, docs: Docs) -> list[int | None]:
        """Whole metres from a start point to each document, `None` where unknown."""
        if start is None:
            return [None] * len(docs)
        found = self.parts.places.metres(start, docs).tolist()
        return [None if metres == NOWHERE else metres for metres in found]

    def reasons(self, docs: Docs, nurseries: Sequence[Nursery]) -> list[tuple[str, ...]]:
        """Why each document of a page stands where it stands, strongest first."""
        tiers = self._tiers(docs).tolist()
        return [self._reasons(*one) for one in zip(nurseries, tiers, strict=True)]

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
        if self._said:
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
        return [*keys, self.parts.rank[docs]]

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
        for word in self._said:
            worth = [self.parts.postings.worth(terms, docs) for terms in word.alternatives]
            total += np.maximum.reduce(worth)
        return total

    def _tiers(self, docs: Docs) -> NDArray[np.int8]:
        tiers = np.full(len(docs), ELSEWHERE, np.int8)
        key = name_key(self.request.text).encode()
        if not key:
            return tiers
        names, owners = self.parts.names, self.parts.names_docs
        starting, same = names.starting_with(key), names.equal_to(key)
        tiers[np.isin(docs, owners[starting.start : starting.stop])] = PREFIX
        tiers[np.isin(docs, owners[same.start : same.stop])] = EXACT
        return tiers


def _found_in(nursery: Nursery, words: tuple[Word, ...]) -> list[str]:
    """Where the words were found: "name", "address" (regions included) or "text"."""
    names = "\n".join(map(name_key, nursery.names))
    parts = (nursery.address, nursery.street, nursery.community)
    address = "\n".join(address_key(part) for part in parts if part)
    places = set()
    for word in words:
        if _holds(names, word):
            places.add("name")
        elif _holds(address, word):
            places.add("address")
        else:
            places.add("text")
    return [place for place in ("name", "address", "text") if place in places]


def _holds(text: str, word: Word) -> bool:
    return any(all(term in text for term in terms) for terms in word.alternatives)
