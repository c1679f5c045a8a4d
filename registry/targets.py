"""Targets and figures of divisions that policy documents name (目标与公布数), as data.

One YAML file per document in `content/targets/`. They stand beside the copy's own figures and are
never mixed with them: each says who published it, when, and how far that was verified.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from registry.errors import RegistryError

Figure = Literal[
    "nurseries",
    "filed",
    "places",
    "per_thousand",
    "inclusive",
    "inclusive_places",
    "income_share",
    "pilots",
    "pilots_upgraded",
    "pilots_accepted",
]
"""What is counted: 机构数, 备案机构数, 托位数, 每千人口托位数, 普惠机构数, 普惠托位数,
价格占收入比重, 试点数, 完成质量提升的试点数, 通过验收的试点数."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TargetSource(_Strict):
    """The document. `verified`: "V" read in the document itself, "V-copy" in a copy of it."""

    title: str = Field(min_length=1)
    issuer: str = Field(min_length=1)
    date: date
    url: str | None = Field(default=None, pattern=r"^https?://")
    verified: Literal["V", "V-copy"]


class Target(_Strict):
    """One number of one document about one division, `None` for the whole country.

    A `target` is to be reached by `date`, a `figure` was so on it; a day, a month or a year, or
    `None` where the document names none. `relation` says how the document words the value.
    """

    region: str | None = Field(pattern=r"^\d{2}(\d{2}){0,2}$")
    figure: Figure
    kind: Literal["target", "figure"]
    relation: Literal["is", "about", "above", "below"] = "is"
    value: float = Field(gt=0)
    unit: Literal["nurseries", "places", "places_per_thousand", "percent", "pilots"]
    date: str | None = Field(pattern=r"^\d{4}(-\d{2}){0,2}$")
    source: TargetSource


class BadTarget(RegistryError):
    """A file of targets cannot be used; the sentence names the file and the entry."""


def load_targets(folder: Path) -> tuple[Target, ...]:
    """Every target and figure of a folder, in the order of the file names.

    Raises `BadTarget` for a file that is no YAML or holds anything else.
    """
    return tuple(one for path in sorted(folder.glob("*.yaml")) for one in _load(path))


def _load(path: Path) -> tuple[Target, ...]:
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        source, figures = document["source"], document["figures"]
        return tuple(Target.model_validate({**one, "source": source}) for one in figures)
    except yaml.YAMLError as error:
        raise BadTarget(f"{path.name} is not YAML: {error}") from error
    except (KeyError, TypeError) as error:
        raise BadTarget(f"{path.name} needs a source and its figures ({error}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"]) or "the figure"
        raise BadTarget(f"{path.name}: {entry}: {first['msg']}") from error
