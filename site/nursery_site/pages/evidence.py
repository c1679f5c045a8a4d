"""Which source says what: numbered references, and the values that lost against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from nursery_site import links
from nursery_site.reader import Reader
from nursery_site.reading import Text
from nursery_site.settings import in_china
from registry.ledger.records import Claim, Source
from registry.vocabulary import SourceKind


@dataclass(frozen=True, slots=True)
class Reference:
    """`[number]` at a value, which leads to the list it names."""

    number: int
    href: str


@dataclass(frozen=True, slots=True)
class Other:
    """A value that another source gives and that does not stand: as published there."""

    text: Text
    day: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One list in the list of sources under a nursery."""

    number: int
    id: str
    title: Text
    issuer: Text
    kind: str
    published: str
    as_of: str | None
    captured: str
    href: str | None


class Evidence:
    """The claims of one nursery, ready to be asked for a field or a family of fields."""

    def __init__(
        self,
        claims: Iterable[Claim],
        sources: Mapping[int, Source],
        reader: Reader,
        doubted: frozenset[int] = frozenset(),
    ) -> None:
        """`doubted` are the claims whose unit was assumed when their cell was read."""
        self._doubted = doubted
        self._claims = tuple(claims)
        self._sources = sources
        self._reader = reader
        spoken = dict.fromkeys(claim.source for claim in self._claims)
        known = [number for number in spoken if number in sources]
        newest_first = sorted(known, key=lambda number: _standing(sources[number]))[::-1]
        self._numbers = {source: place for place, source in enumerate(newest_first, start=1)}

    def references(self, *fields: str) -> tuple[Reference, ...]:
        """The sources that give the values that stand, each once."""
        used = [claim for claim in self._about(fields) if claim.used]
        standing = {(claim.field, str(claim.value)) for claim in used}
        # Two prices are the same one also where one of them does not mention the meals.
        priced = {claim.field for claim in used if claim.field.startswith("price.")}
        found = {
            claim.source: self._reference(claim)
            for claim in self._about(fields)
            if (claim.field, str(claim.value)) in standing
            or (claim.field in priced and not claim.differs)
        }
        return tuple(sorted(found.values(), key=lambda reference: reference.number))

    def doubted(self, field: str) -> bool:
        """Whether the value that stands in a field is of a unit that its list does not state."""
        return any(one.used and one.id in self._doubted for one in self._about((field,)))

    def others(self, *fields: str) -> tuple[Other, ...]:
        """The differing values that do not stand, each as its list publishes it."""
        # One cell that gives several fields, such as a price for every class, is said once.
        lost = {
            (claim.source, claim.row, claim.raw): claim
            for claim in self._about(fields)
            if claim.differs
        }
        return tuple(self._other(claim) for claim in lost.values())

    def sources(self) -> tuple[SourceLine, ...]:
        """Every list that speaks of the nursery, the newest first."""
        return tuple(
            _line(number, self._sources[source], self._reader)
            for source, number in self._numbers.items()
        )

    def newest(self) -> tuple[date, tuple[Reference, ...]] | None:
        """The day of the newest list and the reference to it; `None` without any list."""
        source = next(iter(self._numbers), None)
        return None if source is None else (self._sources[source].as_of, self.reference_to(source))

    def reference_to(self, source: int) -> tuple[Reference, ...]:
        """The reference to a source as a whole, empty for one that is not in the list."""
        number = self._numbers.get(source)
        return () if number is None else (Reference(number, f"#source-{number}"),)

    def _about(self, fields: tuple[str, ...]) -> Iterator[Claim]:
        for claim in self._claims:
            family = any(claim.field == one or claim.field.startswith(f"{one}.") for one in fields)
            if family and claim.source in self._numbers:
                yield claim

    def _reference(self, claim: Claim) -> Reference:
        number = self._numbers[claim.source]
        return Reference(number, f"#source-{number}")

    def _other(self, claim: Claim) -> Other:
        text = self._reader.as_published(claim.raw or str(claim.value))
        return Other(text, self._reader.day(claim.as_of), self._reference(claim))


def _standing(source: Source) -> tuple[bool, date, int]:
    """Older before newer; coordinates, which no authority published as a list, before all."""
    return source.kind is not SourceKind.GEOCODE, source.as_of, source.id


def _line(number: int, source: Source, reader: Reader) -> SourceLine:
    return SourceLine(
        number=number,
        id=f"source-{number}",
        title=reader.as_published(source.title),
        issuer=reader.as_published(source.issuer),
        kind=reader.word("source", source.kind),
        published=reader.day(source.published_on),
        as_of=None if source.as_of == source.published_on else reader.day(source.as_of),
        captured=reader.day(in_china(source.captured_at).date()),
        href=links.to_web(source.url),
    )
