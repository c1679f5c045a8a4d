"""How a comparison's values are said: texts of one nursery, none where nobody published them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nursery_site.catalogs import gettext, ngettext
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.nursery import Nursery, Price
from registry.vocabulary import AgeClass, Form, Inclusive, RecognitionKind

Say = Callable[[Nursery, Reader], Iterator[str | Text]]


def number(attribute: str) -> Say:
    """A number as it is."""

    def say(nursery: Nursery, reader: Reader) -> Iterator[str]:
        value: float | None = getattr(nursery, attribute)
        if value is not None:
            yield reader.number(value)

    return say


def data(attribute: str) -> Say:
    """A text of the data, in the reader's script."""

    def say(nursery: Nursery, reader: Reader) -> Iterator[Text]:
        value: str | None = getattr(nursery, attribute)
        if value:
            yield reader.data(value)

    return say


def word(attribute: str) -> Say:
    """A closed value in words."""

    def say(nursery: Nursery, reader: Reader) -> Iterator[str]:
        value = getattr(nursery, attribute)
        if value is not None:
            yield reader.value(attribute, value)

    return say


def yes(attribute: str) -> Say:
    """Yes or no."""

    def say(nursery: Nursery, _reader: Reader) -> Iterator[str]:
        value: bool | None = getattr(nursery, attribute)
        if value is not None:
            yield gettext("Yes") if value else gettext("No")

    return say


def area(attribute: str) -> Say:
    """Square metres."""

    def say(nursery: Nursery, reader: Reader) -> Iterator[str]:
        value: float | None = getattr(nursery, attribute)
        if value is not None:
            yield reader.area(value)

    return say


def prices_of(form: Form) -> Say:
    """The prices of one form of care."""

    def say(nursery: Nursery, reader: Reader) -> Iterator[str]:
        for price in _in_order(nursery):
            if price.form is form:
                age_class = price.age_class
                what = None if age_class is None else reader.value("class", age_class)
                yield _amount(what, price, reader)

    return say


def other_prices(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """The prices of other forms, and what is paid besides."""
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


def ages(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """From which to which month of age."""
    if nursery.ages is not None:
        yield reader.ages(*nursery.ages)


def forms(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """The forms of care."""
    if said := reader.all_of("form", nursery.forms):
        yield said


def classes(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """The classes that there are."""
    if said := reader.all_of("class", nursery.classes):
        yield said


def vacancy(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """Free places, and the day that they were published for."""
    if nursery.vacancy is not None:
        yield reader.number(nursery.vacancy.places)
        yield gettext("As published for %(day)s.", day=reader.day(nursery.vacancy.as_of))


def class_counts(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """How many classes of each kind."""
    for what in AgeClass:
        if what in nursery.class_counts:
            count = nursery.class_counts[what]
            yield gettext("%(what)s %(count)s", what=reader.value("class", what), count=count)


def staff(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """How many people of each kind."""
    for what, count in nursery.staff.items():
        yield ngettext(
            "%(what)s: %(num)s person",
            "%(what)s: %(num)s people",
            count,
            what=reader.word("staff", what),
        )


def prepay(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """For how many months it promised to charge at most."""
    if nursery.prepay_months is not None:
        yield reader.months(nursery.prepay_months)


def filed_on(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """The day of filing."""
    if nursery.filed_on is not None:
        yield reader.day(nursery.filed_on)


def opened_on(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """The date of opening, as exact as published."""
    if nursery.opened_on is not None:
        yield reader.published_date(nursery.opened_on)


def address(nursery: Nursery, reader: Reader) -> Iterator[Text]:
    """The filed address as published."""
    if nursery.address:
        yield reader.as_published(nursery.address)


def phones(nursery: Nursery, _reader: Reader) -> Iterator[str]:
    """The telephone numbers."""
    yield from nursery.phones


def as_of(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """The day of the newest statement."""
    yield reader.day(nursery.as_of)


def no_demonstration(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """That a source says there is no such title."""
    if RecognitionKind.DEMONSTRATION in nursery.denied:
        yield reader.value("demo", "none")


def not_inclusive(nursery: Nursery, reader: Reader) -> Iterator[str]:
    """That it is not inclusive today, where a source says so."""
    if nursery.inclusive(reader.today) is Inclusive.NO:
        yield reader.value("inclusive", "no")
