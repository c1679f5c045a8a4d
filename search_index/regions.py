"""Regions as spans: documents are numbered region by region, so a division is a range.

That makes a choice a filled span, and a count the difference of two ranks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Bits, Docs, nothing, span
from search_index.request import UNPUBLISHED

Before: TypeAlias = Callable[[NDArray[np.int32]], NDArray[np.int64]]
"""Tells how many of some documents stand before each position."""

Node = tuple[str, str | None, int, int]
"""A division key, its parent's key, and its first and one-past-last document."""


def spans(chains: Sequence[tuple[str, ...]]) -> list[Node]:
    """The nodes of sorted chains, parents first; those without a chain are a node of their own."""
    nowhere = sum(not chain for chain in chains)
    nodes: list[Node] = [(UNPUBLISHED, None, 0, nowhere)] if nowhere else []
    for depth in range(max(map(len, chains), default=0)):
        for prefix, group in groupby(enumerate(chains), key=lambda pair: pair[1][: depth + 1]):
            numbers = [number for number, _ in group]
            if len(prefix) == depth + 1:
                parent = prefix[-2] if depth else None
                nodes.append((prefix[-1], parent, numbers[0], numbers[-1] + 1))
    return nodes


class Regions:
    """The tree of divisions that hold a nursery."""

    def __init__(self, nodes: Sequence[Node], n: int) -> None:
        self._n = n
        self._spans = {key: (start, end) for key, _, start, end in nodes}
        self._parents = {key: parent for key, parent, _, _ in nodes}
        self._children: dict[str | None, list[str]] = {}
        for key, parent, _, _ in sorted(nodes):
            self._children.setdefault(parent, []).append(key)
        self._borders: dict[str | None, NDArray[np.int32]] = {}  # made when first asked for

    def hold(self, key: str) -> bool:
        """Whether a division holds a nursery."""
        return key in self._spans

    def children(self, key: str | None) -> tuple[str, ...]:
        """The divisions right below one that hold a nursery; provinces for `None`."""
        return tuple(one for one in self._children.get(key, ()) if one != UNPUBLISHED)

    def spans_of(self, chosen: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where the documents of any of the divisions stand, ascending and apart."""
        found: list[tuple[int, int]] = []
        known = (self._spans[key] for key in chosen if key in self._spans)
        for start, end in sorted(known, key=lambda one: (one[0], -one[1])):
            if not found or start >= found[-1][1]:  # else it lies inside the one before
                found.append((start, end))
        return found

    def any_of(self, chosen: tuple[str, ...]) -> Bits:
        """The documents in any of the divisions."""
        bits = nothing(self._n)
        for start, end in self.spans_of(chosen):
            bits |= span(start, end, self._n)
        return bits

    def around(self, docs: Docs) -> Bits:
        """The documents of the innermost divisions that some documents stand in.

        With them those of which no more is known than a division around these.
        """
        bits = nothing(self._n)
        keys, starts = self._innermost
        places = np.unique(np.searchsorted(starts, docs, side="right") - 1)
        for key in {one for at in places[places >= 0].tolist() for one in self._lineage(keys[at])}:
            start, end = self._spans[key]
            inside = (self._spans[part][0] for part in self._children.get(key, ()))
            bits |= span(start, min(inside, default=end), self._n)
        return bits

    @cached_property
    def _innermost(self) -> tuple[list[str], NDArray[np.int32]]:
        """The divisions that documents stand in themselves, with the first of these."""
        found = sorted((start, -len(key), key) for key, (start, _) in self._spans.items())
        # Of divisions that start together the smallest holds what stands there.
        first = {start: key for start, _, key in reversed(found)}
        return [first[start] for start in sorted(first)], np.array(sorted(first), np.int32)

    def counts(self, before: Before, chosen: tuple[str, ...]) -> dict[str, int]:
        """Provinces with results, and what is below those that are open, depth first.

        A division is open if it or something in it is chosen, or if it alone has results
        among the divisions with the same parent.
        """
        opened = {key for value in chosen for key in self._lineage(value)}
        shown: dict[str, int] = {}
        self._show(None, before, chosen, opened, shown)
        return shown | dict.fromkeys(sorted(set(chosen) - shown.keys()), 0)

    def _lineage(self, key: str) -> list[str]:
        lineage = [key]
        while (parent := self._parents.get(lineage[-1])) is not None:
            lineage.append(parent)
        return lineage

    def _show(
        self,
        parent: str | None,
        before: Before,
        chosen: tuple[str, ...],
        opened: set[str],
        shown: dict[str, int],
    ) -> None:
        keys = self._children.get(parent)
        if not keys:
            return
        if parent not in self._borders:
            self._borders[parent] = np.array([self._spans[key] for key in keys], np.int32).T
        ranked = before(self._borders[parent])
        counted: list[int] = (ranked[1] - ranked[0]).tolist()
        alone = len(counted) - counted.count(0) == 1
        for key, count in zip(keys, counted, strict=True):
            if count or key in chosen:
                shown[key] = count
            if key in opened or (alone and count):
                self._show(key, before, chosen, opened, shown)
