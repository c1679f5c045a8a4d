"""Sentences that a parent could type, made of the copy's own places and tried before shown."""

from __future__ import annotations

from collections.abc import Iterable

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.home import Example
from nursery_site.question import question
from nursery_site.reader import Reader
from search_index.answer import FacetValue
from search_index.generation import Generation
from search_index.request import UNPUBLISHED, SearchRequest

_DIGITS = 6  # of the key of a district


def examples(
    current: Generation, places: Iterable[FacetValue], reader: Reader
) -> tuple[Example, ...]:
    """One sentence of each wording, each of another district, the fullest first."""
    counted = [one for one in places if one.value != UNPUBLISHED and len(one.value) == _DIGITS]
    counted.sort(key=lambda one: (-one.count, one.value))
    typed = {one.value: _sentences(reader.region_text(one.value).text) for one in counted}
    chosen: dict[str, str] = {}
    for wording in range(len(_sentences(""))):
        works = (
            key
            for key, sentences in typed.items()
            if key not in chosen and _works(current, sentences[wording], key)
        )
        if (first := next(works, None)) is not None:
            chosen[first] = typed[first][wording]
    return tuple(_example(sentence, reader) for sentence in chosen.values())


def _sentences(place: str) -> tuple[str, ...]:
    """What could be typed about a place, in words that the box understands in every script."""
    return (
        gettext("%(place)s full day 18 months under 2000", place=place),
        gettext("%(place)s inclusive temporary care", place=place),
        gettext("%(place)s public demonstration", place=place),
    )


def _works(current: Generation, sentence: str, place: str) -> bool:
    """Whether a sentence is understood whole, of this place alone, and finds a nursery."""
    asked = question(current, SearchRequest(text=sentence, per_page=1))
    left = asked.meant.text or asked.understood.left or asked.understood.offers
    found = asked.meant.choices.get("region") == (place,) and not left
    return found and current.search(asked.meant).total > 0


def _example(sentence: str, reader: Reader) -> Example:
    return Example(
        text=reader.reading.marked(sentence, reader.locale),
        href=links.search(reader.locale, SearchRequest(text=sentence)),
    )
