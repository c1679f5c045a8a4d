"""The self-assessment worksheet: its form, and the result of what was filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages import scores
from nursery_site.pages.quality import StandardNote, standard_note
from nursery_site.pages.scores import Clause
from nursery_site.pages.shell import Shell
from nursery_site.pages.worksheet_result import Result, result_of
from nursery_site.reader import Reader
from nursery_site.worksheets import IDENTITY, Sheet, item_field, points_field
from registry.standards import Standard, StandardArea
from registry.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Field:
    """One line to type in; `name` is also its id, `longest` in characters."""

    name: str
    label: str
    value: str
    problem: str | None
    longest: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a clause; the empty one takes an answer back."""

    id: str
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ItemField:
    """One clause with its answers."""

    name: str
    clause: Clause
    answers: tuple[Answer, ...]
    problem: str | None


@dataclass(frozen=True, slots=True)
class AreaFields:
    """One area: its points with their bound, and the clauses of it that are known."""

    key: str
    label: str
    field: Field
    full: int
    items: tuple[ItemField, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """One bad value, with the way to its field."""

    href: str
    label: str
    problem: str


@dataclass(frozen=True, slots=True)
class WorksheetPage:
    """The form as it was sent, its slips, and the result where there is none of these."""

    template: ClassVar[str] = "pages/worksheet.html"

    shell: Shell
    action: str
    download: str
    identity: tuple[Field, ...]
    areas: tuple[AreaFields, ...]
    points: int
    slips: tuple[Slip, ...]
    result: Result | None
    standard: StandardNote


def worksheet_page(
    shell: Shell, sheet: Sheet, standard: Standard, reader: Reader, *, answered: bool
) -> WorksheetPage:
    """The page model; `answered`: the form was sent, so that its result is wanted."""
    form = _Form(sheet, reader)
    areas = tuple(form.area(area, standard) for area in standard.areas)
    slips = tuple(form.slips(areas))
    return WorksheetPage(
        shell=shell,
        action=links.page(reader.locale, "worksheet"),
        download=links.page(reader.locale, "worksheet", "file"),
        identity=tuple(
            form.field(name, reader.word("worksheet_identity", name), longest)
            for name, (_, longest) in IDENTITY.items()
        ),
        areas=areas,
        points=standard.points,
        slips=slips,
        result=result_of(sheet, standard, reader) if answered and not slips else None,
        standard=standard_note(standard, reader),
    )


@dataclass(frozen=True, slots=True)
class _Form:
    sheet: Sheet
    reader: Reader

    def field(self, name: str, label: str, longest: int) -> Field:
        return Field(name, label, self.sheet.typed.get(name, ""), self.problem(name), longest)

    def problem(self, name: str) -> str | None:
        code = self.sheet.problems.get(name)
        return None if code is None else self.reader.word("worksheet_problem", code)

    def area(self, area: StandardArea, standard: Standard) -> AreaFields:
        label = self.reader.word("quality_area", area.key)
        items = tuple(
            self._item(scores.clause(item.clause, standard, self.reader)) for item in area.items
        )
        return AreaFields(
            area.key, label, self.field(points_field(area.key), label, 7), area.points, items
        )

    def slips(self, areas: tuple[AreaFields, ...]) -> Iterator[Slip]:
        """Every bad value in the order of the form."""
        labels = {name: self.reader.word("worksheet_identity", name) for name in IDENTITY}
        for area in areas:
            labels[area.field.name] = area.label
            labels |= {item.name: item.clause.number for item in area.items}
        for name, label in labels.items():
            if (problem := self.problem(name)) is not None:
                yield Slip(f"#{name}", label, problem)

    def _item(self, clause: Clause) -> ItemField:
        name = item_field(clause.number)
        chosen = self.sheet.typed.get(name, "")
        words = {"": gettext("No answer")} | {
            one.value: self.reader.word("outcome", one) for one in Outcome
        }
        answers = tuple(
            Answer(f"{name}-{value or 'none'}", value, label, value == chosen)
            for value, label in words.items()
        )
        return ItemField(name, clause, answers, self.problem(name))
