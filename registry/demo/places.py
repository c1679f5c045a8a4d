"""Where the fictional nurseries stand: real cities and districts, with approximate centres.

`centres.csv` holds, city by city, the districts that the demonstration uses. A row without a
key is a functional zone, which published lists name as a district though no code table has it.
The centres are rounded to about 100 m, in GCJ-02, from general knowledge; every nursery is
scattered around one of them, so no point is a real address.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from registry.places.table import divisions

MAIN_CITIES = ("5105", "1301", "2101", "5001", "3201", "3205")


@dataclass(frozen=True, slots=True)
class District:
    """One district. `key` is `None` for a functional zone; `lng` and `lat` are GCJ-02 degrees."""

    key: str | None
    name: str
    weight: int
    lng: float
    lat: float


@dataclass(frozen=True, slots=True)
class City:
    """One city with its districts. `weight` is its share of the nurseries."""

    key: str
    name: str
    area_code: str
    weight: int
    districts: tuple[District, ...]

    @property
    def province(self) -> str:
        """The name of the province: `四川省`."""
        return divisions()[self.key[:2]].name

    @property
    def short_name(self) -> str:
        """The name as people say it, and as companies carry it: `泸州`."""
        return divisions()[self.key].short

    @property
    def is_main(self) -> bool:
        """Whether the city is one of the six that are told in many lists."""
        return self.key in MAIN_CITIES

    @property
    def region(self) -> str:
        """The division key that an operator types: `5105`, or `50` for 重庆."""
        return self.key[:2] if divisions()[self.key].filler else self.key


@cache
def cities() -> tuple[City, ...]:
    """All cities, those of `MAIN_CITIES` first."""
    table = files("registry.demo").joinpath("centres.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    starts = [at for at, row in enumerate(rows) if not row["lng"]]
    blocks = pairwise([*starts, len(rows)])
    return tuple(_city(rows[start], rows[start + 1 : end]) for start, end in blocks)


def _city(row: dict[str, str], districts: list[dict[str, str]]) -> City:
    return City(
        row["key"],
        row["name"],
        row["area_code"],
        int(row["weight"]),
        tuple(map(_district, districts)),
    )


def _district(row: dict[str, str]) -> District:
    place = float(row["lng"]), float(row["lat"])
    return District(row["key"] or None, row["name"], int(row["weight"]), *place)


def apportion(total: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Whole shares of a total, proportional to the weights.

    >>> apportion(10, (2, 1, 1))
    (5, 3, 2)
    """
    shares = []
    left, weight_left = total, sum(weights)
    for weight in weights:
        share = -(-left * weight // weight_left)  # rounded up: the first are the main ones
        shares.append(share)
        left -= share
        weight_left -= weight
    return tuple(shares)


def inhabited(total: int) -> tuple[tuple[City, int], ...]:
    """The cities used for so many nurseries, each with its number of them.

    Below 4,000 only some of the smaller cities take part: a few full lists tell more than
    many lists of five rows.
    """
    used = cities()[: len(MAIN_CITIES) + max(4, total // 160)]
    shares = apportion(total, tuple(city.weight for city in used))
    return tuple((city, share) for city, share in zip(used, shares, strict=True) if share)
