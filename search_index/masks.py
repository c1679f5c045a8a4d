"""Every facet value of a document as one bit, so that a few documents are counted at a glance.

Where a search has found some hundred documents, their masks are gathered, spread so that every
bit has a byte of its own, and added: eight shifts and one sum count all values of all facets.
Where it has found half the country, `facets` counts by rows instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Docs, Flags, docs_of, flags_of
from search_index.facets import Facet

Masks = NDArray[np.uint64]

_SHIFTS: Final = np.arange(8, dtype=np.uint64)[:, np.newaxis]
_EIGHT_BITS: Final = np.uint64(0x0101010101010101)
_WORD: Final = 0xFFFFFFFFFFFFFFFF
_MOST_IN_A_BYTE: Final = 255

_MANY: Final = 32
"""Of a value that more than one document in so many has, all documents are marked in one pass."""


def masks_of(facets: Mapping[str, Facet], n: int) -> Masks:
    """One bit for every value, facet after facet, shape (words, n)."""
    rows = [row for facet in facets.values() for row in facet.bits]
    masks = np.zeros((-(-len(rows) // 64), n), np.uint64)
    for position, row in enumerate(rows):
        word, bit = masks[position // 64], np.uint64(1 << position % 64)
        if _MANY * np.bitwise_count(row).sum() > n:
            word |= flags_of(row, n) * bit
        else:
            word[docs_of(row, n)] |= bit
    return masks


@dataclass(frozen=True, slots=True)
class FacetMasks:
    """The masks of all documents. `fixed` are mapped, `dated` are those of the day.

    `spans` says where the values of a facet stand among all bits, end excluded, and `bits` has
    the bit of each value, as one long number.
    """

    fixed: Masks
    dated: Masks
    spans: dict[str, tuple[int, int]]
    values: dict[str, tuple[str, ...]]
    bits: dict[tuple[str, str], int]
    columns: dict[str, Masks]  # all bits of one facet, shape (words,)

    @property
    def words(self) -> int:
        """How many words a document has."""
        return len(self.fixed) + len(self.dated)

    def of(self, docs: Docs) -> Masks:
        """The masks of some documents, shape (words, documents)."""
        found = np.empty((self.words, len(docs)), np.uint64)
        for row, source in zip(found, (*self.fixed, *self.dated), strict=True):
            source.take(docs, out=row, mode="clip")
        return found

    def holding(self, docs: Docs, key: str, chosen: tuple[str, ...]) -> Flags:
        """Which of the documents have one of the values."""
        wanted = 0
        for value in chosen:
            wanted |= self.bits.get((key, value), 0)
        flags: Flags | None = None
        for source in (*self.fixed, *self.dated):
            mask = wanted & _WORD
            wanted >>= 64
            if mask:
                held = (source[docs] & np.uint64(mask)) != 0
                flags = held if flags is None else flags | held
        return np.zeros(len(docs), np.bool_) if flags is None else flags

    def counts(self, masks: Masks) -> dict[str, dict[str, int]]:
        """How many of the masks have each value of each facet."""
        counted = added(masks)
        return {
            key: dict(zip(values, counted[slice(*self.spans[key])], strict=True))
            for key, values in self.values.items()
        }


def facet_masks(
    fixed: Masks, static: Mapping[str, Facet], dated: Mapping[str, Facet], n: int
) -> FacetMasks:
    """The masks of a generation on a day; `fixed` were written when it was built."""
    spans: dict[str, tuple[int, int]] = {}
    for facets, start in ((static, 0), (dated, 64 * len(fixed))):
        at = start
        for facet in facets.values():
            spans[facet.key] = (at, at + len(facet.values))
            at += len(facet.values)
    values = {key: facet.values for key, facet in (*static.items(), *dated.items())}
    bits = {
        (key, value): 1 << at
        for key, of_facet in values.items()
        for at, value in enumerate(of_facet, start=spans[key][0])
    }
    of_today = masks_of(dated, n)
    words = len(fixed) + len(of_today)
    columns = {key: _split((1 << end) - (1 << start), words) for key, (start, end) in spans.items()}
    return FacetMasks(fixed, of_today, spans, values, bits, columns)


def _split(bits: int, words: int) -> Masks:
    return np.array([bits >> 64 * word & _WORD for word in range(words)], np.uint64)


def added(masks: Masks) -> list[int]:
    """How many of the masks, shape (words, documents), have each bit set, word after word."""
    words, documents = masks.shape
    if not documents:
        return [0] * (64 * words)
    spread = masks[:, np.newaxis, :] >> _SHIFTS
    spread &= _EIGHT_BITS
    # Eight counters of one byte each ride in a word, so at most 255 documents share a sum.
    starts = np.arange(0, documents, _MOST_IN_A_BYTE)
    sums = np.add.reduceat(spread, starts, axis=2).view(np.uint8)
    counted = sums.reshape(words, 8, len(starts), 8).sum(axis=2, dtype=np.int64)
    listed: list[int] = counted.transpose(0, 2, 1).ravel().tolist()
    return listed
