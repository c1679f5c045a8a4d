"""What a search asks, said in words: chips that can be taken off, and the sentence above."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.locales import Locale
from nursery_site.question import Question
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.request import FACETS, UNPUBLISHED, SearchRequest
from search_index.understanding.result import Filters


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition in words, and the search without it. `read` out of the text, or chosen."""

    label: str
    text: Text
    href: str
    read: bool


@dataclass(frozen=True, slots=True)
class _Condition:
    """`facet` groups alternatives, `value` is as in the URL, `without` makes the search without it.

    Made only where it is shown: it is as long as the search.
    """

    facet: str
    value: str
    label: str
    text: Text
    without: Callable[[], SearchRequest]


SHOWN: Final = 30
"""Chips at most. Each bears the whole search, so that a page of all would grow with its square."""


def chips(question: Question, reader: Reader) -> tuple[tuple[Chip, ...], int]:
    """The conditions but the words, and how many: typed ones as typed, then those of the URL.

    Taking one off keeps the others: a typed one leaves the text, a chosen one leaves the keys.
    At most `SHOWN` come as chips.
    """
    read = [
        (chip, filters)
        for chip in question.understood.chips
        if (filters := question.in_force(chip))
    ]
    chosen = list(_conditions(question.asked, reader))
    typed = (
        Chip(
            label=reader.list(dict.fromkeys(_label(key, reader) for key, _ in filters)),
            text=filters_text(filters, reader),
            href=links.search(
                reader.locale, links.first_page(replace(question.asked, text=chip.rest))
            ),
            read=True,
        )
        for chip, filters in read[:SHOWN]
    )
    shown = chosen[: max(SHOWN - len(read), 0)]
    by_key = (
        Chip(one.label, one.text, links.search(reader.locale, one.without()), read=False)
        for one in shown
    )
    return (*typed, *by_key), len(read) + len(chosen)


def filters_text(filters: Filters, reader: Reader) -> Text:
    """What a typed phrase means: alternatives joined by "or", a span of prices as one."""
    prices = {key: int(values[0]) for key, values in filters if key in _PRICES}
    said = []
    if prices:
        asked = SearchRequest(price_min=prices.get("price_min"), price_max=prices.get("price_max"))
        said.append(price_range(asked, reader) or "")
    said += [
        reader.any_of(pair_text(key, value, reader).text for value in values)
        for key, values in filters
        if key not in _PRICES
    ]
    places = any(key == "region" for key, _ in filters)
    return Text(reader.list(said), "zh-Hans" if places and reader.locale is Locale.EN else None)


def _label(key: str, reader: Reader) -> str:
    return {
        "age": gettext("Age"),
        "within": gettext("Start point"),
        "price_min": reader.word("facet", "price"),
        "price_max": reader.word("facet", "price"),
    }.get(key) or reader.word("facet", key)


_PRICES: Final = ("price_min", "price_max")


def conditions(request: SearchRequest, words: str, reader: Reader) -> str:
    """The search read back, `words` first: values of one facet joined by "or", facets apart."""
    asked: dict[str, list[_Condition]] = {}
    for one in _conditions(request, reader):
        asked.setdefault(one.facet, []).append(one)
    shown = reader.reading.in_script(words, reader.locale)
    said = [gettext("“%(words)s”", words=shown)] if shown else []
    said += [_said(facet, found, reader) for facet, found in asked.items()]
    return ("; " if reader.locale is Locale.EN else "，").join(said)


def pair_text(key: str, value: str, reader: Reader) -> Text:
    """The words for one key and value of a search's URL."""
    said = _PAIRS.get(key)
    return value_text(key, value, reader) if said is None else Text(said(value, reader))


_PAIRS: Final[Mapping[str, Callable[[str, Reader], str]]] = {
    "near": lambda _value, _reader: gettext("your place"),
    "near2": lambda _value, _reader: gettext("second place"),
    "within": lambda value, reader: gettext(
        "within %(distance)s of your place", distance=reader.kilometres(float(value))
    ),
    "age": lambda value, reader: gettext("child of %(age)s", age=reader.months(int(value))),
    "price_min": lambda value, reader: gettext(
        "from %(low)s a month", low=reader.money(int(value))
    ),
    "price_max": lambda value, reader: gettext(
        "up to %(high)s a month", high=reader.money(int(value))
    ),
}


def value_text(key: str, value: str, reader: Reader) -> Text:
    """The words for one value of any facet."""
    if value != UNPUBLISHED and key == "region":
        if value not in reader.region_names:
            return Text(gettext("%(key)s, not in our copy", key=value))
        return reader.division(value)
    if value != UNPUBLISHED and key == "scheme":
        return reader.scheme(value)
    return Text(reader.value(key, value))


def _said(facet: str, found: list[_Condition], reader: Reader) -> str:
    """The values of one facet; where they say too little by themselves, after its name."""
    values = reader.any_of(one.text.text for one in found)
    if facet not in _UNCLEAR_FACETS and not _UNCLEAR_VALUES.intersection(
        one.value for one in found
    ):
        return values
    return gettext("%(facet)s: %(value)s", facet=found[0].label, value=values)


_UNCLEAR_VALUES = frozenset({UNPUBLISHED, "none"})
_UNCLEAR_FACETS = frozenset({"demo", "demo_state", "scheme"})


def _conditions(request: SearchRequest, reader: Reader) -> Iterator[_Condition]:
    yield from _numbers(request, reader)
    for key in FACETS:
        for value in request.choices.get(key, ()):
            words = value_text(key, value, reader)
            without = partial(links.dropped, request, key, value)
            yield _Condition(key, value, reader.word("facet", key), words, without)


def _numbers(request: SearchRequest, reader: Reader) -> Iterator[_Condition]:
    first = links.first_page(request)
    start = gettext("Start point")
    if request.near is not None:
        key, value = ("near", "") if request.within is None else ("within", f"{request.within:g}")
        words = pair_text(key, value, reader)
        yield _Condition("near", "", start, words, partial(links.without_place, request))
    if request.near2 is not None:
        without = partial(links.without_second_place, request)
        yield _Condition("near2", "", start, pair_text("near2", "", reader), without)
    if request.age is not None:
        words = pair_text("age", str(request.age), reader)
        yield _Condition("age", "", gettext("Age"), words, partial(replace, first, age=None))
    if (prices := price_range(request, reader)) is not None:
        # "up to 2,000 yuan" and "not published" are alternatives of one condition.
        without = partial(replace, first, price_min=None, price_max=None)
        yield _Condition("price", "", reader.word("facet", "price"), Text(prices), without)


def price_range(request: SearchRequest, reader: Reader) -> str | None:
    """The range of prices that is asked for."""
    low, high = request.price_min, request.price_max
    if low is not None and high is not None:
        return gettext("%(amount)s a month", amount=reader.money_span(low, high))
    if low is not None:
        return pair_text("price_min", str(low), reader).text
    if high is not None:
        return pair_text("price_max", str(high), reader).text
    return None
