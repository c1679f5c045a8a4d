"""The home page: one box, the places, what the copy covers, and what the badges mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import HOLDS, Badge
from nursery_site.pages.regions import Region, regions
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.answer import Answer, FacetValue
from search_index.request import SearchRequest

DISTRICTS_UP_TO = 24
"""Cities in the copy up to which their districts are listed at once."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A search that many parents begin with."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one badge means, in one line."""

    badge: Badge
    text: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """`coverage` and `fresh` say what the copy holds and as of when."""

    template: ClassVar[str] = "pages/home.html"

    shell: Shell
    action: str
    suggest: str
    beginnings: tuple[Beginning, ...]
    coverage: str
    fresh: str | None
    regions: tuple[Region, ...]
    meanings: tuple[Meaning, ...]


def provinces_of(everything: Answer) -> SearchRequest:
    """The search that counts the cities of every province with nurseries."""
    return _counting(everything.facets["region"], 2)


def cities_of(cities: Answer) -> SearchRequest | None:
    """The search that counts the districts too, `None` where there are too many cities."""
    counted = _counting(cities.facets["region"], 4)
    return counted if len(counted.choices["region"]) <= DISTRICTS_UP_TO else None


def _counting(values: Iterable[FacetValue], digits: int) -> SearchRequest:
    keys = tuple(value.value for value in values if len(value.value) == digits and value.count)
    return SearchRequest(choices={"region": keys}, per_page=1)


def home_page(
    shell: Shell, total: int, places: Iterable[FacetValue], newest: date | None, reader: Reader
) -> HomePage:
    """The page model. `places` are counted divisions, `newest` is the newest list's day."""
    tree = regions(places, reader)
    return HomePage(
        shell=shell,
        action=links.search(reader.locale),
        suggest=links.api_suggest(reader.locale),
        beginnings=_beginnings(reader),
        coverage=_coverage(total, len(tree)),
        fresh=gettext("Newest list: %(day)s", day=reader.day(newest)) if newest else None,
        regions=tree,
        meanings=_meanings(reader),
    )


def _coverage(nurseries: int, provinces: int) -> str:
    places = ngettext("%(num)s province", "%(num)s provinces", provinces)
    return ngettext(
        "%(num)s nursery in %(places)s", "%(num)s nurseries in %(places)s", nurseries, places=places
    )


def _beginnings(reader: Reader) -> tuple[Beginning, ...]:
    searches = (
        (gettext("Inclusive"), links.only("inclusive", "yes", "partial")),
        (gettext("Up to 2,000 yuan a month"), SearchRequest(price_max=2000, sort="price")),
        (gettext("For a child of 18 months"), SearchRequest(age=18)),
        (gettext("Temporary care"), links.only("form", "temporary")),
        (gettext("Demonstration nurseries"), links.only("demo", "provincial", "city")),
    )
    return tuple(Beginning(text, links.search(reader.locale, search)) for text, search in searches)


def _meanings(reader: Reader) -> tuple[Meaning, ...]:
    lines = (
        (
            "filed",
            reader.value("filed", "yes"),
            gettext("Registered, and on file with the county's health authority."),
        ),
        (
            "inclusive",
            reader.value("inclusive", "yes"),
            gettext("The price of care is limited; sometimes for a part of the places only."),
        ),
        (
            "demonstration",
            gettext("Provincial demonstration"),
            gettext("Named a model by an authority, for a time. It promises no free place."),
        ),
        (
            "star",
            gettext("4 stars"),
            gettext("A grade of one city's scheme. Stars of two cities do not compare."),
        ),
        (
            "founder",
            reader.value("nature", "public"),
            gettext("Who founded it. It says nothing about price or quality."),
        ),
    )
    return tuple(
        Meaning(Badge(shape, HOLDS, Text(word), None), text) for shape, word, text in lines
    )
