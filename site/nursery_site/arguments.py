"""From the keys of a URL to a search: only declared keys and values survive.

One table names every key. An unknown key is ignored and named; an empty value, which an
untouched field of a form sends, is as if absent. A bad value is a `Problem` beside its key, and
the search goes on without it: the page says so beside the field, the API refuses.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from werkzeug.datastructures import MultiDict

from nursery_site import argument_values as values
from nursery_site.links import PLACES
from registry.vocabulary import AgeClass, Form, Level, Nature, Setting, State
from search_index.request import UNPUBLISHED, Point, SearchRequest

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


def parse(given: MultiDict[str, str]) -> Arguments:
    """Read every key; nothing raises.

    >>> arguments = parse(MultiDict([("form", "full_day"), ("form", "x"), ("utm", "1")]))
    >>> arguments.request.choices, arguments.ignored, arguments.problems
    ({'form': ('full_day',)}, ('utm',), (Problem(key='form', value='x', reason='choice'),))
    """
    read: dict[str, Any] = {}
    bad_values = []
    for key, (name, reading) in _SINGLE.items():
        found = _given(given, key)
        try:
            if found:
                read[name] = reading(_only(found))
        except values.BadValue as error:
            bad_values.append(Problem(key, found[-1], str(error)))
    bad_together = [
        Problem(key, _given(given, key)[0], reason) for key, reason in _contradictions(read)
    ]
    choices, bad_choices = _choices(given)
    known = {*_SINGLE, *CHOICES, *PATTERNS, *OTHER_KEYS}
    return Arguments(
        request=SearchRequest(**read, choices=choices),
        ignored=tuple(key for key in given if key not in known),
        problems=(*bad_values, *bad_together, *bad_choices),
    )


def as_shown(request: SearchRequest) -> SearchRequest:
    """The search that a page makes: no exact home, and no place inside another chosen one.

    A tick at a city leaves its province ticked; who ticks both means the city.
    """
    places = request.choices.get("region", ())
    inmost = tuple(
        place
        for place in places
        if not any(other != place and other.startswith(place) for other in places)
    )
    choices = request.choices | ({"region": inmost} if places else {})
    near, near2 = (point and _rounded(point) for point in (request.near, request.near2))
    return replace(request, choices=choices, near=near, near2=near2)


def _rounded(point: Point) -> Point:
    return Point(round(point.lat, PLACES), round(point.lng, PLACES))


def _given(given: MultiDict[str, str], key: str) -> list[str]:
    """The values of a key, each once, without the empty ones."""
    return list(dict.fromkeys(value.strip() for value in given.getlist(key) if value.strip()))


def _only(found: list[str]) -> str:
    if len(found) > 1:
        raise values.BadValue("once")
    return found[0]


def _choices(given: MultiDict[str, str]) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    chosen: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for key in (*PATTERNS, *CHOICES):
        asked = _given(given, key)
        good = tuple(value for value in asked if _declared(key, value))
        problems += [Problem(key, value, "choice") for value in asked if value not in good]
        if good:
            chosen[key] = good
    return chosen, problems


def _declared(key: str, value: str) -> bool:
    if key in PATTERNS:
        return PATTERNS[key].fullmatch(value) is not None
    return value in CHOICES[key]


def _contradictions(read: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Take out of `read` what makes no sense beside the others; yield key and reason."""
    if "near" not in read:
        for key in ("near2", "within"):
            if read.pop(key, None) is not None:
                yield key, "needs_near"
        if read.get("sort") in ("distance", "distance_sum"):
            del read["sort"]
            yield "sort", "needs_near"
    if read.get("sort") == "distance_sum" and "near2" not in read:
        del read["sort"]
        yield "sort", "needs_near2"
    if read.get("price_min", 0) > read.get("price_max", math.inf):
        del read["price_min"]
        yield "price_min", "above_max"


_SINGLE: Final[Mapping[str, tuple[str, Callable[[str], object]]]] = {
    "q": ("text", values.text),
    "near": ("near", values.point),
    "near2": ("near2", values.point),
    "within": ("within", values.kilometres),
    "age": ("age", values.whole(0, values.OLDEST, "whole_months")),
    "price_min": ("price_min", values.whole(0, values.DEAREST)),
    "price_max": ("price_max", values.whole(0, values.DEAREST)),
    "sort": ("sort", values.sort),
    "page": ("page", values.whole(1, values.LAST_PAGE, "whole_page")),
    "map": ("view", values.view),
    "per_page": ("per_page", values.whole(1, values.MOST_PER_PAGE, "whole_page")),
}
"""Key → (field of `SearchRequest`, how its value is read), for keys that take one value."""
