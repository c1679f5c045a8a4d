"""From the keys of a URL to a search: only declared keys and values survive.

One table names every key. An unknown key is ignored and named; an empty value, which an
untouched field of a form sends, is as if absent. A bad value is a `Problem` beside its key, and
the search goes on without it: the page says so beside the field, the API refuses.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from werkzeug.datastructures import MultiDict

from registry.vocabulary import AgeClass, Form, Level, Nature, Setting, State
from search_index.request import SORTS, UNPUBLISHED, Point, SearchRequest

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "demo": (*Level, "none", UNPUBLISHED),
    "demo_state": (*State, UNPUBLISHED),
    "star": ("5", "4", "3", "2", "1", "none", UNPUBLISHED),
    "inclusive": ("yes", "partial", "no", UNPUBLISHED),
    "form": (*Form, UNPUBLISHED),
    "class": (*AgeClass, UNPUBLISHED),
    "price": ("published", UNPUBLISHED),
    "nature": (*Nature, UNPUBLISHED),
    "setting": (*Setting, UNPUBLISHED),
    "filed": ("yes", "cancelled", UNPUBLISHED),
    "vacancy": ("yes", UNPUBLISHED),
}
"""The declared values of every facet that has a closed set, in the order in which people read."""

PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    "region": re.compile(rf"\d{{2}}|\d{{4}}|\d{{6}}|\d{{4}}z\d{{1,3}}|{UNPUBLISHED}", re.ASCII),
    "scheme": re.compile(r"[\w.-]{1,64}"),
}
"""What the values of the open facets look like: division keys, and keys of schemes."""

OTHER_KEYS: Final = frozenset({"lang"})
"""Keys that are ours but do not belong to the search."""

LONGEST_TEXT: Final = 200
OLDEST: Final = 72  # months
FARTHEST: Final = 200.0  # kilometres
DEAREST: Final = 100_000  # yuan a month
MOST_PER_PAGE: Final = 100
LAST_PAGE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that cannot be used. `reason` is a code for `labels.PROBLEMS`."""

    key: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a URL asks: the search that can be made of it, and what could not be used."""

    request: SearchRequest
    ignored: tuple[str, ...]
    problems: tuple[Problem, ...]


class BadValue(Exception):
    """A value that a key cannot take; the argument is the reason's code."""


def parse(given: MultiDict[str, str]) -> Arguments:
    """Read every key; nothing raises.

    >>> arguments = parse(MultiDict([("form", "full_day"), ("form", "x"), ("utm", "1")]))
    >>> arguments.request.choices, arguments.ignored, arguments.problems
    ({'form': ('full_day',)}, ('utm',), (Problem(key='form', value='x', reason='choice'),))
    """
    values: dict[str, Any] = {}
    bad_values = []
    for key, (name, read) in _SINGLE.items():
        found = _given(given, key)
        try:
            if found:
                values[name] = read(_only(found))
        except BadValue as error:
            bad_values.append(Problem(key, found[-1], str(error)))
    bad_together = [
        Problem(key, _given(given, key)[0], reason) for key, reason in _contradictions(values)
    ]
    choices, bad_choices = _choices(given)
    known = {*_SINGLE, *CHOICES, *PATTERNS, *OTHER_KEYS}
    return Arguments(
        request=SearchRequest(**values, choices=choices),
        ignored=tuple(key for key in given if key not in known),
        problems=(*bad_values, *bad_together, *bad_choices),
    )


def _given(given: MultiDict[str, str], key: str) -> list[str]:
    """The values of a key, each once, without the empty ones."""
    return list(dict.fromkeys(value.strip() for value in given.getlist(key) if value.strip()))


def _only(values: list[str]) -> str:
    if len(values) > 1:
        raise BadValue("once")
    return values[0]


def _choices(given: MultiDict[str, str]) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    chosen: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for key in (*PATTERNS, *CHOICES):
        values = _given(given, key)
        good = tuple(value for value in values if _declared(key, value))
        problems += [Problem(key, value, "choice") for value in values if value not in good]
        if good:
            chosen[key] = good
    return chosen, problems


def _declared(key: str, value: str) -> bool:
    if key in PATTERNS:
        return PATTERNS[key].fullmatch(value) is not None
    return value in CHOICES[key]


def _contradictions(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Take out of `values` what makes no sense beside the others; yield key and reason."""
    if "near" not in values:
        for key in ("near2", "within"):
            if values.pop(key, None) is not None:
                yield key, "needs_near"
        if values.get("sort") in ("distance", "distance_sum"):
            del values["sort"]
            yield "sort", "needs_near"
    if values.get("sort") == "distance_sum" and "near2" not in values:
        del values["sort"]
        yield "sort", "needs_near2"
    if values.get("price_min", 0) > values.get("price_max", math.inf):
        del values["price_min"]
        yield "price_min", "above_max"


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not re.fullmatch(r"\d{1,9}", value, re.ASCII):
            raise BadValue("whole")
        if not low <= int(value) <= high:
            raise BadValue("range")
        return int(value)

    return read


def _kilometres(value: str) -> float:
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value, re.ASCII):
        raise BadValue("number")
    if not 0 < float(value) <= FARTHEST:
        raise BadValue("range")
    return float(value)


def _point(value: str) -> Point:
    try:
        lat, lng = (float(part) for part in value.split(","))
    except ValueError:
        raise BadValue("point") from None
    if not (math.isfinite(lat) and math.isfinite(lng) and abs(lat) <= 90 and abs(lng) <= 180):
        raise BadValue("point")
    return Point(lat, lng)


def _sort(value: str) -> str:
    if value not in SORTS:
        raise BadValue("choice")
    return value


def _text(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise BadValue("long")
    return " ".join(value.split())


_SINGLE: Final[Mapping[str, tuple[str, Callable[[str], object]]]] = {
    "q": ("text", _text),
    "near": ("near", _point),
    "near2": ("near2", _point),
    "within": ("within", _kilometres),
    "age": ("age", _whole(0, OLDEST)),
    "price_min": ("price_min", _whole(0, DEAREST)),
    "price_max": ("price_max", _whole(0, DEAREST)),
    "sort": ("sort", _sort),
    "page": ("page", _whole(1, LAST_PAGE)),
    "per_page": ("per_page", _whole(1, MOST_PER_PAGE)),
}
"""Key → (field of `SearchRequest`, how its value is read), for keys that take one value."""
