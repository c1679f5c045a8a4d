"""The claims of `pages.claims` as sentences; nurseries are A, B, C and D."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import singledispatchmethod

from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages import claims
from nursery_site.pages.badges import title_text
from nursery_site.reader import Reader
from registry.vocabulary import Level

LETTERS = "ABCDEFGH"


class Saying:
    """Says claims to one reader."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def letters(self, who: Iterable[int]) -> str:
        """Several nurseries, as `A、B`."""
        return self.reader.list(LETTERS[one] for one in who)

    def kind(self, kind: claims.Kind) -> str:
        """What a price is for."""
        words = [self.reader.value("form", kind.form)]
        if kind.age_class is not None:
            words.append(self.reader.value("class", kind.age_class))
        words.append(self.reader.word("meals", kind.meals))
        return self.reader.list(words)

    @singledispatchmethod
    def sentences(self, claim: claims.Difference) -> tuple[str, ...]:
        """The sentences of one claim, one or two."""
        raise TypeError(claim)

    @sentences.register
    def _(self, claim: claims.Cheapest) -> tuple[str, ...]:
        how = ".about" if claim.about else ".at_least" if claim.at_least else ""
        table = "cheapest" if claim.others else "cheaper"
        values = {
            "what": self.kind(claim.kind),
            "who": LETTERS[claim.who],
            "than": LETTERS[claim.than],
            "amount": self.reader.money(claim.by),
            "count": claim.others + 2,
        }
        return (self.reader.word(table, f"{claim.kind.unit}{how}") % values,)

    @sentences.register
    def _(self, claim: claims.SamePrice) -> tuple[str, ...]:
        unit = self.reader.word("unit", claim.kind.unit)
        return (
            gettext(
                "%(what)s: %(who)s publish the same price, %(amount)s %(unit)s.",
                what=self.kind(claim.kind),
                who=self.letters(claim.who),
                amount=self.reader.number(claim.amount),
                unit=unit,
            ),
        )

    @sentences.register
    def _(self, claim: claims.NotComparable) -> tuple[str, ...]:
        return (
            gettext(
                "The prices of %(who)s cannot be set against each other: they are for different "
                "forms, classes or units, or do not say alike whether meals are in them.",
                who=self.letters(claim.who),
            ),
        )

    @sentences.register
    def _(self, claim: claims.Nearest) -> tuple[str, ...]:
        return (
            gettext(
                "%(who)s is %(distance)s nearer than %(than)s, in a straight line.",
                who=LETTERS[claim.who],
                than=LETTERS[claim.than],
                distance=self.reader.distance(claim.by),
            ),
        )

    @sentences.register
    def _(self, claim: claims.AboutAsFar) -> tuple[str, ...]:
        who = self.letters(claim.who)
        return (gettext("%(who)s are about equally far, in a straight line.", who=who),)

    @sentences.register
    def _(self, claim: claims.LostTitle) -> tuple[str, ...]:
        values = {
            "who": self.letters(claim.who),
            "title": title_text(claim.title, self.reader).text,
        }
        return (self.reader.word("lost", claim.state) % values,)

    @sentences.register
    def _(self, claim: claims.HoldsTitle) -> tuple[str, ...]:
        title, who = _TITLES[claim.level](), self.letters(claim.who)
        said = [
            ngettext(
                "%(who)s holds the title “%(title)s”.",
                "%(who)s hold the title “%(title)s”.",
                len(claim.who),
                who=who,
                title=title,
            )
        ]
        if claim.denied:
            denied = self.letters(claim.denied)
            said.append(gettext("A source says that %(who)s has no such title.", who=denied))
        if claim.not_said:
            not_said = self.letters(claim.not_said)
            said.append(gettext("No such title is published of %(who)s.", who=not_said))
        return tuple(said)

    @sentences.register
    def _(self, claim: claims.InclusiveAre) -> tuple[str, ...]:
        parts = (
            (claim.who, lambda who: gettext("%(who)s: inclusive.", who=who)),
            (claim.partly, lambda who: gettext("%(who)s: some places inclusive.", who=who)),
            (claim.denied, lambda who: gettext("%(who)s: not inclusive, a source says.", who=who)),
            (
                claim.not_said,
                lambda who: gettext("%(who)s: whether inclusive is not published.", who=who),
            ),
        )
        return self._parts(parts)

    @sentences.register
    def _(self, claim: claims.Assessed) -> tuple[str, ...]:
        points = (
            gettext("%(who)s %(points)s", who=LETTERS[who], points=self.reader.number(number))
            for who, number in zip(claim.who, claim.points, strict=True)
        )
        return (
            gettext(
                "Points by the authority's assessment, of %(of)s for all seven areas: %(points)s.",
                of=self.reader.number(claim.of),
                points=self.reader.list(points),
            ),
        )

    @sentences.register
    def _(self, claim: claims.FilingDiffers) -> tuple[str, ...]:
        parts = (
            (claim.filed, lambda who: gettext("%(who)s: filed.", who=who)),
            (claim.cancelled, lambda who: gettext("%(who)s: filing cancelled.", who=who)),
            (
                claim.not_said,
                lambda who: gettext("%(who)s: the filing is not published.", who=who),
            ),
        )
        return self._parts(parts)

    @sentences.register
    def _(self, claim: claims.Youngest) -> tuple[str, ...]:
        return (
            gettext(
                "%(who)s takes children from %(age)s on, %(than)s from %(later)s.",
                who=LETTERS[claim.who],
                than=LETTERS[claim.than],
                age=self.reader.months(claim.months),
                later=self.reader.months(claim.than_months),
            ),
        )

    @sentences.register
    def _(self, claim: claims.AgeFits) -> tuple[str, ...]:
        age = self.reader.months(claim.months)
        parts = (
            (
                claim.who,
                lambda who: gettext(
                    "By its published ages %(who)s takes a child of %(age)s.",
                    who=who,
                    age=age,
                ),
            ),
            (
                claim.edge,
                lambda who: gettext(
                    "The published ages of %(who)s end at just %(age)s: ask.",
                    who=who,
                    age=age,
                ),
            ),
            (
                claim.outside,
                lambda who: gettext(
                    "By its published ages %(who)s does not take a child of %(age)s.",
                    who=who,
                    age=age,
                ),
            ),
            (
                claim.not_said,
                lambda who: gettext("%(who)s: the ages taken are not published.", who=who),
            ),
        )
        return self._parts(parts)

    @sentences.register
    def _(self, claim: claims.OnlyLists) -> tuple[str, ...]:
        who, form = LETTERS[claim.who], self.reader.value("form", claim.form)
        if claim.priced:
            said = gettext(
                "Only %(who)s publishes a price of this form of care, without listing the form: "
                "%(form)s.",
                who=who,
                form=form,
            )
        else:
            said = gettext("Only %(who)s lists this form of care: %(form)s.", who=who, form=form)
        return (said,)

    @sentences.register
    def _(self, claim: claims.FreePlaces) -> tuple[str, ...]:
        said = [
            ngettext(
                "%(who)s had %(num)s free place on %(day)s, as published.",
                "%(who)s had %(num)s free places on %(day)s, as published.",
                claim.places,
                who=LETTERS[claim.who],
                day=self.reader.day(claim.on),
            )
        ]
        return tuple(said)

    @sentences.register
    def _(self, claim: claims.NobodyPublishes) -> tuple[str, ...]:
        words = (
            self.reader.word("row" if field == "staff" else "fact", field) for field in claim.fields
        )
        return (gettext("None of them publishes: %(facts)s.", facts=self.reader.list(words)),)

    def _parts(
        self, parts: Iterable[tuple[tuple[int, ...], Callable[[str], str]]]
    ) -> tuple[str, ...]:
        return tuple(say(self.letters(who)) for who, say in parts if who)


_TITLES: dict[Level, Callable[[], str]] = {
    Level.NATIONAL: lambda: gettext("National demonstration"),
    Level.PROVINCIAL: lambda: gettext("Provincial demonstration"),
    Level.CITY: lambda: gettext("City demonstration"),
    Level.COUNTY: lambda: gettext("County demonstration"),
}
