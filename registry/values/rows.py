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
    SILENCE,
    CellStatements,
    Problem,
    RowStatements,
    Statement,
    TitleFacts,
    doubted,
    said,
)
from registry.values.whole import ROW_READERS
from registry.values.withheld import unmarked
from registry.values.words import read_classes
from registry.vocabulary import Filed, Form, SourceKind

LONGEST_NAME: Final = 60
"""Characters. Beyond it, and without an address, the row is a sentence."""

_REGIONS = (Column.PROVINCE, Column.CITY, Column.REGION)
_ABOUT_FILING = frozenset({SourceKind.FILING, SourceKind.DECISION})
_LISTS = (fields.FORMS, fields.CLASSES, fields.PHONES)


def statements_of(
    row: Row, headings: Sequence[str], facts: TitleFacts, kind: SourceKind, *, published: date
) -> RowStatements:
    """Everything a row of a list of that kind says, masked; `facts.kind` was weighed before.

    A row with a fatal problem keeps its cells and makes no statement.
    """
    slots = slots_of(tuple(headings), kind)
    padded = (*row.cells, *("",) * (len(slots) - len(row.cells)))
    texts = tuple(mask_cell(slot.column, padded[slot.index]) for slot in slots)
    cells = {slot.key: text for slot, text in zip(slots, texts, strict=True)}
    if row.problem is not None:  # nobody knows which cell stands under which heading
        return RowStatements(row.number, cells, (), ())
    view = view_of(slots, texts, facts, kind, published)
    if fatal := _fatal(view):
        return RowStatements(row.number, cells, (), (fatal,))
    parts = [
        read_cell(column, cell.text, cell.heading)
        for column, found in view.by_column.items()
        for cell in found
    ]
    told = _of_one_class(view, [one for part in parts for one in part.statements])
    whole = [read(view) for read in ROW_READERS]
    statements = _merged(
        [*_with_meals(told, facts.meals), *(s for part in whole for s in part.statements)]
    )
    problems = [problem for part in (*parts, *whole) for problem in part.problems]
    listed = _filed_by_list(view, statements)
    return RowStatements(
        number=row.number,
        cells=cells,
        statements=(*statements, *listed.statements),
        problems=(*problems, *listed.problems, *_excess(statements)),
        regions=tuple(tidy(view.text(column)) for column in _REGIONS if view.text(column)),
        region_code=plain(view.text(Column.REGION_CODE)) or None,
    )


def _fatal(row: RowView) -> Problem | None:
    name = unmarked(row.text(Column.NAME)) or unmarked(row.text(Column.TRADING_NAME))
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


def _filed_by_list(row: RowView, told: Sequence[Statement]) -> CellStatements:
    """Filed because the list says so of every row, unless the row's own status says otherwise."""
    if not silent(row.text(Column.FILED)) or any(s.field == fields.FILED for s in told):
        return SILENCE
    facts = row.facts
    if facts.no_filing and row.kind in _ABOUT_FILING | {SourceKind.DIRECTORY}:
        return doubted(fields.FILED, facts.text, Reason(facts.no_filing))
    if row.kind not in _ABOUT_FILING:
        return SILENCE
    filed = facts.filed or (Filed.YES if row.kind is SourceKind.FILING else None)
    return said(fields.FILED, filed, facts.text) if filed else SILENCE


def _of_one_class(row: RowView, told: list[Statement]) -> list[Statement]:
    """In a price list the one class that a row names is the class of its price."""
    if row.kind is not SourceKind.PRICE or not row.text(Column.CLASSES):
        return told
    classes, unknown = read_classes(row.text(Column.CLASSES))
    if len(classes) != 1 or unknown:
        return told
    plain_prices = {f"{fields.PRICE}.{form}" for form in Form}
    return [
        replace(one, field=f"{one.field}.{classes[0]}") if one.field in plain_prices else one
        for one in told
    ]


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
