"""A discount (折扣) as people write it, and what a bare number may mean.

9折 is to pay nine tenths, 10 % off to pay 90 %. "9", "0.9", "90" and "90%" are written for both,
and the two lie ten times apart: who writes so is asked, never guessed at.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from nursery_site.argument_values import BadValue

UNCLEAR: Final = "which_discount"
"""The reason's code of a number that may mean either."""

_NUMERALS: Final = str.maketrans("〇零一二两三四五六七八九点點", "001223456789..")
_WRITTEN: Final = re.compile(r"打?(\d{1,3}(?:\.\d{1,2})?)(折|%off|%|)", re.ASCII)
_HALF: Final = 50
"""From here on "%" alone may be the share that is paid: nobody offers so much off lightly."""


@dataclass(frozen=True, slots=True)
class Discount:
    """`written` leaves no doubt; `off` is the share of the price that is not paid."""

    written: str
    off: float


def read_discount(value: str) -> Discount:
    """A discount that can mean one thing only.

    Raises `BadValue`: `UNCLEAR` for what `meanings` has two readings of, else `discount`.

    >>> [round(read_discount(one).off, 3) for one in ("10%", "9折", "八五折", "10折", "90% off")]
    [0.1, 0.1, 0.15, 0.0, 0.9]
    """
    number, sign = _parts(_plain(value))
    if sign == "折":
        found = _fold(number)
    elif _only_percent(number, sign):
        found = _percent(number)
    else:
        found = None
    if found is None:
        raise BadValue(UNCLEAR if meanings(value) else "discount")
    return found


def meanings(value: str) -> tuple[Discount, ...]:
    """The two things that an unclear discount may mean; empty for what means one, or nothing.

    >>> [one.written for typed in ("0.9", "90", "9", "95%") for one in meanings(typed)]
    ['9折', '0.9%', '9折', '90% off', '9折', '9%', '9.5折', '95% off']
    """
    number, sign = _parts(_plain(value))
    if not (sign == "" or (sign == "%" and number >= _HALF)):
        return ()
    fold = _fold(number * 10 if number < 1 else number)
    percent = _percent(number)
    return (fold, percent) if fold and percent else ()


def _plain(value: str) -> str:
    folded = unicodedata.normalize("NFKC", value).casefold().translate(_NUMERALS)
    return "".join(folded.split())


def _parts(plain: str) -> tuple[float, str]:
    """The number and its sign, one of 折, %, %off or none; what is no discount is below nothing."""
    found = _WRITTEN.fullmatch(plain)
    return (float(found[1]), found[2]) if found else (-1.0, "?")


def _only_percent(number: float, sign: str) -> bool:
    """Whether a number is percent off and nothing else: nobody says 11折 to 19折."""
    if sign == "":
        return number == 0 or 10 < number < 20
    return sign == "%off" or (sign == "%" and number < _HALF)


def _fold(tenths: float) -> Discount | None:
    """9折 leaves nine tenths to pay, 85折 85 %, 10折 everything; 11折 is not said."""
    if 20 <= tenths < 100:
        tenths /= 10
    if not 1 <= tenths <= 10 or round(tenths, 2) != round(tenths, 6):
        return None
    return Discount(f"{round(tenths, 2):g}折", round(1 - tenths / 10, 6))


def _percent(number: float) -> Discount | None:
    if not 0 <= number < 100:
        return None
    written = f"{number:g}%" if number < _HALF else f"{number:g}% off"
    return Discount(written, round(number / 100, 6))
