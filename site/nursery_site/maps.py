"""Links that hand a place over to AMap, Baidu and Tencent, each in its own datum and order.

AMap takes longitude first and GCJ-02; Baidu latitude first and BD-09; Tencent latitude first and
GCJ-02. Where a place was published in the map's own datum, the published coordinate is handed
over, not one computed twice. Sources: the vendors' URI documents (lbs.amap.com/api/uri-api,
lbsyun.baidu.com, lbs.qq.com/webApi/uriV1). Only https, and no vendor's script.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

from registry.nursery import Location
from registry.places.coordinates import from_wgs84
from registry.vocabulary import Datum

REFERRER: Final = "shanyu"
_SEPARATORS: Final = str.maketrans("", "", ":;|：；｜")


@dataclass(frozen=True, slots=True)
class MapLinks:
    """One link per map."""

    amap: str
    baidu: str
    tencent: str


def to_place(location: Location, name: str, address: str, *, mainland: bool) -> MapLinks:
    """Markers at a place. `mainland`: elsewhere no system shifts anything."""
    amap_lat, amap_lng = _in_datum(location, Datum.GCJ02, mainland=mainland)
    baidu_lat, baidu_lng = _in_datum(location, Datum.BD09, mainland=mainland)
    return MapLinks(
        amap="https://uri.amap.com/marker?"
        + _query(position=f"{amap_lng},{amap_lat}", name=name, coordinate="gaode", src=REFERRER),
        baidu="https://api.map.baidu.com/marker?"
        + _query(
            location=f"{baidu_lat},{baidu_lng}",
            title=name,
            content=address,
            coord_type="bd09ll",
            output="html",
            src=f"webapp.{REFERRER}",
        ),
        tencent="https://apis.map.qq.com/uri/v1/marker?"
        + _query(
            marker=f"coord:{amap_lat},{amap_lng};title:{_plain(name)};addr:{_plain(address)}",
            coord_type="2",
            referer=REFERRER,
        ),
    )


def to_address(address: str, city: str) -> MapLinks:
    """Searches for an address, for a nursery without a place on the map."""
    return MapLinks(
        amap="https://uri.amap.com/search?" + _query(keyword=address, city=city, src=REFERRER),
        baidu="https://api.map.baidu.com/geocoder?"
        + _query(address=f"{city}{address}", output="html", src=f"webapp.{REFERRER}"),
        tencent="https://apis.map.qq.com/uri/v1/search?"
        + _query(keyword=address, region=city, referer=REFERRER),
    )


def _in_datum(location: Location, datum: Datum, *, mainland: bool) -> tuple[str, str]:
    """Latitude and longitude with six decimals, about 10 cm."""
    if location.datum is datum:
        lat, lng = location.published_lat, location.published_lng
    else:
        lat, lng = from_wgs84(location.lat, location.lng, datum, mainland=mainland)
    return f"{lat:.6f}", f"{lng:.6f}"


def _plain(text: str) -> str:
    return text.translate(_SEPARATORS)


def _query(**values: str) -> str:
    return urlencode(values, quote_via=quote, safe=",")
