"""The ladder in words: each rung gives up one thing, and is a link with its count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.chips import pair_text
from nursery_site.reader import Reader
from nursery_site.reading import Text
from search_index.ladder import Relaxation
from search_index.request import FACETS


@dataclass(frozen=True, slots=True)
class Rung:
    """Another search in words, with how many it finds."""

    text: tuple[Text, ...]
    href: str
    count: str


def rungs(relaxations: Iterable[Relaxation], reader: Reader) -> tuple[Rung, ...]:
    """The rungs in the order of the index: what stays closest to the wish first."""
    return tuple(
        Rung(
            text=reader.reading.marked(said(one, reader), reader.locale),
            href=links.search(reader.locale, one.request),
            count=reader.number(one.count),
        )
        for one in relaxations
    )


def said(rung: Relaxation, reader: Reader) -> str:
    """What a rung gives up, as a whole sentence.

    A bound that moves is said as the new bound, everything else as what is left out or let in.
    """
    values = rung.value.split(",")
    match rung.kind:
        case "price" | "distance":
            return pair_text(rung.key, rung.value, reader).text
        case "wider":
            places = reader.list(reader.region(value) for value in values)
            return gettext("In the whole of %(place)s", place=places)
        case "word":
            word = reader.reading.in_script(rung.value, reader.locale)
            return gettext("Without “%(word)s”", word=word)
        case "unpublished":
            facet = reader.word("facet", rung.key)
            return gettext("Also those that do not publish “%(facet)s”", facet=facet)
        case "cancelled":
            return gettext("Also those whose filing was cancelled")
        case "drop":
            words = reader.any_of(pair_text(rung.key, value, reader).text for value in values)
            if rung.key in FACETS:
                facet = reader.word("facet", rung.key)
                words = gettext("%(facet)s: %(value)s", facet=facet, value=words)
            return gettext("Without the condition “%(condition)s”", condition=words)
