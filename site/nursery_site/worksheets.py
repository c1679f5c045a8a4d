"""A filled-in self-assessment worksheet: read from a form, and written as the importer's file.

Nothing of it is kept: a request brings it, its answer takes it away. No name of a person is
asked for, and whatever is typed appears in no message that could be logged.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from registry.places import credit_code
from registry.spreadsheets import is_formula
from registry.standards import Standard
from registry.vocabulary import Outcome, QualityArea

IDENTITY: Final = {
    "name": ("机构名称", 60),
    "code": ("统一社会信用代码", 18),
    "district": ("区县", 30),
    "address": ("地址", 120),
}
"""The fields that say which nursery it is: the importer's heading, and the longest text."""

_NUMBER = re.compile(r"\d{1,4}(\.\d{1,2})?")

_NO_CODE: Final = frozenset({"credit-code-length", "credit-code-letter"})

_WORDS: Final = {
    Outcome.MET: "达标",
    Outcome.UNMET: "不达标",
    Outcome.NOT_APPLICABLE: "不适用",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was typed, letter by letter, and what could be read of it.

    `problems` maps names of fields to codes of `labels.quality.PROBLEMS`.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    points: Mapping[QualityArea, float] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether no area and no clause was filled in."""
        return not self.points and not self.outcomes


def points_field(area: QualityArea) -> str:
    """The name of the form's field for an area's points."""
    return f"points-{area}"


def item_field(clause: str) -> str:
    """The name of the form's field for a clause."""
    return f"item-{clause}"


def read_sheet(form: Mapping[str, str], standard: Standard) -> Sheet:
    """The worksheet of a form; unknown fields are passed over, bad values become problems."""
    typed = {name: _tidy(form.get(name, "")) for name in IDENTITY}
    problems = dict(_identity_problems(typed))
    points: dict[QualityArea, float] = {}
    outcomes: dict[str, Outcome] = {}
    for area in standard.areas:
        name = points_field(area.key)
        typed[name] = _tidy(form.get(name, ""))
        given = _points(typed[name])
        if typed[name] and (given is None or given > area.points):
            problems[name] = "points"
        elif given is not None:
            points[area.key] = given
        for item in area.items:
            chosen = form.get(item_field(item.clause), "")
            if chosen in set(Outcome):
                typed[item_field(item.clause)] = chosen
                outcomes[item.clause] = Outcome(chosen)
            elif chosen:
                problems[item_field(item.clause)] = "outcome"
    return Sheet(typed, points, outcomes, problems)


def for_download(sheet: Sheet) -> Sheet:
    """The same with what a file needs besides: the nursery's name, and anything at all."""
    problems = dict(sheet.problems)
    if not sheet.typed.get("name"):
        problems.setdefault("name", "missing")
    return for_result(Sheet(sheet.typed, sheet.points, sheet.outcomes, problems))


def for_result(sheet: Sheet) -> Sheet:
    """The same with what a result needs: at least one area or clause."""
    if not sheet.empty or sheet.problems:
        return sheet
    first = points_field(next(iter(QualityArea)))
    return Sheet(sheet.typed, {}, {}, {first: "nothing"})


def as_file(sheet: Sheet, standard: Standard) -> bytes:
    """One table of one row, in CSV as Excel reads it, for `--kind assessment`.

    Blank cells say nothing. The total is there only where every area has points.
    """
    columns = list(_columns(sheet, standard))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([heading for heading, _ in columns])
    writer.writerow([cell for _, cell in columns])
    return text.getvalue().encode("utf-8-sig")


def _columns(sheet: Sheet, standard: Standard) -> Iterator[tuple[str, str]]:
    for name, (heading, _) in IDENTITY.items():
        yield heading, sheet.typed.get(name, "")
    for area in standard.areas:
        given = sheet.points.get(area.key)
        yield f"{area.title}（自评）（{area.points}分）", "" if given is None else f"{given:g}"
    if len(sheet.points) == len(standard.areas):
        total = sum(sheet.points.values())
        yield f"总分（自评）（{standard.points}分）", f"{total:g}"
    for area in standard.areas:
        for item in area.items:
            outcome = sheet.outcomes.get(item.clause)
            heading = f"{item.clause} {item.words.replace('，', '、')}（自评）"
            yield heading, _WORDS[outcome] if outcome else ""


def _identity_problems(typed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, (_, longest) in IDENTITY.items():
        if len(typed[name]) > longest:
            yield name, "long"
        elif is_formula(typed[name]):
            yield name, "formula"
    # A check digit may be wrong on the certificate itself; length and letters may not.
    if typed["code"] and credit_code.check(typed["code"]) in _NO_CODE:
        yield "code", "code"


def _points(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text) else None


def _tidy(text: str) -> str:
    """Full width made half, no line breaks, no blanks at the ends."""
    return " ".join(unicodedata.normalize("NFKC", text[:500]).split())
