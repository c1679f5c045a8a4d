"""The table of divisions as committed: `divisions.csv` and the other names in `aliases.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from registry.places.names import short_name

_FILLERS: Final = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})


@dataclass(frozen=True, slots=True)
class Division:
    """A province (`32`), city (`3205`), county (`320582`) or functional zone (`3209z1`).

    `filler` marks a second level that only codes know, such as 北京市 between 北京市 and 西城区.
    """

    key: str
    name: str
    short: str
    parent: str | None
    filler: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """A functional zone (功能区) that a published list counts as a district of its city.

    `key` is ours, `<city key>z<number>`; no code table has these zones.
    """

    key: str
    city: str
    name: str


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name: `former`, by which a unit was published once, or `nickname`, never so."""

    name: str
    key: str
    kind: str


@cache
def divisions() -> dict[str, Division]:
    """Every division of the table by key, a parent before its children."""
    names = {row["key"]: row["name"] for row in _rows("divisions.csv")}
    return {key: _division(key, name, names) for key, name in names.items()}


@cache
def aliases() -> tuple[Alias, ...]:
    """The names of `aliases.csv`."""
    return tuple(Alias(row["name"], row["key"], row["kind"]) for row in _rows("aliases.csv"))


def zone_division(zone: Zone) -> Division:
    """The zone as a division under its city."""
    return Division(zone.key, zone.name, zone.name, zone.city)


def inside(key: str, region: str) -> bool:
    """Whether a division is the region or lies in it; keys alone tell."""
    return key == region or ("z" not in region and key.startswith(region))


def _division(key: str, name: str, names: dict[str, str]) -> Division:
    parent = key[:-2] or None
    filler = len(key) == 4 and (name in _FILLERS or name == names[key[:2]])
    return Division(key, name, short_name(name), parent, filler)


def _rows(file: str) -> Iterator[dict[str, str]]:
    text = (files("registry.places") / file).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
