"""Counts requests that differ in little, such as the rungs of a ladder: no condition twice.

Every condition of a request is a set of bits that depends on nothing else; it is computed once and
kept as long as the ladder is made. A rung then costs the one condition that it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field, replace
from functools import reduce

import numpy as np

from search_index.analysis import Word, clean
from search_index.bitsets import Bits, count, everything
from search_index.clauses import clauses, takes_unknown_ages
from search_index.parts import Parts
from search_index.request import FACETS, SearchRequest


@dataclass(frozen=True)
class Counting:
    """Counts for one ladder; `words` cuts a clean text. Kept sets are n ÷ 8 bytes each."""

    parts: Parts
    words: Callable[[str], tuple[Word, ...]]
    _sets: dict[Hashable, Bits] = field(default_factory=dict)

    def __call__(self, request: SearchRequest) -> int:
        """How many nurseries a request finds."""
        request = replace(request, text=clean(request.text))
        sets = [self._set(key, alone) for key, alone in _conditions(request)]
        return count(reduce(np.bitwise_and, sets))

    def _set(self, key: str, alone: SearchRequest) -> Bits:
        numbers = (alone.age, alone.price_min, alone.price_max)
        place = (alone.near, alone.near2, alone.within)
        name = (key, alone.text, *place, *numbers, *alone.choices.items())
        if name not in self._sets:
            self._sets[name] = self._computed(key, alone)
        return self._sets[name]

    def _computed(self, key: str, alone: SearchRequest) -> Bits:
        said = [word for word in self.words(alone.text) if word.alternatives]
        lists = [self.parts.postings.word(word.alternatives) for word in said]
        for clause in clauses(self.parts, alone, lists):
            if clause.key == key:
                return clause.bits()
        return everything(self.parts.n)  # words that say nothing


def _conditions(request: SearchRequest) -> Iterator[tuple[str, SearchRequest]]:
    """Every clause of a request by its key, as a request that has no other of them to answer."""
    choices = request.choices
    yield "filed", _choosing(request, "filed")
    if request.text:
        yield "text", SearchRequest(text=request.text)
    if request.near is not None and request.within is not None:
        place = SearchRequest(near=request.near, near2=request.near2, within=request.within)
        yield "place", place
    if request.age is not None:
        unknown = _choosing(request, "class").choices if takes_unknown_ages(request) else {}
        yield "age", SearchRequest(age=request.age, choices=unknown)
    if (request.price_min, request.price_max) != (None, None) or choices.get("price"):
        low, high = request.price_min, request.price_max
        yield "price", replace(_choosing(request, "price"), price_min=low, price_max=high)
    for key in FACETS:
        if choices.get(key) and key not in ("price", "filed"):
            yield key, _choosing(request, key)


def _choosing(request: SearchRequest, key: str) -> SearchRequest:
    chosen = request.choices.get(key, ())
    return SearchRequest(choices={key: chosen} if chosen else {})
