"""The texts of nurseries while a generation is built: cut, numbered, written as lists.

Whatever stands in a text comes again in the next: streets, brands, 号 and 室. So a run of
characters is cut once, and what is kept of it are the numbers of its terms.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from registry.keys import address_key, fold, name_key
from registry.nursery import Nursery
from search_index.analysis import address_run, analyzer_for, name_run, runs
from search_index.layout import WHOOSH, save
from search_index.schema import WEIGHTS
from search_index.segment import FieldPostings, write_segment
from search_index.strings import heads, joined
from search_index.weighing import dense_terms, merged

_KEPT_RUNS: Final = 1 << 17
"""Runs whose terms are remembered, of each kind."""

_KEPT_PARTS: Final = 1 << 15
"""Whole names and parts of addresses whose terms are remembered."""


class Texts(NamedTuple):
    """What a nursery is found by."""

    name: str
    other_names: tuple[str, ...]
    region: tuple[str, ...]
    street: tuple[str, ...]  # address, street and community, those that are published
    description: str
    code: str

    @classmethod
    def of(cls, nursery: Nursery) -> Texts:
        """The texts of one nursery."""
        street = (nursery.address, nursery.street, nursery.community)
        return cls(
            nursery.name,
            nursery.names[1:],
            nursery.region,
            tuple(part for part in street if part),
            nursery.description or "",
            nursery.credit_code or "",
        )


class Order(NamedTuple):
    """The final order of the documents.

    `ids` stand in it; `arrived` are the numbers under which they came; `rank` is each one's
    position in the order of completeness.
    """

    ids: Sequence[str]
    arrived: NDArray[np.int64]
    rank: NDArray[np.int32]


class TextRows:
    """Collects the terms of texts in the order they come."""

    def __init__(self, words: str, region_names: Mapping[str, str]) -> None:
        self._terms: defaultdict[str, int] = defaultdict(count().__next__)
        self._tokens = {name: array("i") for name in WEIGHTS}
        self._lengths = {name: array("i") for name in WEIGHTS}
        self._region_names = region_names
        analyzer = analyzer_for(words)
        self._words = self._numbered(analyzer.words_of_run)
        self._name = self._numbered(name_run)
        self._address = self._numbered(address_run)
        self._of_name = lru_cache(_KEPT_PARTS)(self._cut_name)
        self._of_part = lru_cache(_KEPT_PARTS)(self._cut_part)
        self._regions: dict[tuple[str, ...], tuple[int, ...]] = {}

    def _numbered(
        self, terms_of: Callable[[str], Iterable[str]]
    ) -> Callable[[str], tuple[int, ...]]:
        number = self._terms.__getitem__
        return lru_cache(_KEPT_RUNS)(lambda run: tuple(map(number, terms_of(run))))

    def add(self, batch: Iterable[Texts]) -> None:
        """Cut the texts of some nurseries."""
        for one in batch:
            self._keep("name", tuple(self._of_name(one.name)))
            self._keep("trading", _together(map(self._of_name, one.other_names)))
            self._keep("region", self._of_region(one.region))
            self._keep("address", _together(map(self._of_part, one.street)))
            self._keep("description", self._of_text(one.description))
            self._keep("code", self._of_text(one.code))

    def _keep(self, name: str, numbers: Sequence[int]) -> None:
        self._tokens[name].extend(numbers)
        self._lengths[name].append(len(numbers))

    def _cut_name(self, name: str) -> frozenset[int]:
        words = map(self._words, runs(fold(name)))
        return frozenset().union(*words, *map(self._name, runs(name_key(name))))

    def _cut_part(self, part: str) -> frozenset[int]:
        found = runs(address_key(part))
        return frozenset().union(*map(self._words, found), *map(self._address, found))

    def _of_region(self, chain: tuple[str, ...]) -> tuple[int, ...]:
        if chain not in self._regions:
            names = [self._region_names[key] for key in chain if key in self._region_names]
            self._regions[chain] = _together(map(self._of_part, names))
        return self._regions[chain]

    def _of_text(self, text: str) -> list[int]:
        return [number for run in runs(fold(text)) for number in self._words(run)]

    def write(self, folder: Path, order: Order) -> None:
        """Write the Whoosh segment and the lists of the columns; afterwards nothing is left."""
        by_text = sorted(self._terms.items(), key=lambda item: item[0].encode())
        vocabulary = [term.encode() for term, _ in by_text]
        ranks = np.empty(len(by_text), np.int64)
        ranks[[number for _, number in by_text]] = np.arange(len(by_text))
        fields = {name: self._field(name, ranks, order.arrived) for name in WEIGHTS}
        (folder / WHOOSH).mkdir()
        write_segment(folder / WHOOSH, order.ids, vocabulary, fields)
        starts, docs, impacts = merged(fields, len(vocabulary), len(order.ids))
        texts, offsets = joined(vocabulary)
        lists: dict[str, NDArray[Any]] = {
            "terms": texts,
            "terms_at": offsets,
            "terms_heads": heads(vocabulary),
            "postings_at": starts,
            "postings": docs,
            "impacts": impacts,
        }
        save(folder, lists | dense_terms(starts, docs, impacts, order.rank))

    def _field(
        self, name: str, ranks: NDArray[np.int64], arrived: NDArray[np.int64]
    ) -> FieldPostings:
        # Each is let go once it is used: they are the largest of what was read.
        tokens = np.array(self._tokens.pop(name), np.int32)
        lengths = np.array(self._lengths.pop(name), np.int32)
        number_of = np.empty(len(arrived), np.int32)
        number_of[arrived] = np.arange(len(arrived), dtype=np.int32)
        docs = np.repeat(number_of, lengths)
        keys, frequencies = np.unique(ranks[tokens] << 32 | docs, return_counts=True)
        terms, starts = np.unique(keys >> 32, return_index=True)
        return FieldPostings(
            terms.astype(np.int32),
            np.append(starts, len(keys)).astype(np.int64),
            (keys & 0xFFFFFFFF).astype(np.int32),
            frequencies.astype(np.int32),
            lengths[arrived],
        )


def _together(parts: Iterable[frozenset[int]]) -> tuple[int, ...]:
    """What stands in any of the parts, once."""
    return tuple(frozenset().union(*parts))
