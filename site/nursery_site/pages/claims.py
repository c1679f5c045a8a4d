"""What can be claimed of nurseries side by side, one frozen value for each kind of claim.

Nurseries are named by their place in the list, from 0. `pages.differences` makes the claims and
`pages.difference_words` says them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.recognition import Recognition
from registry.vocabulary import AgeClass, Form, Level, Meals, State, Unit


@dataclass(frozen=True, slots=True)
class Kind:
    """What a price is for; two prices are comparable where it is the same."""

    form: Form
    age_class: AgeClass | None
    unit: Unit
    meals: Meals


@dataclass(frozen=True, slots=True)
class Cheapest:
    """`who` asks `by` yuan less than `than`, the next of those who publish the same kind.

    `at_least`: one of the two publishes a span, or an end of one. `about`: one of the amounts is
    published as about. `others`: how many more publish this kind.
    """

    kind: Kind
    who: int
    than: int
    by: float
    at_least: bool
    about: bool
    others: int


@dataclass(frozen=True, slots=True)
class SamePrice:
    """All of `who` publish the same amount of a kind."""

    kind: Kind
    who: tuple[int, ...]
    amount: float


@dataclass(frozen=True, slots=True)
class NotComparable:
    """All of `who` publish prices, and no two of them one of the same kind."""

    who: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """`who` is `by` metres nearer to the start point than `than`, the next."""

    who: int
    than: int
    by: int


@dataclass(frozen=True, slots=True)
class AboutAsFar:
    """The ways to all of `who` differ by less than can be told."""

    who: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LostTitle:
    """All of `who` had such a title, which is in `state` today, and hold no round of it.

    `state` is one of `title_differences.LOST`; `title` is that of the first of `who`.
    """

    state: State
    title: Recognition
    who: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HoldsTitle:
    """`who`, and nobody else, hold a demonstration title of a level today.

    `not_said` have none of any level published; of `denied` a source says that they have none.
    """

    level: Level
    who: tuple[int, ...]
    not_said: tuple[int, ...]
    denied: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InclusiveAre:
    """Who is inclusive today, in part or whole, who is said not to be, of whom nobody says."""

    who: tuple[int, ...]
    partly: tuple[int, ...]
    denied: tuple[int, ...]
    not_said: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Assessed:
    """The authority's points for all seven areas of each of `who`, out of the same full mark.

    `points` stand in the order of `who`, and are not all the same.
    """

    who: tuple[int, ...]
    points: tuple[float, ...]
    of: float


@dataclass(frozen=True, slots=True)
class FilingDiffers:
    """Whose filing is published, whose is cancelled, of whose nobody says anything."""

    filed: tuple[int, ...]
    cancelled: tuple[int, ...]
    not_said: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Youngest:
    """`who` takes children from `months` on, earlier than all others whose ages are published."""

    who: int
    months: int
    than: int
    than_months: int


@dataclass(frozen=True, slots=True)
class AgeFits:
    """By the published ages, `who` take a child of `months`, `outside` do not.

    The ages of `edge` end at just this age, and lists do not say whether they mean it included.
    """

    months: int
    who: tuple[int, ...]
    edge: tuple[int, ...]
    outside: tuple[int, ...]
    not_said: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OnlyLists:
    """Only `who` lists or prices a form of care; `others` publish forms, and neither for it.

    `priced`: it is not among the forms that `who` lists, there is only a price of it.
    """

    form: Form
    who: int
    others: tuple[int, ...]
    priced: bool


@dataclass(frozen=True, slots=True)
class FreePlaces:
    """`who` has free places published, for a day; of `not_said` nothing is."""

    who: int
    places: int
    on: date
    not_said: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NobodyPublishes:
    """Fields, as in `labels.facts.FACTS`, that none of the nurseries publishes."""

    fields: tuple[str, ...]


Difference = (
    Cheapest
    | SamePrice
    | NotComparable
    | Nearest
    | AboutAsFar
    | LostTitle
    | HoldsTitle
    | InclusiveAre
    | Assessed
    | FilingDiffers
    | Youngest
    | AgeFits
    | OnlyLists
    | FreePlaces
    | NobodyPublishes
)
