"""The parts of a comparison: a nursery with what it is read from, what a cell says, and rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nursery_site import links
from nursery_site.pages.badges import Badge
from nursery_site.pages.difference_words import LETTERS
from nursery_site.pages.evidence import Evidence, Other, Reference
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.nursery import Nursery
from registry.standards import Standard


@dataclass(frozen=True, slots=True)
class Side:
    """One nursery of a comparison with what it is read from. `metres` from the start point."""

    nursery: Nursery
    evidence: Evidence
    metres: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The nurseries in their order, and the standard that quality is scored by."""

    sides: tuple[Side, ...]
    standard: Standard


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a cell, with the sources that its reader is led to from there.

    `short` says the same in fewer words, for paper.
    """

    text: Text
    references: tuple[Reference, ...] = ()
    short: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row says of one nursery; blank where nobody publishes it."""

    letter: str
    texts: tuple[Said, ...]
    badges: tuple[Badge, ...]
    references: tuple[Reference, ...]
    others: tuple[Other, ...]
    blank: bool


@dataclass(frozen=True, slots=True)
class Row:
    """`differs`: not all cells say the same."""

    term: str
    cells: tuple[Cell, ...]
    differs: bool

    @property
    def silent(self) -> bool:
        """Whether nobody publishes it of any of them."""
        return all(one.blank for one in self.cells)


def row(term: str, cells: Sequence[Cell]) -> Row:
    """The row of these cells."""
    said = {(tuple(one.text for one in cell.texts), cell.badges) for cell in cells}
    return Row(term, tuple(cells), len(said) > 1)


def plain(place: int, text: str | None) -> Cell:
    """A cell without sources; `place` is that of its nursery, from 0."""
    texts = () if text is None else (Said(Text(text)),)
    return Cell(LETTERS[place], texts, (), (), (), blank=text is None)


def references(side: Side, *families: str, reader: Reader) -> tuple[Reference, ...]:
    """References of fields; they lead to the sources on the nursery's own page."""
    return tuple(_there(side, side.evidence.references(*families), reader))


def others(side: Side, *families: str, reader: Reader) -> tuple[Other, ...]:
    """What other sources say of these fields, each with its reference."""
    return tuple(
        replace(one, reference=next(_there(side, (one.reference,), reader)))
        for one in side.evidence.others(*families)
    )


def _there(side: Side, found: Sequence[Reference], reader: Reader) -> Iterator[Reference]:
    for one in found:
        yield replace(one, href=links.nursery(reader.locale, side.nursery.id) + one.href)
