"""Unified social credit codes (统一社会信用代码) as people type them, with one slip allowed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from registry.places.credit_code import ALPHABET, normalise

LENGTH: Final = 18

_RUN: Final = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{15,20}(?![0-9A-Z])")
_DIGITS: Final = 8
"""Digits that every code holds at least; a Latin name of its length holds fewer."""

_LOOKS_LIKE: Final = str.maketrans("OISVZ", "015U2")
"""Letters that no code holds, as what they were read from."""


def typed_code(text: str) -> str | None:
    """The code in a typed text, in half-width capitals without spaces and hyphens; else `None`.

    >>> typed_code("信用代码：９１３２０５８２ ma00000001")
    '91320582MA00000001'
    """
    for words in (normalise(text), unicodedata.normalize("NFKC", text).upper()):
        for run in _RUN.findall(words):
            if sum(sign.isdecimal() for sign in run) >= _DIGITS:
                return str(run)
    return None


def slips(code: str) -> Iterator[str]:
    """The codes that a typed one becomes by one change, the likeliest first, none twice.

    A change is a character replaced, left out, added, or exchanged with its neighbour; letters
    that only look like digits do not count as changes.
    """
    read = code.translate(_LOOKS_LIKE)
    seen = {code}
    for other in _changed(read):
        if other not in seen:
            seen.add(other)
            yield other


def _changed(code: str) -> Iterator[str]:
    yield code
    places = range(len(code))
    if len(code) == LENGTH:
        yield from (code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in places[:-1])
        yield from (code[:at] + sign + code[at + 1 :] for at in places for sign in ALPHABET)
    elif len(code) == LENGTH + 1:
        yield from (code[:at] + code[at + 1 :] for at in places)
    elif len(code) == LENGTH - 1:
        yield from (code[:at] + sign + code[at:] for at in (*places, LENGTH) for sign in ALPHABET)
