"""Places with their counts as a tree: provinces, their cities, and the cities' districts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nursery_site import links
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.answer import FacetValue
from search_index.request import UNPUBLISHED


@dataclass(frozen=True, slots=True)
class Region:
    """A division with the number of its nurseries and the search for them."""

    text: Text
    href: str
    count: str
    parts: tuple[Region, ...]


def regions(values: Iterable[FacetValue], reader: Reader) -> tuple[Region, ...]:
    """The tree of the counted divisions, provinces first, the fullest first inside each."""
    counts = {value.value: value.count for value in values if value.count}
    counts.pop(UNPUBLISHED, None)
    return tuple(_region(key, counts, reader) for key in sorted(counts) if len(key) == 2)


def _region(key: str, counts: dict[str, int], reader: Reader) -> Region:
    parts = sorted(_parts(key, counts, reader), key=lambda part: (-counts[part], part))
    return Region(
        text=reader.region_text(key),
        href=links.search(reader.locale, links.only("region", key)),
        count=reader.number(counts[key]),
        parts=tuple(_region(part, counts, reader) for part in parts),
    )


def _parts(key: str, counts: dict[str, int], reader: Reader) -> Iterator[str]:
    """The divisions right below one; what only fills a level gives way to its own parts."""
    for part in counts:
        if parent(part) == key:
            if reader.fills_a_level(part):
                yield from _parts(part, counts, reader)
            else:
                yield part


def parent(key: str) -> str:
    """The key of the division around one, empty for a province."""
    return key[:4] if len(key) > 4 else key[:2] if len(key) == 4 else ""
