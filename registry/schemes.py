"""Recognition schemes (认定办法) as data: who grants what, for how long, on which scale.

One YAML file per scheme in `content/schemes/`. What no source states stays empty there; the
order of a scale may be unknown, and scales of two schemes are never compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from registry.errors import RegistryError
from registry.vocabulary import Level, RecognitionKind

_DEPTH = {Level.NATIONAL: 0, Level.PROVINCIAL: 2, Level.CITY: 4, Level.COUNTY: 6}
"""Digits of the division key of the authority that grants titles of a level."""

_SCALES = frozenset({RecognitionKind.STAR, RecognitionKind.GRADE})
"""Kinds whose `level` is a step of a scale, and not the rank of who grants it."""


_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
"""直辖市, where 市级 is the rank of a province."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SchemeSource(_Strict):
    """Where a scheme's facts were read. `published` is `None` where the page bears no date."""

    title: str = Field(min_length=1)
    issuer: str = Field(min_length=1)
    url: str | None = Field(default=None, pattern=r"^https?://")
    published: date | None = None


class Step(_Strict):
    """One step of a procedure, or of the supervision after it: who does what.

    `points` is the least score, `until` the day named for the first round, `days` working days;
    `quota`: no more than a number set from above; `why` a withdrawal.
    """

    who: Literal["nursery", "county", "city", "province", "experts", "authority"]
    do: Literal[
        "apply",
        "self_score",
        "review",
        "recommend",
        "paper_review",
        "site_review",
        "publicity",
        "confer",
        "remind",
        "spot_check",
        "rectify",
        "cancel",
        "revoke",
    ]
    points: int | None = Field(default=None, gt=0)
    until: date | None = None
    days: int | None = Field(default=None, gt=0)
    quota: bool = False
    why: Literal["fraud", "below_standard"] | None = None


class Round(_Strict):
    """One selection under a scheme: the months or years for which its titles were named."""

    first: str = Field(pattern=r"^\d{4}(-\d{2})?$")
    last: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2})?$")
    nurseries: int | None = Field(default=None, gt=0)


Condition: TypeAlias = Literal[
    "registered", "filed", "receipt", "no_dishonesty", "no_abuse", "no_accident"
]
NoPromise: TypeAlias = Literal["free_place", "low_price", "daily_care", "quality", "comparison"]


class Scheme(_Strict):
    """One scheme. `level` ranks the granting authority, `region` is its division key or `None`.

    `levels` are the steps of the scale, best first where `direction` is "known"; empty where
    there are none or none were published. `words` are texts of which a title must hold one
    before it counts under the scheme; without any, kind, level and region are enough.
    `validity_months` and `publicity_days` (working days) are `None` where no source says.
    `first_day_counts`: the first day of a publicity is one of its working days, as in every
    notice that we have seen.


    `conditions` must hold before anybody may apply; `procedure` leads to the title, `supervision`
    follows it; a selection takes place every `cycle_months`; `reapply`: a holder may apply again.
    `promises_not` is empty where nothing but the kind's own words applies. `article` is the slug
    of our explainer.
    """

    key: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    kind: RecognitionKind
    level: Level
    title: str = Field(min_length=1)
    issuer: str = Field(min_length=1)
    region: str | None = Field(pattern=r"^\d{2}(\d{2}){0,2}$")
    levels: tuple[str, ...]
    direction: Literal["known", "unknown"]
    words: tuple[str, ...] = ()
    validity_months: int | None = Field(gt=0)
    publicity_days: int | None = Field(gt=0)
    first_day_counts: bool = True
    conditions: tuple[Condition, ...] = ()
    procedure: tuple[Step, ...] = ()
    supervision: tuple[Step, ...] = ()
    cycle_months: int | None = Field(default=None, gt=0)
    reapply: bool | None = None
    rounds: tuple[Round, ...] = ()
    promises_not: tuple[NoPromise, ...] = ()
    article: str | None = Field(default=None, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    verified: Literal["V", "V-copy", "INF"]
    source: SchemeSource
    notes: str

    @model_validator(mode="after")
    def _coherent(self) -> Scheme:
        if not self.levels and self.direction == "known":
            raise ValueError("direction cannot be known where no levels are stated")
        if len(set(self.levels)) != len(self.levels):
            raise ValueError("levels names one step twice")
        if (self.region is None) != (self.level is Level.NATIONAL):
            raise ValueError("region is empty for a national scheme, and only then")
        return self

    def rank(self, level: str) -> int | None:
        """The place of a step, 1 being the best; `None` where the direction is not known."""
        if self.direction == "unknown" or level not in self.levels:
            return None
        return self.levels.index(level) + 1


class BadScheme(RegistryError):
    """A scheme's file cannot be used; the sentence names the file and the entry."""


def load_schemes(folder: Path) -> dict[str, Scheme]:
    """Every scheme of a folder by key, in the order of the file names.

    Raises `BadScheme` for a file that is no YAML or not a scheme, for a key that is not the
    file's name, and for a folder without any.
    """
    found = {path.stem: _load(path) for path in sorted(folder.glob("*.yaml"))}
    if not found:
        raise BadScheme(f"No recognition schemes in {folder}.")
    return found


def scheme_for(
    schemes: Mapping[str, Scheme],
    kind: RecognitionKind,
    level: str | None,
    region: Sequence[str],
    text: str,
) -> str:
    """The key of the scheme that a published title belongs to.

    `region` is the nursery's chain of division keys, province first. The narrowest scheme wins,
    one that the text names before one that it does not. Where no scheme fits, the key is made
    of the granting division, the kind and the level: `3209.demonstration.city`, `5105.star`.
    """
    fitting = [scheme for scheme in schemes.values() if _fits(scheme, kind, level, region, text)]
    if not fitting:
        return _generic(kind, level, region)
    best = max(fitting, key=lambda scheme: (bool(scheme.words), len(scheme.region or "")))
    return best.key


def _fits(
    scheme: Scheme, kind: RecognitionKind, level: str | None, region: Sequence[str], text: str
) -> bool:
    if scheme.kind is not kind or (scheme.region is not None and scheme.region not in region):
        return False
    if scheme.words and not any(word in text for word in scheme.words):
        return False
    if kind not in _SCALES:
        if level is None:  # only a title that the text names can go without its rank
            return bool(scheme.words)
        return scheme.level == _rank(level, region)
    return not scheme.levels or level in scheme.levels


def _generic(kind: RecognitionKind, level: str | None, region: Sequence[str]) -> str:
    if kind in _SCALES:
        return f"{_granting(Level.CITY, region)}.{kind}"
    rank = _rank(level, region)
    parts = (_granting(rank or Level.CITY, region), kind, *((level,) if level and rank else ()))
    return ".".join(parts)


def _rank(level: str | None, region: Sequence[str]) -> Level | None:
    """The rank of the granting authority, `None` for what names no rank."""
    if level not in tuple(Level):
        return None
    in_municipality = bool(region) and region[0] in _MUNICIPALITIES
    return Level.PROVINCIAL if in_municipality and level == Level.CITY else Level(level)


def _granting(level: Level, region: Sequence[str]) -> str:
    """The key of the division of that rank in a chain, or the nearest above it; `cn` for none."""
    if level is Level.COUNTY and region:
        return region[-1]
    fitting = [key for key in region if len(key) <= _DEPTH[level] and "z" not in key]
    return fitting[-1] if fitting else "cn"


def _load(path: Path) -> Scheme:
    try:
        scheme = Scheme.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise BadScheme(f"{path.name} is not YAML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"]) or "the scheme"
        raise BadScheme(f"{path.name}: {entry}: {first['msg']}") from error
    if scheme.key != path.stem:
        raise BadScheme(f"{path.name}: key: {scheme.key} is not the file's name")
    return scheme
