"""Regions as spans: documents are numbered region by region, so a division is a range.

That makes a choice a filled span, and a count the difference of two ranks.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from search_index.answer import FacetValue
from search_index.bitsets import Bits, nothing, ranks, span

Node = tuple[str, str | None, int, int]
"""A division key, its parent's key, and its first and one-past-last document."""


def spans(chains: Sequence[tuple[str, ...]]) -> list[Node]:
    """The nodes of sorted chains, parents first."""
    nodes: list[Node] = []
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

    def any_of(self, chosen: tuple[str, ...]) -> Bits:
        """The documents in any of the divisions."""
        bits = nothing(self._n)
        for key in chosen:
            if key in self._spans:
                bits |= span(*self._spans[key], self._n)
        return bits

    def answer(self, among: Bits, chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
        """Provinces with results, and what is below those that are open, depth first.

        A division is open if it or something in it is chosen, or if it alone has results
        among the divisions with the same parent.
        """
        opened = {key for value in chosen for key in self._lineage(value)}
        shown: list[FacetValue] = []
        self._show(None, among, chosen, opened, shown)
        absent = set(chosen) - {value.value for value in shown}
        return (*shown, *(FacetValue(key, 0, selected=True) for key in sorted(absent)))

    def _lineage(self, key: str) -> list[str]:
        lineage = [key]
        while (parent := self._parents.get(lineage[-1])) is not None:
            lineage.append(parent)
        return lineage

    def _show(
        self,
        parent: str | None,
        among: Bits,
        chosen: tuple[str, ...],
        opened: set[str],
        shown: list[FacetValue],
    ) -> None:
        keys = self._children.get(parent, [])
        counted = self._counts(keys, among)
        alone = sum(1 for count in counted if count) == 1
        for key, count in zip(keys, counted, strict=True):
            if count or key in chosen:
                shown.append(FacetValue(key, count, key in chosen))
            if key in opened or (alone and count):
                self._show(key, among, chosen, opened, shown)

    def _counts(self, keys: list[str], among: Bits) -> list[int]:
        borders = np.array([self._spans[key] for key in keys], np.int64).reshape(-1, 2)
        before = ranks(among, borders)
        counted: list[int] = (before[:, 1] - before[:, 0]).tolist()
        return counted
