"""Which of the published prices can be set against each other, and what follows.

Amounts are compared only where form, class, unit and meals are the same and known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nursery_site.pages.claims import Cheapest, Difference, Kind, NotComparable, SamePrice
from registry.nursery import Nursery, Price
from registry.vocabulary import AgeClass, Form, Meals, Unit


def kind_of(price: Price) -> Kind | None:
    """What a price is for; `None` for extras, and where nobody says whether meals are in it."""
    if price.form is None or price.meals is None:
        return None
    return Kind(price.form, price.age_class, price.unit, price.meals)


def price_differences(nurseries: Sequence[Nursery]) -> Iterator[Difference]:
    """For each kind of price the cheapest, or the same price; or that none can be compared."""
    of_kind: dict[Kind, dict[int, Price]] = {}
    for who, nursery in enumerate(nurseries):
        for price in nursery.prices:
            kind = kind_of(price)
            if kind is not None:
                of_kind.setdefault(kind, {}).setdefault(who, price)
    shared = {kind: found for kind, found in of_kind.items() if len(found) > 1}
    for kind in sorted(shared, key=_kind_order):
        yield from _of_kind(kind, shared[kind])
    priced = tuple(
        who
        for who, nursery in enumerate(nurseries)
        if any(price.form is not None for price in nursery.prices)
    )
    if len(priced) > 1 and not shared:
        yield NotComparable(priced)


def _of_kind(kind: Kind, found: dict[int, Price]) -> Iterator[Difference]:
    """The cheapest, if its highest amount is below everybody else's lowest; or the same price."""
    exact = {price.low for price in found.values() if price.low == price.high}
    if len(exact) == 1 and all(price.low == price.high for price in found.values()):
        amount = exact.pop()
        if amount is not None and not any(price.about for price in found.values()):
            yield SamePrice(kind, tuple(found), amount)
        return
    closed = [who for who, price in found.items() if price.high is not None]
    if not closed:
        return
    who = min(closed, key=lambda one: (found[one].high or 0.0, one))
    others = [other for other in found if other != who]
    if any(found[other].low is None for other in others):
        return
    than = min(others, key=lambda one: (found[one].low or 0.0, one))
    ours, theirs = found[who], found[than]
    by = (theirs.low or 0.0) - (ours.high or 0.0)
    if by > 0:
        spans = ours.low != ours.high or theirs.low != theirs.high
        yield Cheapest(kind, who, than, by, spans, ours.about or theirs.about, len(found) - 2)


def _kind_order(kind: Kind) -> tuple[int, int, int, int]:
    age_class = -1 if kind.age_class is None else list(AgeClass).index(kind.age_class)
    form, unit = list(Form).index(kind.form), list(Unit).index(kind.unit)
    return form, age_class, unit, list(Meals).index(kind.meals)
