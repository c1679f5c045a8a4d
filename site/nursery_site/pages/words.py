"""What of a search's text means nothing at all: signs without a letter, a digit or a character."""

from __future__ import annotations

from typing import Final

_MARKS: Final = ",，、。;；:：!！?？()（）[]【】《》“”\"'·…-—~～/|+&"
"""What people put between words, which nobody misses."""


def unread(text: str) -> tuple[str, ...]:
    """The pieces of a text that no search can look for.

    >>> unread("苏阳 ， *** 😀")
    ('***', '😀')
    """
    pieces = dict.fromkeys(text.split())
    return tuple(
        piece for piece in pieces if piece.strip(_MARKS) and not any(map(str.isalnum, piece))
    )
