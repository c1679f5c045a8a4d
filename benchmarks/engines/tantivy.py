"""tantivy-py: fast fields and terms aggregations, one aggregation per choice that is left out.

It has no geometry: a box of latitudes and longitudes is fetched with its fast fields, measured
here, and the rows that are near enough are asked for by number.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import tantivy

from benchmarks.brute_force import Asked, Given, required_region
from benchmarks.engines import Corpus
from benchmarks.rows import EARTH_RADIUS, FACETS, Row, chord_square, unit_vector
from search_index.request import Point, SearchRequest

_FIELDS = (*FACETS, "province", "city", "district")
_MOST = 1 << 40
_RANK = {
    "relevance": "by_complete",
    "price": "by_price",
    "capacity": "by_capacity",
    "name": "by_name",
}
_MUST, _SHOULD, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


class Engine:
    """One index of one segment, values as numbers."""

    def build(self, corpus: Corpus) -> None:
        """Index with two threads, merged into one segment."""
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
        for name in _FIELDS:
            builder.add_unsigned_field(name, indexed=True, fast=True)
        for name in ("number", "yuan", *_RANK.values()):
            builder.add_unsigned_field(name, indexed=True, fast=True)
        for name in ("lat", "lng"):
            builder.add_float_field(name, indexed=True, fast=True)
        self._schema = builder.build()
        self._codes: dict[str, dict[str, int]] = {name: {} for name in _FIELDS}
        self._points = np.zeros((corpus.nurseries, 3))
        index = tantivy.Index(self._schema, str(corpus.folder))
        writer = index.writer(512_000_000, num_threads=2)
        for row in corpus.rows():
            writer.add_document(self._document(row))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._values = {
            name: {code: v for v, code in codes.items()} for name, codes in self._codes.items()
        }
        self._searcher = index.searcher()

    def _document(self, row: Row) -> Any:
        document = tantivy.Document()
        document.add_text("terms", " ".join(row.terms))
        regions = dict(zip(_FIELDS[-3:], row.region, strict=True))
        for name, values in zip(FACETS, row.values, strict=True):
            for value in values:
                document.add_unsigned(name, self._code(name, value))
        for name, value in regions.items():
            document.add_unsigned(name, self._code(name, value))
        document.add_unsigned("number", row.number)
        if row.price >= 0:
            document.add_unsigned("yuan", row.price)
        if row.place is not None:
            document.add_float("lat", row.place[0])
            document.add_float("lng", row.place[1])
        self._points[row.number] = row.point
        document.add_unsigned("by_complete", row.complete)
        document.add_unsigned("by_price", _MOST - row.price if row.price >= 0 else 0)
        document.add_unsigned("by_capacity", row.capacity + 1)
        document.add_unsigned("by_name", row.number)
        return document

    def _code(self, name: str, value: str) -> int:
        codes = self._codes[name]
        return codes.setdefault(value, len(codes))

    def answer(self, asked: Asked) -> Given:
        """A search for the page, an aggregation for the counts, and one per facet chosen."""
        request, clauses = asked.request, self._clauses(asked)
        near = None
        if "box" in clauses:
            near = self._near(request, self._numbers_of(clauses.pop("box"), 1 << 20))
            clauses["place"] = (_MUST, self._filter(self._numbered(near)))
        query = self._all_but(clauses)
        own = {key for key in clauses if key in FACETS}
        total, facets = self._counts(query, [key for key in FACETS if key not in own])
        for key in own:
            facets |= self._counts(self._all_but(clauses, key), [key])[1]
        facets["region"] = self._regions(request, clauses)
        if request.sort == "distance" and near is not None:
            found = self._numbers_of((_MUST, query), max(total, 1))
            top = found[np.argsort(self._squares(request, found), kind="stable")[:20]].tolist()
        else:
            top = self._page(query, None if asked.words else _RANK[request.sort])
        return Given(total, top, facets)

    def _page(self, query: Any, rank: str | None) -> list[int]:
        found = self._searcher.search(query, 20, count=False, order_by_field=rank)
        addresses = [address for _, address in found.hits]
        if not addresses:
            return []
        return [int(number) for number in self._searcher.fast_field_values("number", addresses)]

    def _numbers_of(self, pair: Any, most: int) -> Any:
        query = tantivy.Query.boolean_query([pair])
        found = self._searcher.search(query, most, count=False, order_by_field="number")
        return np.array([key for key, _ in found.hits], np.int64)

    def _near(self, request: SearchRequest, numbers: Any) -> Any:
        assert request.within is not None  # noqa: S101  # for the types
        return numbers[self._squares(request, numbers) <= chord_square(request.within)]

    def _squares(self, request: SearchRequest, numbers: Any) -> Any:
        assert request.near is not None  # noqa: S101  # for the types
        start = np.array(unit_vector(request.near.lat, request.near.lng))
        return ((self._points[numbers] - start) ** 2).sum(axis=1)

    def _numbered(self, numbers: Any) -> Any:
        return tantivy.Query.term_set_query(self._schema, "number", numbers.tolist())

    def _clauses(self, asked: Asked) -> dict[str, Any]:
        request = asked.request
        clauses: dict[str, Any] = {}
        for position, word in enumerate(asked.said):
            clauses[f"word {position}"] = (_MUST, self._word(word.alternatives))
        for key, chosen in request.choices.items():
            clauses[key] = (_MUST, self._filter(self._choice(key, chosen)))
        if request.price_max is not None:
            affordable = self._range("yuan", tantivy.FieldType.Unsigned, 0, request.price_max)
            clauses["price"] = (_MUST, self._filter(affordable))
        if "filed" not in request.choices:
            cancelled = self._codes["filed"].get("cancelled", _MOST)
            clauses["filed"] = (_NOT, self._term("filed", cancelled))
        if request.near is not None and request.within is not None:
            clauses["box"] = (_MUST, self._box(request.near, request.within))
        return clauses

    def _box(self, near: Point, kilometres: float) -> Any:
        lat = kilometres * 1000 / EARTH_RADIUS * 57.2957796 + 1e-6
        lng = lat / unit_vector(abs(near.lat) + lat, 0.0)[0]
        return _every(
            [
                (
                    _MUST,
                    self._range("lat", tantivy.FieldType.Float, near.lat - lat, near.lat + lat),
                ),
                (
                    _MUST,
                    self._range("lng", tantivy.FieldType.Float, near.lng - lng, near.lng + lng),
                ),
            ]
        )

    def _filter(self, query: Any) -> Any:
        """What only filters is not scored."""
        return tantivy.Query.const_score_query(query, 0.0)

    def _range(self, name: str, kind: Any, low: float, high: float) -> Any:
        return tantivy.Query.range_query(self._schema, name, kind, low, high)

    def _word(self, alternatives: tuple[tuple[str, ...], ...]) -> Any:
        either = [
            _every([(_MUST, self._term("terms", term)) for term in terms]) for terms in alternatives
        ]
        return either[0] if len(either) == 1 else _every([(_SHOULD, one) for one in either])

    def _term(self, name: str, value: str | int) -> Any:
        return tantivy.Query.term_query(self._schema, name, value)

    def _choice(self, key: str, chosen: tuple[str, ...]) -> Any:
        pairs = []
        for value in chosen:
            name = {2: "province", 4: "city", 6: "district"}[len(value)] if key == "region" else key
            pairs.append((_SHOULD, self._term(name, self._codes[name].get(value, _MOST))))
        return _every(pairs)

    def _all_but(self, clauses: dict[str, Any], key: str = "") -> Any:
        pairs = [pair for name, pair in clauses.items() if name != key]
        if all(occur == _NOT for occur, _ in pairs):
            pairs.append((_MUST, tantivy.Query.all_query()))
        return _every(pairs)

    def _counts(self, query: Any, keys: list[str]) -> tuple[int, dict[str, dict[str, int]]]:
        wanted: dict[str, Any] = {key: {"terms": {"field": key, "size": 5000}} for key in keys}
        wanted["all"] = {"value_count": {"field": "number"}}
        answer = self._searcher.aggregate(query, wanted)
        counts = {
            key: {
                self._values[key][int(one["key"])]: one["doc_count"]
                for one in answer[key]["buckets"]
            }
            for key in keys
        }
        return int(answer["all"]["value"]), counts

    def _regions(self, request: SearchRequest, clauses: dict[str, Any]) -> dict[str, int]:
        chosen = request.choices.get("region", ())
        keys = ["province"]
        if chosen:
            keys += ["city"] if max(map(len, chosen)) == 2 else ["city", "district"]
        _, counts = self._counts(self._all_but(clauses, "region"), keys)
        return {
            value: count
            for of_key in counts.values()
            for value, count in of_key.items()
            if required_region(value, request)
        }

    def close(self) -> None:
        """Nothing is held but maps."""


def _every(pairs: list[Any]) -> Any:
    return tantivy.Query.boolean_query(pairs)
