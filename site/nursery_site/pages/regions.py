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
    inside: dict[str, list[FacetValue]] = {}
    for value in sorted(values, key=lambda value: (-value.count, value.value)):
        if value.count and value.value != UNPUBLISHED:
            inside.setdefault(parent(value.value), []).append(value)
    provinces = sorted(inside.get("", ()), key=lambda value: value.value)
    return tuple(_region(value, inside, reader) for value in provinces)


def _region(value: FacetValue, inside: dict[str, list[FacetValue]], reader: Reader) -> Region:
    return Region(
        text=reader.region_text(value.value),
        href=links.search(reader.locale, links.only("region", value.value)),
        count=reader.number(value.count),
        parts=tuple(_region(part, inside, reader) for part in _parts(value.value, inside, reader)),
    )


def _parts(key: str, inside: dict[str, list[FacetValue]], reader: Reader) -> Iterator[FacetValue]:
    """The divisions right below one; what only fills a level gives way to its own parts."""
    for part in inside.get(key, ()):
        if reader.fills_a_level(part.value):
            yield from _parts(part.value, inside, reader)
        else:
            yield part


def parent(key: str) -> str:
    """The key of the division around one, empty for a province."""
    return key[:4] if len(key) > 4 else key[:2] if len(key) == 4 else ""
