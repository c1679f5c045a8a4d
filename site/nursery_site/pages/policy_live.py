"""What of an article is alive: counts of its searches, figures of our copy, each with its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.policies.article import Article
from nursery_site.policies.rendering import LiveFigure
from nursery_site.policies.searches import named_search
from nursery_site.policies.wording import spoken
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.figures import MEASURES, Figure
from search_index.generation import Generation


@dataclass(frozen=True, slots=True)
class LiveSearch:
    """A search as a button, with what it finds today."""

    text: tuple[Text, ...]
    href: str
    count: str


def live_searches(
    article: Article, generation: Generation, reader: Reader
) -> tuple[LiveSearch, ...]:
    """The searches that an article speaks of."""
    return tuple(_searches(article, generation, reader))


def _searches(article: Article, generation: Generation, reader: Reader) -> Iterator[LiveSearch]:
    for search in article.searches:
        asked = named_search(search.query).request
        yield LiveSearch(
            spoken(search.text, search.english, reader),
            links.search(reader.locale, asked),
            ngettext("%(num)s nursery", "%(num)s nurseries", generation.count(asked)),
        )


def live_figure(generation: Generation, reader: Reader) -> LiveFigure:
    """Says a figure of our copy in one line, or that the copy holds none."""

    def said(measure: str, region: str | None) -> tuple[Text, ...]:
        known = next((one for one in MEASURES if one == measure), None)
        found = generation.figure(known, region) if known else None
        place = _place(region, reader)
        if found is None:
            line = gettext("our copy holds no figure of %(place)s", place=place)
        elif generation.manifest.fictional:
            line = gettext(
                "fictional demonstration data, %(place)s: %(value)s (as of %(day)s)",
                place=place,
                value=_value(found, reader),
                day=reader.day(found.as_of),
            )
        else:
            line = gettext(
                "our copy, %(place)s: %(value)s (as of %(day)s)",
                place=place,
                value=_value(found, reader),
                day=reader.day(found.as_of),
            )
        return reader.reading.marked(line, reader.locale)

    return said


def _place(region: str | None, reader: Reader) -> str:
    if region is None:
        return gettext("all of it")
    chain = [region[:end] for end in range(2, len(region) + 1, 2)]
    return reader.place(chain).text or region


def _value(figure: Figure, reader: Reader) -> str:
    if figure.measure == "capacity":
        return ngettext(
            "%(num)s approved place, which %(known)s of %(of)s nurseries publish",
            "%(num)s approved places, which %(known)s of %(of)s nurseries publish",
            figure.value,
            known=reader.number(figure.known),
            of=reader.number(figure.of),
        )
    if figure.measure == "inclusive":
        return ngettext(
            "%(num)s nursery published as inclusive",
            "%(num)s nurseries published as inclusive",
            figure.value,
        )
    if figure.measure == "demonstration":
        return ngettext(
            "%(num)s nursery with a demonstration title today",
            "%(num)s nurseries with a demonstration title today",
            figure.value,
        )
    return ngettext("%(num)s nursery", "%(num)s nurseries", figure.value)
