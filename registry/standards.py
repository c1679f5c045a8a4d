"""The quality standard (质量评估标准) as data: its areas with their points, its known clauses.

One YAML file in `content/standards/`. What no source states stays empty there: clauses that
nobody has seen, points of a clause, which clauses are vetoes, the points that a grade needs.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from registry.errors import RegistryError
from registry.vocabulary import QualityArea


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StandardSource(_Strict):
    """Where the standard is published."""

    title: str = Field(min_length=1)
    issuer: str = Field(min_length=1)
    url: str = Field(pattern=r"^https?://")
    published: date


class StandardItem(_Strict):
    """One clause. `words` and `english` are short names of ours, not the standard's wording."""

    clause: str = Field(pattern=r"^\d{1,2}(\.\d{1,2}){1,3}$")
    words: str = Field(min_length=1)
    english: str = Field(min_length=1)
    verified: Literal["V", "V-copy", "INF"]


class StandardArea(_Strict):
    """One area, its points, and the clauses of it that were seen: none, some, never surely all."""

    key: QualityArea
    chapter: int = Field(gt=0)
    title: str = Field(min_length=1)
    points: int = Field(gt=0)
    items: tuple[StandardItem, ...] = ()


class Standard(_Strict):
    """One standard. `veto_items` says how many clauses are vetoes; which ones is not known.

    `thresholds` is `None` while no source says which points a grade needs.
    """

    key: str
    number: str
    title: str
    issuer: str
    issued: date
    document: str
    in_force: date
    binding: bool
    points: int
    veto_items: int
    grades: tuple[str, ...]
    thresholds: None
    verified: Literal["V", "V-copy", "INF"]
    source: StandardSource
    notes: str
    areas: tuple[StandardArea, ...]

    @model_validator(mode="after")
    def _coherent(self) -> Standard:
        if tuple(area.key for area in self.areas) != tuple(QualityArea):
            raise ValueError("areas are not the seven in their order")
        if sum(area.points for area in self.areas) != self.points:
            raise ValueError("the areas' points are not the standard's")
        for area in self.areas:
            strays = [one for one in area.items if not one.clause.startswith(f"{area.chapter}.")]
            if strays:
                raise ValueError(f"clause {strays[0].clause} is not of chapter {area.chapter}")
        clauses = [item.clause for area in self.areas for item in area.items]
        if len(set(clauses)) != len(clauses):
            raise ValueError("a clause is named twice")
        return self

    def area_of(self, clause: str) -> QualityArea | None:
        """The area of any clause, also of one nobody has described, by its chapter."""
        chapter = clause.partition(".")[0]
        return next((area.key for area in self.areas if str(area.chapter) == chapter), None)

    def item(self, clause: str) -> StandardItem | None:
        """The clause, `None` for one that was not seen."""
        return next(
            (item for area in self.areas for item in area.items if item.clause == clause), None
        )


class BadStandard(RegistryError):
    """The standard's file cannot be used; the sentence names the file and the entry."""


def load_standard(path: Path) -> Standard:
    """The standard of a file. Raises `BadStandard`."""
    try:
        return Standard.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError) as error:
        raise BadStandard(f"{path.name} cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"]) or "the standard"
        raise BadStandard(f"{path.name}: {entry}: {first['msg']}") from error
