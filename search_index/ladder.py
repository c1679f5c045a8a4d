"""The ladder for few or no results: each rung gives up one thing, and says what that brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from search_index.request import UNPUBLISHED, SearchRequest

Kind = Literal["drop", "unpublished", "wider", "price", "distance", "word", "cancelled"]

PRICE_STEPS: Final = (1.25, 1.5, 2.0)
"""A ceiling is raised by these factors, a floor lowered, to whole hundreds."""

DISTANCE_STEPS: Final = (3.0, 5.0, 10.0, 20.0)
"""Kilometres that a distance is widened to."""

MOST_WORDS: Final = 6
"""Words that are left out in turn, from the first."""

RUNGS: Final = 8
"""Rungs of a ladder at most."""

_CLOSENESS: Final = ("unpublished", "price", "distance", "wider", "word", "drop", "cancelled")
"""The kinds, what stays closest to the wish first."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One rung. `request` is what to ask instead, `count` what that finds.

    | kind | key | value |
    | --- | --- | --- |
    | "drop" | facet, "age", "price_min", "price_max" or "within" | what goes, joined by "," |
    | "unpublished" | facet, or "price", "class" (for an age) | "unpublished" |
    | "wider" | "region" | the division around the chosen one |
    | "price" | "price_max" or "price_min" | the new bound in yuan |
    | "distance" | "within" | the new kilometres |
    | "word" | "q" | the word that is left out |
    | "cancelled" | "filed" | "cancelled" |
    """

    kind: Kind
    key: str
    value: str
    request: SearchRequest
    count: int


def relaxations(
    request: SearchRequest, words: tuple[str, ...], count: Callable[[SearchRequest], int]
) -> tuple[Relaxation, ...]:
    """The rungs that find more than the request, the closest kind first, then by count.

    Of several steps of one bound only the first that finds more is a rung. A filter is not
    dropped where letting in what is unpublished brings the same.
    """
    asked = replace(request, page=1)
    total = count(asked)
    found: dict[tuple[str, str, str], Relaxation] = {}
    for kind, key, value, wider in _rungs(asked, words):
        rung = (kind, key, value if kind == "word" else "")
        if rung in found:
            continue
        more = count(wider)
        if more > total:
            found[rung] = Relaxation(kind, key, value, wider, more)
    let_in = {one.key: one.count for one in found.values() if one.kind == "unpublished"}
    ordered = sorted(
        (one for one in found.values() if one.kind != "drop" or let_in.get(one.key) != one.count),
        key=lambda one: (_CLOSENESS.index(one.kind), -one.count),
    )
    return tuple(ordered[:RUNGS])


_Rung = tuple[Kind, str, str, SearchRequest]


def _rungs(request: SearchRequest, words: tuple[str, ...]) -> Iterator[_Rung]:
    yield from _prices(request)
    yield from _distances(request)
    yield from _unpublished(request)
    yield from _regions(request)
    yield from _words(request, words)
    yield from _drops(request)


def _chosen(request: SearchRequest, key: str, values: tuple[str, ...]) -> SearchRequest:
    others = {one: chosen for one, chosen in request.choices.items() if one != key}
    return replace(request, choices=others | ({key: values} if values else {}))


def _prices(request: SearchRequest) -> Iterator[_Rung]:
    for factor in PRICE_STEPS:
        if request.price_max is not None:
            most = -(-round(request.price_max * factor) // 100) * 100
            yield "price", "price_max", str(most), replace(request, price_max=most)
        if request.price_min is not None:
            least = round(request.price_min / factor) // 100 * 100
            yield "price", "price_min", str(least), replace(request, price_min=least)


def _distances(request: SearchRequest) -> Iterator[_Rung]:
    if request.within is None or request.near is None:
        return
    for step in DISTANCE_STEPS:
        if step > request.within:
            yield "distance", "within", f"{step:g}", replace(request, within=step)


def _unpublished(request: SearchRequest) -> Iterator[_Rung]:
    keys = dict.fromkeys(key for key in request.choices if key not in ("region", "demo_state"))
    if request.price_min is not None or request.price_max is not None:
        keys["price"] = None
    if request.age is not None:
        keys["class"] = None
    for key in keys:
        chosen = request.choices.get(key, ())
        if UNPUBLISHED in chosen or (key == "price" and _is_free(request)):
            continue
        wider = _chosen(request, key, (*chosen, UNPUBLISHED))
        yield "unpublished", key, UNPUBLISHED, wider


def _is_free(request: SearchRequest) -> bool:
    return request.price_min is None and request.price_max is None


def _regions(request: SearchRequest) -> Iterator[_Rung]:
    chosen = request.choices.get("region", ())
    around = {key: key.partition("z")[0] if "z" in key else key[:-2] for key in chosen}
    parents = tuple(dict.fromkeys(parent for parent in around.values() if parent))
    if parents and len(parents) == len(dict.fromkeys(around.values())):
        yield "wider", "region", ",".join(parents), _chosen(request, "region", parents)


def _words(request: SearchRequest, words: tuple[str, ...]) -> Iterator[_Rung]:
    for position, word in enumerate(words[:MOST_WORDS]):
        rest = " ".join((*words[:position], *words[position + 1 :]))
        yield "word", "q", word, replace(request, text=rest)


def _drops(request: SearchRequest) -> Iterator[_Rung]:
    for key, chosen in request.choices.items():
        if chosen:
            yield "drop", key, ",".join(chosen), _chosen(request, key, ())
    numbers = (
        ("age", request.age, replace(request, age=None)),
        ("price_min", request.price_min, replace(request, price_min=None)),
        ("price_max", request.price_max, replace(request, price_max=None)),
        ("within", request.within, replace(request, within=None)),
    )
    for key, value, without in numbers:
        if value is not None:
            yield "drop", key, f"{value:g}", without
    if "filed" not in request.choices:
        every = ("yes", "cancelled", UNPUBLISHED)
        yield "cancelled", "filed", "cancelled", _chosen(request, "filed", every)
