"""Places with their counts as a tree: provinces, their cities, and the cities' districts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nursery_site import links
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.answer import FacetValue
from search_index.request import UNPUBLISHED

DISTRICTS_UP_TO = 24
"""Cities in the copy up to which their districts are listed at once."""


@dataclass(frozen=True, slots=True)
class Region:
    """A division with the number of its nurseries and the search for them."""

    text: Text
    href: str
    count: str
    parts: tuple[Region, ...]


def regions(values: Iterable[FacetValue], reader: Reader) -> tuple[Region, ...]:
    """The tree of all divisions that hold nurseries, provinces first."""
    counts = {value.value: value.count for value in values if value.count}
    counts.pop(UNPUBLISHED, None)
    cities = sum(len(key) == 4 for key in counts)
    depth = 3 if cities <= DISTRICTS_UP_TO else 2
    provinces = sorted(key for key in counts if len(key) == 2)
    return tuple(_region(key, counts, depth - 1, reader) for key in provinces)


def _region(key: str, counts: dict[str, int], depth: int, reader: Reader) -> Region:
    length = len(key) + 2
    parts = sorted(
        (part for part in counts if part.startswith(key) and _level(part) == length),
        key=lambda part: (-counts[part], part),
    )
    return Region(
        text=reader.region_text(key),
        href=links.search(reader.locale, links.only("region", key)),
        count=reader.number(counts[key]),
        parts=tuple(_region(part, counts, depth - 1, reader) for part in parts) if depth else (),
    )


def _level(key: str) -> int:
    return min(len(key), 6) if "z" not in key else 6
