"""A request together with what was understood of its text."""

from __future__ import annotations

from dataclasses import replace

from search_index.request import SearchRequest
from search_index.understanding.result import SINGLE, Understood


def applied(request: SearchRequest, understood: Understood) -> SearchRequest:
    """The request with the text's filters. What was chosen outright outranks what was typed.

    A distance needs a start point: without one it is left out. Words that nobody holds are not
    searched for where anything else narrows the search; words that every name may end with
    (托育) narrow nothing.
    """
    filters = understood.filters
    narrowed = understood.narrows or filters or _is_narrow(request)
    choices = {key: values for key, values in filters.items() if key not in SINGLE}
    return replace(
        request,
        text=understood.kept if narrowed else understood.words,
        choices=choices | request.choices,
        within=_kilometres(request, filters.get("within")),
        age=_first(request.age, filters.get("age")),
        price_min=_first(request.price_min, filters.get("price_min")),
        price_max=_first(request.price_max, filters.get("price_max")),
    )


def _is_narrow(request: SearchRequest) -> bool:
    numbers = (request.within, request.age, request.price_min, request.price_max)
    return any(request.choices.values()) or numbers != (None,) * len(numbers)


def _first(chosen: int | None, typed: tuple[str, ...] | None) -> int | None:
    return chosen if chosen is not None or not typed else int(typed[0])


def _kilometres(request: SearchRequest, typed: tuple[str, ...] | None) -> float | None:
    if request.within is not None or request.near is None or not typed:
        return request.within
    return float(typed[0])
