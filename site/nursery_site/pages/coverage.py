"""What the copy covers, city by city: how many nurseries, and as of when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.ledger.records import Coverage


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """What the copy holds of one city; `cancelled` filings are no part of `nurseries`.

    `as_of` is the day of its newest filing list, or says that there is none.
    """

    place: Text
    districts: Text | None
    href: str
    nurseries: str
    cancelled: str
    as_of: str


def coverage_lines(coverage: Iterable[Coverage], reader: Reader) -> tuple[CoverageLine, ...]:
    """One line for each city, in the order of their keys."""
    held: dict[str, list[Coverage]] = {}
    for district in coverage:
        held.setdefault(district.region[:4], []).append(district)
    return tuple(_line(city, held[city], reader) for city in sorted(held))


def _line(city: str, districts: list[Coverage], reader: Reader) -> CoverageLine:
    names = [reader.region_names.get(one.region, one.region) for one in districts]
    inside = [name for one, name in zip(districts, names, strict=True) if one.region != city]
    newest = max((one.as_of for one in districts if one.as_of), default=None)
    return CoverageLine(
        place=reader.place((city[:2], city)),
        districts=reader.data("、".join(inside)) if inside else None,
        href=links.search(reader.locale, links.only("region", city)),
        nurseries=reader.number(sum(one.nurseries for one in districts)),
        cancelled=reader.number(sum(one.cancelled for one in districts)),
        as_of=reader.day(newest) if newest else gettext("No filing list"),
    )
