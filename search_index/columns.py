"""The columns of a generation: one row per document, in the order of regions.

Numbers that nobody published are -1. Prices are whole yuan, rounded so that comparing them with
whole yuan asks the same as comparing the published ones: the low end up, the high end down.
Where only a ceiling is published it is both ends; a floor without a ceiling is open above.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from registry.nursery import Nursery
from registry.vocabulary import AgeClass
from search_index.bitsets import Bits, Flags, of_docs, pack
from search_index.facets import STATIC, Facet
from search_index.orders import completeness
from search_index.request import UNPUBLISHED

CLASS_AGES: Final[dict[AgeClass, tuple[int, int]]] = {
    AgeClass.INFANT: (6, 12),
    AgeClass.JUNIOR: (12, 24),
    AgeClass.SENIOR: (24, 36),
    AgeClass.MIXED: (18, 36),
}
"""Months each class type takes, ends included (托育机构设置标准(试行), 国卫人口发〔2019〕58号)."""

Column = NDArray[np.int32]
_LARGEST = 2**31 - 1


def static_values(nursery: Nursery) -> dict[str, Iterable[str]]:
    """The values of a nursery in each facet that no date changes, without 未公布."""
    return {
        "form": nursery.forms,
        "class": nursery.classes,
        "price": ("published",) if nursery.monthly_price else (),
        "nature": (nursery.nature,) if nursery.nature else (),
        "setting": (nursery.setting,) if nursery.setting else (),
        "filed": (nursery.filed,) if nursery.filed else (),
        "vacancy": ("yes",) if nursery.vacancy else (),
    }


@dataclass
class ColumnRows:
    """Collects the columns while nurseries are read, in the order they come."""

    facts: array[float] = field(default_factory=lambda: array("d"))
    masks: array[int] = field(default_factory=lambda: array("I"))

    def add(self, nursery: Nursery) -> None:
        """Note one nursery."""
        self.facts.extend(_facts(nursery))
        said = static_values(nursery)
        for key, places in _PLACES.items():
            mask = 0
            for value in said[key]:
                mask |= places[value]
            self.masks.append(mask or places[UNPUBLISHED])

    def table(self, docs: NDArray[np.int64]) -> dict[str, NDArray[np.float64]]:
        """The numbers by name; `docs` lists the rows in their final order."""
        table = np.array(self.facts, np.float64).reshape(-1, len(_NAMES))[docs]
        return dict(zip(_NAMES, table.T, strict=True))

    def flags(self, docs: NDArray[np.int64]) -> NDArray[np.uint64]:
        """The static facets' rows one below the other, in the order of `facets.STATIC`."""
        masks = np.array(self.masks, np.uint32).reshape(-1, len(STATIC))[docs]
        rows = [
            of_docs(np.flatnonzero(masks[:, column] >> np.uint32(position) & 1), len(docs))
            for column, values in enumerate(STATIC.values())
            for position in range(len(values))
        ]
        return np.array(rows, np.uint64)


_PLACES: Final = {
    key: {value: 1 << place for place, value in enumerate(values)} for key, values in STATIC.items()
}
"""The bit of every value of the static facets."""

_NAMES: Final = (
    "price_low",
    "price_high",
    "price",  # what the order by price compares
    "capacity",
    "age_min",
    "age_max",
    "lat",
    "lng",
    "placed",
    "completeness",
)


def _facts(nursery: Nursery) -> tuple[float, ...]:
    price = nursery.monthly_price
    low = None if price is None else price.high if price.low is None else price.low
    high = _LARGEST if price is None or price.high is None else min(floor(price.high), _LARGEST)
    place = nursery.location if nursery.has_distance else None
    ages = nursery.ages or (-1, -1)
    return (
        -1 if low is None else min(ceil(low), _LARGEST),
        -1 if price is None else high,
        np.inf if low is None else low,
        -1 if nursery.capacity is None else nursery.capacity,
        *ages,
        place.lat if place else 0,
        place.lng if place else 0,
        1 if place else 0,
        completeness(nursery),
    )


def static_facets(flags: NDArray[np.uint64]) -> dict[str, Facet]:
    """The static facets over their mapped rows."""
    facets, start = {}, 0
    for key, values in STATIC.items():
        end = start + len(values)
        facets[key] = Facet(key, tuple(map(str, values)), flags[start:end])
        start = end
    return facets


@dataclass(frozen=True, slots=True)
class Ages:
    """Which nurseries take a child of an age in months."""

    age_min: Column
    age_max: Column
    with_ages: Bits
    classes: Facet

    def taking(self, months: int) -> Bits:
        """Published ages decide; where there are none, the class types do."""
        fitting = (self.age_min <= months) & (months <= self.age_max) & (self.age_min >= 0)
        suited = tuple(
            name.value for name, (first, last) in CLASS_AGES.items() if first <= months <= last
        )
        by_class = self.classes.any_of(suited) & ~self.with_ages
        return pack(fitting) | by_class

    @property
    def unknown(self) -> Bits:
        """Neither ages nor classes are published."""
        return self.classes.value(UNPUBLISHED) & ~self.with_ages


def price_overlap(
    low: Column, high: Column, published: Bits, bounds: tuple[int | None, int | None]
) -> Bits:
    """The documents whose published span meets a range of whole yuan, ends included."""
    meets = prices_meet(low, high, bounds)
    return pack(meets) & published


def prices_meet(low: Column, high: Column, bounds: tuple[int | None, int | None]) -> Flags:
    """Which spans meet a range of whole yuan, whether or not they are published."""
    least, most = bounds
    meets: Flags = np.ones(len(low), np.bool_)
    if least is not None:
        meets &= high >= min(max(least, -1), _LARGEST)
    if most is not None:
        meets &= low <= min(max(most, -1), _LARGEST)
    return meets


def named(table: Mapping[str, NDArray[np.float64]], *names: str) -> dict[str, Column]:
    """Columns of whole numbers."""
    return {name: table[name].astype(np.int32) for name in names}
