"""The search page: the sentence, the panel, the cards, and the ways on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.arguments import Arguments, Problem
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.card import Card, card
from nursery_site.pages.chips import Chip, chips, conditions
from nursery_site.pages.choices import Choosing, choosing
from nursery_site.pages.facets import Facet, panel, price_facet, region_facet
from nursery_site.pages.notices import Notice, notices
from nursery_site.pages.paging import Paging, last_page, paging
from nursery_site.pages.shell import Shell
from nursery_site.pages.words import understood
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.answer import Answer
from search_index.request import FACETS, SearchRequest

RINGS: Final = (1, 3, 5, 10)
"""Kilometres offered around a start point: over 90 % of parents accept at most three."""


@dataclass(frozen=True, slots=True)
class Sort:
    """An order as a link."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """A distance as an option of the form."""

    value: str
    text: str
    current: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form: what stands in it, and what is wrong with it."""

    value: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`count` and `asked` read the search back; `kept` are keys that the form must not lose.

    `empty`: nothing matches. `beyond`: something does, but not as many pages of it.
    """

    template: ClassVar[str] = "pages/search.html"

    shell: Shell
    action: str
    count: str
    asked: tuple[Text, ...]
    view: str
    words: str
    chips: tuple[Chip, ...]
    clear: str | None
    problems: tuple[str, ...]
    fields: dict[str, Field]
    kept: tuple[tuple[str, str], ...]
    region: Facet
    price: Facet
    facets: tuple[Facet, ...]
    rings: tuple[Ring, ...]
    sorts: tuple[Sort, ...]
    sort_note: str
    notices: tuple[Notice, ...]
    empty: bool
    beyond: str | None
    cards: tuple[Card, ...]
    first: int
    paging: Paging | None
    choosing: Choosing
    api: str


def search_page(shell: Shell, arguments: Arguments, answer: Answer, reader: Reader) -> SearchPage:
    """The page model of an answer."""
    request = arguments.request
    asked = chips(request, reader)
    wrong = {problem.key: reader.word("problem", problem.reason) for problem in arguments.problems}
    return SearchPage(
        shell=shell,
        action=links.search(reader.locale),
        count=_count(answer.total),
        asked=reader.reading.marked(
            conditions(request, understood(request.text, answer.words), reader), reader.locale
        ),
        view=ngettext("View %(num)s nursery", "View %(num)s nurseries", answer.total),
        words=request.text,
        chips=asked,
        clear=links.search(reader.locale) if asked or request.text else None,
        problems=tuple(_problem_line(problem, reader) for problem in arguments.problems),
        fields=_fields(request, arguments.problems, wrong),
        kept=tuple(pair for pair in links.pairs(request) if pair[0] in _KEPT),
        region=region_facet(answer, wrong, reader),
        price=price_facet(answer, wrong, reader),
        facets=panel(answer, wrong, reader),
        rings=_rings(request),
        sorts=_sorts(request, reader),
        sort_note=reader.word("sort_note", request.sort),
        notices=notices(request, answer, reader),
        empty=answer.total == 0,
        beyond=_beyond(answer),
        cards=tuple(card(hit, reader) for hit in answer.hits),
        first=(answer.page - 1) * answer.per_page + 1,
        paging=paging(answer.total, answer.page, answer.per_page, _page_links(request, reader)),
        choosing=choosing(request.near, request.age, reader),
        api=links.api_search(request, reader.locale),
    )


_KEPT = frozenset({"near", "near2", "sort", "per_page"})
"""Keys that no field of the panel shows, and that the form must not lose."""


def sentence(request: SearchRequest, answer: Answer, reader: Reader) -> str:
    """The result in one sentence, for the page's title."""
    asked = conditions(request, understood(request.text, answer.words), reader)
    count = _count(answer.total)
    return gettext("%(count)s: %(asked)s", count=count, asked=asked) if asked else count


def _count(total: int) -> str:
    return ngettext("%(num)s nursery", "%(num)s nurseries", total)


def _beyond(answer: Answer) -> str | None:
    if answer.hits or not answer.total:
        return None
    last = last_page(answer.total, answer.per_page)
    return gettext("The last page of this result is page %(number)s.", number=last)


def _problem_line(problem: Problem, reader: Reader) -> str:
    return gettext(
        "%(field)s “%(value)s”: %(message)s",
        field=reader.word("facet" if problem.key in FACETS else "key", problem.key),
        value=problem.value,
        message=reader.word("problem", problem.reason),
    )


def _fields(
    request: SearchRequest, problems: tuple[Problem, ...], wrong: Mapping[str, str]
) -> dict[str, Field]:
    """The single-valued fields; a bad value stays in its field beside its message."""
    given = dict(links.pairs(request)) | {problem.key: problem.value for problem in problems}
    keys = ("q", "age", "price_min", "price_max", "within", "near", "near2", "sort")
    return {key: Field(given.get(key, ""), wrong.get(key)) for key in keys}


def _rings(request: SearchRequest) -> tuple[Ring, ...]:
    if request.near is None:
        return ()
    rings = sorted({*RINGS, *([request.within] if request.within else [])})
    return (
        Ring("", gettext("Any distance"), request.within is None),
        *(
            Ring(
                f"{ring:g}",
                gettext("Within %(kilometres)s km", kilometres=f"{ring:g}"),
                request.within == ring,
            )
            for ring in rings
        ),
    )


def _sorts(request: SearchRequest, reader: Reader) -> tuple[Sort, ...]:
    offered = ["relevance", "price", "capacity", "name"]
    if request.near is not None:
        offered.insert(1, "distance")
    if request.near2 is not None:
        offered.insert(2, "distance_sum")
    first = links.first_page(request)
    return tuple(
        Sort(
            reader.word("sort", sort),
            links.search(reader.locale, replace(first, sort=sort)),
            sort == request.sort,
        )
        for sort in offered
    )


def _page_links(request: SearchRequest, reader: Reader) -> Callable[[int], str]:
    return lambda number: links.search(reader.locale, replace(request, page=number))
