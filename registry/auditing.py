"""What an operator should look at: nurseries, divisions and lists that may hold a mistake.

A warning never changes anything and accuses nobody: it names what a list said, for somebody to ask
its issuer. Most come from one pass over the resolved nurseries; the rest from lists and figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

from registry.completeness import KEY_FACTS, published
from registry.ledger.records import Due, Figure, ProblemRow, Source
from registry.ledger.store import Ledger
from registry.nursery import Nursery
from registry.places import credit_code
from registry.problems import sentence
from registry.recognition import Recognition
from registry.vocabulary import Filed, SourceKind, State

STALE_AFTER: Final = timedelta(days=365)
"""A kind of list about a division is stale when its newest one speaks for a day longer ago."""

_NO_LISTS_OF_NURSERIES = frozenset({SourceKind.GEOCODE})
_UNITS = frozenset({"unit-assumed", "unknown-unit"})

SENTENCES: Final[dict[str, str]] = {
    "filed-without-classes": "Filed, and no list says which classes or ages it takes.",
    "enrolled-above-capacity": "More children are published than places.",
    "inclusive-above-capacity": "More inclusive places are published than places.",
    "title-ending": "A title ends within 90 days.",
    "publicity-undecided": "A publicity has ended, and no list confirms or refuses the title.",
    "acceptance-overdue": "The acceptance of a pilot is overdue.",
    "credit-code": "The credit code does not hold.",
    "conflict": "Sources disagree.",
    "price-without-unit": "A price was published without a unit that can be compared.",
    "population-missing": "No population was imported for a division with nurseries.",
    "stale-list": "The newest list of its kind is older than a year.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `region` is the smallest division it is about, "" for none known."""

    kind: str
    region: str
    nursery: str | None
    name: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much is published in a division: the share of all key facts, 0 to 1."""

    region: str
    nurseries: int
    share: float


@dataclass(frozen=True, slots=True)
class ListProblems:
    """How many rows of a source could not be used as they are, and the most frequent reasons."""

    source: int
    title: str
    rows: int
    unused: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything to look at on a day; `ranking` has the least complete division first."""

    today: date
    nurseries: int
    warnings: tuple[Finding, ...]
    ranking: tuple[Completeness, ...]
    problems: tuple[ListProblems, ...]

    def counts(self) -> dict[str, int]:
        """How many warnings of each kind, kinds without any included."""
        counted = Counter(one.kind for one in self.warnings)
        return {kind: counted[kind] for kind in SENTENCES}


def audit(ledger: Ledger, today: date) -> Audit:
    """Look through the whole ledger, as of now."""
    sources, rows = ledger.sources(), list(ledger.problems())
    dues = {due.nursery: due for due in ledger.dues()}
    warnings: list[Finding] = []
    facts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for nursery in ledger.nurseries():
        warnings += _about(nursery, dues.get(nursery.id), today)
        if nursery.filed is not Filed.CANCELLED:
            for region in nursery.region:
                sizes[region] += 1
                facts[region] += sum(published(nursery))
    warnings += _population(sizes, ledger.figures())
    warnings += _stale(sources.values(), today)
    warnings += _without_unit(rows, sources)
    ranking = [
        Completeness(region, size, facts[region] / (len(KEY_FACTS) * size))
        for region, size in sizes.items()
    ]
    return Audit(
        today=today,
        nurseries=sum(size for region, size in sizes.items() if len(region) == 2),
        warnings=tuple(sorted(warnings, key=lambda one: (one.region, _KINDS[one.kind]))),
        ranking=tuple(sorted(ranking, key=lambda one: (one.share, one.region))),
        problems=tuple(_problems(rows)),
    )


_KINDS: Final = {kind: place for place, kind in enumerate(SENTENCES)}

Look: TypeAlias = Callable[[Nursery, date], Iterator[str]]
"""Tells the details of one kind of warning about a nursery, or nothing."""


def _about(nursery: Nursery, due: Due | None, today: date) -> Iterator[Finding]:
    region = nursery.region[-1] if nursery.region else ""
    for kind, look in _LOOKS.items():
        for detail in look(nursery, today):
            yield Finding(kind, region, nursery.id, nursery.name, detail)
    if due is not None and due.done is False and due.by is not None and due.by < today:
        detail = f"{due.matter} by {due.by}"
        yield Finding("acceptance-overdue", region, nursery.id, nursery.name, detail)


def _without_classes(nursery: Nursery, _today: date) -> Iterator[str]:
    if nursery.filed is Filed.YES and not nursery.classes and nursery.ages is None:
        yield ""


def _enrolled(nursery: Nursery, _today: date) -> Iterator[str]:
    if None not in (nursery.enrolled, nursery.capacity) and (
        (nursery.enrolled or 0) > (nursery.capacity or 0)
    ):
        yield f"{nursery.enrolled} children, {nursery.capacity} places"


def _inclusive(nursery: Nursery, _today: date) -> Iterator[str]:
    places, all_places = nursery.inclusive_places, nursery.capacity
    if places is not None and all_places is not None and places > all_places:
        yield f"{places} inclusive places, {all_places} places"


def _ending(nursery: Nursery, today: date) -> Iterator[str]:
    for title in nursery.recognitions:
        if title.state(today) is State.EXPIRING:
            yield f"{title.label} until {_end(title)}"


def _end(title: Recognition) -> str | None:
    ending = title.ending()
    return ending.last if ending else None


def _undecided(nursery: Nursery, today: date) -> Iterator[str]:
    for title in nursery.recognitions:
        if title.state(today) is State.PROPOSED:
            yield f"{title.label}, publicity until {_end(title)}"


def _code(nursery: Nursery, _today: date) -> Iterator[str]:
    reason = credit_code.check(nursery.credit_code) if nursery.credit_code else None
    if reason is not None:
        yield f"{nursery.credit_code}: {sentence(reason)}"


def _conflict(nursery: Nursery, _today: date) -> Iterator[str]:
    if nursery.conflicts:
        yield ", ".join(nursery.conflicts)


_LOOKS: Final[Mapping[str, Look]] = {
    "filed-without-classes": _without_classes,
    "enrolled-above-capacity": _enrolled,
    "inclusive-above-capacity": _inclusive,
    "title-ending": _ending,
    "publicity-undecided": _undecided,
    "credit-code": _code,
    "conflict": _conflict,
}


def _population(sizes: Mapping[str, int], figures: Iterable[Figure]) -> Iterator[Finding]:
    """Divisions with nurseries and without a population, cities and provinces included."""
    known = {one.region for one in figures if one.measure == "population"}
    for region in sorted(set(sizes) - known):
        count = sizes[region]
        detail = "1 nursery" if count == 1 else f"{count} nurseries"
        yield Finding("population-missing", region, None, None, detail)


def _stale(sources: Iterable[Source], today: date) -> Iterator[Finding]:
    newest: dict[tuple[str, SourceKind], Source] = {}
    for one in sorted(sources, key=lambda source: (source.as_of, source.id)):
        if one.kind not in _NO_LISTS_OF_NURSERIES:
            newest[one.region or "", one.kind] = one
    for (region, kind), one in newest.items():
        if one.as_of < today - STALE_AFTER:
            detail = f"{kind}: source {one.id} «{one.title}», as of {one.as_of}"
            yield Finding("stale-list", region, None, None, detail)


def _without_unit(rows: Iterable[ProblemRow], sources: Mapping[int, Source]) -> Iterator[Finding]:
    for one in rows:
        if one.reason in _UNITS and (one.field or "").startswith("price"):
            detail = f"source {one.source} row {one.row}: {one.field} «{one.value}»"
            region = sources[one.source].region or ""
            yield Finding("price-without-unit", region, None, None, detail)


def _problems(rows: Iterable[ProblemRow]) -> Iterator[ListProblems]:
    by_source: defaultdict[int, list[ProblemRow]] = defaultdict(list)
    for one in rows:
        by_source[one.source].append(one)
    for source, found in sorted(by_source.items()):
        reasons = Counter(one.reason for one in found)
        yield ListProblems(
            source=source,
            title=found[0].title,
            rows=len({(one.caption, one.row) for one in found}),
            unused=len({(one.caption, one.row) for one in found if not one.accepted}),
            reasons=tuple(reasons.most_common()),
        )
