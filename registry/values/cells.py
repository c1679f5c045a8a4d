"""What one cell says by itself: a table from column to reader.

A reader gets the masked text of a cell that is not silent, and its heading, and is pure; so what
a cell says is worked out once however often a list repeats it. Titles, coordinates and others
that need more than one cell are read from the whole row, in `registry.values.whole`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Final

from registry import fields
from registry.reading.columns import Column
from registry.values.ages import read_ages
from registry.values.dates import Dated, read_date
from registry.values.numbers import MOST_PLACES, read_area, read_count, read_places
from registry.values.phones import read_phones, withheld
from registry.values.plain import damaged, plain, tidy
from registry.values.price_cells import prices_of
from registry.values.problems import Reason
from registry.values.statement import SILENCE, CellStatements, Statement, doubted, said
from registry.values.withheld import unmarked
from registry.values.word_cells import (
    character_of,
    classes_of,
    filed_of,
    forms_of,
    inclusive_of,
    operating_of,
)
from registry.values.words import read_yes_no
from registry.vocabulary import AgeClass, Form

Reader = Callable[[str, str], CellStatements]

MOST_CLASSES: Final = 50


@lru_cache(maxsize=65536)
def read_cell(column: Column, text: str, heading: str) -> CellStatements:
    """What a masked cell of a column says; nothing for a column that needs its whole row."""
    reader = _READERS.get(column)
    if reader is None:
        return SILENCE
    return doubted(column, text, Reason.MOJIBAKE) if damaged(text) else reader(text, heading)


def _text(field: str, text: str, _heading: str) -> CellStatements:
    return said(field, tidy(text), text)


def _named(field: str, text: str, _heading: str) -> CellStatements:
    name = unmarked(text)
    return said(field, name, text) if name else SILENCE


def _spaceless(field: str, text: str, _heading: str) -> CellStatements:
    return said(field, re.sub(r"\s+", "", text), text)


def _credit_code(text: str, _heading: str) -> CellStatements:
    return said(fields.CREDIT_CODE, plain(text).upper(), text)


def _phones(text: str, _heading: str) -> CellStatements:
    if phones := read_phones(text):
        return said(fields.PHONES, list(phones), text)
    if withheld(text):
        return SILENCE
    return doubted(fields.PHONES, text, Reason.UNREADABLE_PHONE)


def _count(field: str, text: str, _heading: str) -> CellStatements:
    number = read_count(text)
    if number is None:
        return doubted(field, text, Reason.UNREADABLE_NUMBER)
    if not 0 <= number <= MOST_PLACES:
        return doubted(field, text, Reason.IMPLAUSIBLE)
    return said(field, number, text)


def _capacity(text: str, _heading: str) -> CellStatements:
    places, inclusive = read_places(text)
    told = [(fields.CAPACITY, places), (fields.INCLUSIVE_PLACES, inclusive)]
    numbers = [Statement(field, number, text) for field, number in told if number is not None]
    if not numbers:
        digits = any(map(str.isdigit, text))
        return doubted(
            fields.CAPACITY, text, Reason.HALF_READ if digits else Reason.UNREADABLE_NUMBER
        )
    if not all(0 <= number <= MOST_PLACES for _, number in told if number is not None):
        return doubted(fields.CAPACITY, text, Reason.IMPLAUSIBLE)
    return CellStatements(tuple(numbers))


def _class_count(age_class: AgeClass, text: str, heading: str) -> CellStatements:
    if (offered := read_yes_no(text)) is not None:
        return said(fields.CLASSES, [age_class], text) if offered else SILENCE
    if "元" in text or "元" in heading:  # 收费 over four columns headed by the classes
        return prices_of(Form.FULL_DAY, age_class, None, text, heading)
    counted = _count(f"{fields.CLASS_COUNT}.{age_class}", text, heading)
    if not counted.statements or (number := read_count(text)) == 0:
        return counted
    if number is None or number > MOST_CLASSES:  # more likely a price under a bare heading
        return doubted(f"{fields.CLASS_COUNT}.{age_class}", text, Reason.IMPLAUSIBLE)
    return CellStatements((*counted.statements, Statement(fields.CLASSES, [age_class], text)))


def _area(field: str, text: str, _heading: str) -> CellStatements:
    area = read_area(text)
    if area is None:
        return doubted(field, text, Reason.UNREADABLE_NUMBER)
    return (
        said(field, area, text) if 0 <= area < 200_000 else doubted(field, text, Reason.IMPLAUSIBLE)
    )


def _any_date(field: str, text: str, _heading: str) -> CellStatements:
    dated = read_date(text)
    return said(field, dated.iso, text) if isinstance(dated, Dated) else doubted(field, text, dated)


def _ages(text: str, heading: str) -> CellStatements:
    ages = read_ages(f"{plain(text)}月" if "月龄" in heading and "月" not in text else text)
    if ages is None:
        return doubted(fields.AGES, text, Reason.UNREADABLE_AGES)
    return said(fields.AGES, {"min": ages[0], "max": ages[1]}, text)


def _prepay(text: str, heading: str) -> CellStatements:
    promised = re.search(r"(\d+)个?月", plain(text if read_yes_no(text) is None else heading))
    if read_yes_no(text) is False:
        return SILENCE
    if promised is None:
        return doubted(fields.PREPAY_MONTHS, text, Reason.UNREADABLE_NUMBER)
    return said(fields.PREPAY_MONTHS, int(promised[1]), text)


_READERS: Final[dict[Column, Reader]] = {
    Column.TRADING_NAME: partial(_named, fields.TRADING_NAME),
    Column.FORMER_NAME: partial(_named, fields.FORMER_NAME),
    Column.CREDIT_CODE: _credit_code,
    Column.STREET: partial(_spaceless, fields.STREET),
    Column.COMMUNITY: partial(_spaceless, fields.COMMUNITY),
    Column.ADDRESS: partial(_spaceless, fields.ADDRESS),
    Column.PHONE: _phones,
    Column.PERSON_PHONE: _phones,
    Column.FILED: filed_of,
    Column.FILING_NUMBER: partial(_spaceless, fields.FILING_NUMBER),
    Column.AUTHORITY: partial(_text, fields.AUTHORITY),
    Column.NATURE: partial(character_of, Column.NATURE),
    Column.PROFIT: partial(character_of, Column.PROFIT),
    Column.SETTING: partial(character_of, Column.SETTING),
    Column.KIND: partial(character_of, Column.KIND),
    Column.FORMS: forms_of,
    Column.CLASSES: classes_of,
    Column.CLASS_INFANT: partial(_class_count, AgeClass.INFANT),
    Column.CLASS_JUNIOR: partial(_class_count, AgeClass.JUNIOR),
    Column.CLASS_SENIOR: partial(_class_count, AgeClass.SENIOR),
    Column.CLASS_MIXED: partial(_class_count, AgeClass.MIXED),
    Column.AGES: _ages,
    Column.CAPACITY: _capacity,
    Column.INCLUSIVE_PLACES: partial(_count, fields.INCLUSIVE_PLACES),
    Column.INCLUSIVE: inclusive_of,
    Column.ENROLLED: partial(_count, fields.ENROLLED),
    Column.VACANCY: partial(_count, fields.VACANCY),
    Column.PRICE: partial(prices_of, None, None, None),
    Column.PRICE_FULL_DAY: partial(prices_of, Form.FULL_DAY, None, None),
    Column.PRICE_HALF_DAY: partial(prices_of, Form.HALF_DAY, None, None),
    Column.PRICE_HOURLY: partial(prices_of, Form.HOURLY, None, None),
    Column.PRICE_TEMPORARY: partial(prices_of, Form.TEMPORARY, None, None),
    Column.PRICE_INFANT: partial(prices_of, Form.FULL_DAY, AgeClass.INFANT, None),
    Column.PRICE_JUNIOR: partial(prices_of, Form.FULL_DAY, AgeClass.JUNIOR, None),
    Column.PRICE_SENIOR: partial(prices_of, Form.FULL_DAY, AgeClass.SENIOR, None),
    Column.PRICE_MIXED: partial(prices_of, Form.FULL_DAY, AgeClass.MIXED, None),
    Column.PRICE_MEALS: partial(prices_of, None, None, "meals"),
    Column.PRICE_LATE: partial(prices_of, None, None, "late"),
    Column.OPENED_ON: partial(_any_date, fields.OPENED_ON),
    Column.OPERATING: operating_of,
    Column.HOURS: partial(_text, fields.HOURS),
    Column.PREPAY: _prepay,
    Column.FLOOR_AREA: partial(_area, fields.FLOOR_AREA),
    Column.OUTDOOR_AREA: partial(_area, fields.OUTDOOR_AREA),
    Column.FLOORS: partial(_text, fields.FLOORS),
    Column.STAFF: partial(_count, Column.STAFF),
    Column.STAFF_CARE: partial(_count, Column.STAFF_CARE),
    Column.STAFF_SECURITY: partial(_count, Column.STAFF_SECURITY),
    Column.STAFF_HEALTH: partial(_count, Column.STAFF_HEALTH),
    Column.DESCRIPTION: partial(_text, fields.DESCRIPTION),
}
