"""The rows of a comparison: what is said of each nursery, whose sources, and what is a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from nursery_site import links
from nursery_site.labels import TABLES
from nursery_site.pages.badges import Badge
from nursery_site.pages.difference_words import LETTERS
from nursery_site.pages.evidence import Evidence, Other, Reference
from nursery_site.pages.lines import LINES, Line, line_badges, texts
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.nursery import Nursery

GROUPS: Final = ("first", "titles", "people", "registration", "contact")


@dataclass(frozen=True, slots=True)
class Side:
    """One nursery of a comparison with what it is read from. `metres` from the start point."""

    nursery: Nursery
    evidence: Evidence
    metres: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row says of one nursery; blank where nobody publishes it."""

    letter: str
    texts: tuple[Text, ...]
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


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A row that nobody fills, and what to ask."""

    term: str
    question: str


@dataclass(frozen=True, slots=True)
class Table:
    """`blanks` are rows that became questions, `silent` those that nobody publishes besides.

    `rows` counts all rows that anything is published for, `differing` those that differ.
    """

    groups: tuple[Group, ...]
    blanks: tuple[Blank, ...]
    silent: tuple[str, ...]
    rows: int
    differing: int


def table(sides: Sequence[Side], reader: Reader, *, ways: bool, differing: bool) -> Table:
    """The rows of a comparison. `ways`: with distances; `differing`: only rows that differ."""
    rows = [(line, _row(line, sides, reader)) for line in LINES]
    filled = [(line.group, row) for line, row in rows if not all(one.blank for one in row.cells)]
    if ways:
        filled.insert(0, ("first", _ways(sides, reader)))
    shown = [(group, row) for group, row in filled if row.differs or not differing]
    empty = [line for line, row in rows if all(one.blank for one in row.cells)]
    asked = [line for line in empty if line.key in TABLES["question"]]
    return Table(
        groups=tuple(
            Group(reader.word("row_group", name), found)
            for name in GROUPS
            if (found := tuple(row for group, row in shown if group == name))
        ),
        blanks=tuple(
            Blank(reader.word(line.table, line.key), reader.word("question", line.key))
            for line in asked
        ),
        silent=tuple(reader.word(line.table, line.key) for line in empty if line not in asked),
        rows=len(filled),
        differing=sum(row.differs for _, row in filled),
    )


def _row(line: Line, sides: Sequence[Side], reader: Reader) -> Row:
    cells = tuple(_cell(line, place, side, reader) for place, side in enumerate(sides))
    return _made(reader.word(line.table, line.key), cells)


def _made(term: str, cells: tuple[Cell, ...]) -> Row:
    return Row(term, cells, len({(one.texts, one.badges) for one in cells}) > 1)


def _cell(line: Line, place: int, side: Side, reader: Reader) -> Cell:
    said, shown = texts(line, side.nursery, reader), line_badges(line, side.nursery, reader)
    asked = line.families or (line.key,)
    return Cell(
        letter=LETTERS[place],
        texts=said,
        badges=shown,
        references=tuple(_there(side.nursery, side.evidence.references(*asked), reader)),
        others=tuple(
            replace(one, reference=next(_there(side.nursery, (one.reference,), reader)))
            for one in side.evidence.others(*asked)
        ),
        blank=not said and not shown,
    )


def _there(nursery: Nursery, found: Sequence[Reference], reader: Reader) -> Iterator[Reference]:
    """References lead to the sources on the nursery's own page."""
    for one in found:
        yield replace(one, href=links.nursery(reader.locale, nursery.id) + one.href)


def _ways(sides: Sequence[Side], reader: Reader) -> Row:
    cells = tuple(
        Cell(
            letter=LETTERS[place],
            texts=() if side.metres is None else (Text(reader.distance(side.metres)),),
            badges=(),
            references=(),
            others=(),
            blank=side.metres is None,
        )
        for place, side in enumerate(sides)
    )
    return _made(reader.word("row", "distance"), cells)
