"""The resolved nursery: what the ledger says of one place, as the rest of the house reads it.

Everything that may be unknown is `None` or empty, which means 未公布 and never "no". Whatever
depends on today is a method that takes the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from registry.assessment import Assessment
from registry.recognition import Recognition
from registry.vocabulary import (
    HELD,
    AgeClass,
    Datum,
    Filed,
    Form,
    Inclusive,
    Meals,
    Nature,
    Precision,
    RecognitionKind,
    Setting,
    State,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in WGS-84 degrees, beside the coordinate as it was published."""

    lat: float
    lng: float
    precision: Precision
    datum: Datum
    published_lat: float
    published_lng: float


@dataclass(frozen=True, slots=True)
class PublishedCoordinate:
    """A coordinate whose system nobody stated: shown as text, it gives no place."""

    lat: float
    lng: float


@dataclass(frozen=True, slots=True)
class Price:
    """One published price in yuan. `form` for care fees, `item` for extras (`fields.PRICE_ITEMS`).

    `low` is `None` where only a ceiling is published, `high` where only a floor is (2000元起).
    """

    form: Form | None
    age_class: AgeClass | None
    item: str | None
    low: float | None
    high: float | None
    unit: Unit
    meals: Meals | None
    about: bool
    as_of: date


@dataclass(frozen=True, slots=True)
class MonthlyPrice:
    """The span of a nursery's full-day care fees in yuan per month; either end may be open."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Free places as published, with the day they were published for."""

    places: int
    as_of: date


@dataclass(frozen=True, slots=True)
class Nursery:
    """One nursery (托育机构). `id` is opaque and stable across rebuilds."""

    id: str
    name: str
    trading_names: tuple[str, ...]
    former_names: tuple[str, ...]
    region: tuple[str, ...]  # division keys, province first: ("32", "3205", "320582")
    street: str | None
    community: str | None
    address: str | None
    location: Location | None
    coordinate: PublishedCoordinate | None
    credit_code: str | None
    phones: tuple[str, ...]
    filed: Filed | None
    filed_on: date | None
    authority: str | None
    nature: Nature | None
    profit: bool | None
    setting: Setting | None
    forms: tuple[Form, ...]
    classes: tuple[AgeClass, ...]
    ages: tuple[int, int] | None  # months
    capacity: int | None
    inclusive_places: int | None
    inclusive_changes: tuple[tuple[date, Inclusive | None], ...]
    enrolled: int | None
    vacancy: Vacancy | None
    prices: tuple[Price, ...]
    recognitions: tuple[Recognition, ...]
    denied: tuple[RecognitionKind, ...]  # titles that a source says it does not hold
    operating: bool | None
    opened_on: str | None
    hours: str | None
    prepay_months: int | None
    floor_area: float | None
    outdoor_area: float | None
    floors: str | None
    staff: dict[str, int]
    class_counts: dict[str, int]
    description: str | None
    as_of: date  # the newest date of a source that speaks of this nursery
    sources: tuple[int, ...]
    conflicts: tuple[str, ...]  # fields on which sources disagree
    fictional: bool
    assessments: tuple[Assessment, ...] = ()  # one of each who scored, the nursery first

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the registered one first, none twice."""
        return tuple(dict.fromkeys((self.name, *self.trading_names, *self.former_names)))

    @property
    def monthly_price(self) -> MonthlyPrice | None:
        """The span of the full-day prices per month, `None` where none is published."""
        lines = [
            price
            for price in self.prices
            if price.form is Form.FULL_DAY and price.unit is Unit.MONTH
        ]
        if not lines:
            return None
        lows = [price.low for price in lines if price.low is not None]
        highs = [price.high for price in lines if price.high is not None]
        # One line without a ceiling leaves the whole span without one.
        closed = len(highs) == len(lines)
        return MonthlyPrice(min(lows, default=None), max(highs) if closed else None)

    @property
    def has_distance(self) -> bool:
        """Whether a distance may be shown: a district's centre is no place."""
        return self.location is not None and self.location.precision is not Precision.AREA

    def inclusive(self, on: date) -> Inclusive | None:
        """普惠 on a day, from numbers, flags and titles; `None` where nobody says."""
        answer: Inclusive | None = None
        for day, value in self.inclusive_changes:
            if day > on:
                break
            answer = value
        return answer

    def star(self, on: date) -> int | None:
        """The stars held on a day, under whichever star scheme; grades never count."""
        held = [
            int(recognition.level)
            for recognition in self.recognitions
            if recognition.kind is RecognitionKind.STAR
            and recognition.level is not None
            and recognition.level.isdecimal()
            and recognition.state(on) in HELD
        ]
        return max(held) if held else None

    def states(self, kind: RecognitionKind, on: date) -> tuple[tuple[Recognition, State], ...]:
        """The titles of one kind that anything was said of by that day, with their states."""
        return tuple(
            (recognition, state)
            for recognition in self.recognitions
            if recognition.kind is kind and (state := recognition.state(on)) is not None
        )


_ADAPTER: TypeAdapter[Nursery] = TypeAdapter(Nursery)


def to_json(nursery: Nursery) -> bytes:
    """The nursery as one JSON document; `from_json` gives back an equal one."""
    return _ADAPTER.dump_json(nursery)


def from_json(document: bytes) -> Nursery:
    """The nursery that `to_json` wrote. Raises `ValueError` for anything else."""
    return _ADAPTER.validate_json(document)
