"""The home page: one box, what parents come for, the places, and what the badges mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import HOLDS, Badge
from nursery_site.pages.policies import first_cards
from nursery_site.pages.policy_cards import PolicyCard
from nursery_site.pages.publicity_cards import anchor, left, place_of
from nursery_site.pages.regions import Region, regions
from nursery_site.pages.shell import Shell
from nursery_site.policies.library import Library
from nursery_site.reader import Reader
from nursery_site.reading import Text
from nursery_site.wishes import wishes
from registry.ledger.records import Notice
from search_index.answer import Answer, FacetValue
from search_index.request import SearchRequest

DISTRICTS_UP_TO = 24
"""Cities in the copy up to which their districts are listed at once."""

NOTICES = 3
"""Open notices that are named."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the box understands. Its Chinese is marked on an English page."""

    text: tuple[Text, ...]
    href: str


@dataclass(frozen=True, slots=True)
class OpenNotice:
    """A notice to which anybody may object today; `left` says until when."""

    title: Text
    place: Text | None
    left: str
    href: str


@dataclass(frozen=True, slots=True)
class OpenNotices:
    """Those that end first, and how many there are."""

    count: str
    first: tuple[OpenNotice, ...]
    href: str


@dataclass(frozen=True, slots=True)
class FirstPolicies:
    """The articles for who knows nothing yet."""

    first: tuple[PolicyCard, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one badge means, in one line."""

    badge: Badge
    text: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What the copy holds: nurseries, how many of them are filed, where, the newest list's day."""

    nurseries: int
    filed: int
    places: Iterable[FacetValue]
    newest: date | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """`wishes` are words to tick. `coverage` and `fresh` say what the copy holds, as of when."""

    template: ClassVar[str] = "pages/home.html"

    shell: Shell
    action: str
    suggest: str
    wishes: tuple[str, ...]
    examples: tuple[Example, ...]
    check: str
    verify: str
    notices: OpenNotices
    policies: FirstPolicies
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
    shell: Shell,
    examples: tuple[Example, ...],
    counted: Counted,
    notices: Iterable[Notice],
    library: Library,
    reader: Reader,
) -> HomePage:
    """The page model; `notices` are all of the copy."""
    tree = regions(counted.places, reader)
    newest = counted.newest
    return HomePage(
        shell=shell,
        action=links.search(reader.locale),
        suggest=links.api_suggest(reader.locale),
        wishes=wishes(),
        examples=examples,
        check=links.page(reader.locale, "filing-check"),
        verify=f"{links.page(reader.locale, 'filing-check')}#verify",
        notices=_notices(notices, reader),
        policies=FirstPolicies(first_cards(library, reader), links.page(reader.locale, "policies")),
        coverage=_coverage(counted, len(tree), reader),
        fresh=gettext("Newest list: %(day)s", day=reader.day(newest)) if newest else None,
        regions=tree,
        meanings=_meanings(reader),
    )


def _notices(notices: Iterable[Notice], reader: Reader) -> OpenNotices:
    today = reader.today
    found = [one for one in notices if one.is_open(today)]
    found.sort(key=lambda one: (one.until or date.max, one.id))
    page = links.page(reader.locale, "notices")
    return OpenNotices(
        count=ngettext("%(num)s notice", "%(num)s notices", len(found)),
        first=tuple(
            OpenNotice(
                reader.as_published(one.title),
                place_of(one, reader),
                left(one, reader),
                f"{page}#{anchor(one)}",
            )
            for one in found[:NOTICES]
        ),
        href=page,
    )


def _coverage(counted: Counted, provinces: int, reader: Reader) -> str:
    """How many, and how many of them are filed: not all that a list names are."""
    return ngettext(
        "%(num)s nursery in %(places)s, %(filed)s filed",
        "%(num)s nurseries in %(places)s, %(filed)s of them filed",
        counted.nurseries,
        places=ngettext("%(num)s province", "%(num)s provinces", provinces),
        filed=reader.number(counted.filed),
    )


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
