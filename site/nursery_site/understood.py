"""What the API says was understood of a search, so that a program can show it and offer more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nursery_site import links
from nursery_site.pages.chips import filters_text, pair_text
from nursery_site.pages.ladder import said
from nursery_site.pages.meanings import place_text
from nursery_site.pages.words import unread
from nursery_site.question import Question
from nursery_site.reader import Reader
from nursery_site.ways import Way, Ways
from registry.values.statement import Json
from search_index.answer import Answer
from search_index.request import FACETS, SearchRequest
from search_index.understanding import Chip

FILTERS: Final = frozenset(("near", "near2", "within", "age", "price_min", "price_max", *FACETS))
"""The keys that narrow a search; the others are its words, its order and its page."""


def understood_document(
    question: Question, answer: Answer, ways: Ways, ignored: tuple[str, ...], reader: Reader
) -> dict[str, Json]:
    """`filters` are the conditions in force, those read out of the text with their phrase.

    Every key is always there, whatever there is to say.
    """
    understood = question.understood
    left = (*understood.left, *understood.refused, *unread(question.asked.text))
    return {
        "words": list(answer.words),
        "filters": list(_filters(question, reader)),
        "choices": _choices(question, ways, reader),
        "left": list(dict.fromkeys(left)),
        "ignored": list(ignored),
        "offers": [_offer(chip, question, reader) for chip in understood.offers],
        "hints": [
            {"phrase": hint.phrase, "code": hint.code, "text": reader.word("hint", hint.code)}
            for hint in understood.hints
        ],
        "synonyms": [
            {"phrase": one.phrase, "meant": list(one.meant)} for one in understood.synonyms
        ],
        "wants_near": understood.wants_near and question.asked.near is None,
        "did_you_mean": [_other(way, reader) | {"q": way.value} for way in ways.corrections],
        "relaxations": [
            {
                "kind": one.kind,
                "key": one.key,
                "value": one.value,
                "text": said(one, reader),
                "count": one.count,
                "url": links.api_search(one.request, reader.locale),
            }
            for one in ways.relaxations
        ],
        "uncovered": [
            {"key": "region", "value": key, "text": pair_text("region", key, reader).text}
            for key in ways.uncovered
        ],
    }


def _filters(question: Question, reader: Reader) -> Iterator[Json]:
    """Every key and value in force, in the order of the URL, with the phrase that was typed."""
    phrases = {
        (key, value): chip.phrase
        for chip in question.understood.chips
        for key, values in question.in_force(chip)
        for value in values
    }
    for key, value in links.pairs(question.meant):
        if key in FILTERS:
            told: dict[str, Json] = {
                "key": key,
                "value": value,
                "text": pair_text(key, value, reader).text,
            }
            phrase = phrases.get((key, value))
            if phrase is not None:
                told["phrase"] = phrase
            yield told


def _choices(question: Question, ways: Ways, reader: Reader) -> Json:
    return [
        {
            "phrase": choice.phrase,
            "key": "region",
            "options": [
                _other(way, reader)
                | {
                    "value": way.value,
                    "name": place_text(way.value, reader).text,
                    "covered": way.covered,
                }
                for way in places
            ],
        }
        for choice, places in zip(question.understood.choices, ways.places, strict=True)
    ]


def _offer(chip: Chip, question: Question, reader: Reader) -> Json:
    taken: SearchRequest = question.taking(chip)
    return {
        "phrase": chip.phrase,
        "filters": [
            {"key": key, "value": value, "text": pair_text(key, value, reader).text}
            for key, values in chip.filters
            for value in values
        ],
        "text": filters_text(chip.filters, reader).text,
        "url": links.api_search(taken, reader.locale),
    }


def _other(way: Way, reader: Reader) -> dict[str, Json]:
    return {"count": way.count, "url": links.api_search(way.request, reader.locale)}
