"""Where the clauses of a request meet: who is found, and what each facet counts.

A facet counts under all clauses but its own. `Few` starts from the shortest list and notes which
clauses every document fails: who fails none is found, who fails only a facet's own clause is
counted for that facet. `Many` does the same with sets of bits.
"""

from __future__ import annotations

from functools import cached_property, reduce
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Bits, Docs, Flags, Ranks, among, count, counts, docs_of, everything
from search_index.clauses import Clause
from search_index.parts import Parts

_FEW: Final = 32
"""A clause that leaves less than one in so many documents is followed by its list."""

_MOST_TESTED: Final = 12
"""Clauses that `Few` tests at once: their outcomes together are a number below 2 ** 12."""


class Few:
    """Documents by number. `seed` is the clause whose list is tested against the `others`."""

    def __init__(self, parts: Parts, seed: Clause, others: list[Clause]) -> None:
        assert seed.docs is not None  # noqa: S101  # for the types
        self._parts = parts
        self._seed = seed
        self._others = others
        self._candidates = seed.docs()
        self._failed = np.zeros(len(self._candidates), np.intp)
        for bit, clause in enumerate(others):
            self._failed |= ~clause.among(self._candidates) * np.intp(1 << bit)
        self.docs: Docs = self._candidates[self._failed == 0]
        self.total = len(self.docs)

    def counts(self) -> dict[str, dict[str, int]]:
        """Every value of every facet but `region`."""
        masks = self._parts.masks
        counted_for = np.zeros((masks.words, 1 << len(self._others)), np.uint64)
        counted_for[:, 0] = ~np.uint64(0)
        for bit, clause in enumerate(self._others):
            if clause.key in masks.spans:
                counted_for[:, 1 << bit] = masks.columns[clause.key]
        some: Flags = np.any(counted_for, axis=0)
        near = np.flatnonzero(some[self._failed])
        found = masks.of(self._candidates[near])
        found &= counted_for[:, self._failed[near]]
        return masks.counts(found)

    def before(self, positions: NDArray[np.int32]) -> NDArray[np.int64]:
        """How many documents found, `region` aside, stand before each position."""
        if self._seed.key == "region":
            return self._unseeded.before(positions)
        return np.searchsorted(self._anywhere, positions)

    def failing_only(self, key: str, members: Bits) -> int:
        """How many of a set fail the clause of a key and no other."""
        if self._seed.key == key:
            return self._unseeded.shared(members) - self.shared(members)
        missed = self._candidates[self._failed == self._bit(key)]
        return _shared(missed, members)

    def docs_but(self, key: str) -> Docs:
        """The documents that fail no clause, or only that of a key which is never the seed."""
        return self._but(key)

    def shared(self, members: Bits) -> int:
        """How many of a set are found."""
        return _shared(self.docs, members)

    def among(self, docs: Docs) -> Flags:
        """Which of some documents are found."""
        found: Flags = self.docs.take(np.searchsorted(self.docs, docs), mode="clip") == docs
        return found

    @cached_property
    def _unseeded(self) -> Meeting:
        return meeting(self._parts, self._others)

    @cached_property
    def _anywhere(self) -> Docs:
        return self._but("region")

    def _but(self, key: str) -> Docs:
        bit = self._bit(key)
        return self._candidates[(self._failed == 0) | (self._failed == bit)] if bit else self.docs

    def _bit(self, key: str) -> int:
        keys = [clause.key for clause in self._others]
        return 1 << keys.index(key) if key in keys else 0


class Many:
    """Documents as bits."""

    def __init__(self, parts: Parts, clauses: list[Clause]) -> None:
        self._parts = parts
        self._sets = {clause.key: clause.bits() for clause in clauses}
        self.bits = self._but(None)
        self.total = count(self.bits)

    @cached_property
    def docs(self) -> Docs:
        """The documents, ascending."""
        return docs_of(self.bits, self._parts.n)

    def counts(self) -> dict[str, dict[str, int]]:
        """Every value of every facet but `region`."""
        counted = self._parts.table.counts(self.bits)
        for key in self._sets.keys() & counted.keys():
            facet = self._parts.facets[key]
            counted[key] = dict(zip(facet.values, counts(facet.bits, self._but(key)), strict=True))
        return counted

    def before(self, positions: NDArray[np.int32]) -> NDArray[np.int64]:
        """How many documents found, `region` aside, stand before each position."""
        return self._anywhere.before(positions)

    def failing_only(self, key: str, members: Bits) -> int:
        """How many of a set fail the clause of a key and no other."""
        return count(self._but(key) & members) - self.shared(members)

    def docs_but(self, key: str) -> Docs:
        """The documents that fail no clause, or only that of a key."""
        return docs_of(self._but(key), self._parts.n) if key in self._sets else self.docs

    def shared(self, members: Bits) -> int:
        """How many of a set are found."""
        return count(self.bits & members)

    def among(self, docs: Docs) -> Flags:
        """Which of some documents are found."""
        return among(self.bits, docs)

    @cached_property
    def _anywhere(self) -> Ranks:
        return Ranks(self._but("region"))

    def _but(self, key: str | None) -> Bits:
        if key is not None and key not in self._sets:
            return self.bits
        others = [bits for name, bits in self._sets.items() if name != key]
        return reduce(np.bitwise_and, others) if others else everything(self._parts.n)


Meeting: TypeAlias = Few | Many


def meeting(parts: Parts, clauses: list[Clause]) -> Meeting:
    """Let the clauses meet, in the way that is cheaper."""
    listed = [clause for clause in clauses if clause.docs is not None]
    if listed and len(clauses) <= _MOST_TESTED:
        seed = min(listed, key=lambda clause: clause.most)
        if seed.most <= max(parts.n // _FEW, 64):
            return Few(parts, seed, [clause for clause in clauses if clause is not seed])
    return Many(parts, clauses)


def _shared(docs: Docs, members: Bits) -> int:
    return int(among(members, docs).sum())
