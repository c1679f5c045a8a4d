"""What an article's file holds: its frontmatter, strictly typed. `docs/policies.md` explains it.

Dates are days of China; regions are division keys of 2, 4 or 6 digits; ages are months.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

Topic = Literal[
    "filing",
    "choosing",
    "price",
    "subsidy",
    "titles",
    "quality",
    "rights",
    "law",
    "regions",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""In the order in which parents ask."""

Need = Literal["place", "price", "subsidy", "tax", "refund", "complaint", "check", "visit"]
NEEDS: tuple[Need, ...] = get_args(Need)

Residence = Literal["household", "permit"]  # 户籍, 居住证
RESIDENCES: tuple[Residence, ...] = get_args(Residence)

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Region = Annotated[str, Field(pattern=r"^\d{2}(\d{2}){0,2}$")]
Words = Annotated[str, Field(min_length=1)]
WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class English(_Strict):
    """What the English interface shows of an article, whose body is Chinese."""

    title: Words
    summary: Words


class Search(_Strict):
    """A search of ours that an article speaks of; `query` as in the search page's URL."""

    text: Words
    english: Words
    query: str


class Step(_Strict):
    """One step of a procedure; `when` is its last day, where one is published."""

    step: Words
    text: Words
    when: date | None = None
    source: Slug


class Source(_Strict):
    """Where a rule was read.

    `verified`: "V" was read at the source, "V-copy" only as `reported_by` reports it.
    """

    id: Slug
    title: Words
    issuer: Words
    document: Words | None = None
    published: date | None = None
    url: WebAddress | None = None
    verified: Literal["V", "V-copy"]
    reported_by: Words | None = None

    @model_validator(mode="after")
    def _reported(self) -> Source:
        if self.verified == "V-copy" and not self.reported_by:
            raise ValueError("a source known from a copy names who reported it (reported_by)")
        return self


class Clause(_Strict):
    """Whom a fact concerns: `age` in months, ends included. No need at all: every need."""

    age: tuple[int, int] | None = None
    residence: Literal["any", "household", "permit"] = "any"
    needs: tuple[Need, ...] = ()
    since: date | None = None
    until: date | None = None


class Fact(_Strict):
    """One number, date or rule that the body states."""

    id: Slug
    text: Words
    source: Slug
    as_of: date
    region: Region | None = None
    concerns: Clause | None = Field(default=None, alias="for")


class Article(_Strict):
    """One article. `explains` are kinds of badges or keys of schemes whose badge leads here."""

    title: Words
    summary: Words
    english: English
    topics: tuple[Topic, ...] = Field(min_length=1)
    regions: tuple[Region, ...] = ()
    since: date | None = None
    until: date | None = None
    reviewed: date
    questions: tuple[Words, ...] = Field(min_length=1)
    searches: tuple[Search, ...] = ()
    related: tuple[Slug, ...] = ()
    explains: tuple[Words, ...] = ()
    timeline: tuple[Step, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()

    @model_validator(mode="after")
    def _coherent(self) -> Article:
        for entries in (self.sources, self.facts):
            _each_once(entries)
        known = {source.id for source in self.sources}
        for fact in self.facts:
            if fact.source not in known:
                raise ValueError(f"fact {fact.id} names the source {fact.source}, which is missing")
        for step in self.timeline:
            if step.source not in known:
                raise ValueError(f"step {step.step} names the source {step.source}, not in sources")
        return self

    def number(self, source: str) -> int | None:
        """The number under which the page cites a source; `None` for none of its sources."""
        ids = [one.id for one in self.sources]
        return ids.index(source) + 1 if source in ids else None

    def is_past_review(self, today: date) -> bool:
        """Whether more than a year has gone by since its review."""
        year = self.reviewed.year + 1
        try:
            again = self.reviewed.replace(year=year)
        except ValueError:  # the 29th of February
            again = date(year, 3, 1)
        return today > again


class Term(_Strict):
    """A word of the field, explained; `article` is the slug of the one that tells more."""

    term: Words
    text: Words
    english: Words
    article: Slug | None = None


def _each_once(entries: Iterable[Source] | Iterable[Fact]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise ValueError(f"{entry.id} stands there twice")
        seen.add(entry.id)
