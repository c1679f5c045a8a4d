"""Facets as a table: each value a set of documents, each count one AND and one popcount."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from registry.vocabulary import AgeClass, Filed, Form, Nature, Setting
from search_index.answer import FacetValue
from search_index.bitsets import Bits, Flags, counts, nothing
from search_index.request import UNPUBLISHED

STATIC: Final[dict[str, tuple[str, ...]]] = {
    "form": (*Form, UNPUBLISHED),
    "class": (*AgeClass, UNPUBLISHED),
    "price": ("published", UNPUBLISHED),
    "nature": (*Nature, UNPUBLISHED),
    "setting": (*Setting, UNPUBLISHED),
    "filed": (*Filed, UNPUBLISHED),
    "vacancy": ("yes", UNPUBLISHED),
}
"""The facets that no date changes, with all their values: kept on disk."""

CLOSED: Final = frozenset((*STATIC, "inclusive"))
"""Small sets that are always answered whole, zeros included: a value that is absent is news.

Values of the others are answered where they have a count or were chosen.
"""


@dataclass(frozen=True)
class Facet:
    """One facet: `bits` has a row per value, shape (values, words)."""

    key: str
    values: tuple[str, ...]
    bits: NDArray[np.uint64]

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {value: position for position, value in enumerate(self.values)}

    def any_of(self, chosen: tuple[str, ...]) -> Bits:
        """The documents with one of the values; a value nobody has matches nobody."""
        rows = [self._positions[value] for value in chosen if value in self._positions]
        union: Bits = np.bitwise_or.reduce(self.bits[rows], axis=0)
        return union

    def value(self, name: str) -> Bits:
        """The documents with one value."""
        return self.any_of((name,))


@dataclass(frozen=True)
class FacetTable:
    """Several facets one below the other, to be counted in one go.

    `present` names the values that are counted, by facet, in the order of all `rows`.
    """

    facets: tuple[Facet, ...]
    present: tuple[tuple[str, ...], ...]
    rows: tuple[NDArray[np.uint64], ...]

    def counts(self, members: Bits) -> dict[str, dict[str, int]]:
        """How many of the documents have each value of each facet."""
        counted = iter([count for rows in self.rows for count in counts(rows, members)])
        return {
            facet.key: dict.fromkeys(facet.values, 0) | dict(zip(present, counted, strict=False))
            for facet, present in zip(self.facets, self.present, strict=True)
        }


def table(static: Iterable[Facet], flags: NDArray[np.uint64], dated: Iterable[Facet]) -> FacetTable:
    """The facets as one table: the static ones over their mapped `flags`, which are not copied,
    and those of the day without values that nobody has."""
    of_day = tuple(dated)
    filled: list[Flags] = [np.any(facet.bits, axis=1) for facet in of_day]
    present = [
        tuple(value for value, there in zip(facet.values, of_facet, strict=True) if there)
        for facet, of_facet in zip(of_day, filled, strict=True)
    ]
    rows = [facet.bits[of_facet] for facet, of_facet in zip(of_day, filled, strict=True)]
    fixed = tuple(static)
    return FacetTable(
        (*fixed, *of_day),
        (*(facet.values for facet in fixed), *present),
        (flags, np.concatenate(rows)),
    )


def shown(key: str, counted: Mapping[str, int], chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    """Every value to show, with its count; what was chosen is shown though nobody has it."""
    whole = key in CLOSED
    values = [
        FacetValue(value, count, value in chosen)
        for value, count in counted.items()
        if count or whole or value in chosen
    ]
    unknown = [value for value in dict.fromkeys(chosen) if value not in counted]
    return (*values, *(FacetValue(value, 0, selected=True) for value in unknown))


def facet(key: str, sets: dict[str, Bits], n: int) -> Facet:
    """A facet of these values, in their order."""
    rows = np.array(list(sets.values()), np.uint64).reshape(len(sets), len(nothing(n)))
    return Facet(key, tuple(str(value) for value in sets), rows)
