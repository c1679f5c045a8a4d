"""Our own engine, built from nurseries and asked through `Generation.find`.

Its build reads, analyses and indexes whole nurseries; the peers get rows of finished terms.
"""

from __future__ import annotations

from benchmarks.brute_force import Asked, Given
from benchmarks.corpus import TODAY, nurseries, region_names
from benchmarks.engines import Corpus
from search_index.store import Store


class Engine:
    """A store of one generation."""

    def build(self, corpus: Corpus) -> None:
        """Build and open; the nurseries are made while building, which is in its time."""
        store = Store(corpus.folder)
        store.build(
            nurseries(corpus.nurseries),
            revision="benchmark",
            fictional=True,
            region_names=region_names(),
        )
        self._generation = store.open_current(TODAY)
        identifiers = self._generation.identifiers()
        self._rows = [int(one[1:]) for one in identifiers]

    def answer(self, asked: Asked) -> Given:
        """One search."""
        found = self._generation.find(asked.request, asked.words)
        rows = self._rows
        return Given(found.total, [rows[doc] for doc in found.documents.tolist()], found.facets)

    def close(self) -> None:
        """Nothing is held but maps."""
