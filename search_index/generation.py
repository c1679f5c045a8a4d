"""One immutable generation of the index, opened for one day: it answers and never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Final

from registry.nursery import Nursery, from_json
from registry.vocabulary import AgeClass, Filed
from search_index.analysis import Word, clean
from search_index.answer import Answer, Found, Hidden, Hit
from search_index.bitsets import Docs
from search_index.clauses import clauses, takes_unknown_ages
from search_index.counting import Counting
from search_index.errors import DamagedGeneration
from search_index.facets import shown
from search_index.figures import Figure, Held, Measure, counting, held
from search_index.filing import FilingCheck, FilingDesk
from search_index.ladder import Relaxation, relaxations
from search_index.layout import OVERVIEW
from search_index.lexicon import Lexicon
from search_index.manifest import Manifest
from search_index.maps import ResultMap, result_map
from search_index.meeting import Meeting, meeting
from search_index.parts import Parts, open_parts
from search_index.peers import PricePeers, price_peers
from search_index.price_bars import Spans, price_bars, spans
from search_index.ranking import Ranking
from search_index.receipt import verify
from search_index.request import FACETS, UNPUBLISHED, Point, SearchRequest
from search_index.statistics import Statistics
from search_index.suggest import Suggestion
from search_index.understanding import Understood

NEIGHBOURHOOD: Final = 5.0
"""Kilometres: a nursery without a place is missed in the districts that begin this near."""

PARSED: Final = 128
"""Nurseries a worker keeps parsed, those of the last pages: about 1 MB."""


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

    def search(self, request: SearchRequest, *, mapped: bool = False) -> Answer:
        """One page of an answer, with the counts of every facet. Raises `DamagedGeneration`.

        `mapped`: with the map of the whole result, if its view is not switched off, and with the
        bars of its prices, a range of prices left aside.
        """
        request = replace(request, text=clean(request.text))
        words = self.words(request.text)
        ranking, met = self._meet(request, words)
        found = self._found(ranking, met)
        return Answer(
            total=found.total,
            page=max(request.page, 1),
            per_page=max(request.per_page, 1),
            hits=self._hits(ranking, found.documents),
            facets={
                key: shown(key, found.facets[key], request.choices.get(key, ())) for key in FACETS
            },
            words=tuple(word.typed for word in words),
            hidden=hidden(self.parts, request, met, found.facets),
            generation=self.manifest.generation,
            map=self._map(request, met, found.documents) if mapped else None,
            prices=self._prices(met) if mapped else (),
        )

    def _prices(self, met: Meeting) -> tuple[int, ...]:
        return price_bars(self._price_spans, met.docs_but("price"))

    @cached_property
    def _price_spans(self) -> Spans:
        return spans(self.parts.price_low, self.parts.price_high)

    def _map(self, request: SearchRequest, met: Meeting, shown: Docs) -> ResultMap | None:
        return result_map(self.parts.places, self.parts.world, request, met.docs, shown)

    def understand(self, text: str, within: Iterable[str] = ()) -> Understood:
        """What a typed sentence means; `within` are the divisions already chosen."""
        return self.lexicon.reader.understand(text, within)

    def corrections(self, text: str, limit: int = 3, *, by_sound: bool = False) -> tuple[str, ...]:
        """您是不是要找: other texts to search for, where the text itself is nobody's name.

        `by_sound`: only those that sound alike, where something is found without them.
        """
        return self.lexicon.corrections.of(text, limit, by_sound=by_sound)

    def mended(self, text: str, left: Iterable[str]) -> str | None:
        """A text with the words that nobody holds replaced by what they sound like."""
        return self.lexicon.mending.of(text, left)

    def check_filing(self, text: str) -> FilingCheck:
        """Which nurseries a name, an address or a credit code means."""
        return self._desk.check(text)

    def suggest(
        self, text: str, limit: int = 8, policies: Mapping[str, str] | None = None
    ) -> tuple[Suggestion, ...]:
        """What may become of a text while it is typed; `policies` are titles by slug."""
        return self.lexicon.suggestions.suggest(text, limit, policies or {})

    def relaxations(self, request: SearchRequest) -> tuple[Relaxation, ...]:
        """Single relaxations of a request that find more, with their counts."""
        words = tuple(word.typed for word in self.words(request.text) if word.alternatives)
        return relaxations(request, words, Counting(self.parts, self.words))

    def count(self, request: SearchRequest) -> int:
        """How many nurseries a request finds."""
        request = replace(request, text=clean(request.text))
        return self._meet(request, self.words(request.text))[1].total

    def find(self, request: SearchRequest, words: tuple[Word, ...] | None = None) -> Found:
        """Total, page and counts by number, without reading a nursery.

        `words` are those of the request's text, if the caller has them already.
        """
        said = self.words(clean(request.text)) if words is None else words
        return self._found(*self._meet(request, said))

    def whole(self, request: SearchRequest, most: int) -> tuple[int, Iterator[Hit]]:
        """How many a request finds, and its first hits in their order, read one by one.

        The hits say no reasons.
        """
        request = replace(request, text=clean(request.text), page=1, per_page=most)
        ranking, met = self._meet(request, self.words(request.text))
        docs = ranking.page(met)
        first, second = (ranking.metres(start, docs) for start in (request.near, request.near2))
        rows = zip(docs.tolist(), first, second, strict=True)
        return met.total, (Hit(self._parse(doc), one, two, ()) for doc, one, two in rows)

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a clean text, as the documents were cut."""
        return self.lexicon.corrections.words(clean(text)) if text else ()

    def _meet(self, request: SearchRequest, words: tuple[Word, ...]) -> tuple[Ranking, Meeting]:
        lists = [self.parts.postings.word(word.alternatives) for word in words if word.alternatives]
        met = meeting(self.parts, clauses(self.parts, request, lists))
        places = self.lexicon.reader.divisions(request.text)
        return Ranking(self.parts, request, words, lists, places), met

    def _found(self, ranking: Ranking, met: Meeting) -> Found:
        counted = met.counts()
        chosen = ranking.request.choices.get("region", ())
        counted["region"] = self.parts.regions.counts(met.before, chosen)
        return Found(met.total, ranking.page(met), counted)

    def get(self, id_: str) -> Nursery | None:
        """The nursery with an id, `None` if this generation has none."""
        position = self.parts.ids.find(id_.encode("utf-8", "replace"))
        if position is None:
            return None
        return self._nursery(int(self.parts.ids_docs[position]))

    def coded(self, credit_code: str) -> int:
        """How many nurseries have this whole 统一社会信用代码, without reading one."""
        return len(self.parts.codes.equal_to(credit_code.encode("utf-8", "replace")))

    def with_code(self, credit_code: str) -> Iterator[Nursery]:
        """The nurseries with this whole code, region by region."""
        found = self.parts.codes.equal_to(credit_code.encode("utf-8", "replace"))
        return (self._nursery(int(self.parts.codes_docs[position])) for position in found)

    def nurseries(self) -> Iterator[Nursery]:
        """Every nursery, region by region."""
        return map(self._nursery, range(self.parts.n))

    def figure(self, measure: Measure, region: str | None = None) -> Figure | None:
        """A measure of a division, or of everything; `None` where the copy holds none of it."""
        found = self._held(region)
        if found is None or (measure == "capacity" and not found.with_places):
            return None
        if measure == "capacity":
            value, known = found.places, found.with_places
        else:
            value, known = self.count(counting(measure, region)), found.nurseries
        return Figure(measure, region, value, known, found.nurseries, found.as_of)

    @cached_property
    def _held(self) -> Callable[[str | None], Held | None]:
        return lru_cache(maxsize=512)(partial(held, self.parts))

    def price_peers(self, nursery: Nursery, age_class: AgeClass | None) -> PricePeers | None:
        """The full-day fees of other nurseries of its county, or of its city if those are few."""
        divisions = nursery.region[:0:-1]
        return price_peers(self.statistics, self.parts, nursery.id, divisions, age_class)

    def nearest(self, nursery: Nursery, within: float, limit: int) -> tuple[Hit, ...]:
        """The nearest other filed nurseries within some kilometres; none without a place."""
        if nursery.location is None or not nursery.has_distance:
            return ()
        here = Point(nursery.location.lat, nursery.location.lng)
        request = SearchRequest(
            choices={"filed": (Filed.YES,)},
            near=here,
            within=within,
            sort="distance",
            per_page=limit + 1,
        )
        ranking, met = self._meet(request, ())
        hits = self._hits(ranking, ranking.page(met))
        return tuple(hit for hit in hits if hit.nursery.id != nursery.id)[:limit]

    def holds(self, key: str) -> bool:
        """Whether the copy holds a nursery of a division, one of cancelled filing too."""
        return self.parts.regions.hold(key)

    @cached_property
    def statistics(self) -> Statistics:
        """The figures of every division on the generation's day."""
        return Statistics(self.folder, self.parts, self.today)

    def overview(self) -> bytes:
        """What the build was told of all nurseries together, as `registry.overview` wrote it."""
        return (self.folder / OVERVIEW).read_bytes()

    def identifiers(self) -> list[str]:
        """The id of every nursery, by document number."""
        ids = [""] * self.parts.n
        for position, doc in enumerate(self.parts.ids_docs.tolist()):
            ids[doc] = self.parts.ids[position].decode()
        return ids

    @cached_property
    def _desk(self) -> FilingDesk:
        return FilingDesk(self.lexicon, self._nursery)

    def _nursery(self, doc: int) -> Nursery:
        return self._parsed(doc)

    @cached_property
    def _parsed(self) -> Callable[[int], Nursery]:
        return lru_cache(maxsize=PARSED)(self._parse)

    def _parse(self, doc: int) -> Nursery:
        try:
            return from_json(self.parts.document(doc))
        except ValueError as error:  # the file was written to after it was verified
            raise DamagedGeneration(self.folder.name, "a nursery cannot be read") from error

    def _hits(self, ranking: Ranking, docs: Docs) -> tuple[Hit, ...]:
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


def _around(within: float) -> float:
    """The kilometres around a start point whose districts are its neighbourhood."""
    return max(within, NEIGHBOURHOOD)


def hidden(
    parts: Parts, request: SearchRequest, met: Meeting, counted: dict[str, dict[str, int]]
) -> Hidden:
    """How many more would match if what is not published were let through.

    Without a place: those of the districts around the start point, which may be near.
    """
    without_price = without_age = without_place = 0
    prices = request.choices.get("price", ())
    priced = prices or (request.price_min, request.price_max) != (None, None)
    if priced and UNPUBLISHED not in prices:
        without_price = counted["price"][UNPUBLISHED]
    if request.age is not None and not takes_unknown_ages(request):
        without_age = met.failing_only("age", parts.ages.unknown)
    if request.within is not None and request.near is not None:
        around = parts.regions.around(parts.places.within(request.near, _around(request.within)))
        without_place = met.failing_only("place", parts.nowhere & around)
    return Hidden(without_price, without_age, without_place)
