"""Claims into one `Nursery`: which value stands where sources disagree.

A map or directory gives way to every list that an authority published as a list of its own.
Among the rest the newer statement stands over the older (by 截至 date, else by publication);
on the same day the list made for that kind of fact; then the one imported later. The values
that lose stay in the ledger, are shown beside the winner, and name the field in `conflicts`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, TypeVar

from registry import fields
from registry.inclusion import inclusive_changes
from registry.ledger.records import Source
from registry.nursery import Nursery, Vacancy
from registry.placing import placed
from registry.pricing import prices_of
from registry.recognition import StageEvent
from registry.titles import TitleClaim, rounds_of
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

T = TypeVar("T")

SchemeOf: TypeAlias = Callable[[RecognitionKind, str | None, tuple[str, ...], str], str]
"""The key of a title's scheme, from its kind, level, region chain and published text."""

_MADE_FOR: dict[str, SourceKind] = {
    fields.PRICE: SourceKind.PRICE,
    fields.INCLUSIVE: SourceKind.INCLUSIVE,
    fields.INCLUSIVE_PLACES: SourceKind.INCLUSIVE,
    fields.VACANCY: SourceKind.VACANCY,
}
"""The kind of list made for a field; every other field's is the filing list."""

_WEAK = frozenset({SourceKind.DIRECTORY, SourceKind.GEOCODE})

_NOT_ONE_VALUE = frozenset({fields.NAME, fields.TRADING_NAME, fields.FORMER_NAME, fields.LOCATION})
"""Fields whose several values do not contradict: names all stay, places are weighed apart."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim with the source that makes it, as resolving needs it."""

    id: int
    field: str
    value: Json
    as_of: date
    source: Source

    @property
    def family(self) -> str:
        """The field's first word: `price` of `price.full_day`."""
        return self.field.partition(".")[0]

    @property
    def rank(self) -> tuple[bool, date, bool, int, int]:
        """Orders claims of one field; the highest stands."""
        made_for = _MADE_FOR.get(self.family, SourceKind.FILING)
        return (
            self.source.kind not in _WEAK,
            self.as_of,
            self.source.kind is made_for,
            self.source.id,
            self.id,
        )


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
    standing = _standing(said)
    differing = _differing(said, standing)
    names = _names(said, standing)
    district = _text(standing, fields.DISTRICT)
    region = chain_of(district) if district else ()
    place = placed(said, abroad=region[:1] in {("71",), ("81",), ("82",)})
    prices = prices_of(standing[field] for field in sorted(standing) if field.startswith("price."))
    titles = [one for one in said if one.family == fields.RECOGNITION and one.value is not None]
    recognitions = rounds_of(
        map(_title, titles), lambda kind, level, label: scheme_of(kind, level, region, label)
    )
    classes = _many(standing, fields.CLASSES)
    vacancy = standing.get(fields.VACANCY)
    ages = _value(standing, fields.AGES)
    nursery = Nursery(
        id=public_id,
        name=names[0][0],
        trading_names=names[1],
        former_names=names[2],
        region=region,
        street=_text(standing, fields.STREET),
        community=_text(standing, fields.COMMUNITY),
        address=_text(standing, fields.ADDRESS),
        location=place.location,
        coordinate=place.coordinate,
        credit_code=_text(standing, fields.CREDIT_CODE),
        phones=tuple(_many(standing, fields.PHONES)),
        filed=_as(Filed, standing, fields.FILED),
        filed_on=_day(standing, fields.FILED_ON),
        authority=_text(standing, fields.AUTHORITY),
        nature=_as(Nature, standing, fields.NATURE),
        profit=_flag(standing, fields.PROFIT),
        setting=_as(Setting, standing, fields.SETTING),
        forms=tuple(form for form in Form if form in _many(standing, fields.FORMS)),
        classes=tuple(one for one in AgeClass if one in classes),
        ages=(int(ages["min"]), int(ages["max"])) if isinstance(ages, dict) else None,  # type: ignore[arg-type]
        capacity=_whole(standing, fields.CAPACITY),
        inclusive_places=_whole(standing, fields.INCLUSIVE_PLACES),
        inclusive_changes=inclusive_changes(standing, recognitions),
        enrolled=_whole(standing, fields.ENROLLED),
        vacancy=Vacancy(_integer(vacancy.value), vacancy.as_of) if vacancy else None,
        prices=prices.lines,
        recognitions=recognitions,
        denied=_denied(said),
        operating=_flag(standing, fields.OPERATING),
        opened_on=_text(standing, fields.OPENED_ON),
        hours=_text(standing, fields.HOURS),
        prepay_months=_whole(standing, fields.PREPAY_MONTHS),
        floor_area=_number(standing, fields.FLOOR_AREA),
        outdoor_area=_number(standing, fields.OUTDOOR_AREA),
        floors=_text(standing, fields.FLOORS),
        staff=_family(standing, fields.STAFF),
        class_counts=_family(standing, fields.CLASS_COUNT),
        description=_text(standing, fields.DESCRIPTION),
        as_of=max(one.as_of for one in said),
        sources=tuple(sorted({one.source.id for one in said})),
        conflicts=tuple(sorted({one.field for one in differing})),
        fictional=any(one.source.fictional for one in said),
    )
    used = {
        one.id for one in standing.values() if one.family not in (fields.PRICE, fields.LOCATION)
    }
    used |= prices.used | {one.id for one in titles} | {one.id for one in said if _is_name(one)}
    if place.claim is not None:
        used.add(place.claim)
    return Resolved(nursery, frozenset(used), frozenset(one.id for one in differing))


def _standing(said: Iterable[Said]) -> dict[str, Said]:
    standing: dict[str, Said] = {}
    for one in said:
        best = standing.get(one.field)
        if best is None or one.rank > best.rank:
            standing[one.field] = one
    return standing


def _is_name(one: Said) -> bool:
    return one.field in (fields.NAME, fields.TRADING_NAME, fields.FORMER_NAME)


def _names(
    said: Iterable[Said], standing: Mapping[str, Said]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    by_field: dict[str, list[str]] = defaultdict(list)
    for one in sorted(said, key=lambda claim: claim.rank, reverse=True):
        if _is_name(one):
            by_field[one.field].append(str(one.value))
    name = _text(standing, fields.NAME) or by_field[fields.TRADING_NAME][0]
    former = tuple(dict.fromkeys(by_field[fields.FORMER_NAME]))
    # Another list may print the sign over the door as 机构名称: a name too, which one is not said.
    others = dict.fromkeys(by_field[fields.TRADING_NAME] + by_field[fields.NAME])
    trading = tuple(other for other in others if other != name and other not in former)
    return (name,), trading, former


def _title(one: Said) -> TitleClaim:
    value = one.value
    if not isinstance(value, dict):
        raise TypeError(f"claim {one.id} is no recognition")
    starts, until = value.get("from"), value.get("until")
    scheme, level = value.get("scheme"), value.get("level")
    return TitleClaim(
        kind=RecognitionKind(one.field.partition(".")[2]),
        scheme=str(scheme) if scheme else None,
        level=str(level) if level else None,
        label=str(value["label"]),
        issuer=one.source.issuer,
        event=StageEvent(
            stage=Stage(str(value["stage"])),
            on=date.fromisoformat(str(starts)) if starts else one.as_of,
            until=date.fromisoformat(str(until)) if until else None,
            source=one.source.id,
        ),
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
        and one.family != fields.RECOGNITION
        and not _same(one.value, standing[one.field].value)
    )


def _same(one: Json, other: Json) -> bool:
    """Whether two values say the same; a price may or may not mention the meals."""
    if isinstance(one, dict) and isinstance(other, dict) and "meals" in one and "meals" in other:
        amounts = all(one.get(key) == other.get(key) for key in ("min", "max", "unit"))
        meals = {one["meals"], other["meals"]} - {None}
        return amounts and len(meals) < 2
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    return one == other


def _value(standing: Mapping[str, Said], field: str) -> Json:
    one = standing.get(field)
    return one.value if one else None


def _text(standing: Mapping[str, Said], field: str) -> str | None:
    value = _value(standing, field)
    return None if value is None else str(value)


def _integer(value: Json) -> int:
    if isinstance(value, (int, float)):
        return int(value)
    raise TypeError(f"{value!r} is no number")


def _whole(standing: Mapping[str, Said], field: str) -> int | None:
    value = _value(standing, field)
    return None if value is None else _integer(value)


def _number(standing: Mapping[str, Said], field: str) -> float | None:
    value = _value(standing, field)
    return float(value) if isinstance(value, (int, float)) else None


def _flag(standing: Mapping[str, Said], field: str) -> bool | None:
    value = _value(standing, field)
    return value if isinstance(value, bool) else None


def _day(standing: Mapping[str, Said], field: str) -> date | None:
    value = _text(standing, field)
    return date.fromisoformat(value) if value else None


def _many(standing: Mapping[str, Said], field: str) -> list[str]:
    value = _value(standing, field)
    return [str(one) for one in value] if isinstance(value, list) else []


def _as(kind: type[T], standing: Mapping[str, Said], field: str) -> T | None:
    value = _value(standing, field)
    return None if value is None else kind(value)  # type: ignore[call-arg]


def _family(standing: Mapping[str, Said], family: str) -> dict[str, int]:
    return {
        field.partition(".")[2]: _integer(one.value)
        for field, one in sorted(standing.items())
        if one.family == family
    }
