"""The home page: one box, the places, what the copy covers, and what the badges mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from flask_babel import gettext, ngettext

from nursery_site import links
from nursery_site.pages.badges import HOLDS, Badge
from nursery_site.pages.regions import Region, regions
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.answer import Answer
from search_index.request import SearchRequest


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
    beginnings: tuple[Beginning, ...]
    coverage: str
    fresh: str
    regions: tuple[Region, ...]
    meanings: tuple[Meaning, ...]


def home_page(shell: Shell, everything: Answer, built: str, reader: Reader) -> HomePage:
    """The page model, from the answer to the empty search. `built` is the index's day in words."""
    tree = regions(everything.facets.get("region", ()), reader)
    return HomePage(
        shell=shell,
        action=links.search(reader.locale),
        beginnings=_beginnings(reader),
        coverage=_coverage(everything.total, sum(len(region.parts) for region in tree)),
        fresh=gettext("Last brought up to date: %(day)s", day=built),
        regions=tree,
        meanings=_meanings(reader),
    )


def _coverage(nurseries: int, cities: int) -> str:
    places = ngettext("%(num)s city", "%(num)s cities", cities)
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
