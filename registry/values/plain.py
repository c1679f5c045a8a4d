"""A published cell as it is compared: one script, one width, no space; and what is silence."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from registry.keys import fold

_SPACES = re.compile(r"[\s\u200b-\u200f\ufeff]+")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_DAMAGE = re.compile(r"\?。|[\ue000-\uf8ff\ufffd]")

_LONGEST_SILENCE = 16  # with blanks around; spares long cells the look

SILENT: Final = frozenset(
    [
        *("", "/", "//", "\\", "-", "--", "—", "——", "–", "_", "*", ".", "。"),
        *("无", "暂无", "没有", "未知", "不详", "待定", "未分类", "地址暂无", "未公布", "未公开"),
        *("無", "暫無", "沒有", "不詳", "未分類", "地址暫無", "未公佈", "未公開"),
        *("a", "na", "n/a", "nan", "null", "none", "nil", "undefined"),
    ]
)
"""What publishers write where they publish nothing. A number 0 is a fact, not silence."""


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text folded (`registry.keys.fold`) and without any white space.

    >>> plain("１２ 元／月（不含餐費）")
    '12元/月(不含餐费)'
    """
    return _SPACES.sub("", fold(text))


@lru_cache(maxsize=65536)
def silent(text: str) -> bool:
    """Whether a cell says nothing: empty, `/`, 无, null and their like (`SILENT`)."""
    if len(text) > _LONGEST_SILENCE:
        return False
    words = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _SPACES.sub("", words).lower() in SILENT


def tidy(text: str) -> str:
    """The text as published, its white space brought to single blanks, none between Han."""
    return _BETWEEN_HAN.sub("", _SPACES.sub(" ", text).strip())


def damaged(text: str) -> bool:
    """Whether a wrong decoding left its traces: `?。`, private use characters, U+FFFD."""
    return _DAMAGE.search(text) is not None
