"""Where a nursery is, how sure that is, and the ways to get there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nursery_site import maps
from nursery_site.catalogs import gettext
from nursery_site.pages.evidence import Evidence, Other, Reference
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry import fields
from registry.nursery import Nursery

ABROAD: Final = frozenset({"71", "81", "82"})
"""Divisions in which no map shifts coordinates: Taiwan, Hong Kong, Macau."""


@dataclass(frozen=True, slots=True)
class MapLink:
    """A link to one map."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`address` is a legal string; `sureness` says what the coordinate is worth."""

    district: Text
    address: Name | None
    maps: tuple[MapLink, ...]
    maps_hint: str
    sureness: str
    coordinate: str | None
    references: tuple[Reference, ...]
    others: tuple[Other, ...]
    place_references: tuple[Reference, ...]


def whereabouts(nursery: Nursery, evidence: Evidence, reader: Reader) -> Whereabouts:
    """The address, and links to maps: to the place where it is known, else to the address."""
    links = _links(nursery, reader)
    return Whereabouts(
        district=reader.place(nursery.region),
        address=reader.name(nursery.address) if nursery.address else None,
        maps=(
            ()
            if links is None
            else (
                MapLink(gettext("AMap"), links.amap),
                MapLink(gettext("Baidu Maps"), links.baidu),
                MapLink(gettext("Tencent Maps"), links.tencent),
            )
        ),
        maps_hint=_maps_hint(nursery),
        sureness=_sureness(nursery),
        coordinate=_coordinate(nursery),
        references=evidence.references(fields.ADDRESS, fields.STREET, fields.COMMUNITY),
        others=evidence.others(fields.ADDRESS),
        place_references=evidence.references(fields.LOCATION),
    )


def _links(nursery: Nursery, reader: Reader) -> maps.MapLinks | None:
    address = nursery.address or ""
    if nursery.location is not None and nursery.has_distance:
        mainland = nursery.region[0] not in ABROAD
        return maps.to_place(nursery.location, nursery.name, address, mainland=mainland)
    if not address:
        return None
    city = next((reader.region_names.get(key, "") for key in nursery.region if len(key) == 4), "")
    return maps.to_address(address, city)


def _maps_hint(nursery: Nursery) -> str:
    if nursery.has_distance:
        return gettext("Opens the place in a map of your choice.")
    return gettext("Looks the address up in a map of your choice; please check what it finds.")


def _sureness(nursery: Nursery) -> str:
    if nursery.location is None:
        if nursery.coordinate is not None:
            return gettext(
                "A coordinate is published, but not in which system; it gives no distance."
            )
        return gettext("No coordinate is published, so there is no distance.")
    if not nursery.has_distance:
        return gettext("Only the district or village is located, so there is no distance.")
    if nursery.location.precision == "road":
        return gettext("The coordinate finds the road, not the door. Distances are straight lines.")
    return gettext("Distances are straight lines.")


def _coordinate(nursery: Nursery) -> str | None:
    if nursery.location is not None:
        place = nursery.location
        datum = {"wgs84": "WGS-84", "gcj02": "GCJ-02", "bd09": "BD-09"}[place.datum]
        return f"{place.published_lat}, {place.published_lng} ({datum})"
    if nursery.coordinate is not None:
        return f"{nursery.coordinate.lat}, {nursery.coordinate.lng}"
    return None
