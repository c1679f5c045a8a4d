"""Reading a key that takes one value, for pages that ask for less than a search."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final, TypeVar

from werkzeug.datastructures import MultiDict

from nursery_site.argument_values import BadValue
from nursery_site.arguments import PATTERNS, Problem
from search_index.request import UNPUBLISHED

T = TypeVar("T")

EARLIEST: Final = date(2000, 1, 1)
LATEST: Final = date(2099, 12, 31)


def given(arguments: MultiDict[str, str], key: str) -> list[str]:
    """The values of a key, each once, without the empty ones."""
    return list(dict.fromkeys(one.strip() for one in arguments.getlist(key) if one.strip()))


def one(
    arguments: MultiDict[str, str], key: str, reading: Callable[[str], T]
) -> tuple[T | None, tuple[Problem, ...]]:
    """The one value of a key, `None` for none, and what is wrong with it; nothing raises.

    >>> one(MultiDict(on="2023-11-02"), "on", day)
    (datetime.date(2023, 11, 2), ())
    """
    found = given(arguments, key)
    if not found:
        return None, ()
    if len(found) > 1:
        return None, (Problem(key, found[-1], "once"),)
    try:
        return reading(found[0]), ()
    except BadValue as error:
        return None, (Problem(key, found[0], str(error)),)


def day(value: str) -> date:
    """`YYYY-MM-DD` of this century; anything else is a `BadValue`."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise BadValue("day")
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise BadValue("day") from None
    if not EARLIEST <= found <= LATEST:
        raise BadValue("day_range")
    return found


def regions(arguments: MultiDict[str, str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The divisions that are asked for, and those that are none."""
    asked = given(arguments, "region")
    good = tuple(one for one in asked if _is_division(one))
    return good, tuple(Problem("region", one, "choice") for one in asked if one not in good)


def _is_division(value: str) -> bool:
    return value != UNPUBLISHED and PATTERNS["region"].fullmatch(value) is not None
