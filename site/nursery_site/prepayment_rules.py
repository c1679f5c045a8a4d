"""Rules on money paid ahead (预收费), as data with their sources: `content/prepayment.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RuleSource(_Strict):
    """Where a rule was read. `title` is `None` where it was not recorded."""

    title: str | None
    issuer: str = Field(min_length=1)
    document: str | None = None
    url: str | None = Field(pattern=r"^https?://")
    reported_by: str | None


class Rule(_Strict):
    """One division's rule. `scope` is "public" for one on public nurseries alone.

    `as_of` is `YYYY-MM-DD` or `YYYY-MM`, as exactly as the source is dated.
    """

    region: str = Field(pattern=r"^\d{2}(\d{2}){0,2}$")
    limit: Literal["months", "term", "promise"]
    months: int | None = Field(gt=0)
    scope: Literal["public"] | None
    as_of: str = Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$")
    source: RuleSource

    @model_validator(mode="before")
    @classmethod
    def _written(cls, given: dict[str, object]) -> dict[str, object]:
        # YAML reads a bare date as one.
        return {**given, "as_of": str(given.get("as_of"))}

    @model_validator(mode="after")
    def _coherent(self) -> Rule:
        if (self.months is None) != (self.limit == "term"):
            raise ValueError("months belong to limits in months, and only to those")
        return self


class PrepaymentRules(_Strict):
    """`filing` says who files and registers nurseries: whom to turn to."""

    rules: tuple[Rule, ...] = Field(min_length=1)
    filing: RuleSource


@cache
def load(path: Path) -> PrepaymentRules:
    """The rules of a file. Raises `ValueError` (pydantic's) for one that is not of this shape."""
    return PrepaymentRules.model_validate(yaml.safe_load(path.read_text("utf-8")))
