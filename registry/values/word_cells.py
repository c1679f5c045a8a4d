"""Cells that hold words of a closed set, as statements; an unknown word is a problem."""

from __future__ import annotations

from registry import fields
from registry.reading.columns import Column
from registry.values.character import Character, read_character
from registry.values.numbers import MOST_PLACES, read_count
from registry.values.plain import plain
from registry.values.problems import Reason
from registry.values.statement import (
    CellStatements,
    Json,
    Problem,
    Statement,
    doubted,
    said,
)
from registry.values.status import read_filing, read_operating
from registry.values.words import read_classes, read_forms, read_yes_no
from registry.vocabulary import AgeClass, Filed, Form


def filed_of(text: str, heading: str) -> CellStatements:
    """Filed, cancelled, or a problem; 状态 may also speak of business."""
    filing = read_filing(text, heading)
    if isinstance(filing, Filed):
        return said(fields.FILED, filing, text)
    if filing is False:
        return doubted(fields.FILED, text, Reason.NOT_FILED)
    if read_yes_no(text) is None and read_operating(text) is not None:
        return operating_of(text, heading)
    return doubted(fields.FILED, text, Reason.UNKNOWN_WORD)


def operating_of(text: str, _heading: str) -> CellStatements:
    """Open for business or not."""
    operating = read_operating(text)
    if operating is None:
        return doubted(fields.OPERATING, text, Reason.UNKNOWN_WORD)
    return said(fields.OPERATING, operating, text)


def character_of(column: Column, text: str, _heading: str) -> CellStatements:
    """Founder, profit, setting and 普惠: any of the columns may speak of any of them."""
    found = read_character(text)
    if column is Column.PROFIT and (profit := read_yes_no(text)) is not None:
        found = Character(profit=profit)
    if found is None:
        return doubted(column, text, Reason.UNKNOWN_WORD)
    facts: tuple[tuple[str, Json], ...] = (
        (fields.NATURE, found.nature),
        (fields.PROFIT, found.profit),
        (fields.SETTING, found.setting),
        (fields.INCLUSIVE, found.inclusive),
    )
    return CellStatements(tuple(Statement(field, v, text) for field, v in facts if v is not None))


def inclusive_of(text: str, heading: str) -> CellStatements:
    """普惠 as a flag, or as a number of places where no flag is asked for."""
    answer = read_yes_no(text)
    if answer is None and (found := read_character(text)) is not None:
        answer = found.inclusive
    if answer is not None:
        return said(fields.INCLUSIVE, answer, text)
    places = None if "是否" in plain(heading) else read_count(text)
    if places is None:
        return doubted(fields.INCLUSIVE, text, Reason.UNKNOWN_WORD)
    if not 0 <= places <= MOST_PLACES:
        return doubted(fields.INCLUSIVE_PLACES, text, Reason.IMPLAUSIBLE)
    return said(fields.INCLUSIVE_PLACES, places, text)


def forms_of(text: str, _heading: str) -> CellStatements:
    """Service forms."""
    return _listed(fields.FORMS, text, *read_forms(text))


def classes_of(text: str, _heading: str) -> CellStatements:
    """Class types."""
    return _listed(fields.CLASSES, text, *read_classes(text))


def _listed(
    field: str,
    text: str,
    found: tuple[Form | AgeClass, ...],
    unknown: bool,  # noqa: FBT001  unpacked
) -> CellStatements:
    problems = (Problem(field, text, Reason.UNKNOWN_WORD),) if unknown else ()
    return CellStatements((Statement(field, list(found), text),) if found else (), problems)
