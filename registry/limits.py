"""Class sizes and carers by the national rule (托育机构设置标准), as data with its source.

One YAML file in `content/standards/`. The numbers are limits of a rule and say nothing of what a
nursery does.
"""

from __future__ import annotations

from math import ceil
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from registry.errors import RegistryError
from registry.vocabulary import AgeClass


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ClassLimit(_Strict):
    """One class type. Months from `first` up to `until`, open where the rule names no end;
    `per_carer` is `None` where the rule sets no number."""

    first: int = Field(ge=0, alias="from")
    until: int | None
    children: int = Field(gt=0)
    per_carer: int | None = Field(gt=0)

    @property
    def carers(self) -> int | None:
        """The fewest carers of a full class; `None` where the rule sets no number.

        Twenty children of whom one carer looks after at most seven need three.
        """
        return None if self.per_carer is None else ceil(self.children / self.per_carer)


class Limits(_Strict):
    """The rule with its source; every class type has its line."""

    key: str
    title: str = Field(min_length=1)
    document: str = Field(min_length=1)
    issuer: str = Field(min_length=1)
    verified: Literal["V", "V-copy", "INF"]
    classes: dict[AgeClass, ClassLimit]

    @model_validator(mode="after")
    def _whole(self) -> Limits:
        if set(self.classes) != set(AgeClass):
            raise ValueError("every class type needs its line")
        return self


class BadLimits(RegistryError):
    """The file of the limits cannot be used; the sentence names the file and the entry."""


def load_limits(path: Path) -> Limits:
    """The limits of a file. Raises `BadLimits`."""
    try:
        return Limits.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError) as error:
        raise BadLimits(f"{path.name} cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"]) or "the limits"
        raise BadLimits(f"{path.name}: {entry}: {first['msg']}") from error
