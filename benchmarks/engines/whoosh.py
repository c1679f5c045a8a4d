"""Plain Whoosh 2.7.4: its own writer, its own searcher, its own `groupedby`.

`groupedby` collects one query's groups, so every facet with a choice of its own needs a search
more. Numbers are indexed as integers: a sortable float field fails in this release.
"""

from __future__ import annotations

from typing import Any, Final

from whoosh import fields, query, sorting

from benchmarks.brute_force import Asked, Given, required_region
from benchmarks.engines import Corpus
from benchmarks.rows import EARTH_RADIUS, FACETS, Row, chord_square, unit_vector
from search_index.request import SearchRequest
from search_index.stock import SpaceSeparatedTokenizer, create_in

_REGIONS: Final = ("province", "city", "district")
_MICRO: Final = 1_000_000
_SORTS: Final = {
    "price": "by_price",
    "capacity": "by_capacity",
    "name": "number",
    "relevance": "by_complete",
}


class Engine:
    """One index of one segment."""

    def build(self, corpus: Corpus) -> None:
        """One process and 512 MB, the fastest setting found for it."""
        keywords = fields.KEYWORD(scorable=False, sortable=True)
        number = fields.NUMERIC(int, bits=64, signed=True, sortable=True)
        schema = fields.Schema(
            terms=fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False),
            number=fields.NUMERIC(int, sortable=True, stored=True),
            **dict.fromkeys((*FACETS, *_REGIONS), keywords),
            **dict.fromkeys(("yuan", "lat", "lng"), number),
            **dict.fromkeys(("by_price", "by_capacity", "by_complete"), number),
        )
        self._points: list[tuple[float, float, float]] = []
        index = create_in(str(corpus.folder), schema)
        writer = index.writer(limitmb=512)
        for row in corpus.rows():
            self._points.append(row.point)
            writer.add_document(**_document(row))
        writer.commit(optimize=True)
        self._searcher = index.searcher()

    def answer(self, asked: Asked) -> Given:
        """One search for the page and what nobody chose from, one more per facet chosen."""
        request, clauses = asked.request, _clauses(asked)
        if request.near is not None and request.within is not None:
            clauses["place"] = self._near(request, clauses.pop("place"))
        whole = query.And(list(clauses.values()))
        own = {key for key in clauses if key in FACETS}
        words = bool(asked.words) and request.sort == "relevance"
        order = None if words or request.sort == "distance" else _sorted_by(request)
        limit = None if request.sort == "distance" else 20
        found, facets = self._counted(
            whole, [key for key in FACETS if key not in own], order, limit
        )
        for key in own:
            others = query.And([clause for name, clause in clauses.items() if name != key])
            facets |= self._counted(others, [key], None, 1)[1]
        facets["region"] = self._regions(request, clauses)
        # A search by score with groups hands back more than its limit (whoosh.collectors).
        top = [hit["number"] for hit in found[: limit or len(found)]]
        if request.sort == "distance":
            top = sorted(top, key=lambda row: self._square(request, row))[:20]
        return Given(len(found), top, facets)

    def _counted(
        self, asked: Any, keys: list[str], order: Any, limit: int | None
    ) -> tuple[Any, dict[str, dict[str, int]]]:
        groups = sorting.Facets()
        for key in keys:
            groups.add_facet(
                key, sorting.FieldFacet(key, allow_overlap=True, maptype=sorting.Count)
            )
        found = self._searcher.search(
            asked, limit=limit, groupedby=groups, sortedby=order, optimize=False
        )
        counts: dict[str, dict[str, int]] = {key: dict(found.groups(key)) for key in keys}
        for of_key in counts.values():
            of_key.pop("", None)
            of_key.pop(None, None)  # type: ignore[call-overload]  # what has no value
        return found, counts

    def _regions(self, request: SearchRequest, clauses: dict[str, Any]) -> dict[str, int]:
        others = query.And([clause for name, clause in clauses.items() if name != "region"])
        keys = list(_REGIONS) if "region" in clauses else ["province"]
        counts = self._counted(others, keys, None, 1)[1]
        return {
            value: count
            for of_key in counts.values()
            for value, count in of_key.items()
            if required_region(value, request)
        }

    def _near(self, request: SearchRequest, box: Any) -> Any:
        assert request.within is not None  # noqa: S101  # for the types
        most = chord_square(request.within)
        documents = [
            number
            for number in self._searcher.docs_for_query(box)
            if self._square(request, number) <= most
        ]
        return (
            query.Or(
                [
                    query.Term("number", self._searcher.schema["number"].to_bytes(n))
                    for n in documents
                ]
            )
            if documents
            else query.NullQuery
        )

    def _square(self, request: SearchRequest, row: int) -> float:
        assert request.near is not None  # noqa: S101  # for the types
        start = unit_vector(request.near.lat, request.near.lng)
        return sum((a - b) ** 2 for a, b in zip(self._points[row], start, strict=True))

    def close(self) -> None:
        """Close the files."""
        self._searcher.close()


def _document(row: Row) -> dict[str, Any]:
    document: dict[str, Any] = {"terms": " ".join(row.terms), "number": row.number}
    for name, values in zip(FACETS, row.values, strict=True):
        document[name] = " ".join(values)
    document |= dict(zip(_REGIONS, row.region, strict=True))
    if row.price >= 0:
        document["yuan"] = row.price
    if row.place is not None:
        document["lat"], document["lng"] = (round(value * _MICRO) for value in row.place)
    document["by_complete"] = -row.complete
    document["by_price"] = row.price if row.price >= 0 else 1 << 40
    document["by_capacity"] = -row.capacity
    return document


def _sorted_by(request: SearchRequest) -> str:
    return _SORTS[request.sort]


def _clauses(asked: Asked) -> dict[str, Any]:
    request = asked.request
    clauses: dict[str, Any] = {"every": query.Every()}
    for position, word in enumerate(asked.said):
        either = [
            query.And([query.Term("terms", term) for term in terms]) for terms in word.alternatives
        ]
        clauses[f"word {position}"] = query.Or(either)
    if asked.said:
        del clauses["every"]
    for key, chosen in request.choices.items():
        clauses[key] = query.Or([_value(key, value) for value in chosen])
    if request.price_max is not None:
        clauses["price"] = query.NumericRange("yuan", 0, request.price_max)
    if "filed" not in clauses:
        clauses["filed"] = query.Not(query.Term("filed", "cancelled"))
    if request.near is not None and request.within is not None:
        lat = request.within * 1000 / EARTH_RADIUS * 57.2957796 + 1e-6
        lng = lat / unit_vector(abs(request.near.lat) + lat, 0.0)[0]
        clauses["place"] = query.And(
            [_degrees("lat", request.near.lat, lat), _degrees("lng", request.near.lng, lng)]
        )
    return clauses


def _value(key: str, value: str) -> Any:
    return query.Term(
        {2: "province", 4: "city", 6: "district"}[len(value)] if key == "region" else key, value
    )


def _degrees(name: str, at: float, margin: float) -> Any:
    return query.NumericRange(name, int((at - margin) * _MICRO), int((at + margin) * _MICRO) + 1)
