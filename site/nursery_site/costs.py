"""What care costs a month and until a child is three: arithmetic over published prices, no more.

What is not published is named and left out of the sum, never counted as nothing. Only a family
knows its days and hours, so they are asked for and stand in the formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal

from registry.nursery import Nursery, Price
from registry.vocabulary import AgeClass, Form, Meals, Unit

DAYS: Final = 21
"""Days of care a month until a parent says otherwise: 250 working days a year, by twelve."""
HOURS: Final = 8
MONTHLY: Final = ("meals", "materials", "boarding")
"""Extras that come back every month; the deposit and late pick-up stand beside the sum."""
UNTIL: Final = 36
"""Nurseries are for children under three (36 months)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a parent chose. `care` is a `care_key`, `extras` items of `MONTHLY`, `age` in months.

    `problems` are the keys of the form whose values could not be used.
    """

    care: str | None = None
    days: int = DAYS
    hours: int = HOURS
    extras: frozenset[str] = frozenset({"meals", "materials"})
    age: int | None = None
    problems: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """One price and how many of its units a month holds."""

    price: Price
    times: int

    @property
    def low(self) -> float | None:
        """Yuan a month at least; `None` where only a ceiling is published."""
        return None if self.price.low is None else self.price.low * self.times

    @property
    def high(self) -> float | None:
        """Yuan a month at most; `None` where only a floor is published."""
        return None if self.price.high is None else self.price.high * self.times


Missing = Literal["meals", "meals_unclear"]

_SUMMED: Final = (Unit.MONTH, Unit.DAY, Unit.HOUR)


@dataclass(frozen=True, slots=True)
class MonthlyCost:
    """A sum of parts, the care first; `beside` are prices that no month can be made of."""

    parts: tuple[Part, ...]
    missing: Missing | None
    beside: tuple[Price, ...]

    @property
    def low(self) -> float | None:
        """The least a month costs, `None` where any part has no published floor."""
        return added(part.low for part in self.parts)

    @property
    def high(self) -> float | None:
        """The most a month costs, `None` where any part has no published ceiling."""
        return added(part.high for part in self.parts)

    @property
    def about(self) -> bool:
        """Whether any of its prices is published as approximate."""
        return any(part.price.about for part in self.parts)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months of age from `first` up to but not including `end`, at one cost; `None` unpriced."""

    first: int
    end: int
    cost: MonthlyCost | None

    @property
    def months(self) -> int:
        """How many months it lasts."""
        return self.end - self.first


def care_key(price: Price) -> str:
    """The name of a price of care in a form: `full_day` or `full_day.junior`."""
    return ".".join(filter(None, (price.form, price.age_class)))


def cares(prices: Iterable[Price]) -> tuple[Price, ...]:
    """The prices of care that a month can be made of, full-day care first, then by class."""
    found = [one for one in prices if one.form is not None and one.unit in _SUMMED]
    return tuple(sorted(found, key=_place))


def chosen_care(prices: Iterable[Price], choice: Choice) -> Price | None:
    """The price of care that is chosen, the first one where none of that name is published."""
    found = cares(prices)
    wanted = [one for one in found if care_key(one) == choice.care]
    return next(iter([*wanted, *found]), None)


def monthly_cost(prices: Sequence[Price], care: Price, choice: Choice) -> MonthlyCost:
    """The cost of a month of one kind of care with the chosen extras."""
    items = {one.item: one for one in prices if one.item is not None}
    if care.meals is Meals.INCLUDED:
        items.pop("meals", None)
    wanted = [items[item] for item in MONTHLY if item in choice.extras and item in items]
    parts = [Part(one, times) for one in (care, *wanted) if (times := _times(one, choice))]
    summed = [part.price for part in parts]
    beside = [one for one in items.values() if one in wanted or one.item not in MONTHLY]
    return MonthlyCost(
        tuple(parts),
        _missing(care, items, choice),
        tuple(one for one in beside if one not in summed),
    )


def months_taken(
    nursery: Nursery, class_ages: Mapping[AgeClass, tuple[int, int]]
) -> tuple[int, ...] | None:
    """The months of age in which a nursery takes a child, by its ages, else by its classes.

    Month 20 begins on the day a child is 20 months old. `None` where neither is published.
    """
    spans = [nursery.ages] if nursery.ages else [class_ages[one] for one in nursery.classes]
    if not spans:
        return None
    return tuple(m for m in range(UNTIL) if any(first <= m < end for first, end in spans))


def stretches(
    prices: Sequence[Price],
    care: Price,
    choice: Choice,
    months: Iterable[int],
    class_ages: Mapping[AgeClass, tuple[int, int]],
) -> tuple[Stretch, ...]:
    """What each month costs in the chosen form, the price of the child's class month by month."""

    def at(month: int) -> Price | None:
        return _care_at(prices, care, month, class_ages)

    found: list[Stretch] = []
    for price, run in groupby(months, key=at):
        cost = None if price is None else monthly_cost(prices, price, choice)
        for month in run:
            if found and found[-1].end == month and found[-1].cost == cost:
                found[-1] = replace(found[-1], end=month + 1)
            else:
                found.append(Stretch(month, month + 1, cost))
    return tuple(found)


def added(amounts: Iterable[float | None]) -> float | None:
    """A sum, `None` where any amount is unknown.

    >>> added([1680.0, 420.0]), added([1680.0, None])
    (2100.0, None)
    """
    total = 0.0
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return round(total, 2)


def _place(price: Price) -> tuple[int, int]:
    form = 0 if price.form is None else list(Form).index(price.form)
    return form, -1 if price.age_class is None else list(AgeClass).index(price.age_class)


def _times(price: Price, choice: Choice) -> int | None:
    """How many units of a price a month holds; only care is taken by the hour every day."""
    by_hour = choice.days * choice.hours if price.form is not None else None
    return {Unit.MONTH: 1, Unit.DAY: choice.days, Unit.HOUR: by_hour}.get(price.unit)


def _missing(care: Price, items: Mapping[str, Price], choice: Choice) -> Missing | None:
    if "meals" in items or care.meals is Meals.INCLUDED or "meals" not in choice.extras:
        return None
    return "meals" if care.meals is Meals.EXCLUDED else "meals_unclear"


def _care_at(
    prices: Sequence[Price],
    care: Price,
    month: int,
    class_ages: Mapping[AgeClass, tuple[int, int]],
) -> Price | None:
    """The chosen price where it is for this month's class, else that class's, else the form's."""
    if care.age_class is None:
        return care
    same = [care, *(one for one in cares(prices) if one.form == care.form)]
    mixed_last = sorted(same, key=lambda one: one is not care and one.age_class == AgeClass.MIXED)
    for one in mixed_last:
        if one.age_class and class_ages[one.age_class][0] <= month < class_ages[one.age_class][1]:
            return one
    return next((one for one in same if one.age_class is None), None)
