"""The names of a generation: which stand around a piece of text, and which are one slip away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search_index.analysis import is_chinese, pairs, runs
from search_index.bitsets import Docs
from search_index.parts import Parts

_LOOKED_AT: Final = 256
"""Nurseries whose names are compared with a text, at most."""

_BROKEN: Final = 3
"""Pairs that one change breaks at most: two by a wrong character, three by a swap."""

_COMMON: Final = 8
"""A pair in more than every eighth nursery (托育) tells none from another."""


def by_document(owners: NDArray[np.int32], n: int) -> dict[str, NDArray[Any]]:
    """The arrays that find the names of a document in the sorted table of names."""
    order = np.argsort(owners, kind="stable").astype(np.int32)
    borders = np.searchsorted(owners[order], np.arange(n + 1)).astype(np.int64)
    return {"names_order": order, "names_order_at": borders}


@dataclass(frozen=True)
class Names:
    """The name keys of every nursery, by document."""

    parts: Parts
    order: NDArray[np.int32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, parts: Parts, arrays: Mapping[str, NDArray[Any]]) -> Names:
        """The table over the arrays of `by_document`."""
        return cls(parts, arrays["names_order"], arrays["names_order_at"])

    def keys_of(self, doc: int) -> Iterator[str]:
        """The name keys of one document."""
        for position in self.order[self.starts[doc] : self.starts[doc + 1]].tolist():
            yield self.parts.names[position].decode()

    def hold(self, key: str) -> bool:
        """Whether a key of two characters or more stands inside a name."""
        return any(True for _ in self.around(key))

    def around(self, key: str) -> Iterator[int]:
        """The documents with a name that holds a key, ascending."""
        terms = tuple(term for run in runs(key) for term in _terms(run))
        if len(key) < 2 or not terms:
            return
        for doc in self.parts.postings.holding_all(terms)[:_LOOKED_AT].tolist():
            if any(key in name for name in self.keys_of(doc)):
                yield doc

    def slips(self, key: str, limit: int) -> list[str]:
        """Pieces of names that a key becomes by one change, those of the most nurseries first.

        A change is a character replaced, left out, added, or exchanged with its neighbour.
        """
        found: dict[str, int] = {}
        for doc in self.sharing_pairs(key).tolist():
            for name in self.keys_of(doc):
                piece = one_change(key, name)
                if piece is not None:
                    found[piece] = found.get(piece, 0) + 1
        return sorted(found, key=lambda piece: -found[piece])[:limit]

    def sharing_pairs(self, key: str) -> Docs:
        """The documents that share most pairs with a key."""
        postings = self.parts.postings
        lists = sorted(
            (postings.list_of(term).docs for run in runs(key) for term in _terms(run)),
            key=len,
        )
        telling = [docs for docs in lists if 0 < len(docs) <= max(self.parts.n // _COMMON, 64)]
        if not telling:
            return np.empty(0, np.int32)
        shared = np.bincount(np.concatenate(telling))
        most = int(shared.max())
        docs = np.flatnonzero(shared >= max(most - 1, 1))
        ranks = self.parts.ranks["complete"][docs]
        best = np.lexsort((ranks, -shared[docs]))[:_LOOKED_AT]
        closest: Docs = docs[best].astype(np.int32)
        return closest


def _terms(run: str) -> list[str]:
    return pairs(run) if is_chinese(run) and len(run) > 1 else [run]


def one_change(key: str, name: str) -> str | None:
    """The piece of a name that is one change away from a key."""
    missing = [at for at in range(len(key) - 1) if key[at : at + 2] not in name]
    if len(missing) > _BROKEN:
        return None
    near_a_break = sorted({spot for at in missing for spot in (at, at + 1)})
    for at in near_a_break or range(len(key)):
        for piece in _changed(key, at, name):
            if piece != key:
                return piece
    return None


def _changed(key: str, at: int, name: str) -> Iterator[str]:
    head = key[:at]
    start = name.find(head)
    while start >= 0:
        end = start + at
        for tail, skipped in ((key[at + 1 :], 1), (key[at:], 1), (key[at + 1 :], 0)):
            if (tail or skipped) and name.startswith(tail, end + skipped) and end < len(name):
                yield name[start : end + skipped + len(tail)]
        swapped = key[at + 1 : at + 2] + key[at] + key[at + 2 :]
        if name.startswith(swapped, end) and len(swapped) > 1:
            yield name[start : end + len(swapped)]
        start = name.find(head, start + 1) if head else (start + 1 if start + 1 < len(name) else -1)
