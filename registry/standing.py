"""The claims about one nursery, and which of them stands in each field.

A map or directory gives way to every list that an authority published as a list of its own.
Among the rest the newer statement stands over the older (by 截至 date, else by publication);
on the same day the list made for that kind of fact; then the one imported later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from registry import fields
from registry.ledger.records import Source
from registry.values.statement import Json
from registry.vocabulary import SourceKind

T = TypeVar("T")

_MADE_FOR: dict[str, SourceKind] = {
    fields.PRICE: SourceKind.PRICE,
    fields.INCLUSIVE: SourceKind.INCLUSIVE,
    fields.INCLUSIVE_PLACES: SourceKind.INCLUSIVE,
    fields.VACANCY: SourceKind.VACANCY,
}
"""The kind of list made for a field; every other field's is the filing list."""

WEAK = frozenset({SourceKind.DIRECTORY, SourceKind.GEOCODE})
"""Kinds of source that give way to every list of an authority."""


class ClaimLike(Protocol):
    """What of a claim the rules on prices, places and inclusion need."""

    @property
    def id(self) -> int: ...
    @property
    def field(self) -> str: ...
    @property
    def value(self) -> Json: ...
    @property
    def as_of(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Said:
    """One claim with the source that makes it."""

    id: int
    field: str
    value: Json
    as_of: date
    source: Source

    @property
    def family(self) -> str:
        """The field's first word: `price` of `price.full_day`."""
        return self.field.partition(".")[0]

    @property
    def rank(self) -> tuple[bool, date, bool, int, int]:
        """Orders claims of one field; the highest stands."""
        made_for = _MADE_FOR.get(self.family, SourceKind.FILING)
        return (
            self.source.kind not in WEAK,
            self.as_of,
            self.source.kind is made_for,
            self.source.id,
            self.id,
        )


class Standing:
    """The claim that stands in each field, read as the type that the field has.

    Every reader gives `None`, or nothing, for a field nobody speaks of.
    """

    def __init__(self, said: Iterable[Said]) -> None:
        self.by_field: dict[str, Said] = {}
        for one in said:
            best = self.by_field.get(one.field)
            if best is None or one.rank > best.rank:
                self.by_field[one.field] = one

    def __iter__(self) -> Iterator[Said]:
        return iter(self.by_field.values())

    def family(self, family: str) -> list[Said]:
        """The standing claims of a family, in the order of their fields."""
        return [one for _, one in sorted(self.by_field.items()) if one.family == family]

    def value(self, field: str) -> Json:
        """The value as it was claimed."""
        one = self.by_field.get(field)
        return one.value if one else None

    def text(self, field: str) -> str | None:
        """A string."""
        value = self.value(field)
        return None if value is None else str(value)

    def whole(self, field: str) -> int | None:
        """A whole number."""
        value = self.value(field)
        return int(value) if isinstance(value, (int, float)) else None

    def number(self, field: str) -> float | None:
        """A number."""
        value = self.value(field)
        return float(value) if isinstance(value, (int, float)) else None

    def flag(self, field: str) -> bool | None:
        """Yes or no."""
        value = self.value(field)
        return value if isinstance(value, bool) else None

    def day(self, field: str) -> date | None:
        """A day."""
        value = self.text(field)
        return date.fromisoformat(value) if value else None

    def many(self, field: str) -> list[str]:
        """The values of a list."""
        value = self.value(field)
        return [str(one) for one in value] if isinstance(value, list) else []

    def among(self, field: str, members: type[T]) -> T | None:
        """A member of a closed set of words."""
        value = self.value(field)
        return None if value is None else members(value)  # type: ignore[call-arg] # an enum

    def counts(self, family: str) -> dict[str, int]:
        """Whole numbers by the last words of a family's fields."""
        return {
            one.field.partition(".")[2]: int(one.value)
            for one in self.family(family)
            if isinstance(one.value, (int, float))
        }
