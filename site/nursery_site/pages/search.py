"""The search page: the sentence, the panel, the cards, and the ways on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from nursery_site import links
from nursery_site.arguments import Problem
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import Brief, badges, shapes, told
from nursery_site.pages.bars import Bars, bars
from nursery_site.pages.card import Card, card
from nursery_site.pages.chips import Chip, chips, conditions
from nursery_site.pages.choices import Choosing, choosing
from nursery_site.pages.facets import Facet, panel, price_facet, region_facet
from nursery_site.pages.ladder import Rung, rungs
from nursery_site.pages.map import ResultMap, result_map, shown_again
from nursery_site.pages.meanings import Option, Which, place_text, spellings, synonyms, which
from nursery_site.pages.notices import Notice, notices
from nursery_site.pages.orders import Ring, Sort, order_of, rings, sorts
from nursery_site.pages.paging import Paging, last_page, paging
from nursery_site.pages.policy_cards import PolicyCard
from nursery_site.pages.result_counts import OnlyFiled, count_text, only_filed, view_text
from nursery_site.pages.search_csv import MOST
from nursery_site.pages.shell import Shell
from nursery_site.question import Question
from nursery_site.reader import Reader
from nursery_site.reading import Text
from nursery_site.submitted import TYPED
from nursery_site.ways import Ways
from search_index.answer import Answer
from search_index.request import FACETS, SearchRequest


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form: what stands in it, and what is wrong with it."""

    value: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Divisions asked for of which the copy holds nothing, and the official way to ask."""

    text: tuple[Text, ...]
    verify: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`count` and `asked` read the search back; `kept` are keys that the form must not lose.

    Of very many `conditions` the first have `chips`, and `more` says how many others hold.
    `counted` answers how many a changed form would find, `view` says how many there are now.
    `read`: some chips were typed. `wants_near`: the text asks for a start point. `which`,
    `spellings`, `synonyms` and `rungs` are what else may be meant; `policy` answers what was
    typed. `why`: the reason that all cards share; else each says its own. `titles`: what the
    badges of titles mean; `shapes`: the shapes of all badges. `empty`: nothing matches,
    `uncovered` where the copy cannot know, `cancelled` leads to those whose filing was cancelled,
    where nothing else matches. `beyond`: something does, but not as many pages of it.
    """

    template: ClassVar[str] = "pages/search.html"

    shell: Shell
    action: str
    count: str
    filed: OnlyFiled | None
    asked: tuple[Text, ...]
    view: str
    counted: str
    words: str
    chips: tuple[Chip, ...]
    conditions: int
    more: str | None
    read: bool
    clear: str | None
    which: tuple[Which, ...]
    spellings: tuple[Option, ...]
    synonyms: tuple[tuple[Text, ...], ...]
    rungs: tuple[Rung, ...]
    wants_near: bool
    own_distance: bool
    suggest: str
    problems: tuple[str, ...]
    fields: dict[str, Field]
    kept: tuple[tuple[str, str], ...]
    region: Facet
    price: Facet
    bars: Bars | None
    facets: tuple[Facet, ...]
    rings: tuple[Ring, ...]
    sorts: tuple[Sort, ...]
    sort_note: str
    notices: tuple[Notice, ...]
    policy: PolicyCard | None
    empty: bool
    cancelled: Rung | None
    uncovered: Uncovered | None
    beyond: str | None
    map: ResultMap | None
    map_again: str | None
    cards: tuple[Card, ...]
    why: str | None
    titles: tuple[Brief, ...]
    shapes: tuple[str, ...]
    first: int
    paging: Paging | None
    choosing: Choosing
    api: str
    csv: str
    json: str
    most: int


def search_page(
    shell: Shell,
    question: Question,
    problems: tuple[Problem, ...],
    answer: Answer,
    ways: Ways,
    reader: Reader,
    policy: PolicyCard | None = None,
) -> SearchPage:
    """The page model of an answer; `policy` is the article that answers what was typed."""
    request, meant = question.asked, question.meant
    asked, conditions_in_all = chips(question, reader)
    cards = tuple(card(hit, reader) for hit in answer.hits)
    wrong = {problem.key: reader.word("problem", problem.reason) for problem in problems}
    return SearchPage(
        shell=shell,
        action=links.search(reader.locale),
        count=count_text(answer.total),
        filed=only_filed(answer, request, reader),
        asked=reader.reading.marked(conditions(meant, meant.text, reader), reader.locale),
        view=view_text(answer.total),
        counted=links.search_count(reader.locale),
        words=meant.text,
        chips=asked,
        conditions=conditions_in_all,
        more=_more(conditions_in_all - len(asked)),
        read=any(chip.read for chip in asked),
        clear=links.search(reader.locale) if asked or request.text else None,
        which=which(question, ways, reader),
        spellings=spellings(ways.corrections, reader),
        synonyms=synonyms(question, reader),
        rungs=rungs(ways.relaxations, reader),
        wants_near=question.understood.wants_near and request.near is None,
        own_distance="within" in question.understood.filters,
        suggest=links.api_suggest(reader.locale),
        problems=tuple(_problem_line(problem, reader) for problem in problems),
        fields=_fields(question, problems, wrong),
        kept=_kept(request, typed=bool(asked)),
        region=region_facet(answer, wrong, reader, ways.uncovered),
        price=price_facet(answer, wrong, reader),
        bars=bars(answer, meant, reader),
        facets=panel(answer, wrong, reader),
        rings=rings(meant, reader),
        sorts=sorts(request, meant.text, reader),
        sort_note=reader.word("sort_note", order_of(request, meant.text)),
        notices=notices(question, answer, reader),
        policy=policy,
        empty=answer.total == 0,
        cancelled=_cancelled(answer, ways, reader),
        uncovered=_uncovered(ways, reader) if ways.uncovered else None,
        beyond=_beyond(answer),
        map=result_map(answer, request, reader),
        map_again=shown_again(request, reader),
        cards=cards,
        why=_common_reason(cards),
        titles=_titles(answer, reader),
        shapes=shapes(hit.nursery for hit in answer.hits),
        first=(answer.page - 1) * answer.per_page + 1,
        paging=paging(answer.total, answer.page, answer.per_page, _page_links(request, reader)),
        choosing=choosing(request.near, request.age, reader),
        api=links.api_search(replace(request, view=None), reader.locale),
        csv=links.search_file(reader.locale, request, "csv"),
        json=links.search_file(reader.locale, request, "json"),
        most=MOST,
    )


_KEPT = frozenset({"sort", "per_page", "map"})
"""Keys that no field of the panel shows, and that the form must not lose."""


def _kept(request: SearchRequest, *, typed: bool) -> tuple[tuple[str, str], ...]:
    pairs = links.pairs(links.first_page(request))
    kept = [pair for pair in pairs if pair[0] in _KEPT]
    return (*kept, *([(TYPED, request.text)] if typed else []))


def sentence(meant: SearchRequest, answer: Answer, reader: Reader) -> str:
    """The result in one sentence, for the page's title."""
    asked = conditions(meant, meant.text, reader)
    count = count_text(answer.total)
    return gettext("%(count)s: %(asked)s", count=count, asked=asked) if asked else count


def _titles(answer: Answer, reader: Reader) -> tuple[Brief, ...]:
    """What the titles of the page's nurseries mean; most nurseries have none."""
    titled = (hit.nursery for hit in answer.hits if hit.nursery.recognitions)
    return told(badge for nursery in titled for badge in badges(nursery, reader))


def _more(others: int) -> str | None:
    """What is said of conditions without a chip."""
    if not others:
        return None
    return ngettext("and %(num)s more condition", "and %(num)s more conditions", others)


def _common_reason(cards: tuple[Card, ...]) -> str | None:
    """Why all of the page stand where they stand, if one line says it for all."""
    reasons = {one.why for one in cards}
    return reasons.pop() if len(reasons) == 1 and len(cards) > 1 else None


def _cancelled(answer: Answer, ways: Ways, reader: Reader) -> Rung | None:
    """Where nothing else matches: those that do, and whose filing a list says was cancelled."""
    held = (one for one in ways.relaxations if one.kind == "cancelled" and not answer.total)
    return next(iter(rungs(held, reader)), None)


def _uncovered(ways: Ways, reader: Reader) -> Uncovered:
    where = reader.list(place_text(key, reader).text for key in ways.uncovered)
    text = gettext("Our copy holds no list of %(where)s", where=where)
    verify = f"{links.page(reader.locale, 'filing-check')}#verify"
    return Uncovered(reader.reading.marked(text, reader.locale), verify)


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
    question: Question, problems: tuple[Problem, ...], wrong: Mapping[str, str]
) -> dict[str, Field]:
    """The single-valued fields, also what was typed of them; a bad value stays in its field."""
    given = dict(links.pairs(question.meant)) | {"q": question.asked.text}
    given |= {problem.key: problem.value for problem in problems}
    keys = ("q", "age", "price_min", "price_max", "within", "near", "near2", "sort")
    return {key: Field(given.get(key, ""), wrong.get(key)) for key in keys}


def _page_links(request: SearchRequest, reader: Reader) -> Callable[[int], str]:
    return lambda number: links.search(reader.locale, replace(request, page=number))
