"""The unified social credit code (统一社会信用代码, GB 32100-2015): doubts, never a rejection.

Eighteen characters: who registered the body and what it is (2), the registrar's division (6),
the organisation code (9, GB 11714), a check digit. The division is the registrar's, so it says
nothing of where a nursery stands. Real codes that fail their check digit have been published.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, TypeAlias

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Without I, O, S, V and Z, which look like digits."""

_WEIGHTS: Final = tuple(pow(3, place, 31) for place in range(17))
_ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)

CreditCodeProblem: TypeAlias = Literal[
    "credit-code-length",
    "credit-code-letter",
    "credit-code-check-digit",
    "credit-code-organisation",
]


def normalise(code: str) -> str:
    """The code in half-width capitals, without white space and hyphens."""
    return re.sub(r"[\s\u200b\ufeff-]+", "", unicodedata.normalize("NFKC", code)).upper()


def check(code: str) -> CreditCodeProblem | None:
    """The first doubt about a published code, `None` for a sound one."""
    text = normalise(code)
    if len(text) != 18:
        return "credit-code-length"
    if not set(text) <= set(ALPHABET):
        return "credit-code-letter"
    if check_digit(text[:17]) != text[17]:
        return "credit-code-check-digit"
    if organisation_check_digit(text[8:16]) != text[16]:
        return "credit-code-organisation"
    return None


def check_digit(body: str) -> str:
    """The eighteenth character for the first seventeen. Raises `ValueError` outside `ALPHABET`."""
    total = sum(
        ALPHABET.index(character) * weight for character, weight in zip(body, _WEIGHTS, strict=True)
    )
    return ALPHABET[-total % 31]


def organisation_check_digit(body: str) -> str:
    """The ninth character (0–9 or X) of an organisation code (组织机构代码) for the first eight."""
    total = sum(
        int(character, 36) * weight
        for character, weight in zip(body, _ORGANISATION_WEIGHTS, strict=True)
    )
    return "0123456789X"[-total % 11]
