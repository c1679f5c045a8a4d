"""What a text may mean besides: one place of several, another spelling, the usual word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.notices import shown
from nursery_site.question import Question
from nursery_site.reader import Reader, lineage
from nursery_site.reading import Text
from nursery_site.ways import Way, Ways
from registry.keys import fold
from search_index.understanding import Synonym

OUR_WORD: Final = "托育"
"""What everything here is; that it is also called otherwise is no news."""

PINYIN: Final = "zh-Latn"
"""The language of Chinese in Latin letters, as HTML names it."""


@dataclass(frozen=True, slots=True)
class Option:
    """Another search with how many it finds, in words for a division that the copy does not cover.

    `href` is `None` where that is nobody.
    """

    text: Text
    href: str | None
    count: str


@dataclass(frozen=True, slots=True)
class Which:
    """A name of several places, and the places: `ask` is the question."""

    ask: tuple[Text, ...]
    options: tuple[Option, ...]


def which(question: Question, ways: Ways, reader: Reader) -> tuple[Which, ...]:
    """The questions about places, each with the city of every answer."""
    return tuple(
        Which(
            _asked(shown(choice.phrase, reader), reader),
            tuple(_place(way, reader) for way in places),
        )
        for choice, places in zip(question.understood.choices, ways.places, strict=True)
        if any(way.count for way in places)
    )


def _asked(phrase: str, reader: Reader) -> tuple[Text, ...]:
    said = gettext("Which “%(phrase)s” do you mean?", phrase=phrase)
    if not phrase.isascii():
        return reader.reading.marked(said, reader.locale)
    before, _, after = said.partition(phrase)
    return Text(before), Text(phrase, PINYIN), Text(after)


def _place(way: Way, reader: Reader) -> Option:
    return _option(way, place_text(way.value, reader), reader)


def place_text(key: str, reader: Reader) -> Text:
    """A division with those around it: 江苏省 南京市 鼓楼区."""
    return reader.place(lineage(key)) if key in reader.region_names else Text(key)


def spellings(corrections: Iterable[Way], reader: Reader) -> tuple[Option, ...]:
    """Other texts to search for."""
    return tuple(_option(way, reader.data(way.value), reader) for way in corrections)


def synonyms(question: Question, reader: Reader) -> tuple[tuple[Text, ...], ...]:
    """What a phrase was taken for, or what it finds besides itself."""
    return tuple(
        reader.reading.marked(_taken_for(one, question, reader), reader.locale)
        for one in question.understood.synonyms
        if fold(one.phrase) != OUR_WORD
    )


def _taken_for(one: Synonym, question: Question, reader: Reader) -> str:
    phrase = shown(one.phrase, reader)
    meant = reader.list(shown(word, reader) for word in one.meant)
    if one.phrase in question.understood.words:
        return gettext("“%(phrase)s” also finds: %(meant)s", phrase=phrase, meant=meant)
    return gettext("“%(phrase)s” is taken for: %(meant)s", phrase=phrase, meant=meant)


def _option(way: Way, text: Text, reader: Reader) -> Option:
    href = links.search(reader.locale, way.request) if way.count else None
    count = reader.number(way.count) if way.covered else gettext("Not covered here")
    return Option(text, href, count)
