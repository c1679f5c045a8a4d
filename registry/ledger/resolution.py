"""Claims of the store as resolved nurseries: some of them, or all in one walk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import Engine, Row, Select

from registry.ledger import queries
from registry.ledger.records import Source
from registry.ledger.revision import Revision
from registry.places.divisions import Divisions
from registry.publicity import with_ends
from registry.resolving import Resolved, resolve
from registry.schemes import Scheme, scheme_for
from registry.standing import Said
from registry.vocabulary import RecognitionKind


@dataclass(frozen=True)
class Resolution:
    """Everything that turns claims into nurseries, as of one revision.

    `merged` leads from the numbers of nurseries to those they were decided to be.
    """

    engine: Engine
    revision: Revision
    merged: Mapping[int, int]
    divisions: Callable[[], Divisions]
    schemes: Mapping[str, Scheme]

    def some(self, numbers: Iterable[int]) -> Iterator[tuple[int, Resolved, tuple[Said, ...]]]:
        """Some nurseries that stand, each by its number, with only their own sources loaded."""
        own = list(dict.fromkeys(numbers))
        absorbed = sorted(other for other, target in self.merged.items() if target in set(own))
        rows = self._all(queries.claims_of([*own, *absorbed], self.revision)) if own else []
        if not rows:
            return
        sources = self._sources({row.source_id for row in rows})
        by_nursery: dict[int, list[Row[Any]]] = defaultdict(list)
        # Its own claims first, then those of the nurseries that were decided to be the same.
        for row in sorted(rows, key=lambda row: row.nursery_id in self.merged):
            by_nursery[self.merged.get(row.nursery_id, row.nursery_id)].append(row)
        ids = {row.nursery_id: row.public_id for row in rows}
        chain_of = self.divisions().chain
        for number, claims in by_nursery.items():
            if number in ids:
                said = tuple(queries.said(row, sources) for row in claims)
                resolved = resolve(ids[number], said, chain_of, self._scheme_of)
                yield number, self._with_ends(resolved), said

    def all(self) -> Iterator[Resolved]:
        """Every nursery that stands, in the order of first appearance, as it is read."""
        chain_of, sources = self.divisions().chain, self._sources()
        absorbed: dict[int, list[int]] = defaultdict(list)
        for other, own in self.merged.items():
            absorbed[own].append(other)
        with self.engine.connect() as connection:
            statement = queries.claims_of(None, self.revision)
            rows = connection.execution_options(yield_per=5000).execute(statement)
            for number, group in groupby(rows, key=lambda row: row.nursery_id):
                if number in self.merged:
                    continue
                claims = list(group)
                if absorbed[number]:
                    claims += self._all(queries.claims_of(absorbed[number], self.revision))
                said = (queries.said(row, sources) for row in claims)
                resolved = resolve(claims[0].public_id, said, chain_of, self._scheme_of)
                yield self._with_ends(resolved)

    def _with_ends(self, resolved: Resolved) -> Resolved:
        nursery = resolved.nursery
        titles = with_ends(nursery.recognitions, self.schemes)
        if titles == nursery.recognitions:
            return resolved
        return replace(resolved, nursery=replace(nursery, recognitions=titles))

    def _scheme_of(
        self, kind: RecognitionKind, level: str | None, region: tuple[str, ...], label: str
    ) -> str:
        return scheme_for(self.schemes, kind, level, region, label)

    def _sources(self, ids: Iterable[int] | None = None) -> dict[int, Source]:
        return {row.id: queries.source(row) for row in self._all(queries.sources(ids))}

    def _all(self, statement: Select[Any]) -> list[Row[Any]]:
        with self.engine.connect() as connection:
            return list(connection.execute(statement).all())
