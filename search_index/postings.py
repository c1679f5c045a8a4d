"""Posting lists over all text fields together, with the BM25F share of every posting.

The lists stand end to end (CSR): term `i` of the sorted vocabulary is answered by
`docs[starts[i]:starts[i + 1]]`, ascending, and `impacts` beside them says how much each answer
is worth. Impacts are multiples of 1/1024, so that sums are exact in `float32` and equal
documents tie on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Bits, Docs, Flags, among, distinct, nothing, of_docs
from search_index.schema import WEIGHTS
from search_index.segment import FieldPostings
from search_index.strings import StringTable

K1: Final = 1.2
B: Final = 0.75
IMPACT_UNIT: Final = 1024

_ONE: Final = np.uint64(1)
_UNIT: Final = np.float32(1 / IMPACT_UNIT)

DENSE: Final = 64
"""A term that more than one document in so many holds is kept as a set of bits besides."""

FULL: Final = 16
"""A term that more than one document in so many holds has its impact on every document besides."""

_KEPT_LISTS: Final = 1024
"""Lists by term that a worker remembers where to find."""


@dataclass(frozen=True, slots=True)
class DenseTerms:
    """What is kept of the terms that many documents hold, in a row for each.

    `bits` are the documents, `before` how many of them stand before each word of bits, so that
    a document's place in the list is found without a search. `best[starts[row]:starts[row + 1]]`
    are the places in the list from the greatest impact to the least; equal ones stand in the
    order of how much is published. `full[full_rows[row]]` is the impact on every document, in
    units, of the terms that more than one document in `FULL` holds; other rows have -1.
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


def dense_terms(
    starts: NDArray[np.int64],
    docs: Docs,
    impacts: NDArray[np.float32],
    rank: NDArray[np.int32],
) -> dict[str, NDArray[Any]]:
    """The arrays of `DenseTerms`, named `dense_…`; `rank` orders documents of equal impact."""
    n = len(rank)
    terms = np.flatnonzero(np.diff(starts) * DENSE > n).astype(np.int32)
    bits = np.zeros((len(terms), len(nothing(n))), np.uint64)
    many = np.diff(starts)[terms] * FULL > n
    full_rows = np.where(many, np.cumsum(many) - 1, -1).astype(np.int32)
    full = np.zeros((int(many.sum()), n), np.uint16)
    best = []
    for row, term in enumerate(terms.tolist()):
        part = slice(int(starts[term]), int(starts[term + 1]))
        bits[row] = of_docs(docs[part], n)
        if many[row]:
            full[full_rows[row], docs[part]] = impacts[part] * IMPACT_UNIT
        best.append(np.lexsort([rank[docs[part]], -impacts[part]]).astype(np.int32))
    before = np.zeros(bits.shape, np.int32)
    np.cumsum(np.bitwise_count(bits[:, :-1]), axis=1, out=before[:, 1:])
    return {
        "dense_terms": terms,
        "dense_bits": bits,
        "dense_before": before,
        "dense_best": np.concatenate([*best, np.empty(0, np.int32)]),
        "dense_full": full,
        "dense_full_rows": full_rows,
        "dense_starts": np.append(0, np.cumsum([*map(len, best)])).astype(np.int64),
    }


def merged(
    fields: Mapping[str, FieldPostings], terms: int, n: int
) -> tuple[NDArray[np.int64], Docs, NDArray[np.float32]]:
    """`starts`, `docs` and `impacts` over all fields, for a vocabulary of `terms` terms.

    BM25F (Robertson, Zaragoza 2009): frequencies are weighted and set against the field's
    length first, then added, then saturated once; with the idf that is never negative.
    """
    # Some terms at a time: sorting all postings at once would take most memory of a build.
    total = sum(len(postings.docs) for postings in fields.values())
    borders = np.linspace(0, terms, -(-total // _AT_ONCE) + 1).astype(np.int64).tolist()
    parts = [_merged_part(fields, (low, high), n) for low, high in pairwise(borders)]
    counted, docs, impacts = zip(*parts, strict=True) if parts else ((), (), ())
    starts = np.append(0, np.cumsum(np.concatenate([*counted, np.empty(0, np.int64)])))
    return (
        starts.astype(np.int64),
        np.concatenate([*docs, np.empty(0, np.int32)]),
        np.concatenate([*impacts, np.empty(0, np.float32)]),
    )


_AT_ONCE: Final = 1 << 23
"""Postings that are merged at once, more or less."""


def _merged_part(
    fields: Mapping[str, FieldPostings], span: tuple[int, int], n: int
) -> tuple[NDArray[np.int64], Docs, NDArray[np.float32]]:
    """How many documents hold each term of a span, these documents, and their impacts."""
    keys, shares = [], []
    for name, postings in fields.items():
        low, high = np.searchsorted(postings.terms, span).tolist()
        part = slice(postings.starts[low], postings.starts[high])
        docs, counted = postings.docs[part], np.diff(postings.starts[low : high + 1])
        keys.append(np.repeat(postings.terms[low:high], counted).astype(np.int64) << 32 | docs)
        mean = max(float(postings.lengths.mean()) if n else 0.0, 1e-9)
        norm = (1 - B) + B * postings.lengths[docs] / mean
        shares.append(WEIGHTS[name] * postings.frequencies[part] / norm)
    key, places = np.unique(np.concatenate(keys), return_inverse=True)
    share = np.bincount(places, np.concatenate(shares), len(key))
    term = (key >> 32) - span[0]
    held_by = np.bincount(term, minlength=span[1] - span[0])
    idf = np.log1p((n - held_by + 0.5) / (held_by + 0.5))
    impact = idf[term] * share * (K1 + 1) / (share + K1)
    return held_by, (key & 0xFFFFFFFF).astype(np.int32), _exact(impact)


def _exact(impact: NDArray[np.float64]) -> NDArray[np.float32]:
    """Rounded to the unit, and never to zero: zero means that the term is missing."""
    units = np.maximum(np.rint(impact * IMPACT_UNIT), 1)
    return (units / IMPACT_UNIT).astype(np.float32)
