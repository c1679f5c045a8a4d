"""Orders of documents: by name, price, capacity, and by how much is published of each.

An order decides every tie down to the id, so that pages never overlap or leave anybody out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from registry.keys import fold
from registry.nursery import Nursery
from search_index.bitsets import Bits, Docs, among

STATIC: Final = ("complete", "name", "price", "capacity")
"""The orders a generation keeps on disk, as document numbers from first to last."""

_FIRST_STEP = 256
"""Documents looked at in the first step along an order; every step is four times the last."""


def pinyin(words: Sequence[str]) -> str:
    """The reading of a name without tones, from its words, so that 长沙 begins with "chang"."""
    return " ".join(map(_reading, words))


@lru_cache(maxsize=65536)
def _reading(word: str) -> str:
    # Imported here: its dictionaries cost 0.3 s, and only a build reads names aloud.
    import pypinyin  # noqa: PLC0415

    return " ".join(pypinyin.lazy_pinyin(fold(word)))


FACTS: Final[Mapping[str, Callable[[Nursery], object]]] = {
    "address": lambda nursery: nursery.address,
    "location": lambda nursery: nursery.location,
    "phones": lambda nursery: nursery.phones,
    "filed": lambda nursery: nursery.filed,
    "filed_on": lambda nursery: nursery.filed_on,
    "nature": lambda nursery: nursery.nature,
    "setting": lambda nursery: nursery.setting,
    "forms": lambda nursery: nursery.forms,
    "classes": lambda nursery: nursery.classes or nursery.ages,
    "capacity": lambda nursery: nursery.capacity,
    "inclusive": lambda nursery: nursery.inclusive_changes,
    "vacancy": lambda nursery: nursery.vacancy,
    "price": lambda nursery: nursery.monthly_price,
    "recognitions": lambda nursery: nursery.recognitions,
    "hours": lambda nursery: nursery.hours,
    "description": lambda nursery: nursery.description,
}
"""The facts that parents ask for, each as a nursery holds it: `None` or empty if not published."""


def completeness(nursery: Nursery) -> int:
    """How many of the facts that parents ask for are published."""
    values = (fact(nursery) for fact in FACTS.values())
    return sum(1 for value in values if value is not None and value != ())


def walk(order: Docs, members: Bits, first: int, count: int) -> Docs:
    """The members of a set at positions `first` to `first + count` along an order."""
    found: list[Docs] = []
    missing = first + count
    start, step = 0, _FIRST_STEP
    while missing > 0 and start < len(order):
        docs = order[start : start + step]
        found.append(docs[among(members, docs)])
        missing -= len(found[-1])
        start += step
        step *= 4
    return np.concatenate(found)[first : first + count] if found else order[:0]


def smallest(keys: Sequence[NDArray[np.generic]], count: int) -> NDArray[np.intp]:
    """The positions of the `count` smallest rows, in order, the first key deciding first.

    Only what may be among them is ever sorted: rows behind the border of the first key are
    dropped, and the second key is asked about the rows that tie on the border, and so on.
    """
    kept = _candidates(keys, np.arange(len(keys[0])), count)
    return kept[np.lexsort([key[kept] for key in reversed(keys)])][:count]


def _candidates(
    keys: Sequence[NDArray[np.generic]], rows: NDArray[np.intp], count: int
) -> NDArray[np.intp]:
    if count <= 0:
        return rows[:0]
    if len(rows) <= count or not keys:
        return rows
    key = keys[0][rows]
    border = np.partition(key, count - 1)[count - 1]
    sure, tied = rows[key < border], rows[key == border]
    return np.concatenate([sure, _candidates(keys[1:], tied, count - len(sure))])
