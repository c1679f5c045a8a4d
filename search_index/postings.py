"""Posting lists over all text fields together, with the BM25F share of every posting.
`search_index.weighing` makes them.

The lists stand end to end (CSR): term `i` of the sorted vocabulary is answered by
`docs[starts[i]:starts[i + 1]]`, ascending, and `impacts` beside them says how much each answer
is worth. Impacts are multiples of 1/1024, so that sums are exact in `float32` and equal
documents tie on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Bits, Docs, Flags, among, distinct, nothing, of_docs
from search_index.strings import StringTable

IMPACT_UNIT: Final = 1024

_ONE: Final = np.uint64(1)
_UNIT: Final = np.float32(1 / IMPACT_UNIT)

_KEPT_LISTS: Final = 1024
"""Lists by term that a worker remembers where to find."""


@dataclass(frozen=True, slots=True)
class DenseTerms:
    """What is kept of the terms that many documents hold, in a row for each.

    `bits` are the documents, `before` how many of them stand before each word of bits, so that
    a document's place in the list is found without a search. `best[starts[row]:starts[row + 1]]`
    are the places in the list from the greatest impact to the least; equal ones stand in the
    order of how much is published. `full[full_rows[row]]` is the impact on every document, in
    units, of the terms that very many documents hold (`weighing.FULL`); other rows have -1.
    """

    terms: NDArray[np.int32]
    bits: NDArray[np.uint64]
    before: NDArray[np.int32]
    best: NDArray[np.int32]
    starts: NDArray[np.int64]
    full: NDArray[np.uint16]
    full_rows: NDArray[np.int32]


@dataclass(frozen=True)
class TermList:
    """The documents of one term, ascending, with their impacts; a row if the term is dense.

    `full` has the impact on every document, in units, if very many hold the term.
    """

    docs: Docs
    impacts: NDArray[np.float32]
    row: int | None
    dense: DenseTerms
    full: NDArray[np.uint16] | None = None

    def __len__(self) -> int:
        return len(self.docs)

    def among(self, docs: Docs) -> Flags:
        """Which of some documents hold the term."""
        if self.full is not None:
            held: Flags = self.full.take(docs) != 0
            return held
        if self.row is not None:
            return among(self.dense.bits[self.row], docs)
        found: Flags = self._at(docs)[1]
        return found

    def worth(self, docs: Docs) -> NDArray[np.float32]:
        """The impact on each document, 0 where it does not hold the term."""
        if self.full is not None:
            worth: NDArray[np.float32] = self.full.take(docs) * _UNIT
            return worth
        places, held = self._at(docs)
        impacts = self.impacts.take(places, mode="clip")
        impacts *= held
        return impacts

    def best(self, depth: int) -> tuple[Docs, float]:
        """The documents of the greatest impacts, and what is left for all others at most.

        A list that is not dense is short and is given whole.
        """
        if self.row is None or depth >= len(self.docs):
            return self.docs, 0.0
        start = int(self.dense.starts[self.row])
        places = self.dense.best[start : start + depth]
        return self.docs[places], float(self.impacts[places[-1]])

    @property
    def most(self) -> float:
        """The greatest impact."""
        if not len(self.docs):
            return 0.0
        if self.row is None:
            return float(self.impacts.max())
        return float(self.impacts[self.dense.best[self.dense.starts[self.row]]])

    def _at(self, docs: Docs) -> tuple[NDArray[np.int64], Flags]:
        """Where each document would stand in the list, and whether it does."""
        if not len(self.docs):
            return np.zeros(len(docs), np.int64), np.zeros(len(docs), np.bool_)
        if self.row is None:
            places = np.searchsorted(self.docs, docs)
            return places, self.docs.take(places, mode="clip") == docs
        word, bit = docs >> 6, _ONE << (docs & 63).astype(np.uint64)
        held = self.dense.bits[self.row][word]
        places = self.dense.before[self.row][word] + np.bitwise_count(held & (bit - _ONE))
        return places, (held & bit).astype(np.bool_)


@dataclass(frozen=True)
class WordLists:
    """A word of a query: a document answers it by any alternative, by all terms of it."""

    n: int
    alternatives: tuple[tuple[TermList, ...], ...]

    @cached_property
    def most(self) -> int:
        """A bound of how many documents answer it."""
        return sum(min(map(len, terms)) for terms in self.alternatives)

    def docs(self) -> Docs:
        """The documents that answer it, ascending."""
        found = [_holding_all(terms) for terms in self.alternatives]
        found = [docs for docs in found if len(docs)] or found[:1]
        return found[0] if len(found) == 1 else distinct(np.concatenate(found))

    def among(self, docs: Docs) -> Flags:
        """Which of some documents answer it."""
        either = [_all(terms, docs) for terms in self.alternatives if all(map(len, terms))]
        return np.logical_or.reduce(either) if either else np.zeros(len(docs), np.bool_)

    def bits(self) -> Bits:
        """The documents that answer it."""
        whole = nothing(self.n)
        listed = []
        for terms in self.alternatives:
            rows = [one.dense.bits[one.row] for one in terms if one.row is not None]
            if len(rows) == len(terms):
                whole |= rows[0] if len(rows) == 1 else np.bitwise_and.reduce(rows)
            else:
                listed.append(_holding_all(terms))
        return whole | of_docs(np.concatenate(listed), self.n) if listed else whole

    def worth(self, docs: Docs) -> NDArray[np.float32]:
        """The best alternative's mean impact on each document, 0 where one of its terms misses."""
        best = np.zeros(len(docs), np.float32)
        for terms in self.alternatives:
            if not all(map(len, terms)):
                continue
            impacts = [term.worth(docs) for term in terms]
            total = impacts[0]
            for more in impacts[1:]:
                total = (total + more) * ((total > 0) & (more > 0))
            np.maximum(best, total / np.float32(len(terms)), out=best)
        return best

    @cached_property
    def most_worth(self) -> float:
        """A bound of what it is worth on any document."""
        bounds = [
            sum(term.most for term in terms) / len(terms)
            for terms in self.alternatives
            if all(map(len, terms))
        ]
        return max(bounds, default=0.0)

    def best(self, depth: int) -> tuple[list[Docs], float]:
        """Documents that may be worth most, and what all others are worth at most."""
        leading, bounds = [], [0.0]
        for terms in self.alternatives:
            if all(map(len, terms)):
                pairs = [term.best(depth) for term in terms]
                leading += [docs for docs, _ in pairs]
                bounds.append(sum(bound for _, bound in pairs) / len(pairs))
        return leading, max(bounds)


def _holding_all(terms: tuple[TermList, ...]) -> Docs:
    shortest, *longer = sorted(terms, key=len)
    docs = shortest.docs
    for term in longer:
        if not len(docs):
            break
        docs = docs[term.among(docs)]
    return docs


def _all(terms: tuple[TermList, ...], docs: Docs) -> Flags:
    return reduce(np.logical_and, [term.among(docs) for term in terms])


@dataclass(frozen=True)
class Postings:
    """The lists as they are mapped; `n` is the number of documents."""

    n: int
    vocabulary: StringTable
    starts: NDArray[np.int64]
    docs: Docs
    impacts: NDArray[np.float32]
    dense: DenseTerms

    def word(self, alternatives: tuple[tuple[str, ...], ...]) -> WordLists:
        """The lists of a word's alternatives."""
        return WordLists(self.n, tuple(tuple(map(self.list_of, terms)) for terms in alternatives))

    def holding_all(self, terms: tuple[str, ...]) -> Docs:
        """The documents that hold every one of the terms."""
        return _holding_all(tuple(map(self.list_of, terms)))

    def list_of(self, term: str) -> TermList:
        """The list of a term; empty for a term no document holds."""
        return self._found(term)

    @cached_property
    def _found(self) -> Callable[[str], TermList]:
        return lru_cache(maxsize=_KEPT_LISTS)(self._find)

    def _find(self, term: str) -> TermList:
        position = self.vocabulary.find(term.encode())
        if position is None:
            return TermList(self.docs[:0], self.impacts[:0], None, self.dense)
        part = slice(int(self.starts[position]), int(self.starts[position + 1]))
        docs, impacts, row = self.docs[part], self.impacts[part], self._rows.get(position)
        if row is None or self.dense.full_rows[row] < 0:
            return TermList(docs, impacts, row, self.dense)
        full = self.dense.full[self.dense.full_rows[row]]
        return TermList(docs, impacts, row, self.dense, full)

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {term: row for row, term in enumerate(self.dense.terms.tolist())}
