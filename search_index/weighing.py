"""Makes the arrays of `postings` when a generation is built: lists over all fields, weighed.

A list stands for a term in every field at once, with the BM25F share of every posting.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Docs, nothing, of_docs
from search_index.postings import IMPACT_UNIT
from search_index.schema import WEIGHTS
from search_index.segment import FieldPostings

K1: Final = 1.2
B: Final = 0.75

DENSE: Final = 64
"""A term that more than one document in so many holds is kept as a set of bits besides."""

FULL: Final = 16
"""A term that more than one document in so many holds has its impact on every document besides."""

_AT_ONCE: Final = 1 << 23
"""Postings that are merged at once, more or less."""


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
