"""Writes a generation: one pass over the nurseries, then everything sorted by region."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from registry.keys import name_key
from registry.nursery import Nursery, to_json
from search_index.analysis import Analyzer, analyzer_for, domain_words
from search_index.columns import ColumnRows, named, static_facets
from search_index.errors import RepeatedNursery
from search_index.layout import DOCUMENTS, LISTS, WORDS, mapped_bytes, save
from search_index.lexicon import lexicon_arrays
from search_index.masks import masks_of
from search_index.measures import MeasureRows
from search_index.orders import pinyin
from search_index.places import cell_keys, vectors
from search_index.regions import spans
from search_index.strings import joined
from search_index.text_process import TextWriter
from search_index.text_rows import Order, Texts
from search_index.timelines import TimelineRows

_REPORT_EVERY: Final = 1000
_ARRIVED: Final = "documents.arrived"


def write_files(
    folder: Path,
    nurseries: Iterable[Nursery],
    region_names: Mapping[str, str],
    progress: Callable[[int], None] | None = None,
    *,
    alone: int | None = None,
) -> int:
    """Write everything but the manifest into an empty folder; returns how many nurseries.

    Raises `RepeatedNursery`. `progress` is told now and then how many have been read. More than
    `alone` nurseries are written by two processes, see `TextWriter`.
    """
    words = "\n".join(sorted({*domain_words(), *region_names.values()}))
    (folder / WORDS).write_text(words, "utf-8")
    reading = _Reading(analyzer_for(words), region_names)
    with TextWriter(words, region_names, alone) as texts:
        with (folder / _ARRIVED).open("wb") as documents:
            for number, nursery in enumerate(nurseries, start=1):
                reading.add(nursery, documents)
                texts.add(Texts.of(nursery))
                if progress is not None and number % _REPORT_EVERY == 0:
                    progress(number)
        _Sorted(reading).write(folder, texts)
        texts.finish()
    (folder / _ARRIVED).unlink()
    return len(reading.ids)


class _Reading:
    """What one pass keeps of every nursery but its texts, in the order they come."""

    def __init__(self, analyzer: Analyzer, region_names: Mapping[str, str]) -> None:
        self.ids: dict[str, None] = {}
        self.chains: list[tuple[str, ...]] = []
        self.names: list[str] = []
        self.keys: list[tuple[str, ...]] = []
        self.codes: list[str | None] = []
        self.readings: list[str] = []
        self.sizes = array("q")
        self.columns = ColumnRows()
        self.timelines = TimelineRows()
        self.measures = MeasureRows()
        self.analyzer = analyzer
        self.region_names = region_names
        self._known_chains: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(self, nursery: Nursery, documents: BinaryIO) -> None:
        if nursery.id in self.ids:
            raise RepeatedNursery(nursery.id)
        self.timelines.add(len(self.ids), nursery)
        self.columns.add(nursery)
        self.measures.add(nursery)
        self.ids[nursery.id] = None
        self.chains.append(self._known_chains.setdefault(nursery.region, nursery.region))
        self.names.append(nursery.name)
        self.keys.append(tuple(map(name_key, nursery.names)))
        self.codes.append(nursery.credit_code)
        self.readings.append(pinyin(self.analyzer.cut(nursery.name)))
        self.sizes.append(documents.write(to_json(nursery)))


class _Sorted:
    """The same in its final order: by region, then id."""

    def __init__(self, reading: _Reading) -> None:
        self._reading = reading
        self._n = len(reading.ids)
        ids = list(reading.ids)
        arrived = sorted(range(self._n), key=lambda doc: (reading.chains[doc], ids[doc]))
        self._arrived = np.array(arrived, np.int64)
        self._number_of = np.empty(self._n, np.int32)
        self._number_of[self._arrived] = np.arange(self._n, dtype=np.int32)
        self._ids = [ids[doc] for doc in arrived]
        self._numbers = reading.columns.table(self._arrived)

    def write(self, folder: Path, texts: TextWriter) -> None:
        orders, strings = self._orders(), self._strings()
        texts.begin(folder, Order(self._ids, self._arrived, orders["rank_complete"]))
        save(folder, orders)
        save(folder, self._columns() | strings)
        save(folder, self._reading.measures.arrays(self._arrived))
        save(folder, self._lexicon(strings["names_docs"], orders["rank_complete"]))
        save(folder, self._reading.timelines.arrays(self._number_of))
        save(folder, {"documents": self._documents(folder)})
        lists = {
            "regions": spans([self._reading.chains[doc] for doc in self._arrived]),
            "schemes": list(self._reading.timelines.schemes),
            "levels": list(self._reading.timelines.levels),
        }
        (folder / LISTS).write_text(json.dumps(lists, ensure_ascii=False), "utf-8")

    def _columns(self) -> dict[str, NDArray[Any]]:
        numbers = self._numbers
        placed = np.flatnonzero(numbers["placed"]).astype(np.int32)
        cells = cell_keys(numbers["lat"], numbers["lng"])
        by_cell = placed[np.argsort(cells[placed], kind="stable")]
        flags = self._reading.columns.flags(self._arrived)
        points = vectors(numbers["lat"], numbers["lng"])
        return named(numbers, "price_low", "price_high", "age_min", "age_max") | {
            "flags": flags,
            "masks": masks_of(static_facets(flags), self._n),
            "points": points,
            "placed": numbers["placed"] > 0,
            "by_cell": by_cell,
            "cells": cells[by_cell],
            "points_by_cell": points[:, by_cell],
        }

    def _orders(self) -> dict[str, NDArray[np.int32]]:
        names = [
            (self._reading.readings[doc], self._reading.names[doc], self._ids[number])
            for number, doc in enumerate(self._arrived)
        ]
        by_name = np.array(sorted(range(self._n), key=names.__getitem__), np.int32)
        by_completeness = _ordered(-self._numbers["completeness"], by_name)
        capacity = self._numbers["capacity"]
        known_first = np.where(capacity < 0, np.inf, -capacity)
        orders = {
            "name": by_name,
            "complete": by_completeness,
            "price": _ordered(self._numbers["price"], by_completeness),
            "capacity": _ordered(known_first, by_completeness),
        }
        ranks = {name: np.empty(self._n, np.int32) for name in orders}
        for name, order in orders.items():
            ranks[name][order] = np.arange(self._n, dtype=np.int32)
        return {
            **{f"order_{name}": order for name, order in orders.items()},
            **{f"rank_{name}": rank for name, rank in ranks.items()},
        }

    def _strings(self) -> dict[str, NDArray[Any]]:
        ids = sorted((id_.encode(), number) for number, id_ in enumerate(self._ids))
        keys = sorted(
            (key.encode(), number)
            for number, doc in enumerate(self._arrived)
            for key in set(self._reading.keys[doc])
        )
        codes = sorted(
            (code.encode(), number)
            for number, doc in enumerate(self._arrived)
            if (code := self._reading.codes[doc])
        )
        arrays: dict[str, NDArray[Any]] = {}
        for name, pairs in (("ids", ids), ("names", keys), ("codes", codes)):
            arrays[name], arrays[f"{name}_at"] = joined(text for text, _ in pairs)
            arrays[f"{name}_docs"] = np.array([number for _, number in pairs], np.int32)
        return arrays

    def _lexicon(
        self, owners: NDArray[np.int32], ranks: NDArray[np.int32]
    ) -> dict[str, NDArray[Any]]:
        reading = self._reading
        nurseries = [(reading.chains[doc], reading.keys[doc]) for doc in self._arrived]
        return lexicon_arrays(nurseries, owners, ranks, reading.region_names, reading.analyzer.cut)

    def _documents(self, folder: Path) -> NDArray[np.int64]:
        sizes = np.array(self._reading.sizes, np.int64)
        arrived = np.append(0, np.cumsum(sizes))
        whole = mapped_bytes(folder / _ARRIVED)
        with (folder / DOCUMENTS).open("wb") as documents:
            for doc in self._arrived.tolist():
                documents.write(whole[arrived[doc] : arrived[doc + 1]])
        return np.append(0, np.cumsum(sizes[self._arrived]))


def _ordered(key: NDArray[np.float64], before: NDArray[np.int32]) -> NDArray[np.int32]:
    """Sort by a key; ties stay as they were."""
    return before[np.argsort(key[before], kind="stable")]
