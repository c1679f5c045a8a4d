"""What of a search's text means something to the index."""

from __future__ import annotations

from collections.abc import Iterable

from registry.keys import fold


def not_understood(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The pieces of a text that gave none of the words the index found in it.

    >>> not_understood("苏阳 *** 😀", ("苏阳",))
    ('***', '😀')
    """
    found = {fold(word) for word in words}
    pieces = dict.fromkeys(text.split())
    return tuple(piece for piece in pieces if not any(word in fold(piece) for word in found))


def understood(text: str, words: Iterable[str]) -> str:
    """The text without those pieces."""
    left = not_understood(text, words)
    return " ".join(piece for piece in text.split() if piece not in left)
