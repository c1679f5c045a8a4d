"""Makes the tables of readings when a generation is built: the only place that reads aloud.

pypinyin reads words rightly and slowly; characters that have one reading take it from a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from registry.keys import fold
from search_index.analysis import is_chinese, pairs, runs
from search_index.orders import pinyin
from search_index.strings import joined

FIRST, LAST = 0x4E00, 0x9FFF
"""The basic Chinese characters."""

_INITIALS: Final = 24
"""Pairs kept of each two initials: ty alone stands for hundreds."""

_SEVERAL: Final = frozenset("长重朝乐行都厦曾单盛柏解仇查尉番任朴调弹传角觉藏降宿")
"""Characters whose reading the word decides: 长沙, 成长."""


def reading_of(key: str, cut: Callable[[str], list[str]]) -> list[str]:
    """The syllables of a name key; its words are only looked at where they decide."""
    if not _SEVERAL.isdisjoint(key):
        return pinyin(cut(key)).split()
    return commonest_readings(key)


def commonest_readings(key: str) -> list[str]:
    """The commonest syllable of every character, whatever word it stands in."""
    return [_reading_table().get(one, one) for one in key]


@cache
def _reading_table() -> dict[str, str]:
    syllables = _syllables().tolist()
    return {chr(FIRST + at): one.decode() for at, one in enumerate(syllables) if one}


def name_pairs(keys: Iterable[str]) -> Counter[str]:
    """How many name keys hold each pair of neighbours."""
    counted: Counter[str] = Counter()
    for key in keys:
        for run in runs(key):
            if is_chinese(run):
                counted.update(pairs(run))
    return counted


def reading_arrays(counted: Mapping[str, int]) -> dict[str, NDArray[Any]]:
    """The arrays of `Readings` for pairs of characters with their counts."""
    spelled = [(pinyin([pair]), pair) for pair in counted if _is_basic(pair)]
    ordered = sorted(
        (("".join(syllables), "".join(one[0] for one in syllables), pair))
        for reading, pair in spelled
        if len(syllables := reading.split()) == 2
    )
    by_reading = sorted(ordered, key=lambda one: (one[0], -counted[one[2]], one[2]))
    by_initials = sorted(ordered, key=lambda one: (one[1], -counted[one[2]], one[2]))
    return (
        _table("readings", [(one[0], one[2]) for one in by_reading], counted)
        | _table("initials", _first_of_each(by_initials), counted)
        | {"syllables": _syllables()}
    )


def _first_of_each(ordered: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    seen: Counter[str] = Counter()
    kept = []
    for _, initials, pair in ordered:
        seen[initials] += 1
        if seen[initials] <= _INITIALS:
            kept.append((initials, pair))
    return kept


def _table(
    name: str, spelled: list[tuple[str, str]], counted: Mapping[str, int]
) -> dict[str, NDArray[Any]]:
    keys = sorted({key for key, _ in spelled})
    texts, offsets = joined(key.encode() for key in keys)
    of_all = [key for key, _ in spelled]
    starts = np.searchsorted(np.array(of_all or [""]), np.array([*keys, "\x7f"]))
    codes = np.array([[ord(one) for one in pair] for _, pair in spelled], np.int32)
    return {
        name: texts,
        f"{name}_at": offsets,
        f"{name}_starts": np.minimum(starts, len(spelled)).astype(np.int64),
        f"{name}_pairs": codes.reshape(-1, 2),
        f"{name}_counts": np.array([counted[pair] for _, pair in spelled], np.int32),
    }


def _is_basic(pair: str) -> bool:
    return all(FIRST <= ord(one) <= LAST for one in pair)


@cache
def _syllables() -> NDArray[np.bytes_]:
    """The commonest reading of every basic character, without its tone; empty if it has none."""
    # As lazy_pinyin would say it of each alone, which takes a second for all of them.
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415  # as in `orders`

    characters = fold("\n".join(map(chr, range(FIRST, LAST + 1)))).split("\n")
    marked = (PINYIN_DICT.get(ord(one), "").split(",")[0] for one in characters)
    plain = (normalize("NFD", one).replace("u\u0308", "v") for one in marked)
    return np.array(["".join(filter(str.isascii, one)).encode() for one in plain], "S6")
