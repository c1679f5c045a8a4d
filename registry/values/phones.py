"""Telephone numbers that may be published: landlines and hotlines, never mobiles."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from registry.values.privacy import mask
from registry.values.withheld import NO_MOBILE

_DASHES = re.compile(r"\s*[-‐-―－−]+\s*")
_AREA = r"0(?:10|2\d|[3-9]\d{2})"
_NUMBER = re.compile(
    r"(?<!\d)(?:"
    r"(?P<hotline>[48]00)[- ]?(?P<first>\d{3})[- ]?(?P<last>\d{4})"
    rf"|(?:[(]?(?P<area>{_AREA})[)]?[- ]?)?(?P<local>[2-9]\d{{6,7}})"
    r"(?:\s*(?:转|分机|ext\.?|-)\s*(?P<extension>\d{1,5}))?"
    r"|(?P<short>12345|12320|12356|9[56]\d{3,4})"
    r")(?!\d)"
)


@lru_cache(maxsize=16384)
def read_phones(text: str) -> tuple[str, ...]:
    """The numbers of a cell in one form, none twice: `0515-88668000转8`, `400-820-1234`.

    >>> read_phones("0730—8866800 13812345678；67195361")
    ('0730-8866800', '67195361')
    """
    words = _DASHES.sub("-", unicodedata.normalize("NFKC", mask(text)))
    return tuple(dict.fromkeys(_written(found) for found in _NUMBER.finditer(words)))


def withheld(text: str) -> bool:
    """Whether a masked cell held only what is not published: mobiles, names."""
    return NO_MOBILE in text or not any(map(str.isdigit, text))


def _written(found: re.Match[str]) -> str:
    if found["short"]:
        return found["short"]
    if found["hotline"]:
        return f"{found['hotline']}-{found['first']}-{found['last']}"
    number = f"{found['area']}-{found['local']}" if found["area"] else found["local"]
    return f"{number}转{found['extension']}" if found["extension"] else number
