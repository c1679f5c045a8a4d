"""What a spreadsheet would run instead of show: texts that begin like a formula."""

from __future__ import annotations

import re
from typing import Final

_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""By OWASP's page on CSV injection; East Asian settings read the full-width signs alike."""
_CELL: Final = re.compile(r"[,;]\s*(?=[=+\-@＝＋－＠])")
_QUOTES: Final = str.maketrans('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
"""A quote would hide the start of a cell; one of typography says the same."""
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may run a text. A negative number is none.

    >>> is_formula("=1+1"), is_formula("-5.2"), is_formula("0512-6777")
    (True, False, False)
    """
    return text.startswith(_STARTS) and not _NUMBER.fullmatch(text)


def inert(cell: object) -> object:
    """The cell of a CSV file so that nothing runs; numbers stay numbers, `None` becomes empty.

    >>> inert("=1+1"), inert(-5), inert("0512-6777"), inert(None)
    ("'=1+1", -5, '0512-6777', '')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell


def note(text: str) -> str:
    """A line below a table: it begins with `#`, and no cell it may be split into can run.

    >>> note("名单,=1+1")
    "# 名单,'=1+1"
    >>> note('名单,"=1+1"')
    '# 名单,”=1+1”'
    """
    return f"# {_CELL.sub(_quoted, ' '.join(text.translate(_QUOTES).split()))}"


def _quoted(found: re.Match[str]) -> str:
    return f"{found[0]}'"
