"""The fictional world that the published lists speak of: what is true, before anybody writes it.

No list says everything; each tells some columns of some nurseries, spelled as its publisher
likes. What nobody publishes is `None` here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.demo.founders import Founder
from registry.demo.places import City, District
from registry.recognition import Recognition, StageEvent
from registry.vocabulary import (
    AgeClass,
    Filed,
    Form,
    Nature,
    RecognitionKind,
    Stage,
    State,
)


@dataclass(frozen=True, slots=True)
class DemoTitle:
    """One title of one nursery. `level` is a `Level`, the stars "1".."5", or a grade's word."""

    kind: RecognitionKind
    level: str
    events: tuple[StageEvent, ...]

    @property
    def stage(self) -> Stage:
        """The last stage that a list states."""
        return self.events[-1].stage

    @property
    def validity(self) -> tuple[date, date | None] | None:
        """First and last day as conferred, `None` for a title never conferred."""
        for event in self.events:
            if event.stage is Stage.CONFERRED:
                return event.on, event.until
        return None

    def state(self, on: date) -> State | None:
        """What the title is on a day."""
        return Recognition(self.kind, "demo", self.level, "", "", self.events).state(on)


@dataclass(frozen=True, slots=True)
class DemoPrices:
    """Fees in yuan: full day per month by class, half day per month, the rest as named."""

    full_day: tuple[tuple[AgeClass, int], ...]
    spread: int  # from the lowest to the highest of a published range; 0 for one figure
    half_day: int | None
    hourly: int | None
    temporary: int | None  # per day
    meals: int | None  # per month, never part of the fee

    def of(self, age_class: AgeClass) -> int | None:
        """The monthly full-day fee of a class, `None` where the nursery has no such class."""
        return dict(self.full_day).get(age_class)

    @property
    def usual(self) -> int:
        """The one figure that a list with one price column prints: the lowest class fee."""
        return min(fee for _, fee in self.full_day)


@dataclass(frozen=True, slots=True)
class Premises:
    """Where a nursery stands, in GCJ-02 degrees and square metres."""

    street: str
    community: str
    address: str | None
    lng: float | None
    lat: float | None
    floor_area: float
    outdoor_area: float | None
    floors: str


@dataclass(frozen=True, slots=True)
class DemoNursery:
    """One fictional nursery. `number` is unique in the world and fixes its spelling habits."""

    number: int
    city: City
    district: District
    founder: Founder
    name: str
    trading_name: str | None
    former_name: str | None
    credit_code: str | None
    nature: Nature
    premises: Premises
    phone: str | None
    filed: Filed | None
    filed_on: date
    opened_on: date
    operating: bool
    classes: tuple[tuple[AgeClass, int], ...]
    forms: tuple[Form, ...]
    ages: tuple[int, int]  # months
    capacity: int
    inclusive_places: int | None
    enrolled: int
    prices: DemoPrices | None
    hours: str | None
    prepay: bool
    staff: int
    titles: tuple[DemoTitle, ...] = ()

    @property
    def vacancy(self) -> int:
        """Places not taken."""
        return max(0, self.capacity - self.enrolled)

    def title(self, kind: RecognitionKind) -> DemoTitle | None:
        """The nursery's title of one kind, if it has one."""
        return next((title for title in self.titles if title.kind is kind), None)
