"""What a spreadsheet would take for a formula is told to be a text."""

from __future__ import annotations

from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is taken for a formula by spreadsheets (OWASP, CSV injection)."""


def guarded(value: object) -> object:
    """A text that no spreadsheet takes for a formula; numbers stay numbers.

    >>> guarded("=1+1"), guarded(-5), guarded("0512-6777"), guarded(None)
    ("'=1+1", -5, '0512-6777', '')
    """
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
