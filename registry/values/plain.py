"""A published cell as it is compared: one width, no white space, and what counts as silence."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SPACES = re.compile(r"[\s\u200b-\u200f\ufeff]+")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_DAMAGE = re.compile(r"\?。|[\ue000-\uf8ff\ufffd]")

_LONGEST_SILENCE = 16  # with blanks around; spares long cells the folding

SILENT: Final = frozenset(
    [
        *("", "/", "//", "\\", "-", "--", "—", "——", "–", "_", "*", ".", "。"),
        *("无", "暂无", "没有", "未知", "不详", "待定", "未分类", "地址暂无", "未公布", "未公开"),
        *("a", "na", "n/a", "nan", "null", "none", "nil", "undefined"),
    ]
)
"""What publishers write where they publish nothing. A number 0 is a fact, not silence."""


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text in half width without any white space; letters keep their case.

    >>> plain("１２ 元／月（含餐）")
    '12元/月(含餐)'
    """
    if text.isascii():
        return _SPACES.sub("", text)
    return _SPACES.sub("", unicodedata.normalize("NFKC", text))


def silent(text: str) -> bool:
    """Whether a cell says nothing: empty, `/`, 无, null and their like (`SILENT`)."""
    return len(text) <= _LONGEST_SILENCE and plain(text).lower() in SILENT


def tidy(text: str) -> str:
    """The text as published, its white space brought to single blanks, none between Han."""
    return _BETWEEN_HAN.sub("", _SPACES.sub(" ", text).strip())


def damaged(text: str) -> bool:
    """Whether a wrong decoding left its traces: `?。`, private use characters, U+FFFD."""
    return _DAMAGE.search(text) is not None
