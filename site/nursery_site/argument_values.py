"""How the value of one key is read: numbers, points, words; anything else is a `BadValue`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from search_index.maps import CLOSEST, WIDEST
from search_index.request import HIDDEN, SORTS, Point, View

LONGEST_TEXT: Final = 200
OLDEST: Final = 72  # months
FARTHEST: Final = 200.0  # kilometres
DEAREST: Final = 100_000  # yuan a month
MOST_PER_PAGE: Final = 100
LAST_PAGE: Final = 1_000_000

_DEGREES = r"(-?\d{1,3}(?:\.\d{1,15})?)"
_POINT: Final = re.compile(f"{_DEGREES},{_DEGREES}", re.ASCII)


_WRITTEN_AROUND: Final = re.compile(r"[\s,]|(?:元|个月|個月|月)$")
"""What people write into and after a number: Chinese input methods give `２０００元`."""


class BadValue(Exception):
    """A value that a key cannot take; the argument is the reason's code."""


def whole(low: int, high: int, reason: str = "whole") -> Callable[[str], int]:
    """Reads whole numbers of a range; anything else is a `BadValue` for `reason`.

    >>> whole(0, 9999)("１，５００ 元")
    1500
    """

    def read(value: str) -> int:
        digits = _WRITTEN_AROUND.sub("", unicodedata.normalize("NFKC", value))
        if not re.fullmatch(r"\d{1,9}", digits, re.ASCII):
            raise BadValue(reason)
        if not low <= int(digits) <= high:
            raise BadValue("range")
        return int(digits)

    return read


def kilometres(value: str) -> float:
    """A distance."""
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value, re.ASCII):
        raise BadValue("number")
    if not 0 < float(value) <= FARTHEST:
        raise BadValue("range")
    return float(value)


def point(value: str) -> Point:
    """Latitude and longitude as plain decimals."""
    found = _POINT.fullmatch(value)
    if found is None:
        raise BadValue("point")
    lat, lng = float(found[1]), float(found[2])
    if abs(lat) > 90 or abs(lng) > 180:
        raise BadValue("point")
    return Point(lat, lng)


def view(value: str) -> View:
    """A window of the map as `lat,lng,zoom`, or `off`."""
    if value == "off":
        return HIDDEN
    place, _, zoom = value.rpartition(",")
    middle = point(place)
    if not re.fullmatch(r"\d{1,2}", zoom, re.ASCII) or not WIDEST <= int(zoom) <= CLOSEST:
        raise BadValue("map")
    return View(middle.lat, middle.lng, int(zoom))


def sort(value: str) -> str:
    """One of the sorts."""
    if value not in SORTS:
        raise BadValue("choice")
    return value


def text(value: str) -> str:
    """Words, white space folded. A control character is shown as one that cannot be read."""
    if len(value) > LONGEST_TEXT:
        raise BadValue("long")
    words = " ".join(value.split())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)
