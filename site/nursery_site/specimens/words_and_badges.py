"""The smallest pieces in every state: texts, sources, icons, badges, and the box to search with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from nursery_site.catalogs import gettext
from nursery_site.pages.badges import HOLDS, TONES, UNKNOWN, Badge, badges, shapes, told
from nursery_site.pages.evidence import Other, Reference
from nursery_site.reader import Reader
from nursery_site.reading import Text
from nursery_site.specimens.invented import Invented
from nursery_site.specimens.specimen import Specimen
from registry.vocabulary import Filed, Inclusive, Nature, RecognitionKind, State

FORM = "specimen-form"
"""The form on the page to which a box may belong."""

REFERENCES = (Reference(1, "#source-1"), Reference(2, "#source-2"))


def words(reader: Reader) -> Iterator[Specimen]:
    """Text of lists, where it comes from, and what other lists say."""
    published = reader.name("示例云朵托育有限公司")
    other = Other(
        reader.as_published("55个"), reader.day(reader.today - timedelta(60)), REFERENCES[1]
    )
    yield Specimen("text", "text", "data in the reader's script", (reader.data("示例区托大班"),))
    pieces = (Text(reader.word("state", State.VALID)), reader.as_published("（示例）"))
    yield Specimen("text", "sentence", "with a quotation", (pieces,))
    yield Specimen("text", "name", "as registered", (published,))
    yield Specimen("text", "refs", "two sources", (REFERENCES,))
    yield Specimen("text", "others", "another list differs", ((other,),))
    for icon in ("search", "filter", "cross", "pin", "copy"):
        yield Specimen("text", "icon", icon, (icon,))


def badge_states(found: Invented, reader: Reader) -> Iterator[Specimen]:
    """Every shape once, and one shape in every state a title can have."""
    for one in _shapes(reader):
        yield Specimen("badge", "badge", f"{one.shape}, {one.tone}", (one,))
    for state in State:
        word = None if state is State.VALID else reader.word("state", state)
        kind = RecognitionKind.DEMONSTRATION
        titled = Badge(kind, TONES[state], Text(reader.word("kind", kind)), word)
        yield Specimen("badge", "badge", f"demonstration, {state}", (titled,))
    shown = badges(found.full, reader)
    yield Specimen("badge", "badges", "of a result", (shown,))
    yield Specimen("badge", "badges", "in trouble", (badges(found.troubled, reader),))
    yield Specimen("badge", "linked", "of a page with passports", (shown,))
    explained = told((*shown, *badges(found.troubled, reader)))
    drawn = shapes((found.full, found.troubled))
    yield Specimen("badge", "titles", "what titles mean", (explained, drawn))
    yield Specimen("badge", "titles", "no title", ((), ()))


def boxes() -> Iterator[Specimen]:
    """The one box."""
    yield Specimen("searchbox", "searchbox", "empty", ("", None, FORM))
    yield Specimen("searchbox", "searchbox", "large", ("", None, FORM, "", True))
    ways = ("#part-boxes", "#part-boxes", gettext("Search"))
    yield Specimen("locating", "locate", "offered", ("#part-boxes", gettext("Near me")))
    yield Specimen("locating", "denied", "hidden until it happens", ways)


def refused_box(value: str, problem: str) -> Specimen:
    """The one box with a message."""
    return Specimen("searchbox", "searchbox", "refused", (value, problem, FORM))


def _shapes(reader: Reader) -> Iterator[Badge]:
    yield Badge("filed", HOLDS, Text(reader.value("filed", Filed.YES)), None)
    yield Badge("unfiled", "broken", Text(reader.value("filed", Filed.CANCELLED)), None)
    yield Badge("unsaid", UNKNOWN, Text(reader.value("filed", "unpublished")), None)
    yield Badge("inclusive", HOLDS, Text(reader.value("inclusive", Inclusive.PARTIAL)), None)
    yield Badge("founder", HOLDS, Text(reader.value("nature", Nature.PUBLIC)), None)
    for kind in RecognitionKind:
        yield Badge(kind, HOLDS, Text(reader.word("kind", kind)), None)
