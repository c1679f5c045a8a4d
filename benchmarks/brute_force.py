"""The right answers, counted over rows in plain NumPy, without the index: slow and obvious."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from benchmarks.rows import FACETS, Row, chord_square, unit_vector
from search_index.analysis import Word
from search_index.request import Point, SearchRequest

Flags = NDArray[np.bool_]
Numbers = NDArray[np.float64]
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as every engine gets it: with its words already analysed."""

    request: SearchRequest
    words: tuple[Word, ...]

    @property
    def said(self) -> list[Word]:
        """The words that filter."""
        return [word for word in self.words if word.alternatives]


@dataclass(frozen=True, slots=True)
class Given:
    """What an engine answers: the total, the rows of the first page, and counts by facet.

    `facets["region"]` counts divisions: all provinces, and what is below a chosen division
    or one that holds it. An engine may count more, but nothing wrong.
    """

    total: int
    top: list[int]
    facets: Counts


class BruteForce:
    """All rows as columns; terms are kept only where a search asks for them."""

    def __init__(self, rows: Iterable[Row], asked: Iterable[Asked]) -> None:
        wanted = {
            term
            for one in asked
            for word in one.said
            for terms in word.alternatives
            for term in terms
        }
        holders = {term: array("i") for term in wanted}
        values: dict[tuple[str, str], array[int]] = defaultdict(lambda: array("i"))
        districts = array("i")
        numbers = array("d")
        for row in rows:
            for term in wanted.intersection(row.terms):
                holders[term].append(row.number)
            for key, of_row in zip(FACETS, row.values, strict=True):
                for value in of_row:
                    values[key, value].append(row.number)
            districts.append(int(row.region[-1]))
            numbers.extend((row.price, row.capacity, row.complete, row.place is not None))
            numbers.extend(row.point)
        self.n = len(districts)
        self._districts = np.array(districts)
        table = np.ascontiguousarray(np.array(numbers).reshape(-1, 7).T)
        self._price, self._capacity, self._complete, self._placed = table[:4]
        self._points = table[4:]
        self._terms = {term: self._flags(rows) for term, rows in holders.items()}
        self._values = {pair: self._flags(rows) for pair, rows in values.items()}

    def _flags(self, rows: array[int]) -> Flags:
        flags = np.zeros(self.n, np.bool_)
        flags[np.array(rows)] = True
        return flags

    @cached_property
    def _everything(self) -> Flags:
        return np.ones(self.n, np.bool_)

    def members(self, asked: Asked, but: str = "") -> Flags:
        """Which rows meet every filter, or every one but the one of a facet."""
        found = self._everything.copy()
        for word in asked.said:
            found &= self._any([self._all(terms) for terms in word.alternatives])
        request = asked.request
        if request.near is not None and request.within is not None:
            found &= self._squares(request.near) <= chord_square(request.within)
        for key, chosen in request.choices.items():
            if key != but:
                found &= self._any([self._value(key, value) for value in chosen])
        if request.price_max is not None and but != "price":
            found &= (self._price >= 0) & (self._price <= request.price_max)
        if "filed" not in request.choices and but != "filed":
            found &= ~self._value("filed", "cancelled")
        return found

    def wrong(self, asked: Asked, given: Given) -> str | None:
        """What is wrong with an answer, `None` if nothing."""
        found = self.members(asked)
        if given.total != found.sum():
            return f"{given.total} instead of {found.sum()} found"
        if len(set(given.top)) != min(20, given.total) or not found[given.top].all():
            return "the first page holds others than those found"
        key = self._key(asked.request)
        if key is not None:
            best = np.sort(key[found])[:20]
            if not np.allclose(key[given.top], best, rtol=0, atol=1e-9):
                return "the first page is not in order"
        return self._wrong_counts(asked, given)

    def _wrong_counts(self, asked: Asked, given: Given) -> str | None:
        for key in (*FACETS, "region"):
            among = self.members(asked, but=key)
            counted = given.facets[key]
            for value in {*self._required(key, asked.request), *counted}:
                right = int((self._value(key, value) & among).sum())
                if counted.get(value, 0) != right:
                    return f"{key}={value} counts {counted.get(value, 0)} instead of {right}"
        return None

    def _required(self, key: str, request: SearchRequest) -> set[str]:
        if key != "region":
            return {value for facet, value in self._values if facet == key}
        keys = {f"{code}"[:length] for code in np.unique(self._districts) for length in (2, 4, 6)}
        return {value for value in keys if required_region(value, request)}

    def _key(self, request: SearchRequest) -> Numbers | None:
        """What must ascend, where engines agree on it; all rank words in their own way."""
        match request.sort:
            case "distance" if request.near is not None:
                return self._squares(request.near)
            case "price":
                return self._known(self._price, self._price)
            case "capacity":
                return self._known(self._capacity, -self._capacity)
            case "relevance" if not request.text and request.near is None:
                return self._known(self._complete, -self._complete)
        return None

    def _known(self, number: Numbers, key: Numbers) -> Numbers:
        """The key, with what nobody published behind everything."""
        return np.where(number < 0, np.inf, key)

    def _squares(self, near: Point) -> Numbers:
        start = np.array(unit_vector(near.lat, near.lng))[:, np.newaxis]
        squares: Numbers = ((self._points - start) ** 2).sum(axis=0)
        squares[self._placed == 0] = np.inf
        return squares

    def _value(self, key: str, value: str) -> Flags:
        if key == "region":
            inside: Flags = self._districts // 10 ** (6 - len(value)) == int(value)
            return inside
        found = self._values.get((key, value))
        return ~self._everything if found is None else found

    def _all(self, terms: tuple[str, ...]) -> Flags:
        every: Flags = np.logical_and.reduce([self._terms[term] for term in terms])
        return every

    def _any(self, flags: list[Flags]) -> Flags:
        either: Flags = np.logical_or.reduce(flags)
        return either


def required_region(key: str, request: SearchRequest) -> bool:
    """Whether a division has to be counted: a province, or a child of one that is open."""
    return len(key) == 2 or any(
        chosen.startswith(key[:-2]) for chosen in request.choices.get("region", ())
    )
