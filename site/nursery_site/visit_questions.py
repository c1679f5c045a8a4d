"""What to ask on a visit (探园提问单), as data in every locale: `content/visit-questions.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from nursery_site.locales import Locale


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sentence(_Strict):
    """One sentence of ours in every locale."""

    hans: str = Field(alias="zh-hans", min_length=1)
    hant: str = Field(alias="zh-hant", min_length=1)
    en: str = Field(min_length=1)

    def to(self, locale: Locale) -> str:
        """The sentence for readers of a locale."""
        return {Locale.ZH_HANS: self.hans, Locale.ZH_HANT: self.hant, Locale.EN: self.en}[locale]


class Document(_Strict):
    """What a part is after: title and number as published, and who reported it."""

    title: str
    document: str
    reported_by: str | None = None


class Limit(_Strict):
    """At most `children` in a class and `each` to a carer, for children of `from_` months on."""

    children: int = Field(gt=0)
    each: int = Field(gt=0)
    from_: int = Field(alias="from", ge=0)


class Area(_Strict):
    """One of the seven areas; `name` as published."""

    name: str
    title: Sentence
    questions: tuple[Sentence, ...] = Field(min_length=1)


class AgeBand(_Strict):
    """Questions for children of `from_` to `until` months, both included."""

    from_: int = Field(alias="from", ge=0)
    until: int
    limit: Limit
    questions: tuple[Sentence, ...] = Field(min_length=1)


class VisitQuestions(_Strict):
    """`standard` names the areas, `limits` the least that is asked of a class."""

    standard: Document
    limits: Document
    areas: tuple[Area, ...] = Field(min_length=7, max_length=7)
    ages: tuple[AgeBand, ...] = Field(min_length=1)

    def band(self, months: int | None) -> AgeBand | None:
        """The band of an age; older children have that of the oldest."""
        if months is None:
            return None
        return next((band for band in self.ages if months <= band.until), self.ages[-1])


@cache
def load(path: Path) -> VisitQuestions:
    """The questions of a file. Raises `ValueError` (pydantic's) for one not of this shape."""
    return VisitQuestions.model_validate(yaml.safe_load(path.read_text("utf-8")))
