"""The ways on from an answer: which place was meant, what was mistyped, what to give up.

All of it is asked in the same request as the answer, and only where it helps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from nursery_site import links
from nursery_site.question import Question, question
from search_index.answer import Answer
from search_index.generation import Generation
from search_index.ladder import Relaxation
from search_index.request import SearchRequest
from search_index.understanding import Choice

FEW: Final = 3
"""Results up to which a search is offered with one condition less."""

MOST_OPTIONS: Final = 12
"""Divisions of one name that are offered; those with most nurseries."""


@dataclass(frozen=True, slots=True)
class Way:
    """Another search and how many it finds; `value` is what differs: a division, a text.

    `covered` is false for a division of which the copy holds no nursery at all.
    """

    value: str
    request: SearchRequest
    count: int
    covered: bool = True


@dataclass(frozen=True, slots=True)
class Ways:
    """`places` has the options of each choice of the text, in its order.

    `uncovered` are the divisions asked for of which the copy holds no nursery at all; of a name
    of several, all that bear it, where it covers none.
    """

    places: tuple[tuple[Way, ...], ...] = ()
    corrections: tuple[Way, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    uncovered: tuple[str, ...] = ()


def ways(generation: Generation, asked: Question, answer: Answer, few: int = FEW) -> Ways:
    """What to offer beside an answer; the ladder up to `few` results."""
    choices = asked.understood.choices
    places = tuple(_places(generation, asked.asked, choice) for choice in choices)
    return Ways(
        places=places,
        corrections=_corrections(generation, asked, answer),
        relaxations=_relaxations(generation, asked, answer) if answer.total <= few else (),
        uncovered=(*_uncovered(generation, asked.meant), *_all_uncovered(places)),
    )


def _places(generation: Generation, asked: SearchRequest, choice: Choice) -> tuple[Way, ...]:
    """The divisions of a name, counted in one search, those with most nurseries first.

    One that the copy does not even name is left out.
    """
    names = generation.manifest.region_names
    rest = replace(asked, text=choice.rest)
    every = question(generation, links.chosen(rest, "region", *choice.options)).meant
    counts = generation.find(replace(every, per_page=1)).facets["region"]
    found = [
        Way(
            key,
            links.chosen(rest, "region", key),
            counts.get(key, 0),
            generation.holds(key),
        )
        for key in choice.options
        if key in names
    ]
    return tuple(sorted(found, key=lambda way: -way.count)[:MOST_OPTIONS])


def _uncovered(generation: Generation, meant: SearchRequest) -> tuple[str, ...]:
    return tuple(
        key
        for key in meant.choices.get("region", ())
        if key in generation.manifest.region_names and not generation.holds(key)
    )


def _all_uncovered(places: tuple[tuple[Way, ...], ...]) -> tuple[str, ...]:
    return tuple(
        way.value for ways in places if not any(one.covered for one in ways) for way in ways
    )


def _corrections(generation: Generation, asked: Question, answer: Answer) -> tuple[Way, ...]:
    """Other texts, under the same conditions or, where these hide them, without.

    Where the words that somebody holds find something, only what sounds like the others.
    """
    understood, words = asked.understood, asked.understood.words
    if not words or understood.hints:
        return ()
    if not understood.left and (answer.total or understood.choices):
        return ()  # every word is one of ours: a place without nurseries is no slip
    if generation.count(SearchRequest(text=words)):
        return ()  # the words find somebody: the filters are the reason
    texts = generation.corrections(words, by_sound=bool(answer.total))
    found = [_corrected(generation, asked, text) for text in texts]
    if text := generation.mended(asked.asked.text, understood.left):
        request = links.first_page(replace(asked.asked, text=text))
        count = generation.count(question(generation, request).meant)
        found.insert(0, Way(text, request, count))
    told = {way.value: way for way in reversed(found) if way.count}
    return tuple(reversed(told.values()))


def _corrected(generation: Generation, asked: Question, text: str) -> Way:
    request = links.first_page(replace(asked.meant, text=text))
    if count := generation.count(request):
        return Way(text, request, count)
    return Way(text, SearchRequest(text=text), generation.count(SearchRequest(text=text)))


def _relaxations(generation: Generation, asked: Question, answer: Answer) -> tuple[Relaxation, ...]:
    """The ladder. A name that was found needs none: words alone are only given up for nothing."""
    narrowed = asked.meant.choices or _numbers(asked.meant) != (None,) * 4
    if not (narrowed or (asked.meant.text and not answer.total)):
        return ()
    return generation.relaxations(asked.meant)


def _numbers(request: SearchRequest) -> tuple[float | None, ...]:
    return (request.within, request.age, request.price_min, request.price_max)
