"""Price claims into price lines: which published prices stand beside each other.

A price for one class and a price for all classes of the same form and unit speak of the same
money. Where both are published, the newer way of saying it stands, so that an old flat price
never makes a nursery look cheaper than its newest list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from registry.fields import PRICE_ITEMS
from registry.nursery import Price
from registry.standing import ClaimLike
from registry.values.statement import Json
from registry.vocabulary import AgeClass, Form, Meals, Unit


@dataclass(frozen=True, slots=True)
class Prices:
    """The lines that stand, and the claims they come from."""

    lines: tuple[Price, ...]
    used: frozenset[int]


def prices_of(claims: Iterable[ClaimLike]) -> Prices:
    """The standing lines of one nursery, from the newest claim of each price field."""
    lines = [(claim.id, _price(claim)) for claim in claims]
    flat: dict[tuple[Form | None, Unit], date] = {}
    by_class: dict[tuple[Form | None, Unit], date] = defaultdict(lambda: date.min)
    for _, price in lines:
        if price.item is None and price.age_class is None:
            flat[price.form, price.unit] = price.as_of
        elif price.item is None:
            key = (price.form, price.unit)
            by_class[key] = max(by_class[key], price.as_of)
    standing = [
        (claim, price)
        for claim, price in lines
        if price.item is not None or _stands(price, flat, by_class)
    ]
    return Prices(tuple(price for _, price in standing), frozenset(claim for claim, _ in standing))


def _stands(
    price: Price,
    flat: dict[tuple[Form | None, Unit], date],
    by_class: dict[tuple[Form | None, Unit], date],
) -> bool:
    key = (price.form, price.unit)
    if price.age_class is None:
        return key not in by_class or by_class[key] <= price.as_of
    return key not in flat or flat[key] <= price.as_of


def _price(claim: ClaimLike) -> Price:
    _, form, age_class = (claim.field + "..").split(".")[:3]
    value = claim.value
    if not isinstance(value, dict):
        raise TypeError(f"claim {claim.id} is no price")
    is_item = form in PRICE_ITEMS
    meals = value.get("meals")
    return Price(
        form=None if is_item else Form(form),
        age_class=AgeClass(age_class) if age_class and not is_item else None,
        item=form if is_item else None,
        low=_yuan(value["min"]),
        high=_yuan(value["max"]),
        unit=Unit(str(value["unit"])),
        meals=Meals(str(meals)) if meals else None,
        about=bool(value.get("about")),
        as_of=claim.as_of,
    )


def _yuan(value: Json) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None
