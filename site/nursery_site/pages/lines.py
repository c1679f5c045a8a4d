"""What a comparison sets side by side: its lines in the order in which parents ask.

One table names them all: the group, the words, the fields a value comes from, and how it is said.
A value nobody published is no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import Badge, badges
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry import fields
from registry.nursery import Nursery, Price
from registry.vocabulary import AgeClass, Form, Inclusive, RecognitionKind

Say = Callable[[Nursery, Reader], Iterator[str | Text]]


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


def _number(attribute: str) -> Say:
    def say(nursery: Nursery, reader: Reader) -> Iterator[str]:
        value: float | None = getattr(nursery, attribute)
        if value is not None:
            yield reader.number(value)

    return say


def _data(attribute: str) -> Say:
    def say(nursery: Nursery, reader: Reader) -> Iterator[Text]:
        value: str | None = getattr(nursery, attribute)
        if value:
            yield reader.data(value)

    return say


def _word(attribute: str) -> Say:
    def say(nursery: Nursery, reader: Reader) -> Iterator[str]:
        value = getattr(nursery, attribute)
        if value is not None:
            yield reader.value(attribute, value)

    return say


def _yes(attribute: str) -> Say:
    def say(nursery: Nursery, _reader: Reader) -> Iterator[str]:
        value: bool | None = getattr(nursery, attribute)
        if value is not None:
            yield gettext("Yes") if value else gettext("No")

    return say


def _area(attribute: str) -> Say:
    def say(nursery: Nursery, reader: Reader) -> Iterator[str]:
        value: float | None = getattr(nursery, attribute)
        if value is not None:
            yield gettext("%(area)s m²", area=reader.number(value))

    return say


def _prices_of(form: Form) -> Say:
    def say(nursery: Nursery, reader: Reader) -> Iterator[str]:
        for price in _in_order(nursery):
            if price.form is form:
                age_class = price.age_class
                what = None if age_class is None else reader.value("class", age_class)
                yield _amount(what, price, reader)

    return say


def _other_prices(nursery: Nursery, reader: Reader) -> Iterator[str]:
    for price in _in_order(nursery):
        if price.form is None:
            yield _amount(reader.word("price_item", price.item or ""), price, reader)
        elif price.form not in (Form.FULL_DAY, Form.HALF_DAY):
            yield _amount(reader.value("form", price.form), price, reader)


def _in_order(nursery: Nursery) -> list[Price]:
    def place(price: Price) -> tuple[int, int]:
        form = len(Form) if price.form is None else list(Form).index(price.form)
        return form, -1 if price.age_class is None else list(AgeClass).index(price.age_class)

    return sorted(nursery.prices, key=place)


def _amount(what: str | None, price: Price, reader: Reader) -> str:
    said = reader.span(price.low, price.high)
    amount = gettext("about %(amount)s", amount=said) if price.about else said
    unit = reader.word("unit", price.unit)
    parts = [gettext("%(amount)s %(unit)s", amount=amount, unit=unit)]
    if price.meals is not None:
        parts.append(reader.word("meals", price.meals))
    listed = reader.list(parts)
    return listed if what is None else gettext("%(what)s: %(amount)s", what=what, amount=listed)


def _ages(nursery: Nursery, _reader: Reader) -> Iterator[str]:
    if nursery.ages is not None:
        first, last = nursery.ages
        yield gettext("%(youngest)s to %(oldest)s months", youngest=first, oldest=last)


def _forms(nursery: Nursery, reader: Reader) -> Iterator[str]:
    if said := reader.all_of("form", nursery.forms):
        yield said


def _classes(nursery: Nursery, reader: Reader) -> Iterator[str]:
    if said := reader.all_of("class", nursery.classes):
        yield said


def _vacancy(nursery: Nursery, reader: Reader) -> Iterator[str]:
    if nursery.vacancy is not None:
        yield reader.number(nursery.vacancy.places)
        yield gettext("As published for %(day)s.", day=reader.day(nursery.vacancy.as_of))


def _class_counts(nursery: Nursery, reader: Reader) -> Iterator[str]:
    for what in AgeClass:
        if what in nursery.class_counts:
            count = nursery.class_counts[what]
            yield gettext("%(what)s %(count)s", what=reader.value("class", what), count=count)


def _staff(nursery: Nursery, reader: Reader) -> Iterator[str]:
    for what, count in nursery.staff.items():
        yield gettext("%(what)s %(count)s", what=reader.word("staff", what), count=count)


def _prepay(nursery: Nursery, _reader: Reader) -> Iterator[str]:
    if nursery.prepay_months is not None:
        yield ngettext("%(num)s month", "%(num)s months", nursery.prepay_months)


def _filed_on(nursery: Nursery, reader: Reader) -> Iterator[str]:
    if nursery.filed_on is not None:
        yield reader.day(nursery.filed_on)


def _opened_on(nursery: Nursery, reader: Reader) -> Iterator[str]:
    if nursery.opened_on is not None:
        yield reader.published_date(nursery.opened_on)


def _address(nursery: Nursery, reader: Reader) -> Iterator[Text]:
    if nursery.address:
        yield reader.as_published(nursery.address)


def _phones(nursery: Nursery, _reader: Reader) -> Iterator[str]:
    yield from nursery.phones


def _as_of(nursery: Nursery, reader: Reader) -> Iterator[str]:
    yield reader.day(nursery.as_of)


def _no_demonstration(nursery: Nursery, reader: Reader) -> Iterator[str]:
    if RecognitionKind.DEMONSTRATION in nursery.denied:
        yield reader.value("demo", "none")


def _not_inclusive(nursery: Nursery, reader: Reader) -> Iterator[str]:
    if nursery.inclusive(reader.today) is Inclusive.NO:
        yield reader.value("inclusive", "no")


LINES: Final = (
    Line(fields.PRICE, "first", "fact", ("price.full_day",), _prices_of(Form.FULL_DAY)),
    Line("half_day", "first", "row", ("price.half_day",), _prices_of(Form.HALF_DAY)),
    Line(
        "other_prices",
        "first",
        "row",
        ("price.hourly", "price.temporary", *(f"price.{item}" for item in fields.PRICE_ITEMS)),
        _other_prices,
    ),
    Line(fields.AGES, "first", say=_ages),
    Line(fields.CLASSES, "first", say=_classes),
    Line(fields.FORMS, "first", say=_forms),
    Line(fields.HOURS, "first", say=_data("hours")),
    Line(fields.CAPACITY, "first", say=_number("capacity")),
    Line(fields.VACANCY, "first", say=_vacancy),
    Line(fields.FILED, "titles", shapes=("filed",)),
    Line(fields.FILED_ON, "titles", say=_filed_on),
    Line(
        "demonstration",
        "titles",
        "row",
        ("recognition.demonstration",),
        _no_demonstration,
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
        _not_inclusive,
        shapes=("inclusive",),
    ),
    Line(fields.INCLUSIVE_PLACES, "titles", say=_number("inclusive_places")),
    Line(
        "pilot",
        "titles",
        "row",
        ("recognition.pilot", "recognition.standardisation"),
        shapes=("pilot", "standardisation"),
    ),
    Line(fields.CLASS_COUNT, "people", say=_class_counts),
    Line("staff", "people", "row", (fields.STAFF,), _staff),
    Line(fields.ENROLLED, "people", say=_number("enrolled")),
    Line(fields.FLOOR_AREA, "people", say=_area("floor_area")),
    Line(fields.OUTDOOR_AREA, "people", say=_area("outdoor_area")),
    Line(fields.FLOORS, "people", say=_data("floors")),
    Line(fields.NATURE, "registration", say=_word("nature")),
    Line(fields.SETTING, "registration", say=_word("setting")),
    Line(fields.PROFIT, "registration", say=_yes("profit")),
    Line(fields.OPERATING, "registration", say=_yes("operating")),
    Line(fields.OPENED_ON, "registration", say=_opened_on),
    Line(fields.AUTHORITY, "registration", say=_data("authority")),
    Line(fields.PREPAY_MONTHS, "registration", say=_prepay),
    Line(fields.ADDRESS, "contact", say=_address),
    Line(fields.PHONES, "contact", say=_phones),
    Line("as_of", "contact", "row", (), _as_of),
)
