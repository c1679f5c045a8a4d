"""One row of a published list as statements about one nursery.

Cells are masked first; then each says what it says (`registry.values.cells`), and what takes
several cells, or the caption, is read from the row: name, filing, coordinate, titles, scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from registry import fields
from registry.reading.columns import Column
from registry.reading.document import Row
from registry.values.cells import read_cell
from registry.values.plain import damaged, plain, silent, tidy
from registry.values.privacy import mask_cell
from registry.values.problems import Reason
from registry.values.row import RowView, slots_of, view_of
from registry.values.statement import (
    Problem,
    RowStatements,
    Statement,
    TitleFacts,
)
from registry.values.whole import ROW_READERS
from registry.vocabulary import Filed, SourceKind

LONGEST_NAME: Final = 60
"""Characters. Beyond it, and without an address, the row is a sentence (DOMAIN §6.2)."""

_REGIONS = (Column.PROVINCE, Column.CITY, Column.REGION)
_LISTS = (fields.FORMS, fields.CLASSES, fields.PHONES)


def statements_of(
    row: Row, headings: Sequence[str], facts: TitleFacts, kind: SourceKind, *, published: date
) -> RowStatements:
    """Everything a row says, masked; the caption's kind in `facts` outranks `kind`.

    A row with a fatal problem keeps its cells and makes no statement.
    """
    slots = slots_of(tuple(headings))
    padded = (*row.cells, *("",) * (len(slots) - len(row.cells)))
    texts = tuple(mask_cell(slot.column, padded[slot.index]) for slot in slots)
    cells = {slot.key: text for slot, text in zip(slots, texts, strict=True)}
    view = view_of(slots, texts, facts, kind, published)
    if fatal := _fatal(view):
        return RowStatements(row.number, cells, (), (fatal,))
    parts = [
        read_cell(column, cell.text, cell.heading)
        for column, found in view.by_column.items()
        for cell in found
    ]
    told = [statement for part in parts for statement in part.statements]
    whole = [read(view) for read in ROW_READERS]
    statements = _merged(
        [*_with_meals(told, facts.meals), *(s for part in whole for s in part.statements)]
    )
    problems = [problem for part in (*parts, *whole) for problem in part.problems]
    return RowStatements(
        number=row.number,
        cells=cells,
        statements=(*statements, *_filed_by_list(view, statements)),
        problems=(*problems, *_excess(statements)),
        regions=tuple(tidy(view.text(column)) for column in _REGIONS if view.text(column)),
        region_code=plain(view.text(Column.REGION_CODE)) or None,
    )


def _fatal(row: RowView) -> Problem | None:
    name = row.text(Column.NAME) or row.text(Column.TRADING_NAME)
    address = row.text(Column.ADDRESS)
    if row.kind is SourceKind.GEOCODE:
        return None  # a geocoder's table holds addresses and no names
    if not name:
        return Problem(fields.NAME, "", Reason.MISSING_NAME, fatal=True)
    if len(name) > LONGEST_NAME and not address:
        return Problem(fields.NAME, name, Reason.TEXT_NOT_NAME, fatal=True)
    if damaged(name) or damaged(address):
        return Problem(fields.NAME, name, Reason.MOJIBAKE, fatal=True)
    return None


def _filed_by_list(row: RowView, told: Sequence[Statement]) -> tuple[Statement, ...]:
    """Filed because the list says so of every row, unless the row's own status says otherwise."""
    if not silent(row.text(Column.FILED)) or any(s.field == fields.FILED for s in told):
        return ()
    filed = row.facts.filed or (Filed.YES if row.kind is SourceKind.FILING else None)
    return (Statement(fields.FILED, filed, row.facts.text),) if filed else ()


def _with_meals(told: Iterable[Statement], meals: str | None) -> Iterator[Statement]:
    """Care fees without a word on meals take the one from the notes of the list."""
    for statement in told:
        value = statement.value
        if (
            meals
            and statement.field.startswith(f"{fields.PRICE}.")
            and statement.field.split(".")[1] not in fields.PRICE_ITEMS
            and isinstance(value, dict)
            and value["meals"] is None
        ):
            yield replace(statement, value={**value, "meals": meals})
        else:
            yield statement


def _merged(told: list[Statement]) -> tuple[Statement, ...]:
    """One statement per field that holds a list, its values from every cell; nothing twice."""
    lists: dict[str, Statement] = {}
    others: dict[str, Statement] = {}
    further: list[Statement] = []  # another value of a field already told: both stay
    for statement in told:
        if (before := lists.get(statement.field)) is not None:
            lists[statement.field] = _together(before, statement)
        elif statement.field in _LISTS:
            lists[statement.field] = statement
        elif others.setdefault(statement.field, statement).value != statement.value:
            further.append(statement)
    return (*others.values(), *further, *lists.values())


def _together(one: Statement, other: Statement) -> Statement:
    values = [value for s in (one, other) if isinstance(s.value, list) for value in s.value]
    return Statement(one.field, list(dict.fromkeys(map(str, values))), f"{one.raw}；{other.raw}")


def _excess(told: Sequence[Statement]) -> tuple[Problem, ...]:
    numbers = {s.field: s for s in told if s.field in (fields.CAPACITY, fields.INCLUSIVE_PLACES)}
    if len(numbers) < 2:
        return ()
    places, inclusive = numbers[fields.CAPACITY], numbers[fields.INCLUSIVE_PLACES]
    if (
        isinstance(places.value, int)
        and isinstance(inclusive.value, int)
        and inclusive.value > places.value
    ):
        return (Problem(inclusive.field, inclusive.raw, Reason.INCLUSIVE_EXCEEDS_CAPACITY),)
    return ()
