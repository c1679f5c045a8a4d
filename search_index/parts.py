"""The mapped parts of one generation, opened for one day."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search_index.analysis import Analyzer, analyzer_for
from search_index.bitsets import Bits, Docs, pack
from search_index.columns import Ages, Column, static_facets
from search_index.facets import Facet, FacetTable, table
from search_index.layout import DOCUMENTS, LISTS, WORDS, mapped, mapped_bytes
from search_index.maps import World, world
from search_index.masks import FacetMasks, facet_masks
from search_index.orders import STATIC
from search_index.places import Places
from search_index.postings import DenseTerms, Postings
from search_index.regions import Regions
from search_index.strings import StringTable
from search_index.timelines import facets_of


@dataclass(frozen=True)
class Parts:
    """Everything a search reads. Documents are numbered from 0 to `n - 1`, region by region."""

    n: int
    postings: Postings
    facets: dict[str, Facet]
    table: FacetTable
    masks: FacetMasks
    regions: Regions
    places: Places
    ages: Ages
    price_low: Column
    price_high: Column
    orders: dict[str, Docs]  # by the names of `orders.STATIC`
    ranks: dict[str, Column]  # each document's position in these orders
    ids: StringTable
    ids_docs: Docs
    names: StringTable  # keys of all names, sorted
    names_docs: Docs
    codes: StringTable  # 统一社会信用代码 as published, sorted; one may stand for several places
    codes_docs: Docs
    documents: memoryview
    documents_at: NDArray[np.int64]
    words: str  # the dictionary the documents were cut with

    @cached_property
    def nowhere(self) -> Bits:
        """The documents without a place."""
        return pack(~self.places.placed)

    @cached_property
    def world(self) -> World:
        """The documents on the world that maps are windows of."""
        return world(self.places)

    @property
    def analyzer(self) -> Analyzer:
        """The analyzer of documents and queries; made at the first query with text."""
        return analyzer_for(self.words)

    def document(self, doc: int) -> bytes:
        """The JSON of one nursery."""
        return bytes(self.documents[self.documents_at[doc] : self.documents_at[doc + 1]])


def open_parts(folder: Path, n: int, today: date) -> Parts:
    """Map the files of a verified generation and derive what depends on the day."""
    lists = json.loads((folder / LISTS).read_bytes())
    tables = {name: mapped(folder, name) for name in ("titles", "changes", "inclusive", "denied")}
    flags = mapped(folder, "flags")
    static = static_facets(flags)
    of_today = facets_of(today, tables, lists["schemes"], lists["levels"], n)
    dated = {facet.key: facet for facet in of_today}
    facets = static | dated
    age_min = mapped(folder, "age_min")
    return Parts(
        n=n,
        postings=Postings(
            n,
            StringTable(*(mapped(folder, f"terms{part}") for part in ("", "_at", "_heads"))),
            mapped(folder, "postings_at"),
            mapped(folder, "postings"),
            mapped(folder, "impacts"),
            DenseTerms(
                **{one.name: mapped(folder, f"dense_{one.name}") for one in fields(DenseTerms)}
            ),
        ),
        facets=facets,
        table=table(static.values(), flags, of_today),
        masks=facet_masks(mapped(folder, "masks"), static, dated, n),
        regions=Regions(lists["regions"], n),
        places=Places(**{one.name: mapped(folder, one.name) for one in fields(Places)}),
        ages=Ages(age_min, mapped(folder, "age_max"), pack(age_min >= 0), facets["class"]),
        price_low=mapped(folder, "price_low"),
        price_high=mapped(folder, "price_high"),
        orders={name: mapped(folder, f"order_{name}") for name in STATIC},
        ranks={name: mapped(folder, f"rank_{name}") for name in STATIC},
        ids=_strings(folder, "ids"),
        ids_docs=mapped(folder, "ids_docs"),
        names=_strings(folder, "names"),
        names_docs=mapped(folder, "names_docs"),
        codes=_strings(folder, "codes"),
        codes_docs=mapped(folder, "codes_docs"),
        documents=mapped_bytes(folder / DOCUMENTS),
        documents_at=mapped(folder, "documents"),
        words=(folder / WORDS).read_text("utf-8"),
    )


def _strings(folder: Path, name: str) -> StringTable:
    return StringTable(mapped(folder, name), mapped(folder, f"{name}_at"))
