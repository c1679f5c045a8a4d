"""Posting lists over all text fields together, with the BM25F share of every posting.

The lists stand end to end (CSR): term `i` of the sorted vocabulary is answered by
`docs[starts[i]:starts[i + 1]]`, ascending, and `impacts` beside them says how much each answer
is worth. Impacts are multiples of 1/1024, so that sums are exact in `float32` and equal
documents tie on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Bits, Docs, Flags, nothing, of_docs
from search_index.schema import WEIGHTS
from search_index.segment import FieldPostings
from search_index.strings import StringTable

K1: Final = 1.2
B: Final = 0.75
IMPACT_UNIT: Final = 1024

_RARE = 16
"""A list this many times longer than the candidates is searched rather than spread out."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The lists as they are mapped; `n` is the number of documents."""

    n: int
    vocabulary: StringTable
    starts: NDArray[np.int64]
    docs: Docs
    impacts: NDArray[np.float32]

    def list_of(self, term: str) -> slice:
        """Where the list of a term stands; empty for a term no document holds."""
        position = self.vocabulary.find(term.encode())
        if position is None:
            return slice(0, 0)
        return slice(int(self.starts[position]), int(self.starts[position + 1]))

    def holding_all(self, terms: tuple[str, ...]) -> Docs:
        """The documents that hold every one of the terms."""
        lists = sorted((self.docs[self.list_of(term)] for term in terms), key=len)
        found = lists[0]
        for longer in lists[1:]:
            if not len(found):
                break
            found = found[self._among(longer, found)]
        return found

    def holding_any(self, alternatives: tuple[tuple[str, ...], ...]) -> Bits:
        """The documents that hold every term of at least one alternative."""
        bits = nothing(self.n)
        for terms in alternatives:
            bits |= of_docs(self.holding_all(terms), self.n)
        return bits

    def worth(self, terms: tuple[str, ...], docs: Docs) -> NDArray[np.float32]:
        """The mean impact of the terms for each document, 0 where one of them is missing."""
        total = np.zeros(len(docs), np.float32)
        complete = np.ones(len(docs), np.bool_)
        for term in terms:
            impacts = self._impacts_of(term, docs)
            total += impacts
            complete &= impacts > 0
        total[~complete] = 0
        return total / np.float32(len(terms))

    def _among(self, members: Docs, docs: Docs) -> Flags:
        if len(docs) * _RARE < len(members):
            places = np.searchsorted(members, docs)
            places[places == len(members)] = 0
            found: Flags = members[places] == docs
            return found
        flags = np.zeros(self.n, np.bool_)
        flags[members] = True
        among: Flags = flags[docs]
        return among

    def _impacts_of(self, term: str, docs: Docs) -> NDArray[np.float32]:
        part = self.list_of(term)
        members, impacts = self.docs[part], self.impacts[part]
        if not len(members):
            return np.zeros(len(docs), np.float32)
        if len(docs) * _RARE < len(members):
            places = np.searchsorted(members, docs)
            places[places == len(members)] = 0
            return np.where(members[places] == docs, impacts[places], np.float32(0))
        spread = np.zeros(self.n, np.float32)
        spread[members] = impacts
        return spread[docs]


def merged(
    fields: Mapping[str, FieldPostings], terms: int, n: int
) -> tuple[NDArray[np.int64], Docs, NDArray[np.float32]]:
    """`starts`, `docs` and `impacts` over all fields, for a vocabulary of `terms` terms.

    BM25F (Robertson, Zaragoza 2009): frequencies are weighted and set against the field's
    length first, then added, then saturated once; with the idf that is never negative.
    """
    keys, shares = [], []
    for name, postings in fields.items():
        counted = np.diff(postings.starts)
        keys.append((np.repeat(postings.terms, counted).astype(np.int64) << 32) | postings.docs)
        mean = max(float(postings.lengths.mean()) if n else 0.0, 1e-9)
        norm = (1 - B) + B * postings.lengths[postings.docs] / mean
        shares.append(WEIGHTS[name] * postings.frequencies / norm)
    key, places = np.unique(np.concatenate(keys), return_inverse=True)
    share = np.bincount(places, np.concatenate(shares), len(key))
    term = (key >> 32).astype(np.int32)
    starts = np.searchsorted(term, np.arange(terms + 1)).astype(np.int64)
    held_by = np.diff(starts)
    idf = np.log1p((n - held_by + 0.5) / (held_by + 0.5))
    impact = idf[term] * share * (K1 + 1) / (share + K1)
    return starts, (key & 0xFFFFFFFF).astype(np.int32), _exact(impact)


def _exact(impact: NDArray[np.float64]) -> NDArray[np.float32]:
    """Rounded to the unit, and never to zero: zero means that the term is missing."""
    units = np.maximum(np.rint(impact * IMPACT_UNIT), 1)
    return (units / IMPACT_UNIT).astype(np.float32)
