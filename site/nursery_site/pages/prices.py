"""Prices as published: per form and class, per unit, extras apart; nothing is converted."""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site.catalogs import gettext
from nursery_site.pages.evidence import Evidence, Other, Reference
from nursery_site.reader import Reader
from registry.nursery import Nursery, Price
from registry.vocabulary import AgeClass, Form, Unit


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One published price; `assumed` says so where the list states no unit."""

    what: str
    amount: str
    unit: str
    meals: str | None
    assumed: str | None
    day: str
    references: tuple[Reference, ...]
    others: tuple[Other, ...]


def price_lines(nursery: Nursery, evidence: Evidence, reader: Reader) -> tuple[PriceLine, ...]:
    """Every published price of a nursery, care by form and class first, extras after it."""
    return tuple(_line(price, evidence, reader) for price in sorted(nursery.prices, key=_place))


def _place(price: Price) -> tuple[int, int]:
    form = len(Form) if price.form is None else list(Form).index(price.form)
    return form, -1 if price.age_class is None else list(AgeClass).index(price.age_class)


def _line(price: Price, evidence: Evidence, reader: Reader) -> PriceLine:
    said = reader.span(price.low, price.high)
    field = field_of(price)
    return PriceLine(
        what=what_for(price, reader),
        amount=gettext("about %(amount)s", amount=said) if price.about else said,
        unit=reader.word("unit", price.unit),
        meals=None if price.meals is None else reader.word("meals", price.meals),
        assumed=(
            gettext("The list states no unit; it was read as yuan a month.")
            if price.unit is Unit.MONTH and evidence.doubted(field)
            else None
        ),
        day=reader.day(price.as_of),
        references=evidence.references(field),
        others=evidence.others(field),
    )


def what_for(price: Price, reader: Reader) -> str:
    """What a price is for: a form with its class, or an extra."""
    if price.form is None:
        return reader.word("price_item", price.item or "")
    form = reader.value("form", price.form)
    if price.age_class is None:
        return form
    age_class = reader.value("class", price.age_class)
    return gettext("%(form)s, %(age_class)s", form=form, age_class=age_class)


def field_of(price: Price) -> str:
    """The field of the claims that give a price."""
    parts = ["price", price.form or price.item or "", price.age_class or ""]
    return ".".join(part for part in parts if part)
