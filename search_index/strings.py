"""A sorted table of byte strings in two mapped arrays, searched by bisection.

A Python list of 130,000 strings would be copied into every worker; these pages are shared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray


class StringTable:
    """`texts` holds all strings end to end, `offsets` has one entry more than there are strings.

    `heads`, if given, are the first eight bytes of every string as a number, which narrow a
    search to few strings or one before any is looked at.
    """

    def __init__(
        self,
        texts: NDArray[np.uint8],
        offsets: NDArray[np.int64],
        heads: NDArray[np.uint64] | None = None,
    ) -> None:
        self._texts = memoryview(texts)  # type: ignore[arg-type]  # an array is a buffer
        # Bisection asks for one number at a time, which a view gives three times as fast.
        self._offsets = memoryview(offsets)  # type: ignore[arg-type]  # the same
        self._heads = None if heads is None else memoryview(heads)  # type: ignore[arg-type]  # the same

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, position: int) -> bytes:
        start, end = self._offsets[position], self._offsets[position + 1]
        return bytes(self._texts[start:end])

    def find(self, text: bytes) -> int | None:
        """The first position of `text` in a sorted table, `None` if it is not there."""
        start, end = 0, len(self)
        if self._heads is not None:
            head = _head(text)
            start = bisect_left(self._heads, head)
            end = bisect_right(self._heads, head, start)
        position = bisect_left(self, text, start, end)
        return position if position < len(self) and self[position] == text else None

    def equal_to(self, text: bytes) -> range:
        """The positions of `text` in a sorted table that may hold it more than once."""
        start = bisect_left(self, text)
        return range(start, bisect_right(self, text, start))

    def starting_with(self, prefix: bytes) -> range:
        """The positions of the strings that start with the UTF-8 text `prefix`."""
        start = bisect_left(self, prefix)
        if start == len(self) or not self[start].startswith(prefix):
            return range(start, start)
        return range(start, bisect_left(self, prefix + b"\xff", start))


def heads(strings: Sequence[bytes]) -> NDArray[np.uint64]:
    """The first eight bytes of each string as a number; sorted strings have sorted heads."""
    return np.fromiter(map(_head, strings), np.uint64, len(strings))


def _head(text: bytes) -> int:
    return int.from_bytes(text[:8].ljust(8, b"\0"), "big")


def joined(strings: Iterable[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The two arrays of a table, in the order given."""
    pieces = list(strings)
    offsets = np.zeros(len(pieces) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, pieces), np.int64, len(pieces)), out=offsets[1:])
    return np.frombuffer(b"".join(pieces), np.uint8), offsets
