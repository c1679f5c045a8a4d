"""Credit codes (统一社会信用代码) of fictional bodies, with check digits that hold.

Their organisation code starts with `XX`, a range that no published code we have seen uses, so a
fictional code is told from a real one at a glance.
"""

from __future__ import annotations

from registry.places.credit_code import ALPHABET, check_digit, organisation_check_digit


def credit_code(prefix: str, division: str, number: int) -> str:
    """The 18 characters for a registrar and type (`91`, `52`, `12`), a division and a number."""
    organisation = f"XX{number % 1_000_000:06d}"
    body = prefix + division.ljust(6, "0") + organisation + organisation_check_digit(organisation)
    return body + check_digit(body)


def wrong_check_digit(code: str) -> str:
    """The same code with a check character that does not fit, as a slip of the pen leaves it."""
    position = ALPHABET.index(code[-1])
    return code[:-1] + ALPHABET[(position + 7) % len(ALPHABET)]
