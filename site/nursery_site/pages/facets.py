"""The filter panel: every facet with its counts, chosen values in place, and 未公布 as a value.

What is absent from a small closed set is shown, and cannot be ticked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from nursery_site.arguments import CHOICES
from nursery_site.catalogs import gettext
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
    """One value: a tick box, and below it those of the divisions inside it."""

    value: str
    text: Text
    count: str
    selected: bool
    disabled: bool
    parts: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """`more` holds what a long facet shows only on demand; a chosen value is never there."""

    key: str
    name: str
    options: tuple[Option, ...]
    more: tuple[Option, ...]
    open: bool
    chosen: int
    problem: str | None


def panel(answer: Answer, problems: Mapping[str, str], reader: Reader) -> tuple[Facet, ...]:
    """Every facet that can still tell nurseries apart, or that something was asked of.

    `problems` are messages by key, here and below.
    """
    found = (_listed(key, answer, problems, reader) for key in PANEL)
    return tuple(facet for facet in found if facet.options or facet.problem)


def region_facet(
    answer: Answer,
    problems: Mapping[str, str],
    reader: Reader,
    uncovered: tuple[str, ...] = (),
) -> Facet:
    """Places as a tree: all provinces, and inside an open one its cities, then its districts.

    Of the `uncovered` the copy holds no list, which is not to have none.
    """
    shown = [
        value
        for value in answer.facets.get("region", ())
        if value.selected or not reader.fills_a_level(value.value)
    ]
    keys = {value.value for value in shown}
    inside: dict[str, list[FacetValue]] = {}
    for value in shown:
        around = (value.value[:digits] for digits in (4, 2))
        nearest = next((key for key in around if key in keys and key != value.value), "")
        inside.setdefault(nearest, []).append(value)
    return Facet(
        key="region",
        name=reader.word("facet", "region"),
        options=_places("", inside, reader, uncovered),
        more=(),
        open=True,
        chosen=sum(value.selected for value in shown),
        problem=problems.get("region"),
    )


def price_facet(answer: Answer, problems: Mapping[str, str], reader: Reader) -> Facet:
    """Whether a price is published: the two switches under the range."""
    return _listed("price", answer, problems, reader)


def _places(
    around: str,
    inside: Mapping[str, Sequence[FacetValue]],
    reader: Reader,
    uncovered: tuple[str, ...],
) -> tuple[Option, ...]:
    """The divisions inside another; at the top of the tree each says by itself where it is."""
    found = []
    for value in inside.get(around, ()):
        parts = _places(value.value, inside, reader, uncovered)
        option = _option("region", value, reader, parts)
        if around and value.value != UNPUBLISHED:
            option = replace(option, text=reader.region_text(value.value))
        if value.value in uncovered:
            option = replace(option, count=gettext("Not covered here"))
        found.append(option)
    return tuple(found)


def _listed(key: str, answer: Answer, problems: Mapping[str, str], reader: Reader) -> Facet:
    counted = {value.value: value for value in answer.facets.get(key, ())}
    order = [value for value in CHOICES.get(key, ()) if value in counted]
    order += [value for value in counted if value not in order]
    values = [counted[value] for value in order]
    if not any(value.selected or (value.count and value.value != UNPUBLISHED) for value in values):
        values = []  # only 未公布: nothing to choose between
    options = [_option(key, value, reader) for value in values]
    first = [
        option for place, option in enumerate(options) if place < SHOWN_AT_ONCE or option.selected
    ]
    chosen = sum(option.selected for option in options)
    problem = problems.get(key)
    return Facet(
        key=key,
        name=reader.word("facet", key),
        options=tuple(first),
        more=tuple(option for option in options if option not in first),
        open=(key in OPEN and answer.total > 0) or chosen > 0 or problem is not None,
        chosen=chosen,
        problem=problem,
    )


def _option(key: str, value: FacetValue, reader: Reader, parts: tuple[Option, ...] = ()) -> Option:
    return Option(
        value=value.value,
        text=value_text(key, value.value, reader),
        count=reader.number(value.count),
        selected=value.selected,
        disabled=value.count == 0 and not value.selected,
        parts=parts,
    )
