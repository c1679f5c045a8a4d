"""What sets nurseries apart, as claims that follow from what is published and from nothing else.

Pure functions over the nurseries: `pages.difference_words` says the claims, tests check each
against the data. What nobody published is never less, worse or "no": it gives no claim, or one
that says that it is not published. Prices and titles are modules of their own,
`price_differences` and `title_differences`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from nursery_site.pages.claims import (
    AboutAsFar,
    AgeFits,
    Assessed,
    Difference,
    FilingDiffers,
    FreePlaces,
    InclusiveAre,
    Nearest,
    NobodyPublishes,
    OnlyLists,
    Youngest,
)
from nursery_site.pages.price_differences import price_differences
from nursery_site.pages.title_differences import held_titles, lost_titles
from registry.assessment import Score
from registry.nursery import Nursery
from registry.vocabulary import (
    Assessor,
    Filed,
    Form,
    Inclusive,
)

ABOUT_EQUAL_METRES: Final = 200
"""Start points are rounded to some 100 m: a smaller difference of two ways may be none."""


LOOKED_AT: Final = ("price", "hours", "ages", "capacity", "staff", "prepay_months")
"""What parents ask first: where nobody publishes it, that is said above the table."""


def differences(
    nurseries: Sequence[Nursery],
    today: date,
    metres: Sequence[int | None] = (),
    age: int | None = None,
) -> tuple[Difference, ...]:
    """Every claim about two or more nurseries: what was lost, then the dearest to parents first.

    `metres` are the distances from a start point, one each, `None` where there is none; empty
    without a start point. `age` is the child's in months.
    """
    if len(nurseries) < 2:
        return ()
    return (
        *lost_titles(nurseries, today),
        *_filing(nurseries),
        *price_differences(nurseries),
        *_ways(metres),
        *held_titles(nurseries, today),
        *_inclusive(nurseries, today),
        *_quality(nurseries),
        *_ages(nurseries, age),
        *_forms(nurseries),
        *_vacancies(nurseries),
        *_blanks(nurseries),
    )


def _ways(metres: Sequence[int | None]) -> Iterator[Difference]:
    known = sorted((way, who) for who, way in enumerate(metres) if way is not None)
    if len(known) < 2:
        return
    (first, who), (second, than) = known[:2]
    if second - first >= ABOUT_EQUAL_METRES:
        yield Nearest(who, than, second - first)
    elif known[-1][0] - first < ABOUT_EQUAL_METRES:
        yield AboutAsFar(tuple(sorted(who for _, who in known)))


def _filing(nurseries: Sequence[Nursery]) -> Iterator[Difference]:
    said = {value: _who(nurseries, value) for value in (Filed.YES, Filed.CANCELLED, None)}
    if sum(map(bool, said.values())) > 1:
        yield FilingDiffers(said[Filed.YES], said[Filed.CANCELLED], said[None])


def _who(nurseries: Sequence[Nursery], value: Filed | None) -> tuple[int, ...]:
    return tuple(who for who, one in enumerate(nurseries) if one.filed is value)


def _inclusive(nurseries: Sequence[Nursery], today: date) -> Iterator[Difference]:
    said = [nursery.inclusive(today) for nursery in nurseries]
    if len(set(said)) < 2:
        return

    def of(value: Inclusive | None) -> tuple[int, ...]:
        return tuple(who for who, found in enumerate(said) if found is value)

    yield InclusiveAre(of(Inclusive.YES), of(Inclusive.PARTIAL), of(Inclusive.NO), of(None))


def _quality(nurseries: Sequence[Nursery]) -> Iterator[Difference]:
    """The authority's points of those assessed in all areas, with full marks and the same ones."""
    found = [(who, _by_authority(nursery)) for who, nursery in enumerate(nurseries)]
    whole = [(who, one) for who, one in found if one is not None and one.of is not None]
    marks = {one.of for _, one in whole}
    points = tuple(one.points for _, one in whole)
    if len(set(points)) > 1 and len(marks) == 1:
        yield Assessed(tuple(who for who, _ in whole), points, marks.pop() or 0.0)


def _by_authority(nursery: Nursery) -> Score | None:
    found = (one.sum for one in nursery.assessments if one.by is Assessor.AUTHORITY)
    return next(found, None)


def _ages(nurseries: Sequence[Nursery], age: int | None) -> Iterator[Difference]:
    known = [(one.ages, who) for who, one in enumerate(nurseries) if one.ages is not None]
    if age is not None and known:
        takes = tuple(who for ages, who in known if ages[0] <= age < ages[1])
        edge = tuple(who for ages, who in known if age == ages[1])
        outside = tuple(who for _, who in known if who not in takes + edge)
        not_said = tuple(who for who, one in enumerate(nurseries) if one.ages is None)
        if edge or outside or not_said:
            yield AgeFits(age, takes, edge, outside, not_said)
        return
    firsts = sorted((ages[0], who) for ages, who in known)
    if len(firsts) > 1 and firsts[0][0] < firsts[1][0]:
        (months, who), (than_months, than) = firsts[:2]
        yield Youngest(who, months, than, than_months)


def _forms(nurseries: Sequence[Nursery]) -> Iterator[Difference]:
    known = [who for who, nursery in enumerate(nurseries) if nursery.forms]
    for form in Form:
        who = [one for one, nursery in enumerate(nurseries) if form in offered(nursery)]
        others = tuple(one for one in known if one not in who)
        if len(who) == 1 and len(others) == len(nurseries) - 1:
            yield OnlyLists(form, who[0], others, priced=form not in nurseries[who[0]].forms)


def offered(nursery: Nursery) -> frozenset[Form]:
    """The forms of care that a nursery lists, or publishes a price for."""
    priced = {price.form for price in nursery.prices if price.form is not None}
    return frozenset(priced.union(nursery.forms))


def _vacancies(nurseries: Sequence[Nursery]) -> Iterator[Difference]:
    not_said = tuple(who for who, nursery in enumerate(nurseries) if nursery.vacancy is None)
    for who, nursery in enumerate(nurseries):
        if nursery.vacancy is not None and nursery.vacancy.places > 0:
            yield FreePlaces(who, nursery.vacancy.places, nursery.vacancy.as_of, not_said)


def _blanks(nurseries: Sequence[Nursery]) -> Iterator[Difference]:
    blank = tuple(
        field for field in LOOKED_AT if not any(publishes(one, field) for one in nurseries)
    )
    if blank:
        yield NobodyPublishes(blank)


def publishes(nursery: Nursery, field: str) -> bool:
    """Whether anything of a field in `LOOKED_AT` is published of a nursery."""
    value = nursery.prices if field == "price" else getattr(nursery, field)
    if field == "price":
        return any(price.form is not None for price in nursery.prices)
    return value not in (None, (), {}, "")
