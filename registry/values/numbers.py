"""Published numbers: counts with their measure words, places, areas, percentages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from registry.values.plain import plain

_THOUSANDS = re.compile(r"(?<!\d)(\d{1,3}),(?=\d{3}(?!\d))")
_ABOUT = "(?:约|大约|近|共|合计|总计|计)*"
_MEASURE = "(?:个|人|名|班|层|家|位|所|张|托位|个托位|个班|左右|余|多)*"
_COUNT = re.compile(rf"{_ABOUT}(-?\d+)(?:\.0+)?{_MEASURE}")
_AREA = re.compile(r"约?(-?\d+(?:\.\d+)?)(?:m2|平方米|平米|平方|平|m)?(?:左右)?")
_PLACES = re.compile(
    r"(?:其中|核定|备案|提供|设置|共有|共|总计|合计|总|有)*(?P<inclusive>普惠性?)?"
    r"(?:托育)?(?:托位)?(?:总数|数量|数|量)?(?:有|为|共|[:=])?(?P<number>\d+)(?:个|人|名)?(?:普惠)?(?:托位)?"
)
_PARTS = re.compile(r"[(),;、。\[\]]+")
MOST_PLACES: Final = 2000
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")


def without_thousands(text: str) -> str:
    """`1,200` as `1200`, in a text that is already plain."""
    return _THOUSANDS.sub(r"\1", text)


@lru_cache(maxsize=16384)
def read_count(text: str) -> int | None:
    """A whole number, `None` for anything else: a range is no number, nor is 12.5.

    Knows `20`, `20个`, `约30`, `1,200`, `2班`, `20.0` from spreadsheets, full width.
    """
    found = _COUNT.fullmatch(without_thousands(plain(text)))
    return int(found[1]) if found else None


@lru_cache(maxsize=16384)
def read_places(text: str) -> tuple[int | None, int | None]:
    """Places and, where the same cell tells them, inclusive places; neither unless all is read.

    >>> read_places("共47个(其中核定普惠托位数:20个)"), read_places("50(其中非普惠托位20个)")
    ((47, 20), (None, None))
    """
    if (number := read_count(text)) is not None:
        return number, None
    told: dict[bool, int] = {}
    for part in filter(None, _PARTS.split(without_thousands(plain(text)))):
        found = _PLACES.fullmatch(part)
        if found is None or (inclusive := "普惠" in part) in told:
            return None, None
        told[inclusive] = int(found["number"])
    return told.get(False), told.get(True)


@lru_cache(maxsize=16384)
def read_area(text: str) -> float | None:
    """Square metres, `None` for anything that is not one number of them."""
    found = _AREA.fullmatch(without_thousands(plain(text)))
    return float(found[1]) if found else None


def read_percentage(text: str) -> float | None:
    """`36.7%` as 36.7, `None` for anything else."""
    found = _PERCENT.fullmatch(plain(text))
    return float(found[1]) if found else None


def read_score(text: str) -> tuple[float, float | None] | None:
    """A score and the full mark where the cell tells it: `92.5`, `92.5分`, `92/100`, `92%`."""
    if (percentage := read_percentage(text)) is not None:
        return percentage, 100.0
    found = re.fullmatch(r"(\d+(?:\.\d+)?)分?(?:/(\d+(?:\.\d+)?)分?)?", plain(text))
    return (float(found[1]), float(found[2]) if found[2] else None) if found else None
