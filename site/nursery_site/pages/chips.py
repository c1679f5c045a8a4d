"""What a search asks, said in words: chips that can be taken off, and the sentence above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.locales import Locale
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.request import FACETS, UNPUBLISHED, SearchRequest


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition: `key`/`value` as in the URL, its words, and the search without it."""

    key: str
    value: str
    label: str
    text: Text
    href: str


def chips(request: SearchRequest, reader: Reader) -> tuple[Chip, ...]:
    """Every condition of a search but its words, in the order of the URL."""
    return (*_numbers(request, reader), *_choices(request, reader))


def conditions(request: SearchRequest, reader: Reader) -> str:
    """The search read back: values of one facet joined by "or", facets apart."""
    asked: dict[str, list[Chip]] = {}
    for chip in chips(request, reader):
        # "up to 2,000 yuan" and "not published" are alternatives of one condition.
        asked.setdefault("price" if chip.key == "price_max" else chip.key, []).append(chip)
    words = reader.reading.in_script(request.text, reader.locale)
    said = [gettext("“%(words)s”", words=words)] if words else []
    said += [_condition(key, found, reader) for key, found in asked.items()]
    return ("; " if reader.locale is Locale.EN else "，").join(said)


def _condition(key: str, found: list[Chip], reader: Reader) -> str:
    """The values of one facet; where they say too little by themselves, after its name."""
    values = reader.any_of(chip.text.text for chip in found)
    if key not in _UNCLEAR_KEYS and not _UNCLEAR_VALUES.intersection(chip.value for chip in found):
        return values
    return gettext("%(facet)s: %(value)s", facet=found[0].label, value=values)


_UNCLEAR_VALUES = frozenset({UNPUBLISHED, "none"})
_UNCLEAR_KEYS = frozenset({"demo", "demo_state", "scheme"})


def _choices(request: SearchRequest, reader: Reader) -> Iterator[Chip]:
    for key in FACETS:
        for value in request.choices.get(key, ()):
            href = links.search(reader.locale, links.dropped(request, key, value))
            yield Chip(key, value, reader.word("facet", key), value_text(key, value, reader), href)


def value_text(key: str, value: str, reader: Reader) -> Text:
    """The words for one value of any facet."""
    if value != UNPUBLISHED and key == "region":
        return reader.region_text(value)
    if value != UNPUBLISHED and key == "scheme":
        return reader.scheme(value)
    return Text(reader.value(key, value))


def _numbers(request: SearchRequest, reader: Reader) -> Iterator[Chip]:
    first = links.first_page(request)
    if request.near is not None:
        without = links.without_place(request)
        yield _chip("near", gettext("Start point"), _start(request), without, reader)
    if request.near2 is not None:
        sort = "distance" if request.sort == "distance_sum" else request.sort
        without = replace(first, near2=None, sort=sort)
        yield _chip("near2", gettext("Start point"), gettext("second place"), without, reader)
    if request.age is not None:
        text = gettext("child of %(months)s months", months=request.age)
        yield _chip("age", gettext("Age"), text, replace(first, age=None), reader)
    if (prices := price_range(request, reader)) is not None:
        without = replace(first, price_min=None, price_max=None)
        yield _chip("price_max", reader.word("facet", "price"), prices, without, reader)


def price_range(request: SearchRequest, reader: Reader) -> str | None:
    """The range of prices that is asked for."""
    low, high = request.price_min, request.price_max
    if low is not None and high is not None:
        span = reader.span(low, high)
        return gettext("%(span)s yuan a month", span=span)
    if low is not None:
        return gettext("from %(low)s yuan a month", low=reader.number(low))
    if high is not None:
        return gettext("up to %(high)s yuan a month", high=reader.number(high))
    return None


def _start(request: SearchRequest) -> str:
    if request.within is None:
        return gettext("your place")
    return gettext("within %(kilometres)s km of your place", kilometres=f"{request.within:g}")


def _chip(key: str, label: str, text: str, without: SearchRequest, reader: Reader) -> Chip:
    return Chip(key, "", label, Text(text), links.search(reader.locale, without))
