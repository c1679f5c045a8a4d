"""What people type into forms and commands: text without hidden signs, and web addresses."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

LONGEST_ADDRESS: Final = 500
"""Characters of a web address."""

_HIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text without control, bidirectional and zero-width signs; lines and tabs stay.

    >>> visible("a\\x00b\\x1b[2J\\u202ec\\r\\nd")
    'ab[2Jc\\nd'
    """
    return _HIDDEN.sub("", text.replace("\r\n", "\n"))


def in_one_line(text: str) -> str:
    """The text as a terminal may print it: visible, its breaks and tabs as single blanks."""
    return " ".join(visible(text).split())


def is_web_address(text: str) -> bool:
    """Whether a text is an http or https address with a host, and nothing hidden in it."""
    if len(text) > LONGEST_ADDRESS or visible(text) != text:
        return False
    if any(sign.isspace() or unicodedata.category(sign) == "Cc" for sign in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
