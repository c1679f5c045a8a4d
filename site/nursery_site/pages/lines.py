"""What a comparison sets side by side: its lines in the order in which parents ask.

One table names them all: the group, the words, the fields a value comes from, and how it is said.
A value nobody published is no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nursery_site.pages import line_values
from nursery_site.pages.badges import Badge, badges
from nursery_site.pages.line_values import Say
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry import fields
from registry.nursery import Nursery
from registry.vocabulary import Form


@dataclass(frozen=True, slots=True)
class Line:
    """`table` and `key` give the words; `families` are the fields whose sources are named.

    `shapes` are badges said instead of texts.
    """

    key: str
    group: str
    table: str = "fact"
    families: tuple[str, ...] = ()
    say: Say | None = None
    shapes: tuple[str, ...] = ()


def texts(line: Line, nursery: Nursery, reader: Reader) -> tuple[Text, ...]:
    """What a line says of a nursery, empty where nothing is published."""
    if line.say is None:
        return ()
    said = line.say(nursery, reader)
    return tuple(Text(one) if isinstance(one, str) else one for one in said)


def line_badges(line: Line, nursery: Nursery, reader: Reader) -> tuple[Badge, ...]:
    """The badges a line shows; filing that nobody published is none."""
    return tuple(
        badge
        for badge in badges(nursery, reader)
        if badge.shape in line.shapes and badge.tone != "unknown"
    )


LINES: Final = (
    Line(fields.PRICE, "first", "fact", ("price.full_day",), line_values.prices_of(Form.FULL_DAY)),
    Line("half_day", "first", "row", ("price.half_day",), line_values.prices_of(Form.HALF_DAY)),
    Line(
        "other_prices",
        "first",
        "row",
        ("price.hourly", "price.temporary", *(f"price.{item}" for item in fields.PRICE_ITEMS)),
        line_values.other_prices,
    ),
    Line(fields.AGES, "first", say=line_values.ages),
    Line(fields.CLASSES, "first", say=line_values.classes),
    Line(fields.FORMS, "first", say=line_values.forms),
    Line(fields.HOURS, "first", say=line_values.data("hours")),
    Line(fields.CAPACITY, "first", say=line_values.number("capacity")),
    Line(fields.VACANCY, "first", say=line_values.vacancy),
    Line(fields.FILED, "titles", shapes=("filed",)),
    Line(fields.FILED_ON, "titles", say=line_values.filed_on),
    Line(
        "demonstration",
        "titles",
        "row",
        ("recognition.demonstration",),
        line_values.no_demonstration,
        ("demonstration",),
    ),
    Line(
        "scale",
        "titles",
        "row",
        ("recognition.star", "recognition.grade"),
        shapes=("star", "grade"),
    ),
    Line(
        fields.INCLUSIVE,
        "titles",
        "fact",
        (fields.INCLUSIVE, fields.INCLUSIVE_PLACES, "recognition.inclusive"),
        line_values.not_inclusive,
        shapes=("inclusive",),
    ),
    Line(fields.INCLUSIVE_PLACES, "titles", say=line_values.number("inclusive_places")),
    Line(
        "pilot",
        "titles",
        "row",
        ("recognition.pilot", "recognition.standardisation"),
        shapes=("pilot", "standardisation"),
    ),
    Line(fields.CLASS_COUNT, "people", say=line_values.class_counts),
    Line("staff", "people", "row", (fields.STAFF,), line_values.staff),
    Line(fields.ENROLLED, "people", say=line_values.number("enrolled")),
    Line(fields.FLOOR_AREA, "people", say=line_values.area("floor_area")),
    Line(fields.OUTDOOR_AREA, "people", say=line_values.area("outdoor_area")),
    Line(fields.FLOORS, "people", say=line_values.data("floors")),
    Line(fields.NATURE, "registration", say=line_values.word("nature")),
    Line(fields.SETTING, "registration", say=line_values.word("setting")),
    Line(fields.PROFIT, "registration", say=line_values.yes("profit")),
    Line(fields.OPERATING, "registration", say=line_values.yes("operating")),
    Line(fields.OPENED_ON, "registration", say=line_values.opened_on),
    Line(fields.AUTHORITY, "registration", say=line_values.data("authority")),
    Line(fields.PREPAY_MONTHS, "registration", say=line_values.prepay),
    Line(fields.ADDRESS, "contact", say=line_values.address),
    Line(fields.PHONES, "contact", say=line_values.phones),
    Line("as_of", "contact", "row", (), line_values.as_of),
)
