"""What a generation knows of words beside its postings: names, readings, beginnings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from registry.keys import name_key
from registry.nursery import Nursery, from_json
from search_index import pinyin, suggest
from search_index.beginnings import suggestion_arrays
from search_index.corrections import Corrections
from search_index.layout import mapped
from search_index.names import Names, by_document
from search_index.parts import Parts
from search_index.pinyin import Readings
from search_index.reading_tables import name_pairs, reading_arrays
from search_index.suggest import Suggestions
from search_index.understanding import Reader
from search_index.understanding.mending import Mending

_NAMES: Final = ("names_order", "names_order_at")


def lexicon_arrays(
    nurseries: list[tuple[tuple[str, ...], tuple[str, ...]]],
    owners: NDArray[np.int32],
    ranks: NDArray[np.int32],
    region_names: Mapping[str, str],
    cut: Callable[[str], list[str]],
) -> dict[str, NDArray[Any]]:
    """Every array of a lexicon, for the region and name keys of each document in its order.

    `owners` are the documents of the sorted table of names, `ranks` the documents' positions in
    the order of completeness.
    """
    used: Iterable[str] = {key for chain, _ in nurseries for key in chain}
    places = [region_names[key] for key in used if key in region_names]
    held = (key for _, keys in nurseries for key in keys)
    counted = name_pairs((*held, *map(name_key, places)))
    return (
        by_document(owners, len(nurseries))
        | reading_arrays(counted)
        | suggestion_arrays(nurseries, ranks, region_names, cut)
    )


@dataclass(frozen=True)
class Lexicon:
    """The parts that read what is typed; opened with the generation."""

    parts: Parts
    region_names: Mapping[str, str]
    arrays: Mapping[str, NDArray[Any]]

    @classmethod
    def open(cls, folder: Path, parts: Parts, region_names: Mapping[str, str]) -> Lexicon:
        """Map the arrays of a verified generation."""
        names = (*_NAMES, *pinyin.ARRAYS, *suggest.ARRAYS)
        return cls(parts, region_names, {name: mapped(folder, name) for name in names})

    @cached_property
    def names(self) -> Names:
        """Which names hold a text."""
        return Names.of(self.parts, self.arrays)

    @cached_property
    def corrections(self) -> Corrections:
        """What a text may have meant."""
        return Corrections(self.parts, self.names, Readings(self.arrays))

    @cached_property
    def suggestions(self) -> Suggestions:
        """What a beginning may become."""
        return Suggestions(
            self.arrays,
            self.region_names,
            self.names,
            Readings(self.arrays),
            self._nursery,
        )

    @cached_property
    def mending(self) -> Mending:
        """What a mistyped phrase or place may be."""
        regions, reading = self.parts.regions, self.corrections.readings.reading
        return Mending(self.reader.places.spellings, regions.hold, reading)

    @cached_property
    def reader(self) -> Reader:
        """What a sentence means here."""
        return Reader(
            self.parts.analyzer,
            self.region_names,
            self.names.hold,
            self.corrections.is_held,
            self.corrections.is_a_slip,
            self.suggestions.sound,
        )

    def _nursery(self, doc: int) -> Nursery:
        return from_json(self.parts.document(doc))
