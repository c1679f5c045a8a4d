"""Coordinates in the three systems of Chinese maps, and how far two places are apart.

GPS measures WGS-84. AMap and Tencent show GCJ-02, shifted by up to 600 m; Baidu shifts once
more to BD-09. No official way back exists: the common formula is inverted by iteration, exact
to far less than a metre. Hong Kong, Macau and Taiwan lie inside the formula's rectangle but
are not shifted, so whoever knows the division says `mainland=False`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final, Literal, NamedTuple, TypeAlias

from registry.vocabulary import Datum, Precision


class LatLng(NamedTuple):
    """A place in degrees, latitude first."""

    lat: float
    lng: float


CoordinateProblem: TypeAlias = Literal["coordinate-swapped", "coordinate-outside-china"]

_AXIS: Final = 6378245.0  # Krasovsky 1940, metres
_ECCENTRICITY: Final = 0.00669342162296594323  # squared
_BAIDU: Final = math.pi * 3000 / 180
_EARTH: Final = 6371008.8  # mean radius, metres

_CHINA_LAT: Final = (3.4, 53.6)
_CHINA_LNG: Final = (73.4, 135.1)


def from_wgs84(lat: float, lng: float, datum: Datum, *, mainland: bool = True) -> LatLng:
    """A WGS-84 place in another system, for links to a vendor's map."""
    place = LatLng(lat, lng)
    if datum is Datum.WGS84:
        return place
    if mainland and _in_box(place):
        place = _to_gcj02(place)
    return _to_bd09(place) if datum is Datum.BD09 else place


def to_wgs84(lat: float, lng: float, datum: Datum, *, mainland: bool = True) -> LatLng:
    """A published place in WGS-84: the inverse of `from_wgs84` to less than half a metre."""
    place = LatLng(lat, lng)
    if datum is Datum.BD09:
        place = _inverse(_to_bd09, place)
    if datum is Datum.WGS84 or not mainland or not _in_box(place):
        return place
    return _inverse(_to_gcj02, place)


def distance_m(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Metres in a straight line between two `(lat, lng)`, on a sphere (haversine)."""
    lat1, lng1, lat2, lng2 = map(math.radians, (*start, *end))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lng2 - lng1) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))


def coordinate_problem(lat: float, lng: float) -> CoordinateProblem | None:
    """Why a published coordinate cannot be a place in China, `None` where it can be."""
    if plausible(lat, lng):
        return None
    return "coordinate-swapped" if plausible(lng, lat) else "coordinate-outside-china"


def plausible(lat: float, lng: float) -> bool:
    """Whether the degrees lie in the rectangle around China."""
    return _CHINA_LAT[0] <= lat <= _CHINA_LAT[1] and _CHINA_LNG[0] <= lng <= _CHINA_LNG[1]


_PRECISIONS: Final = {
    **dict.fromkeys(("门址", "门牌号", "单元号", "住宅区", "兴趣点"), Precision.POINT),
    **dict.fromkeys(("道路", "道路交叉路口"), Precision.ROAD),
}


def precision_of(word: str | None) -> Precision:
    """The precision of a geocoder's match level (匹配级别): no word a point, any other an area."""
    text = (word or "").strip()
    return _PRECISIONS.get(text, Precision.AREA) if text else Precision.POINT


def _in_box(place: LatLng) -> bool:
    return 0.8293 <= place.lat <= 55.8271 and 72.004 <= place.lng <= 137.8347


def _to_gcj02(place: LatLng) -> LatLng:
    x, y = place.lng - 105.0, place.lat - 35.0
    radians = math.radians(place.lat)
    root = 1 - _ECCENTRICITY * math.sin(radians) ** 2
    metres_lat = _AXIS * (1 - _ECCENTRICITY) / root**1.5
    metres_lng = _AXIS / math.sqrt(root) * math.cos(radians)
    return LatLng(
        place.lat + math.degrees(_north(x, y) / metres_lat),
        place.lng + math.degrees(_east(x, y) / metres_lng),
    )


def _north(x: float, y: float) -> float:
    """The shift to the north in metres."""
    shift = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    shift += _waves((20.0, x * 6), (20.0, x * 2))
    shift += _waves((20.0, y), (40.0, y / 3))
    return shift + _waves((160.0, y / 12), (320.0, y / 30))


def _east(x: float, y: float) -> float:
    """The shift to the east in metres."""
    shift = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    shift += _waves((20.0, x * 6), (20.0, x * 2))
    shift += _waves((20.0, x), (40.0, x / 3))
    return shift + _waves((150.0, x / 12), (300.0, x / 30))


def _waves(*waves: tuple[float, float]) -> float:
    return sum(height * math.sin(phase * math.pi) for height, phase in waves) * 2 / 3


def _to_bd09(place: LatLng) -> LatLng:
    lat, lng = place
    radius = math.hypot(lng, lat) + 0.00002 * math.sin(lat * _BAIDU)
    angle = math.atan2(lat, lng) + 0.000003 * math.cos(lng * _BAIDU)
    return LatLng(radius * math.sin(angle) + 0.006, radius * math.cos(angle) + 0.0065)


def _inverse(forward: Callable[[LatLng], LatLng], target: LatLng) -> LatLng:
    """The place that `forward` takes to the target. Shifts vary slowly, so few steps suffice."""
    place = target
    for _ in range(12):
        reached = forward(place)
        off_lat, off_lng = target.lat - reached.lat, target.lng - reached.lng
        place = LatLng(place.lat + off_lat, place.lng + off_lng)
        if abs(off_lat) + abs(off_lng) < 1e-10:
            break
    return place
