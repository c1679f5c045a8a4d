"""The search page: the sentence, the panel, the cards, and the ways on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.arguments import Arguments, Problem
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.card import Card, card
from nursery_site.pages.chips import Chip, chips, conditions
from nursery_site.pages.facets import Facet, panel, price_facet, region_facet
from nursery_site.pages.notices import Notice, notices
from nursery_site.pages.paging import Paging, paging
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from search_index.answer import Answer
from search_index.request import FACETS, SearchRequest

RINGS: Final = (1, 3, 5, 10)
"""Kilometres offered around a start point: over 90 % of parents accept at most three."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A sort, a ring or another single choice as a link or an option."""

    value: str
    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form: what stands in it, and what is wrong with it."""

    value: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`count` and `asked` read the search back; `kept` are keys that the form must not lose."""

    template: ClassVar[str] = "pages/search.html"

    shell: Shell
    action: str
    count: str
    asked: str
    view: str
    words: str
    chips: tuple[Chip, ...]
    clear: str | None
    problems: tuple[str, ...]
    ignored: str | None
    fields: dict[str, Field]
    kept: tuple[tuple[str, str], ...]
    region: Facet
    price: Facet
    facets: tuple[Facet, ...]
    rings: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    sort_note: str
    notices: tuple[Notice, ...]
    cards: tuple[Card, ...]
    first: int
    paging: Paging | None
    api: str


def search_page(shell: Shell, arguments: Arguments, answer: Answer, reader: Reader) -> SearchPage:
    """The page model of an answer."""
    request = arguments.request
    asked = chips(request, reader)
    return SearchPage(
        shell=shell,
        action=links.search(reader.locale),
        count=_count(answer.total),
        asked=conditions(request, reader),
        view=ngettext("View %(num)s nursery", "View %(num)s nurseries", answer.total),
        words=request.text,
        chips=asked,
        clear=links.search(reader.locale) if asked or request.text else None,
        problems=tuple(_problem_line(problem, reader) for problem in arguments.problems),
        ignored=reader.list(arguments.ignored) or None,
        fields=_fields(request, arguments.problems, reader),
        kept=tuple(pair for pair in links.pairs(request) if pair[0] in _KEPT),
        region=region_facet(answer, reader),
        price=price_facet(answer, reader),
        facets=panel(answer, reader),
        rings=_rings(request, reader),
        sorts=_sorts(request, reader),
        sort_note=reader.word("sort_note", request.sort),
        notices=notices(request, answer, reader),
        cards=tuple(card(hit, reader) for hit in answer.hits),
        first=(answer.page - 1) * answer.per_page + 1,
        paging=paging(answer.total, answer.page, answer.per_page, _page_links(request, reader)),
        api=links.api_search(request, reader.locale),
    )


_KEPT = frozenset({"near", "near2", "sort", "per_page"})
"""Keys that no field of the panel shows, and that the form must not lose."""


def sentence(request: SearchRequest, total: int, reader: Reader) -> str:
    """The result in one sentence, for the page's title."""
    asked = conditions(request, reader)
    count = _count(total)
    return gettext("%(count)s: %(asked)s", count=count, asked=asked) if asked else count


def _count(total: int) -> str:
    return ngettext("%(num)s nursery", "%(num)s nurseries", total)


def _problem_line(problem: Problem, reader: Reader) -> str:
    return gettext(
        "%(field)s “%(value)s”: %(message)s",
        field=reader.word("facet" if problem.key in FACETS else "key", problem.key),
        value=problem.value,
        message=reader.word("problem", problem.reason),
    )


def _fields(
    request: SearchRequest, problems: tuple[Problem, ...], reader: Reader
) -> dict[str, Field]:
    """The single-valued fields; a bad value stays in its field beside its message."""
    bad = {problem.key: problem for problem in problems}
    good = dict(links.pairs(request))
    return {
        key: Field(
            bad[key].value if key in bad else good.get(key, ""),
            reader.word("problem", bad[key].reason) if key in bad else None,
        )
        for key in ("q", "age", "price_min", "price_max", "within", "near", "sort")
    }


def _rings(request: SearchRequest, reader: Reader) -> tuple[Choice, ...]:
    if request.near is None:
        return ()
    rings = [Choice("", gettext("Any distance"), "", request.within is None)]
    for ring in sorted({*RINGS, *([request.within] if request.within else [])}):
        search = links.search(reader.locale, links.first_page(replace(request, within=float(ring))))
        text = gettext("Within %(kilometres)s km", kilometres=f"{ring:g}")
        rings.append(Choice(f"{ring:g}", text, search, request.within == ring))
    return tuple(rings)


def _sorts(request: SearchRequest, reader: Reader) -> tuple[Choice, ...]:
    offered = ["relevance", "price", "capacity", "name"]
    if request.near is not None:
        offered.insert(1, "distance")
    if request.near2 is not None:
        offered.insert(2, "distance_sum")
    first = links.first_page(request)
    return tuple(
        Choice(
            sort,
            reader.word("sort", sort),
            links.search(reader.locale, replace(first, sort=sort)),
            sort == request.sort,
        )
        for sort in offered
    )


def _page_links(request: SearchRequest, reader: Reader) -> Callable[[int], str]:
    return lambda number: links.search(reader.locale, replace(request, page=number))
