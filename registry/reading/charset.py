"""Bytes to text: what the operator says, then the byte order mark, UTF-8, the page's own word,
GB18030, which is what Chinese programs write when nothing is said.

GB18030 also decodes Big5 without an error, to rubbish. Whether it was right shows in the
headings, so `Decoded.guessed` says that somebody should look.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from registry.errors import UnreadableFile, WrongEncoding

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_GB: Final = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "euc-cn", "cp936"})
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
OTHERS: Final = ("big5hkscs", "utf-16-le", "utf-16-be", "utf-8")
"""What a file may be in when no rung of the ladder fits: tried only for advice."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and the encoding's name as Python knows it."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, name: str, encoding: str | None, *, meta: bool = False) -> Decoded:
    """The text of a file; `meta` also asks the page's own <meta charset>.

    Raises:
        WrongEncoding: no encoding fits, or the one that was named.
        UnreadableFile: the bytes are no text at all.
    """
    if encoding is not None:
        decoded = _by_order(data, name, encoding)
    else:
        decoded = _by_ladder(data, name, _declared(data) if meta else None)
    if len(_CONTROLS.findall(decoded.text)) > len(decoded.text) // 200:
        raise UnreadableFile(f"{name}: the file holds binary data, not text.")
    return decoded


def attempt(data: bytes, encoding: str) -> str | None:
    """The text, `None` where the bytes do not fit."""
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _by_order(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        found = codecs.lookup(encoding).name
        return Decoded(data.decode(found).removeprefix("\ufeff"), found)
    except (LookupError, ValueError) as error:
        raise WrongEncoding(
            f"{name} cannot be read as {encoding!r} ({error}); name another --encoding."
        ) from error


def _by_ladder(data: bytes, name: str, declared: str | None) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (text := attempt(data, encoding)) is not None:
            return Decoded(text, encoding)
    for rung, guessed in (("utf-8", False), (declared, False), ("gb18030", True)):
        if rung and (text := attempt(data, rung)) is not None:
            return Decoded(text, rung, guessed)
    raise WrongEncoding(
        f"{name} is neither UTF-8 nor GB18030; name its encoding with --encoding, "
        "for example --encoding big5."
    )


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:8192])
    if not found:
        return None
    name = found[1].decode("ascii", "ignore").lower()
    if name in _GB:
        return "gb18030"
    try:
        return "big5hkscs" if name == "big5" else codecs.lookup(name).name
    except LookupError:
        return None
