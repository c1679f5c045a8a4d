"""Suggestions while typing: nurseries, divisions, brands, policies, by characters or pinyin.

One sorted table holds every beginning that leads somewhere: a name, the name without the division
it starts with, the reading of that (`yanlingtuoyu`) and its initials (`yltyzx`). What starts with
the typed text is one range of it; the best of a range are picked by rank, unsorted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from registry.keys import name_key
from registry.nursery import Nursery
from registry.places.names import short_name
from search_index.analysis import clean
from search_index.names import Names
from search_index.pinyin import Readings, reading_of
from search_index.strings import StringTable, joined
from search_index.understanding.regions import gazetteer

Kind = Literal["nursery", "division", "brand", "policy"]

_NURSERY, _DIVISION, _BRAND = range(3)
_SHARES: Final = ((_DIVISION, 3), (_BRAND, 2))
"""How many divisions and brands there are at most; nurseries fill the rest."""

_READING: Final = 32
_INITIALS: Final = 12
"""Characters kept of a reading and of initials."""

_KIND: Final = re.compile(
    "托育|托儿|托幼|托婴|托班|幼儿|婴幼|育婴|保育|早教|宝宝屋|宝贝|儿童|教育|实验|双语|社区|家庭|职工|"
    "产业园|妇幼|医育|综合|服务|有限|中心|健康|科技|文化|学校|咨询"
)
_NUMBERED: Final = re.compile("第[一二三四五六七八九十]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` is what to show, `value` what it leads to: the nursery's id, the division's key,
    the brand as search text, the policy's slug.
    """

    kind: Kind
    text: str
    value: str


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
            entries += ((one, _NURSERY, doc, rank) for one in _beginnings(key, tail, cut))
        brands.update(brand for brand in held if brand is not None)
    shared = sorted(brand for brand, count in brands.items() if count > 1)
    for number, brand in enumerate(shared):
        rank = -brands[brand]
        entries += ((one, _BRAND, number, rank) for one in _beginnings(brand, brand, cut))
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


ARRAYS: Final = (
    "suggest",
    "suggest_at",
    "suggest_kinds",
    "suggest_values",
    "suggest_ranks",
    "brands",
    "brands_at",
)


def _beginnings(key: str, tail: str, cut: Callable[[str], list[str]]) -> set[bytes]:
    unnumbered = _NUMBERED.sub("", tail)
    reading = reading_of(unnumbered, cut)
    whole = "".join(reading)[:_READING]
    initials = "".join(one[0] for one in reading)[:_INITIALS]
    return {one.encode() for one in (key, tail, unnumbered, whole, initials) if one}


def _divisions(
    names: Mapping[str, str], homes: Mapping[str, int], cut: Callable[[str], list[str]]
) -> Iterator[tuple[bytes, int, int, int]]:
    numbers = {key: number for number, key in enumerate(sorted(names))}
    for spelling, named in gazetteer(names).spellings.items():
        for key in named.keys:
            if key in numbers:
                for one in _beginnings(spelling, spelling, cut):
                    rank = -homes[key] if key in homes else len(key)
                    yield one, _DIVISION, numbers[key], rank


@dataclass(frozen=True)
class Suggestions:
    """The table as it is mapped, by the names of `ARRAYS`."""

    arrays: Mapping[str, NDArray[Any]]
    region_names: Mapping[str, str]
    names: Names
    readings: Readings
    nursery: Callable[[int], Nursery]

    def suggest(self, text: str, limit: int, policies: Mapping[str, str]) -> tuple[Suggestion, ...]:
        """The best few for what has been typed so far; `policies` are titles by slug."""
        key = name_key(clean(text))
        if not key or limit < 1:
            return ()
        found = self._table.starting_with(key.encode())
        place = slice(found.start, found.stop)
        kinds = self.arrays["suggest_kinds"][place]
        values, ranks = self.arrays["suggest_values"][place], self.arrays["suggest_ranks"][place]
        best: list[Suggestion] = []
        for kind, share in _SHARES:
            members = np.flatnonzero(kinds == kind)
            numbers = _best(values[members], ranks[members], min(share, limit))
            best += map(self._division if kind == _DIVISION else self._brand, numbers)
        best += self._policies(key, policies)
        members = np.flatnonzero(kinds == _NURSERY)
        missing = max(limit - len(best), 0)
        docs = _best(values[members], ranks[members], missing)
        if len(docs) < missing:
            docs = list(dict.fromkeys((*docs, *self._inside(key, missing))))[:missing]
        return (*best, *(self._nursery(doc, key) for doc in docs))[:limit]

    @cached_property
    def _table(self) -> StringTable:
        return StringTable(self.arrays["suggest"], self.arrays["suggest_at"])

    @cached_property
    def _brands(self) -> StringTable:
        return StringTable(self.arrays["brands"], self.arrays["brands_at"])

    @cached_property
    def _region_keys(self) -> list[str]:
        return sorted(self.region_names)

    def _inside(self, key: str, limit: int) -> list[int]:
        """Nurseries whose name holds the text further in, those best described first."""
        spelled = self.readings.spellings(key, 4) if key.isascii() else [key]
        docs = [doc for one in spelled for doc in self.names.around(one)]
        return sorted(docs, key=lambda doc: int(self.names.parts.rank[doc]))[:limit]

    def _nursery(self, doc: int, key: str) -> Suggestion:
        nursery = self.nursery(doc)
        matching = (name for name in nursery.names if key in name_key(name))
        return Suggestion("nursery", next(matching, nursery.name), nursery.id)

    def _brand(self, number: int) -> Suggestion:
        brand = self._brands[number].decode()
        return Suggestion("brand", brand, brand)

    def _division(self, number: int) -> Suggestion:
        key = self._region_keys[number]
        return Suggestion("division", full_name(key, self.region_names), key)

    def _policies(self, key: str, policies: Mapping[str, str]) -> list[Suggestion]:
        latin = key.isascii()
        found = [
            Suggestion("policy", title, slug)
            for slug, title in policies.items()
            if key in name_key(title) or (latin and key in self.readings.reading(name_key(title)))
        ]
        return found[:2]


def _best(values: NDArray[np.int32], ranks: NDArray[np.int32], count: int) -> list[int]:
    """The first few different values by rank."""
    wanted = count * 4  # one value may stand there by name, tail and reading
    if count < 1:
        return []
    places = np.arange(len(ranks))
    if len(ranks) > wanted:
        places = np.argpartition(ranks, wanted)[:wanted]
    ordered = places[np.lexsort((values[places], ranks[places]))]
    return list(dict.fromkeys(values[ordered].tolist()))[:count]


def full_name(key: str, names: Mapping[str, str]) -> str:
    """The names from the province down, without levels that only codes know."""
    city = key.partition("z")[0]
    chain = [city[:end] for end in range(2, len(city) + 1, 2)]
    steps = dict.fromkeys(names.get(one, "") for one in (*chain, key))
    return "".join(step for step in steps if step not in ("市辖区", "县") or step == names[key])
