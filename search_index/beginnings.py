"""Makes the table of beginnings when a generation is built: all that a typed text may start.

A name, the name without the division it starts with, that without 第二 …, its reading
(`yanlingtuoyu`) and its initials (`yltyzx`); the same of divisions and brands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from registry.keys import name_key
from registry.places.names import short_name
from search_index.reading_tables import commonest_readings, reading_of
from search_index.strings import joined
from search_index.understanding.regions import gazetteer

NURSERY, DIVISION, BRAND = range(3)
"""The kinds of entries."""

_READING: Final = 32
_INITIALS: Final = 12
"""Characters kept of a reading and of initials."""

_KIND: Final = re.compile(
    "托育|托儿|托幼|托婴|托班|幼儿|婴幼|育婴|保育|早教|宝宝屋|宝贝|儿童|教育|实验|双语|社区|家庭|职工|"
    "产业园|妇幼|医育|综合|服务|有限|中心|健康|科技|文化|学校|咨询"
)
_NUMBERED: Final = re.compile("第[一二三四五六七八九十]+")


def tail_of(key: str, divisions: Sequence[str]) -> str:
    """A name key without the divisions it starts with: 檐铃托育 of 泸州市江阳区檐铃托育."""
    changed = True
    while changed:
        changed = False
        for name in divisions:
            if key.startswith(name) and len(key) > len(name) + 1:
                key, changed = key.removeprefix(name), True
    return key


def brand_of(tail: str, divisions: Sequence[str]) -> str | None:
    """The brand in a name without its divisions: what stands before the kind of nursery."""
    found = _KIND.search(tail)
    head = _NUMBERED.sub("", tail[: found.start()] if found else "")
    for name in divisions:
        head = head.removesuffix(name)
    return head if 2 <= len(head) <= 12 else None


def division_keys(chain: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Every form under which the divisions of a nursery may start its name, longest first."""
    own = [names[key] for key in chain if key in names]
    forms = {name_key(form) for name in own for form in (name, short_name(name))}
    return sorted((form for form in forms if len(form) > 1), key=lambda form: (-len(form), form))


def suggestion_arrays(
    nurseries: Iterable[tuple[tuple[str, ...], tuple[str, ...]]],
    ranks: NDArray[np.int32],
    region_names: Mapping[str, str],
    cut: Callable[[str], list[str]],
) -> dict[str, NDArray[Any]]:
    """The arrays of `Suggestions`, for the region and name keys of every document in order."""
    entries: list[tuple[bytes, int, int, int]] = []
    brands: Counter[str] = Counter()
    homes: Counter[str] = Counter()
    forms: dict[tuple[str, ...], list[str]] = {}
    for doc, (chain, names) in enumerate(nurseries):
        if chain not in forms:
            forms[chain] = division_keys(chain, region_names)
        homes.update(chain)
        rank = int(ranks[doc])
        held = set()
        for key in names:
            tail = tail_of(key, forms[chain])
            held.add(brand_of(tail, forms[chain]))
            entries += ((one, NURSERY, doc, rank) for one in _beginnings(key, tail, cut))
        brands.update(brand for brand in held if brand is not None)
    shared = sorted(brand for brand, count in brands.items() if count > 1)
    for number, brand in enumerate(shared):
        rank = -brands[brand]
        entries += ((one, BRAND, number, rank) for one in _beginnings(brand, brand, cut))
    entries += _divisions(region_names, homes, cut)
    return _arrays(sorted(entries), shared)


def _arrays(entries: list[tuple[bytes, int, int, int]], brands: list[str]) -> dict[str, Any]:
    texts, offsets = joined(entry[0] for entry in entries)
    brand_texts, brand_offsets = joined(brand.encode() for brand in brands)
    return {
        "suggest": texts,
        "suggest_at": offsets,
        "suggest_kinds": np.array([entry[1] for entry in entries], np.uint8),
        "suggest_values": np.array([entry[2] for entry in entries], np.int32),
        "suggest_ranks": np.array([entry[3] for entry in entries], np.int32),
        "brands": brand_texts,
        "brands_at": brand_offsets,
    }


def _beginnings(key: str, tail: str, cut: Callable[[str], list[str]]) -> set[bytes]:
    unnumbered = _NUMBERED.sub("", tail)
    reading = reading_of(unnumbered, cut)
    whole = "".join(reading)[:_READING]
    initials = "".join(one[0] for one in reading)[:_INITIALS]
    return {one.encode() for one in (key, tail, unnumbered, whole, initials) if one}


def _by_character(spelling: str) -> bytes:
    return "".join(commonest_readings(spelling))[:_READING].encode()


def _divisions(
    names: Mapping[str, str], homes: Mapping[str, int], cut: Callable[[str], list[str]]
) -> Iterator[tuple[bytes, int, int, int]]:
    numbers = {key: number for number, key in enumerate(sorted(names))}
    for spelling, named in gazetteer(names).spellings.items():
        for key in named.keys:
            if key in numbers:
                # 朝阳 as a word is the morning sun, zhaoyang; the districts are chaoyang.
                for one in _beginnings(spelling, spelling, cut) | {_by_character(spelling)}:
                    rank = -homes[key] if key in homes else len(key)
                    yield one, DIVISION, numbers[key], rank
