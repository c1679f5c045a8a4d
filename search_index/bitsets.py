"""Sets of documents as packed bits: 64 documents a word, the lowest bit the first.

A set over `n` documents is a `uint64` array of `words(n)`; bits beyond `n` are always zero.
"""

from __future__ import annotations

from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Bits: TypeAlias = NDArray[np.uint64]  # (words,)
Docs: TypeAlias = NDArray[np.int32]  # document numbers, ascending unless said otherwise
Flags: TypeAlias = NDArray[np.bool_]  # (n,)

_ONE = np.uint64(1)
_Whole = TypeVar("_Whole", bound=np.integer)


def words(n: int) -> int:
    """How many words hold `n` documents."""
    return -(-n // 64)


def nothing(n: int) -> Bits:
    """The empty set."""
    return np.zeros(words(n), np.uint64)


def pack(flags: Flags) -> Bits:
    """The set of the documents whose flag is set."""
    packed = np.zeros(words(len(flags)) * 8, np.uint8)
    eights = np.packbits(flags, bitorder="little")
    packed[: len(eights)] = eights
    return packed.view(np.uint64)


def of_docs(docs: NDArray[np.integer], n: int) -> Bits:
    """The set of these documents, in any order, repeated or not."""
    flags = np.zeros(n, np.bool_)
    flags[docs] = True
    return pack(flags)


def span(start: int, end: int, n: int) -> Bits:
    """The set of the documents from `start` up to but not including `end`."""
    flags = np.zeros(n, np.bool_)
    flags[start:end] = True
    return pack(flags)


def everything(n: int) -> Bits:
    """The set of all documents."""
    return span(0, n, n)


def flags_of(bits: Bits, n: int) -> Flags:
    """One flag per document."""
    return np.unpackbits(bits.view(np.uint8), count=n, bitorder="little").view(np.bool_)


def docs_of(bits: Bits, n: int) -> Docs:
    """The documents of the set, ascending; words without a document are passed over."""
    filled = np.flatnonzero(bits)
    if 2 * len(filled) > len(bits):
        return np.flatnonzero(flags_of(bits, n)).astype(np.int32)
    inside = np.flatnonzero(flags_of(bits[filled], 64 * len(filled)))
    docs: Docs = (64 * filled[inside >> 6] + (inside & 63)).astype(np.int32)
    return docs


def among(bits: Bits, docs: Docs) -> Flags:
    """Which of the documents the set holds."""
    held: Flags = (bits[docs >> 6] >> (docs & 63).astype(np.uint64) & _ONE).astype(np.bool_)
    return held


def distinct(docs: NDArray[_Whole]) -> NDArray[_Whole]:
    """The documents in order, each once.

    For some thousands a sort beats `np.unique`, which loads 5 MB of NumPy besides.
    """
    ordered = np.sort(docs)
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def count(bits: Bits) -> int:
    """How many documents the set holds."""
    return int(np.bitwise_count(bits).sum(dtype=np.int64))


def counts(rows: NDArray[np.uint64], bits: Bits) -> list[int]:
    """How many documents each row of `rows`, shape (values, words), shares with the set."""
    shared: list[int] = np.bitwise_count(rows & bits).sum(axis=1, dtype=np.uint32).tolist()
    return shared


class Ranks:
    """How many documents of a set come before a position; made once for many positions."""

    def __init__(self, bits: Bits) -> None:
        self._bits = np.append(bits, np.uint64(0))  # the word of position `n`
        self._before = np.zeros(len(self._bits), np.int64)
        np.cumsum(np.bitwise_count(bits), out=self._before[1:])

    def before(self, positions: NDArray[np.int32]) -> NDArray[np.int64]:
        """How many come before each position, which may be `n` itself."""
        word = positions >> 6
        below = (_ONE << (positions & 63).astype(np.uint64)) - _ONE
        inside: NDArray[np.int64] = self._before[word] + np.bitwise_count(self._bits[word] & below)
        return inside
