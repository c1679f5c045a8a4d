"""What the ledger gives back, as frozen records without SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from registry.values.statement import Json
from registry.vocabulary import Datum, RecognitionKind, SourceKind


@dataclass(frozen=True, slots=True)
class Source:
    """One published list as it was imported. `as_of` is its 截至 date, else the publication's."""

    id: int
    sha256: str
    file_name: str
    title: str
    issuer: str
    url: str | None
    published_on: date
    as_of: date
    captured_at: datetime
    region: str | None
    kind: SourceKind
    datum: Datum | None
    fictional: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one field, said by one row of one source.

    `used`: it stands in the nursery. `differs`: it gives another value than the one that does.
    """

    id: int
    field: str
    value: Json
    raw: str
    source: int
    row: int  # the row's number in its list
    as_of: date
    used: bool
    differs: bool


@dataclass(frozen=True, slots=True)
class ListNote:
    """A footnote of a list, as published, and the source it stands in."""

    text: str
    source: int


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem with the row and the source it stands in."""

    source: int
    title: str
    caption: str | None
    row: int
    accepted: bool
    field: str | None
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An undecided row, served as `nursery`, which may be the same place as `same_as`."""

    row_id: int
    source: int
    row: int
    nursery: str
    name: str
    same_as: str
    reason: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure of a division. `measure`: "population" and "children" in persons,
    "income" in yuan a year (居民人均可支配收入)."""

    region: str
    measure: str
    value: float
    raw: str
    source: int
    row: int  # the row's number in its list
    as_of: date


@dataclass(frozen=True, slots=True)
class Due:
    """What a published list says has to be done by a nursery, such as a pilot's acceptance.

    `by` is the last day, where one is published; `done` is `None` where nobody says.
    """

    nursery: str
    matter: str  # "acceptance" (验收)
    by: date | None
    done: bool | None
    on: date | None
    source: int
    as_of: date


@dataclass(frozen=True, slots=True)
class TitleList:
    """That there is a list of a kind about a division; `level` as its caption says, if it does.

    `region` is `None` where nobody stated one, as of a list of the whole country.
    """

    kind: SourceKind
    region: str | None
    level: str | None


@dataclass(frozen=True, slots=True)
class Enumerated:
    """What one filing list says of one district: its rows, and the places of those that give any.

    Rows that the list itself says are cancelled are not in it.
    """

    source: int
    district: str
    nurseries: int
    places: int
    places_known: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many nurseries of a district the copy holds, and as of when.

    `cancelled` counts those whose filing was cancelled, which `nurseries` leaves out. `as_of` is
    the day of the newest filing list (备案名单) that names a nursery of the district, `None` where
    only other lists do: neither a map nor a notice about one nursery says who is filed.
    """

    region: str
    nurseries: int
    cancelled: int
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A nursery that a notice names, by its public id, and the district the list puts it in."""

    nursery: str
    district: str | None


@dataclass(frozen=True, slots=True)
class Notice:
    """One captioned table that is a publicity (公示): what is proposed, and until when to object.

    `id` is stable across rebuilds. `until` is `None` where neither the list nor the rule of its
    scheme gives a last day; `counted`: the scheme's rule gave it, `estimated`: a working day of it
    lies beyond the calendar that is decided. `divisions` are the keys of its own division, of
    its nurseries' districts, and of those around them. `unread` counts rows nobody could use.
    """

    id: str
    source: Source
    caption: str | None
    kind: SourceKind
    recognitions: tuple[RecognitionKind, ...]
    level: str | None
    first: date
    until: date | None
    counted: bool
    estimated: bool
    objections: str | None
    notes: tuple[str, ...]
    nurseries: tuple[Listed, ...]
    unread: int
    divisions: frozenset[str]

    @property
    def title(self) -> str:
        """What the table calls itself, else what its source does; as published."""
        return self.caption or self.source.title

    def is_open(self, on: date) -> bool:
        """Whether one may object on a day."""
        return self.until is not None and self.first <= on <= self.until

    def has_ended(self, on: date) -> bool:
        """Whether the time to object was over by a day."""
        return self.until is not None and self.until < on
