"""One immutable generation of the index, opened for one day: it answers and never changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from registry.nursery import Nursery, from_json
from search_index.analysis import Word, clean
from search_index.answer import Answer, FacetValue, Hit
from search_index.bitsets import Bits, count
from search_index.clauses import Clauses, clauses, hidden
from search_index.errors import DamagedGeneration
from search_index.ladder import Relaxation, relaxations
from search_index.layout import WHOOSH
from search_index.lexicon import Lexicon
from search_index.manifest import Manifest
from search_index.parts import Parts, open_parts
from search_index.ranking import Ranking
from search_index.receipt import verify
from search_index.request import FACETS, SearchRequest
from search_index.stock import open_dir
from search_index.suggest import Suggestion
from search_index.understanding import Understood


@dataclass(frozen=True)
class Generation:
    """`refused` are the newer generations that were passed over to open this one."""

    folder: Path
    manifest: Manifest
    today: date
    parts: Parts
    lexicon: Lexicon
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
            lexicon = Lexicon.open(folder, parts, manifest.region_names)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DamagedGeneration(folder.name, f"it cannot be opened ({error})") from error
        return cls(folder, manifest, today, parts, lexicon, refused)

    def search(self, request: SearchRequest) -> Answer:
        """One page of an answer, with the counts of every facet."""
        request = replace(request, text=clean(request.text))
        words = self._words(request.text)
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

    def understand(self, text: str, within: Iterable[str] = ()) -> Understood:
        """What a typed sentence means; `within` are the divisions already chosen."""
        return self.lexicon.reader.understand(text, within)

    def corrections(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """您是不是要找: other texts to search for, where the text itself is nobody's name."""
        return self.lexicon.corrections.of(text, limit)

    def suggest(
        self, text: str, limit: int = 8, policies: Mapping[str, str] | None = None
    ) -> tuple[Suggestion, ...]:
        """What may become of a text while it is typed; `policies` are titles by slug."""
        return self.lexicon.suggestions.suggest(text, limit, policies or {})

    def relaxations(self, request: SearchRequest) -> tuple[Relaxation, ...]:
        """Single relaxations of a request that find more, with their counts."""
        words = tuple(word.typed for word in self._words(request.text) if word.alternatives)
        return relaxations(request, words, self.count)

    def count(self, request: SearchRequest) -> int:
        """How many nurseries a request finds."""
        return count(clauses(self.parts, request, self._words(request.text)).all_but())

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

    def _words(self, text: str) -> tuple[Word, ...]:
        return self.lexicon.corrections.words(clean(text)) if text else ()

    def _nursery(self, doc: int) -> Nursery:
        return from_json(self.parts.document(doc))

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
