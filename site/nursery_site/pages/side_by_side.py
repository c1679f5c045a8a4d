"""The rows of a comparison: what is said of each nursery, whose sources, and what is a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nursery_site.catalogs import gettext
from nursery_site.labels import TABLES
from nursery_site.pages.difference_words import LETTERS
from nursery_site.pages.lines import LINES, Line, line_badges, texts
from nursery_site.pages.side_cells import (
    Cell,
    Comparison,
    Row,
    Said,
    Side,
    others,
    plain,
    references,
    row,
)
from nursery_site.pages.side_quality import quality_rows
from nursery_site.reader import Reader

GROUPS: Final = ("first", "titles", "people", "quality", "registration", "contact")


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


def table(compared: Comparison, reader: Reader, *, ways: bool, differing: bool) -> Table:
    """The rows of a comparison. `ways`: with distances; `differing`: only rows that differ."""
    sides = compared.sides
    rows = [(line, _row(line, sides, reader)) for line in LINES]
    filled = [(line.group, one) for line, one in rows if not one.silent]
    if ways:
        filled.insert(0, ("first", _ways(sides, reader)))
    quality = quality_rows(compared, reader)
    filled += [("quality", one) for one in quality if not one.silent]
    shown = [(group, one) for group, one in filled if one.differs or not differing]
    empty = [line for line, one in rows if one.silent]
    asked = [line for line in empty if line.key in TABLES["question"]]
    silent = [reader.word(line.table, line.key) for line in empty if line not in asked]
    return Table(
        groups=tuple(
            Group(reader.word("row_group", name), found)
            for name in GROUPS
            if (found := tuple(one for group, one in shown if group == name))
        ),
        blanks=tuple(
            Blank(reader.word(line.table, line.key), reader.word("question", line.key))
            for line in asked
        ),
        silent=(*silent, *_silent_areas(quality, reader)),
        rows=len(filled),
        differing=sum(one.differs for _, one in filled),
    )


def _silent_areas(quality: Sequence[Row], reader: Reader) -> tuple[str, ...]:
    """The areas of which nobody publishes anything; all of them are one word."""
    if not quality:
        return (reader.word("row_group", "quality"),)
    return tuple(gettext("Quality, %(area)s", area=one.term) for one in quality if one.silent)


def _row(line: Line, sides: Sequence[Side], reader: Reader) -> Row:
    cells = [_cell(line, place, side, reader) for place, side in enumerate(sides)]
    return row(reader.word(line.table, line.key), cells)


def _cell(line: Line, place: int, side: Side, reader: Reader) -> Cell:
    said, shown = texts(line, side.nursery, reader), line_badges(line, side.nursery, reader)
    asked = line.families or (line.key,)
    found = references(side, *asked, reader=reader)
    last = len(said) - 1
    return Cell(
        letter=LETTERS[place],
        texts=tuple(Said(text, found[:1] if at == last else ()) for at, text in enumerate(said)),
        badges=shown,
        references=found,
        others=others(side, *asked, reader=reader),
        blank=not said and not shown,
    )


def _ways(sides: Sequence[Side], reader: Reader) -> Row:
    ways = [None if side.metres is None else reader.distance(side.metres) for side in sides]
    cells = [plain(place, way) for place, way in enumerate(ways)]
    return row(reader.word("row", "distance"), cells)
