"""The demonstration's lists as files, and what an operator types beside each.

The same number of nurseries, seed and day give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from registry.demo.draft import PublishedList
from registry.demo.files import publish
from registry.demo.growth import grow
from registry.demo.lists import city_lists, seeded_lists
from registry.demo.places import City, inhabited
from registry.demo.titles import Calendar, award
from registry.demo.world import DemoNursery

__all__ = ["PublishedList", "world", "write"]


def world(nurseries: int, seed: int, today: date) -> Iterator[tuple[City, tuple[DemoNursery, ...]]]:
    """City by city the fictional nurseries, so that memory holds one city at a time."""
    first = 0
    for city, count in inhabited(nurseries):
        yield city, award(grow(city, count, first, seed, today), Calendar(today))
        first += count


def write(
    folder: Path, *, nurseries: int = 2000, seed: int = 1, today: date
) -> tuple[PublishedList, ...]:
    """Write the lists into a folder, in the order in which they are to be imported.

    The folder is made if need be. Geocode files come last, since they need the addresses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [
        publish(folder, draft)
        for city, inhabitants in world(nurseries, seed, today)
        for draft in (
            *city_lists(city, inhabitants, Calendar(today)),
            *seeded_lists(city, inhabitants, Calendar(today), seed),
        )
    ]
    return tuple(sorted(written, key=lambda one: one.kind == "geocode"))
