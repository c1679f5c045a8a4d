"""One immutable generation of the index, opened for one day: it answers and never changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from registry.nursery import Nursery, from_json
from search_index.analysis import clean
from search_index.answer import Answer, FacetValue, Hit
from search_index.bitsets import Bits, count
from search_index.clauses import Clauses, clauses, hidden
from search_index.errors import DamagedGeneration
from search_index.layout import WHOOSH
from search_index.manifest import Manifest
from search_index.parts import Parts, open_parts
from search_index.ranking import Ranking
from search_index.receipt import verify
from search_index.request import FACETS, SearchRequest
from search_index.stock import open_dir


@dataclass(frozen=True)
class Generation:
    """`refused` are the newer generations that were passed over to open this one."""

    folder: Path
    manifest: Manifest
    today: date
    parts: Parts
    refused: tuple[DamagedGeneration, ...] = ()

    @classmethod
    def open(
        cls, folder: Path, today: date, refused: tuple[DamagedGeneration, ...] = ()
    ) -> Generation:
        """Verify and map a generation. Raises `DamagedGeneration`."""
        manifest = Manifest.read(folder)
        verify(folder, manifest)
        try:
            parts = open_parts(folder, manifest.documents, today)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DamagedGeneration(folder.name, f"it cannot be opened ({error})") from error
        return cls(folder, manifest, today, parts, refused)

    def search(self, request: SearchRequest) -> Answer:
        """One page of an answer, with the counts of every facet. Raises `DamagedGeneration`."""
        request = replace(request, text=clean(request.text))
        words = self.parts.analyzer.query(request.text) if request.text else ()
        sets = clauses(self.parts, request, words)
        members = sets.all_but()
        return Answer(
            total=count(members),
            page=max(request.page, 1),
            per_page=max(request.per_page, 1),
            hits=self._hits(Ranking(self.parts, request, words), members),
            facets=self._facets(request, sets),
            words=tuple(word.typed for word in words),
            hidden=hidden(self.parts, request, sets),
            generation=self.manifest.generation,
        )

    def get(self, id_: str) -> Nursery | None:
        """The nursery with an id, `None` if this generation has none."""
        position = self.parts.ids.find(id_.encode("utf-8", "replace"))
        if position is None:
            return None
        return self._nursery(int(self.parts.ids_docs[position]))

    def nurseries(self) -> Iterator[Nursery]:
        """Every nursery, region by region."""
        return map(self._nursery, range(self.parts.n))

    def text_index(self) -> Any:
        """The Whoosh index of this generation, for what columns cannot answer."""
        return open_dir(str(self.folder / WHOOSH), readonly=True)

    def _nursery(self, doc: int) -> Nursery:
        try:
            return from_json(self.parts.document(doc))
        except ValueError as error:  # the file was written to after it was verified
            raise DamagedGeneration(self.folder.name, "a nursery cannot be read") from error

    def _hits(self, ranking: Ranking, members: Bits) -> tuple[Hit, ...]:
        docs = ranking.page(members)
        nurseries = [self._nursery(doc) for doc in docs.tolist()]
        return tuple(
            map(
                Hit,
                nurseries,
                ranking.metres(ranking.request.near, docs),
                ranking.metres(ranking.request.near2, docs),
                ranking.reasons(docs, nurseries),
            )
        )

    def _facets(self, request: SearchRequest, sets: Clauses) -> dict[str, tuple[FacetValue, ...]]:
        met = sets.all_but()
        facets = {}
        for key in FACETS:
            among = sets.all_but(key) if key in sets.sets else met
            chosen = request.choices.get(key, ())
            source = self.parts.regions if key == "region" else self.parts.facets[key]
            facets[key] = source.answer(among, chosen)
        return facets
