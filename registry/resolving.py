"""Claims into one `Nursery`: which value stands where sources disagree (`registry.standing`).

The values that lose stay in the ledger, are shown beside the winner, and name the field in
`conflicts`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from registry import fields
from registry.assessing import assessments_of
from registry.inclusion import inclusive_changes
from registry.nursery import Nursery, Vacancy
from registry.placing import Placed, placed
from registry.pricing import prices_of
from registry.recognition import StageEvent
from registry.standing import WEAK, Said, Standing
from registry.titles import TitleClaim, rounds_of
from registry.values.dates import written_date
from registry.values.problems import Reason
from registry.values.statement import Json
from registry.vocabulary import (
    AgeClass,
    Filed,
    Form,
    Nature,
    RecognitionKind,
    Setting,
    SourceKind,
    Stage,
)

SchemeOf: TypeAlias = Callable[[RecognitionKind, str | None, tuple[str, ...], str], str]
"""The key of a title's scheme, from its kind, level, region chain and published text."""

_NOT_ONE_VALUE = frozenset({fields.NAME, fields.TRADING_NAME, fields.FORMER_NAME, fields.LOCATION})
"""Fields whose several values do not contradict: names all stay, places are weighed apart."""

_ABROAD = frozenset({"71", "81", "82"})
"""Provinces outside the mainland, where published coordinates are not shifted."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The nursery, and the claims that stand in it."""

    nursery: Nursery
    used: frozenset[int]
    differing: frozenset[int]  # those that give another value than the one that stands


def resolve(
    public_id: str,
    claims: Iterable[Said],
    chain_of: Callable[[str], tuple[str, ...]],
    scheme_of: SchemeOf,
) -> Resolved:
    """Resolve one nursery. `chain_of` gives a division key's chain, province first.

    Raises `ValueError` without a single claim.
    """
    said = tuple(claims)
    if not said:
        raise ValueError(f"nothing is said of nursery {public_id}")
    standing = Standing(said)
    district = standing.text(fields.DISTRICT)
    region = chain_of(district) if district else ()
    titles = [one for one in said if one.family == fields.RECOGNITION and one.value is not None]
    place = placed(said, abroad=region[0] in _ABROAD if region else False)
    differing = _differing(said, standing.by_field)
    parts = _Parts(region, place, tuple(titles), differing)
    nursery = _nursery(public_id, said, standing, parts, scheme_of)
    weighed_apart = (fields.PRICE, fields.LOCATION)
    used = {one.id for one in standing if one.family not in weighed_apart}
    used |= prices_of(standing.family(fields.PRICE)).used
    used |= {one.id for one in titles} | {one.id for one in said if _is_name(one)}
    used |= {place.claim} if place.claim is not None else set()
    return Resolved(nursery, frozenset(used), frozenset(one.id for one in differing))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was worked out beside the single values of a nursery."""

    region: tuple[str, ...]
    place: Placed
    titles: tuple[Said, ...]
    differing: tuple[Said, ...]


def _nursery(
    public_id: str,
    said: tuple[Said, ...],
    standing: Standing,
    parts: _Parts,
    scheme_of: SchemeOf,
) -> Nursery:
    name, trading, former = _names(said, standing)
    recognitions = rounds_of(
        map(_title, parts.titles),
        lambda kind, level, label: scheme_of(kind, level, parts.region, label),
    )
    ages, vacancy = standing.value(fields.AGES), standing.by_field.get(fields.VACANCY)
    forms, classes = standing.many(fields.FORMS), standing.many(fields.CLASSES)
    return Nursery(
        id=public_id,
        name=name,
        trading_names=trading,
        former_names=former,
        region=parts.region,
        street=standing.text(fields.STREET),
        community=standing.text(fields.COMMUNITY),
        address=standing.text(fields.ADDRESS),
        location=parts.place.location,
        coordinate=parts.place.coordinate,
        credit_code=standing.text(fields.CREDIT_CODE),
        phones=tuple(standing.many(fields.PHONES)),
        filed=standing.among(fields.FILED, Filed),
        filed_on=standing.day(fields.FILED_ON),
        authority=standing.text(fields.AUTHORITY),
        nature=standing.among(fields.NATURE, Nature),
        profit=standing.flag(fields.PROFIT),
        setting=standing.among(fields.SETTING, Setting),
        forms=tuple(form for form in Form if form in forms),
        classes=tuple(one for one in AgeClass if one in classes),
        ages=_months(ages),
        capacity=standing.whole(fields.CAPACITY),
        inclusive_places=standing.whole(fields.INCLUSIVE_PLACES),
        inclusive_changes=inclusive_changes(standing.by_field, recognitions),
        enrolled=standing.whole(fields.ENROLLED),
        vacancy=Vacancy(standing.whole(fields.VACANCY) or 0, vacancy.as_of) if vacancy else None,
        prices=prices_of(standing.family(fields.PRICE)).lines,
        recognitions=recognitions,
        denied=_denied(said),
        operating=standing.flag(fields.OPERATING),
        opened_on=standing.text(fields.OPENED_ON),
        hours=standing.text(fields.HOURS),
        prepay_months=standing.whole(fields.PREPAY_MONTHS),
        floor_area=standing.number(fields.FLOOR_AREA),
        outdoor_area=standing.number(fields.OUTDOOR_AREA),
        floors=standing.text(fields.FLOORS),
        staff=standing.counts(fields.STAFF),
        class_counts=standing.counts(fields.CLASS_COUNT),
        description=standing.text(fields.DESCRIPTION),
        as_of=_newest(said),
        sources=tuple(sorted({one.source.id for one in said})),
        conflicts=tuple(sorted({one.field for one in parts.differing})),
        fictional=any(one.source.fictional for one in said),
        assessments=assessments_of(standing.family(fields.ASSESSMENT)),
    )


def _newest(said: Iterable[Said]) -> date:
    """The newest day that is spoken for; a coordinate computed today makes nothing newer."""
    days = [(one.source.kind is not SourceKind.GEOCODE, one.as_of) for one in said]
    return max(days)[1]


def _months(value: Json) -> tuple[int, int] | None:
    if not isinstance(value, dict):
        return None
    youngest, oldest = value["min"], value["max"]
    if isinstance(youngest, int) and isinstance(oldest, int):
        return youngest, oldest
    raise TypeError(f"{value!r} is no span of months")


def _is_name(one: Said) -> bool:
    return one.field in (fields.NAME, fields.TRADING_NAME, fields.FORMER_NAME)


def _names(
    said: Iterable[Said], standing: Standing
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The registered name, every other name, and former names."""
    by_field: dict[str, list[str]] = defaultdict(list)
    for one in sorted(said, key=lambda claim: claim.rank, reverse=True):
        if _is_name(one):
            by_field[one.field].append(str(one.value))
    name = standing.text(fields.NAME) or by_field[fields.TRADING_NAME][0]
    past = _past_names(said) - {name}
    earlier = [one for one in by_field[fields.NAME] if one in past]
    former = tuple(dict.fromkeys(by_field[fields.FORMER_NAME] + earlier))
    # Another list may print the sign over the door as 机构名称: a name too, which one is not said.
    others = dict.fromkeys(by_field[fields.TRADING_NAME] + by_field[fields.NAME])
    trading = tuple(other for other in others if other != name and other not in former)
    return name, trading, former


def _past_names(said: Iterable[Said]) -> set[str]:
    """Registered names that a newer edition of the same authority's list has replaced."""
    editions: dict[tuple[str, SourceKind], list[Said]] = defaultdict(list)
    for one in said:
        if one.field == fields.NAME:
            editions[one.source.issuer, one.source.kind].append(one)
    newest = {key: max(one.as_of for one in told) for key, told in editions.items()}
    old: set[str] = set()
    new: set[str] = set()
    for key, told in editions.items():
        for one in told:
            (old if one.as_of < newest[key] else new).add(str(one.value))
    return old - new


def _title(one: Said) -> TitleClaim:
    value = one.value
    if not isinstance(value, dict):
        raise TypeError(f"claim {one.id} is no recognition")
    scheme, level, until = value.get("scheme"), value.get("level"), value.get("until")
    first = written_date(str(value.get("from") or one.as_of))
    last = written_date(str(until)) if until else None
    if isinstance(first, Reason) or isinstance(last, Reason):
        raise TypeError(f"claim {one.id} names no days")
    return TitleClaim(
        kind=RecognitionKind(one.field.partition(".")[2]),
        scheme=str(scheme) if scheme else None,
        level=str(level) if level else None,
        label=str(value["label"]),
        issuer=one.source.issuer if value.get("by_issuer") else "",
        event=StageEvent(
            stage=Stage(str(value["stage"])),
            on=first.first,
            until=last.last if last else None,
            source=one.source.id,
            on_said=None if first.day else first.iso,
            until_said=None if last is None or last.day else last.iso,
            estimated=value.get("estimated") is True,
        ),
        weak=one.source.kind in WEAK,
    )


def _denied(said: Iterable[Said]) -> tuple[RecognitionKind, ...]:
    """The kinds of title of which the newest statement is that there is none."""
    newest: dict[str, Said] = {}
    for one in said:
        best = newest.get(one.field)
        if one.family == fields.RECOGNITION and (best is None or one.rank > best.rank):
            newest[one.field] = one
    denied = {field.partition(".")[2] for field, one in newest.items() if one.value is None}
    return tuple(kind for kind in RecognitionKind if kind in denied)


def _differing(said: Iterable[Said], standing: Mapping[str, Said]) -> tuple[Said, ...]:
    """The claims that give another value of a field than the claim that stands."""
    return tuple(
        one
        for one in said
        if one.field not in _NOT_ONE_VALUE
        and one.family not in (fields.RECOGNITION, fields.DUE)  # what changes with time
        and not same_value(one.value, standing[one.field].value)
    )


def same_value(one: Json, other: Json) -> bool:
    """Whether two values say the same; a price may or may not mention the meals."""
    if isinstance(one, dict) and isinstance(other, dict) and "meals" in one and "meals" in other:
        amounts = all(one.get(key) == other.get(key) for key in ("min", "max", "unit"))
        meals = {one["meals"], other["meals"]} - {None}
        return amounts and len(meals) < 2
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    return one == other
