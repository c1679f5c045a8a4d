"""The key under which two spellings of one text meet.

One function for documents and queries, for matching and for search: NFKC, Traditional to
Simplified (OpenCC t2s), 著 to 着, lower case, without brackets, spaces and punctuation that
publishers add and drop at will.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

_DROPPED = re.compile(
    r"[\s()\[\]{}<>〈〉《》【】〔〕「」『』“”‘’\"'`·•・,，、。.;；:：!！?？\u200b-\u200f\ufeff]+"
)
_SPACES = re.compile(r"[\s\u200b-\u200f\ufeff]+")
_DASHES = re.compile(r"[－—–−~～-]+")
_LIST_MARKS = re.compile(r"[、,，;；/]+")
_ADDRESS_DROPPED = re.compile(r"[()\[\]{}<>《》【】〔〕「」『』“”‘’\"'`·•・。.:：!！?？]+")


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=1024)  # an index build folds every name and address several times in a row
def fold(text: str) -> str:
    """Fold script, width and case and keep every other character.

    >>> fold("蘇陽託育(ＡＢＣ)")
    '苏阳托育(abc)'
    """
    folded = unicodedata.normalize("NFKC", text)
    if not folded.isascii():
        folded = _simplifier().convert(folded).replace("著", "着")
    return folded.lower()


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """The key of a name: folded, without brackets, spaces and punctuation.

    >>> name_key("逢泰（武汉）托儿所 有限公司") == name_key("逢泰(武漢)託兒所有限公司")
    True
    """
    return _DROPPED.sub("", fold(text))


def address_key(text: str) -> str:
    """The key of an address: folded, without spaces and brackets; lists of rooms keep a comma.

    >>> address_key("射阳县金科未来城小区 1 号楼 102 、 103 室")
    '射阳县金科未来城小区1号楼102,103室'
    """
    key = _DASHES.sub("-", _SPACES.sub("", fold(text)))
    return _ADDRESS_DROPPED.sub("", _LIST_MARKS.sub(",", key)).strip(",-")
