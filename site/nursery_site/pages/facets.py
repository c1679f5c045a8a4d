"""The filter panel: every facet with its counts, chosen values in place, and 未公布 as a value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from nursery_site.arguments import CHOICES
from nursery_site.pages.chips import value_text
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.answer import Answer, FacetValue
from search_index.request import UNPUBLISHED

PANEL: Final = (
    "form",
    "class",
    "inclusive",
    "demo",
    "nature",
    "setting",
    "star",
    "scheme",
    "demo_state",
    "vacancy",
    "filed",
)
"""The facets of the panel after place, age and price, in the order in which parents ask."""

OPEN: Final = frozenset({"form", "class", "inclusive", "demo"})
"""Facets that stand open without being chosen from."""

SHOWN_AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True)
class Option:
    """One value: a tick box. `depth` is how far a division lies inside others, from 0."""

    id: str
    value: str
    text: Text
    count: str
    selected: bool
    disabled: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """`more` holds what a long facet shows only on demand; a chosen value is never there."""

    key: str
    name: str
    options: tuple[Option, ...]
    more: tuple[Option, ...]
    open: bool
    chosen: int


def panel(answer: Answer, reader: Reader) -> tuple[Facet, ...]:
    """Every facet that can still tell nurseries apart, or that something was chosen from."""
    found = (_closed(key, answer.facets.get(key, ()), reader) for key in PANEL)
    return tuple(facet for facet in found if facet.options)


def region_facet(answer: Answer, reader: Reader) -> Facet:
    """Places as a tree: all provinces, and below an open one its cities, then its districts."""
    options = tuple(
        _place_option(value, reader)
        for value in answer.facets.get("region", ())
        if value.selected or not reader.fills_a_level(value.value)
    )
    return _facet("region", options, reader, opened=True)


def price_facet(answer: Answer, reader: Reader) -> Facet:
    """Whether a price is published: the two switches under the range."""
    return _closed("price", answer.facets.get("price", ()), reader)


def _closed(key: str, values: Iterable[FacetValue], reader: Reader) -> Facet:
    counted = {value.value: value for value in values}
    order = [value for value in CHOICES.get(key, ()) if value in counted]
    order += [value for value in counted if value not in order]
    kept = [counted[value] for value in order if counted[value].count or counted[value].selected]
    if not any(value.selected or value.value != UNPUBLISHED for value in kept):
        kept = []  # only 未公布: nothing to choose between
    options = tuple(_option(key, value, reader) for value in kept)
    return _facet(key, options, reader, opened=key in OPEN)


def _facet(key: str, options: Sequence[Option], reader: Reader, *, opened: bool) -> Facet:
    at_once = [option for option in options[SHOWN_AT_ONCE:] if option.selected]
    first = (*options[:SHOWN_AT_ONCE], *at_once)
    if key == "region":
        first = tuple(options)
    chosen = sum(option.selected for option in options)
    return Facet(
        key=key,
        name=reader.word("facet", key),
        options=first,
        more=tuple(option for option in options if option not in first),
        open=opened or chosen > 0,
        chosen=chosen,
    )


def _option(key: str, value: FacetValue, reader: Reader) -> Option:
    return _counted(key, value, value_text(key, value.value, reader), reader, depth=0)


def _place_option(value: FacetValue, reader: Reader) -> Option:
    key = value.value
    depth = 0 if key == UNPUBLISHED else {2: 0, 4: 1}.get(len(key), 2)
    if depth == 2 and reader.fills_a_level(key[:4]):
        depth = 1
    return _counted("region", value, value_text("region", key, reader), reader, depth=depth)


def _counted(key: str, value: FacetValue, text: Text, reader: Reader, *, depth: int) -> Option:
    return Option(
        id=f"{key}-{value.value}",
        value=value.value,
        text=text,
        count=reader.number(value.count),
        selected=value.selected,
        disabled=value.count == 0 and not value.selected,
        depth=depth,
    )
