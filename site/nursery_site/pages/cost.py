"""What this nursery costs a family: the form with its switches, the sum, and how it is made."""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site.catalogs import gettext, ngettext
from nursery_site.costs import (
    MONTHLY,
    UNTIL,
    Choice,
    MonthlyCost,
    Part,
    added,
    care_key,
    cares,
    chosen_care,
    monthly_cost,
    months_taken,
    stretches,
)
from nursery_site.kindergarten import septembers
from nursery_site.pages.evidence import Evidence, Reference
from nursery_site.pages.prices import field_of, what_for
from nursery_site.reader import Reader
from registry import fields
from registry.nursery import Nursery, Price
from registry.vocabulary import Meals, Unit
from search_index.columns import CLASS_AGES


@dataclass(frozen=True, slots=True)
class Switch:
    """One price that can be chosen or left out."""

    value: str
    text: str
    on: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A field for a whole number; `problem` says why what was sent could not be used."""

    value: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a sum."""

    what: str
    formula: str
    amount: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Ages:
    """How long a nursery takes this child, and what that costs in all."""

    heading: str
    basis: str
    references: tuple[Reference, ...]
    terms: tuple[Term, ...]
    total: str | None
    unpriced: str | None
    kindergarten: str


@dataclass(frozen=True, slots=True)
class Cost:
    """`cares` is empty where no month can be made of any published price."""

    cares: tuple[Switch, ...]
    extras: tuple[Switch, ...]
    days: Entry | None
    hours: Entry | None
    age: Entry
    today: str
    month: str | None
    total: str | None
    plus: tuple[str, ...]
    terms: tuple[Term, ...]
    beside: tuple[str, ...]
    ages: Ages | None


class _Writer:
    """Writes the sums of one nursery for one choice."""

    def __init__(self, nursery: Nursery, choice: Choice, evidence: Evidence, reader: Reader):
        self.nursery, self.choice = nursery, choice
        self.evidence, self.reader = evidence, reader
        self.cares = cares(nursery.prices)
        self.care = chosen_care(nursery.prices, choice)

    def cost(self) -> MonthlyCost | None:
        """The sum of a month; `None` without a price of care."""
        if self.care is None:
            return None
        return monthly_cost(self.nursery.prices, self.care, self.choice)

    def amount(self, cost: MonthlyCost) -> str:
        """What a month costs, in yuan."""
        return self.yuan(cost.low, cost.high, about=cost.about)

    def month(self, cost: MonthlyCost) -> str:
        """What a month costs, with its unit."""
        if cost.low is None and cost.high is None:
            return self.amount(cost)
        text = self.reader.money_span(cost.low, cost.high)
        said = gettext("about %(amount)s", amount=text) if cost.about else text
        return gettext("%(amount)s a month", amount=said)

    def yuan(self, low: float | None, high: float | None, *, about: bool) -> str:
        """A span of yuan; both ends are unknown where its parts are open both ways."""
        if low is None and high is None:
            return gettext("no sum: the published prices are open-ended")
        text = self.reader.span(low, high)
        return gettext("about %(amount)s", amount=text) if about else text

    def term(self, part: Part) -> Term:
        """A part with its formula."""
        price = part.price
        said = self.reader.span(price.low, price.high)
        formula = {
            Unit.DAY: gettext("%(amount)s × %(times)s days", amount=said, times=part.times),
            Unit.HOUR: gettext("%(amount)s × %(times)s hours", amount=said, times=part.times),
        }.get(price.unit, gettext("%(amount)s × 1 month", amount=said))
        amount = self.yuan(part.low, part.high, about=price.about)
        references = self.evidence.references(field_of(price))
        return Term(what_for(price, self.reader), formula, amount, references)

    def switches(self) -> tuple[Switch, ...]:
        """The kinds of care that are priced."""
        return tuple(
            Switch(care_key(one), self._priced(one), one is self.care) for one in self.cares
        )

    def extras(self) -> tuple[Switch, ...]:
        """The extras that are priced for a month or a day, and not in the price of care."""
        priced = {one.item: one for one in self.nursery.prices if one.item in MONTHLY}
        if self.care is not None and self.care.meals is Meals.INCLUDED:
            priced.pop("meals", None)
        return tuple(
            Switch(item, self._priced(priced[item]), item in self.choice.extras)
            for item in MONTHLY
            if item in priced
        )

    def beside(self, cost: MonthlyCost) -> tuple[str, ...]:
        """The prices that are not in the sum."""
        return tuple(self._priced(price) for price in cost.beside)

    def plus(self, cost: MonthlyCost) -> tuple[str, ...]:
        """What the sum lacks because nobody published it."""
        words = {
            "meals": gettext("plus meals, not published"),
            "meals_unclear": gettext("whether meals are included is not published"),
        }
        return (words[cost.missing],) if cost.missing else ()

    def _priced(self, price: Price) -> str:
        return gettext(
            "%(what)s: %(amount)s %(unit)s",
            what=what_for(price, self.reader),
            amount=self.reader.span(price.low, price.high),
            unit=self.reader.word("unit", price.unit),
        )

    def entry(self, key: str, value: int | None, least: int, most: int) -> Entry:
        """A field with what it holds."""
        wrong = gettext("A whole number from %(least)s to %(most)s.", least=least, most=most)
        return Entry(
            "" if value is None else str(value), wrong if key in self.choice.problems else None
        )

    def ages(self) -> Ages | None:
        """How long the child may stay; `None` where no age was given."""
        age, taken = self.choice.age, months_taken(self.nursery, CLASS_AGES)
        if age is None:
            return None
        months = tuple(month for month in taken or () if month >= age)
        runs = (
            stretches(self.nursery.prices, self.care, self.choice, months, CLASS_AGES)
            if self.care
            else ()
        )
        priced = [(run, run.cost) for run in runs if run.cost is not None]
        low = added(cost.low and cost.low * run.months for run, cost in priced)
        high = added(cost.high and cost.high * run.months for run, cost in priced)
        about = any(cost.about for _, cost in priced)
        unpriced = sum(run.months for run in runs if run.cost is None)
        return Ages(
            heading=self._fit(taken, months, age),
            basis=self._basis(),
            references=self.evidence.references(
                fields.AGES if self.nursery.ages else fields.CLASSES
            ),
            terms=tuple(self._stretch(run.first, run.end, cost) for run, cost in priced),
            total=self.yuan(low, high, about=about) if priced else None,
            unpriced=ngettext(
                "For %(num)s month no price is published; it is not in the sum.",
                "For %(num)s months no price is published; they are not in the sum.",
                unpriced,
            )
            if unpriced and priced
            else None,
            kindergarten=gettext(
                "The first September after the third birthday: %(september)s. Between the "
                "birthday and then nothing is counted.",
                september=self.reader.any_of(
                    self.reader.published_date(f"{day:%Y-%m}")
                    for day in septembers(age, self.reader.today)
                ),
            ),
        )

    def _fit(self, taken: tuple[int, ...] | None, months: tuple[int, ...], age: int) -> str:
        if taken is None:
            return gettext(
                "Neither ages nor classes are published: ask whether they take your child."
            )
        if self.nursery.ages and age == self.nursery.ages[1]:
            return gettext("The published ages end at just this age: ask whether they still count.")
        if not months:
            return gettext("By what is published, they take no child of this age.")
        if months[0] > age:
            return ngettext(
                "From the age of %(first)s: %(num)s usable month until the third birthday",
                "From the age of %(first)s: %(num)s usable months until the third birthday",
                len(months),
                first=self.reader.months(months[0]),
            )
        return ngettext(
            "%(num)s usable month until the third birthday",
            "%(num)s usable months until the third birthday",
            len(months),
        )

    def _basis(self) -> str:
        if self.nursery.ages:
            return gettext("By the published ages.")
        if self.nursery.classes:
            return gettext(
                "By the published classes and the ages that the national rule gives them."
            )
        return ""

    def _stretch(self, first: int, end: int, cost: MonthlyCost) -> Term:
        months = end - first
        low, high = (cost.low and cost.low * months, cost.high and cost.high * months)
        return Term(
            what=gettext(
                "%(ages)s, %(care)s",
                ages=self.reader.ages(first, end),
                care=what_for(cost.parts[0].price, self.reader),
            ),
            formula=ngettext(
                "%(amount)s × %(num)s month",
                "%(amount)s × %(num)s months",
                months,
                amount=self.amount(cost),
            ),
            amount=self.yuan(low, high, about=cost.about),
            references=(),
        )


def cost_of(nursery: Nursery, choice: Choice, evidence: Evidence, reader: Reader) -> Cost:
    """The cost of a nursery for one choice."""
    write = _Writer(nursery, choice, evidence, reader)
    cost = write.cost()
    units = {one.unit for one in nursery.prices if one.form or one.item in MONTHLY}
    by_hour = any(one.unit is Unit.HOUR for one in write.cares)
    return Cost(
        cares=write.switches(),
        extras=write.extras() if cost else (),
        days=write.entry("cost_days", choice.days, 1, 31)
        if units & {Unit.DAY, Unit.HOUR}
        else None,
        hours=write.entry("cost_hours", choice.hours, 1, 24) if by_hour else None,
        age=write.entry("cost_age", choice.age, 0, UNTIL),
        today=reader.today.isoformat(),
        month=write.month(cost) if cost else None,
        total=write.amount(cost) if cost else None,
        plus=write.plus(cost) if cost else (),
        terms=tuple(map(write.term, cost.parts)) if cost else (),
        beside=write.beside(cost) if cost else (),
        ages=write.ages(),
    )
