"""Which clauses concern a family: the facts of the articles that say whom they are for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nursery_site.policies.article import NEEDS, Clause, Fact, Need, Residence, Source
from nursery_site.policies.library import Library, Policy


@dataclass(frozen=True, slots=True)
class Family:
    """What was answered; `None` and no needs mean that nothing was.

    `region` is a division key of 2 to 6 digits, `age` the child's in months.
    """

    region: str | None = None
    age: int | None = None
    residence: Residence | None = None
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Concern:
    """A clause that applies, with the article that holds it and its source."""

    policy: Policy
    fact: Fact
    clause: Clause
    source: Source


def concerns(library: Library, family: Family, today: date) -> dict[Need, tuple[Concern, ...]]:
    """The clauses that apply, by need: every need that was asked for, or all; some are empty.

    Of a need the clauses of the family's own place come first, then those of its province, then
    those of the whole country; of these, those that are an answer to this need before others.
    """
    asked = family.needs or NEEDS
    applying = [one for one in _clauses(library) if _applies(one, family, today)]
    return {
        need: tuple(sorted(_answering(need, applying), key=lambda one: _order(one, need)))
        for need in asked
    }


def _answering(need: Need, applying: list[Concern]) -> Iterator[Concern]:
    return (one for one in applying if not one.clause.needs or need in one.clause.needs)


def _order(one: Concern, need: Need) -> tuple[int, int]:
    needs = one.clause.needs
    return -len(one.fact.region or ""), needs.index(need) if need in needs else len(needs)


def within(region: str | None, other: str) -> bool:
    """Whether a rule of `region` holds in a part of `other`, or in all of it."""
    return region is None or other.startswith(region) or region.startswith(other)


def _clauses(library: Library) -> Iterator[Concern]:
    for policy in library.policies.values():
        sources = {source.id: source for source in policy.article.sources}
        for fact in policy.article.facts:
            if fact.concerns is not None:
                yield Concern(policy, fact, fact.concerns, sources[fact.source])


def _applies(one: Concern, family: Family, today: date) -> bool:
    clause = one.clause
    if family.region is not None and not within(one.fact.region, family.region):
        return False
    if family.region is None and one.fact.region is not None:
        return False
    if family.age is not None and clause.age is not None:
        youngest, oldest = clause.age
        if not youngest <= family.age <= oldest:
            return False
    if family.residence is not None and clause.residence not in ("any", family.residence):
        return False
    return clause.until is None or today <= clause.until
