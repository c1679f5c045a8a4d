"""The rules of search said a second time, in plain Python over nurseries, slow and obvious."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import asin, cos, log1p, radians, sin, sqrt

import numpy as np

from registry.keys import fold, name_key
from registry.nursery import Location, Nursery
from registry.places.divisions import Divisions
from registry.places.names import short_name
from registry.vocabulary import (
    HELD,
    AgeClass,
    Filed,
    Form,
    Inclusive,
    Level,
    Nature,
    RecognitionKind,
    Setting,
)
from search_index.analysis import Analyzer
from search_index.answer import Hidden
from search_index.orders import completeness, pinyin
from search_index.request import FACETS, UNPUBLISHED, Point, SearchRequest

CLOSED = {
    "form": [*Form, UNPUBLISHED],
    "class": [*AgeClass, UNPUBLISHED],
    "price": ["published", UNPUBLISHED],
    "nature": [*Nature, UNPUBLISHED],
    "setting": [*Setting, UNPUBLISHED],
    "inclusive": [*Inclusive, UNPUBLISHED],
    "filed": [*Filed, UNPUBLISHED],
    "vacancy": ["yes", UNPUBLISHED],
}
WEIGHTS = {"name": 4.0, "trading": 3.0, "region": 2.0, "address": 1.5, "description": 1.0}
FAR = float("inf")


def values(nursery: Nursery, key: str, today: date) -> set[str]:
    """The facet values of one nursery."""
    single = {
        "nature": nursery.nature,
        "setting": nursery.setting,
        "filed": nursery.filed,
        "inclusive": nursery.inclusive(today),
        "star": nursery.star(today),
        "price": "published" if nursery.monthly_price else None,
        "vacancy": "yes" if nursery.vacancy else None,
    }
    demonstrations = nursery.states(RecognitionKind.DEMONSTRATION, today)
    graded = [
        *nursery.states(RecognitionKind.STAR, today),
        *nursery.states(RecognitionKind.GRADE, today),
    ]
    demo = [title.level for title, state in demonstrations if state in HELD]
    held = [level for level in demo if level in set(Level)]
    denied = {"demo": RecognitionKind.DEMONSTRATION, "star": RecognitionKind.STAR}
    several: dict[str, Iterable[str]] = {
        "region": nursery.region,
        "form": nursery.forms,
        "class": nursery.classes,
        "demo": held,
        "demo_state": [state for _, state in demonstrations],
        "scheme": [title.scheme for title, state in graded if state in HELD],
    }
    found = {str(single[key])} if single.get(key) is not None else set()
    found |= {str(value) for value in several.get(key, ())}
    if not found and denied.get(key) in nursery.denied:
        return {"none"}
    return found or {UNPUBLISHED}


def metres(start: Point, place: Location) -> float:
    """The straight line over a sphere, by unit vectors."""
    one, other = (
        (
            cos(radians(point.lat)) * cos(radians(point.lng)),
            cos(radians(point.lat)) * sin(radians(point.lng)),
            sin(radians(point.lat)),
        )
        for point in (start, place)
    )
    chord = sqrt(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)))
    return 2 * 6_371_008.8 * asin(min(chord / 2, 1))


@dataclass(frozen=True)
class BruteForce:
    """Answers requests over a list of nurseries for one day."""

    nurseries: list[Nursery]
    region_names: dict[str, str]
    today: date
    analyzer: Analyzer

    def search(
        self, request: SearchRequest
    ) -> tuple[int, list[str], dict[str, dict[str, int]], Hidden]:
        """Total, ids of the page, counts of every facet, and what is hidden."""
        found = [nursery for nursery in self.nurseries if self.meets(nursery, request)]
        found.sort(key=lambda nursery: self._order(nursery, request))
        first = (request.page - 1) * request.per_page
        page = [nursery.id for nursery in found[first : first + request.per_page]]
        facets = {key: self._facet(key, request) for key in FACETS}
        return len(found), page, facets, self._hidden(request)

    def meets(self, nursery: Nursery, request: SearchRequest, but: str = "") -> bool:
        """Whether a nursery meets every filter, or every one but one."""
        filters = {
            "text": self._has_text,
            "place": _is_near,
            "age": _takes_age,
            "price": self._has_price,
            **dict.fromkeys((key for key in FACETS if key != "price"), None),
        }
        for key, passes in filters.items():
            if key == but:
                continue
            if passes is None:
                if not self._chosen(nursery, key, request):
                    return False
            elif not passes(nursery, request):
                return False
        return True

    def _chosen(self, nursery: Nursery, key: str, request: SearchRequest) -> bool:
        chosen = request.choices.get(key)
        if chosen:
            return bool(values(nursery, key, self.today) & set(chosen))
        return key != "filed" or nursery.filed is not Filed.CANCELLED

    def _has_price(self, nursery: Nursery, request: SearchRequest) -> bool:
        least, most = request.price_min, request.price_max
        if least is None and most is None:
            return self._chosen(nursery, "price", request)
        price = nursery.monthly_price
        if price is None:
            return UNPUBLISHED in request.choices.get("price", ())
        low = price.high if price.low is None else price.low
        assert low is not None
        high = FAR if price.high is None else price.high
        return (least is None or high >= least) and (most is None or low <= most)

    def _has_text(self, nursery: Nursery, request: SearchRequest) -> bool:
        held = set().union(*self._terms[nursery.id].values())
        return all(
            not word.alternatives or any(held.issuperset(terms) for terms in word.alternatives)
            for word in self.analyzer.query(request.text)
        )

    def _hidden(self, request: SearchRequest) -> Hidden:
        def let_through(but: str, only: Iterable[Nursery]) -> int:
            return sum(
                self.meets(nursery, request, but) and not self.meets(nursery, request)
                for nursery in only
            )

        unpriced = [one for one in self.nurseries if one.monthly_price is None]
        ageless = [one for one in self.nurseries if one.ages is None and not one.classes]
        around = self._regions_around(request)
        nowhere = [
            one
            for one in self.nurseries
            if not one.has_distance and any(_is_around(one.region, other) for other in around)
        ]
        return Hidden(
            let_through("price", unpriced),
            let_through("age", ageless),
            let_through("place", nowhere),
        )

    def _regions_around(self, request: SearchRequest) -> set[tuple[str, ...]]:
        """Where the nurseries stand that are 5 km away or within what is asked for."""
        within = max(5.0, request.within or 0.0)
        near = replace(request, within=within, near2=None)
        return {one.region for one in self.nurseries if _is_near(one, near)}

    @cached_property
    def _places(self) -> set[str]:
        names = (Divisions.with_zones(()).names() | self.region_names).values()
        return {fold(form) for name in names for form in (name, short_name(name))}

    def _facet(self, key: str, request: SearchRequest) -> dict[str, int]:
        among = [one for one in self.nurseries if self.meets(one, request, but=key)]
        counted = Counter(value for one in among for value in values(one, key, self.today))
        chosen = request.choices.get(key, ())
        if key == "region":
            counted = self._open_regions(counted, chosen)
        shown = [*map(str, CLOSED.get(key, [])), *counted, *chosen]
        return {value: counted[value] for value in shown}

    def _open_regions(self, counted: Counter[str], chosen: tuple[str, ...]) -> Counter[str]:
        regions = [one.region or (UNPUBLISHED,) for one in self.nurseries]
        chains = {region[: n + 1] for region in regions for n in range(len(region))}
        opened = {key for chain in chains if chain[-1] in chosen for key in chain}
        shown: Counter[str] = Counter()
        for chain in sorted(chains, key=len):
            with_results = {
                other[-1] for other in chains if other[:-1] == chain[:-1] and counted[other[-1]]
            }
            if len(with_results) == 1:
                opened |= with_results
            if all(key in opened for key in chain[:-1]) and counted[chain[-1]]:
                shown[chain[-1]] = counted[chain[-1]]
        return shown

    def _order(self, nursery: Nursery, request: SearchRequest) -> tuple[object, ...]:
        reading = pinyin(self.analyzer.cut(nursery.name))
        name = (reading, nursery.name, nursery.id)
        complete = (-completeness(nursery), *name)
        price = nursery.monthly_price
        if request.sort == "name":
            return name
        if request.sort == "capacity":
            return (FAR if nursery.capacity is None else -nursery.capacity, *complete)
        if request.sort == "price":
            low = None if price is None else price.high if price.low is None else price.low
            return (FAR if low is None else low, *complete)
        distance = _distance(nursery, request)
        words = [word for word in self.analyzer.query(request.text) if word.alternatives]
        by_distance = request.sort.startswith("distance") and request.near is not None
        if words and not by_distance and fold(request.text) not in self._places:
            return (
                self._tier(nursery, request.text),
                -self._score(nursery, request),
                distance,
                *complete,
            )
        return (distance, *complete)

    def _tier(self, nursery: Nursery, text: str) -> int:
        key = name_key(text)
        keys = [name_key(name) for name in nursery.names]
        return 0 if key in keys else 1 if any(name.startswith(key) for name in keys) else 2

    def _score(self, nursery: Nursery, request: SearchRequest) -> np.float32:
        total = np.float32(0)
        for word in self.analyzer.query(request.text):
            worth = [np.float32(0)]
            for terms in word.alternatives:
                impacts = [self._impact(term, nursery) for term in terms]
                if all(impacts):
                    worth.append(np.float32(sum(impacts)) / np.float32(len(terms)))
            total += max(worth)
        return total

    def _impact(self, term: str, nursery: Nursery) -> float:
        """BM25F, rounded to 1/1024 but never to 0."""
        share = 0.0
        for name, weight in WEIGHTS.items():
            terms = self._terms[nursery.id][name]
            share += weight * terms[term] / (0.25 + 0.75 * terms.total() / self._means[name])
        if not share:
            return 0.0
        count = len(self.nurseries)
        holding = self._holding[term]
        idf = log1p((count - holding + 0.5) / (holding + 0.5))
        return max(round(idf * share * 2.2 / (share + 1.2) * 1024), 1) / 1024

    @cached_property
    def _means(self) -> dict[str, float]:
        count = max(len(self.nurseries), 1)
        return {
            name: max(sum(one[name].total() for one in self._terms.values()) / count, 1e-9)
            for name in WEIGHTS
        }

    @cached_property
    def _holding(self) -> Counter[str]:
        return Counter(term for one in self._terms.values() for term in set().union(*one.values()))

    @cached_property
    def _terms(self) -> dict[str, dict[str, Counter[str]]]:
        return {nursery.id: self._terms_of(nursery) for nursery in self.nurseries}

    def _terms_of(self, nursery: Nursery) -> dict[str, Counter[str]]:
        street = [nursery.address, nursery.street, nursery.community]
        regions = [self.region_names[key] for key in nursery.region]
        return {
            "name": Counter(self.analyzer.name_terms([nursery.name])),
            "trading": Counter(self.analyzer.name_terms(nursery.names[1:])),
            "region": Counter(self.analyzer.address_terms(regions)),
            "address": Counter(self.analyzer.address_terms(part for part in street if part)),
            "description": Counter(self.analyzer.words(nursery.description or "")),
        }


def _is_around(region: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether no more is known of a place than a division that another lies in."""
    return other[: len(region)] == region and (bool(region) or not other)


def _is_near(nursery: Nursery, request: SearchRequest) -> bool:
    if request.within is None or request.near is None:
        return True
    if nursery.location is None or not nursery.has_distance:
        return False
    starts = [start for start in (request.near, request.near2) if start]
    return all(metres(start, nursery.location) <= request.within * 1000 for start in starts)


def _takes_age(nursery: Nursery, request: SearchRequest) -> bool:
    months = request.age
    if months is None:
        return True
    if nursery.ages is not None:
        return nursery.ages[0] <= months <= nursery.ages[1]
    taken = {"infant": (6, 12), "junior": (12, 24), "senior": (24, 36), "mixed": (18, 36)}
    if nursery.classes:
        return any(taken[one][0] <= months <= taken[one][1] for one in nursery.classes)
    return UNPUBLISHED in request.choices.get("class", ())


def _distance(nursery: Nursery, request: SearchRequest) -> float:
    if request.near is None:
        return 0
    if nursery.location is None or not nursery.has_distance:
        return FAR
    starts = [start for start in (request.near, request.near2) if start]
    found = [round(metres(start, nursery.location)) for start in starts]
    return sum(found) if request.sort == "distance_sum" else max(found)
