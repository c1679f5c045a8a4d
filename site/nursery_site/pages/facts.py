"""The facts of a nursery in the order in which parents ask, each with its sources.

A fact that nobody published is no line here; it becomes a question (`pages.questions`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.card import month_price, price_figure
from nursery_site.pages.evidence import Evidence, Other, Reference
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry import fields
from registry.nursery import Nursery
from registry.places import credit_code
from registry.vocabulary import AgeClass


@dataclass(frozen=True, slots=True)
class Fact:
    """`others` are what other sources say instead; a `code` is never broken."""

    term: str
    texts: tuple[Text, ...]
    note: str | None
    references: tuple[Reference, ...]
    others: tuple[Other, ...]
    tel: str | None = None
    code: bool = False


@dataclass(frozen=True, slots=True)
class FactGroup:
    """A few facts under one heading."""

    id: str
    heading: str
    facts: tuple[Fact, ...]


_CLASSES: Final = tuple(AgeClass)


class _Writer:
    """Makes facts of one nursery; knows its evidence and its reader."""

    def __init__(self, nursery: Nursery, evidence: Evidence, reader: Reader) -> None:
        self.nursery = nursery
        self.evidence = evidence
        self.reader = reader

    def fact(
        self, key: str, text: str | Text | None, *families: str, note: str | None = None
    ) -> Iterator[Fact]:
        """One fact, or none where nothing is published."""
        if text is None:
            return
        asked = families or (key,)
        yield Fact(
            term=self.reader.word("fact", key),
            texts=(Text(text) if isinstance(text, str) else text,),
            note=note,
            references=self.evidence.references(*asked),
            others=self.evidence.others(*asked),
        )

    def number(self, key: str, number: float | None, note: str | None = None) -> Iterator[Fact]:
        """A fact that is a number."""
        return self.fact(key, None if number is None else self.reader.number(number), note=note)


def at_a_glance(nursery: Nursery, evidence: Evidence, reader: Reader) -> FactGroup:
    """What a parent cuts a list by."""
    write = _Writer(nursery, evidence, reader)
    facts = (
        *_price(write),
        *_ages(write),
        *write.fact(fields.CLASSES, reader.all_of("class", nursery.classes)),
        *write.fact(fields.FORMS, reader.all_of("form", nursery.forms)),
        *write.fact(fields.HOURS, _data(nursery.hours, reader)),
        *_vacancy(write),
        *write.number(fields.CAPACITY, nursery.capacity, gettext("Approved, not free places.")),
        *write.number(fields.INCLUSIVE_PLACES, nursery.inclusive_places),
        *_phones(write),
    )
    return FactGroup("glance", gettext("At a glance"), facts)


def registration(nursery: Nursery, evidence: Evidence, reader: Reader) -> FactGroup:
    """Filing and founder."""
    write = _Writer(nursery, evidence, reader)
    filed = None if nursery.filed is None else reader.value("filed", nursery.filed)
    nature = None if nursery.nature is None else reader.value("nature", nursery.nature)
    setting = None if nursery.setting is None else reader.value("setting", nursery.setting)
    opened = None if nursery.opened_on is None else reader.published_date(nursery.opened_on)
    facts = (
        *write.fact(fields.FILED, filed),
        *write.fact(fields.FILED_ON, reader.day(nursery.filed_on) if nursery.filed_on else None),
        *write.fact(fields.AUTHORITY, _data(nursery.authority, reader)),
        *_code(write),
        *write.fact(fields.NATURE, nature),
        *write.fact(fields.PROFIT, _yes_or_no(nursery.profit)),
        *write.fact(fields.SETTING, setting),
        *write.fact(fields.OPERATING, _yes_or_no(nursery.operating)),
        *write.fact(fields.OPENED_ON, opened),
        *write.fact(fields.PREPAY_MONTHS, _months(nursery.prepay_months, reader)),
    )
    return FactGroup("registration", gettext("Filing and founder"), facts)


def premises(nursery: Nursery, evidence: Evidence, reader: Reader) -> FactGroup:
    """Rooms and people."""
    write = _Writer(nursery, evidence, reader)
    facts = (
        *write.number(fields.ENROLLED, nursery.enrolled),
        *_class_counts(write),
        *_staff(write),
        *write.fact(fields.FLOOR_AREA, _area(nursery.floor_area, reader)),
        *write.fact(fields.OUTDOOR_AREA, _area(nursery.outdoor_area, reader)),
        *write.fact(fields.FLOORS, _data(nursery.floors, reader)),
        *write.fact(fields.DESCRIPTION, _data(nursery.description, reader)),
    )
    return FactGroup("premises", gettext("Rooms and people"), facts)


def _code(write: _Writer) -> Iterator[Fact]:
    code = write.nursery.credit_code
    doubt = None
    if code and credit_code.check(code):
        doubt = gettext(
            "As published. It fails the check that such codes are made with, so a character may "
            "be wrong in the list; please compare it with the certificate."
        )
    for fact in write.fact(fields.CREDIT_CODE, code, note=doubt):
        yield replace(fact, code=True)


def _price(write: _Writer) -> Iterator[Fact]:
    figure = price_figure(write.nursery, write.reader)
    if figure is not None:
        text = month_price(write.nursery, write.reader)
        yield from write.fact(fields.PRICE, text, "price.full_day", note=figure.note)


def _vacancy(write: _Writer) -> Iterator[Fact]:
    vacancy = write.nursery.vacancy
    if vacancy is not None:
        note = gettext("As published for %(day)s.", day=write.reader.day(vacancy.as_of))
        yield from write.number(fields.VACANCY, vacancy.places, note)


def _ages(write: _Writer) -> Iterator[Fact]:
    if write.nursery.ages is not None:
        yield from write.fact(fields.AGES, write.reader.ages(*write.nursery.ages))


def _phones(write: _Writer) -> Iterator[Fact]:
    for phone in write.nursery.phones:
        for fact in write.fact(fields.PHONES, phone):
            digits = "".join(sign for sign in phone if sign.isdecimal() or sign == "+")
            yield replace(fact, tel=f"tel:{digits}")


def _class_counts(write: _Writer) -> Iterator[Fact]:
    counts = write.nursery.class_counts
    if counts:
        items = [
            gettext("%(what)s %(count)s", what=write.reader.value("class", what), count=count)
            for what, count in sorted(counts.items(), key=lambda item: _CLASSES.index(item[0]))
        ]
        yield from write.fact(fields.CLASS_COUNT, write.reader.list(items))


def _staff(write: _Writer) -> Iterator[Fact]:
    for what, count in write.nursery.staff.items():
        family = f"{fields.STAFF}.{what}"
        yield Fact(
            term=write.reader.word("staff", what),
            texts=(Text(ngettext("%(num)s person", "%(num)s people", count)),),
            note=None,
            references=write.evidence.references(family),
            others=write.evidence.others(family),
        )


def _data(text: str | None, reader: Reader) -> Text | None:
    return reader.data(text) if text else None


def _area(area: float | None, reader: Reader) -> str | None:
    return None if area is None else reader.area(area)


def _months(months: int | None, reader: Reader) -> str | None:
    return None if months is None else reader.months(months)


def _yes_or_no(value: bool | None) -> str | None:  # noqa: FBT001 - the value is what is said
    if value is None:
        return None
    return gettext("Yes") if value else gettext("No")
