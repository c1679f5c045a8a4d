"""What changed between two sources: claims of one nursery into dated changes, said neutrally.

Only like is compared with like: two editions of one authority's list of one kind. That lists of
different kinds disagree is a contradiction and is shown as one; nothing changed for that. What is
no longer on a list has left the list, and nobody says that it closed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final, Protocol

from registry import fields
from registry.editions import Editions, series_of
from registry.keys import address_key, name_key
from registry.ledger.records import Source
from registry.resolving import same_value
from registry.standing import WEAK, ClaimLike
from registry.vocabulary import OURS, SourceKind, Stage

NOT_COMPARED: Final = frozenset(
    {
        *(fields.LOCATION, fields.VACANCY, fields.ENROLLED),
        *(fields.RECOGNITION, fields.CREDIT, fields.ASSESSMENT),
    }
)
"""Families that two editions do not change: coordinates are ours, free places and children differ
every month, and titles, records and assessments have a history of their own."""


class What(StrEnum):
    """What kind of thing happened."""

    APPEARED = "appeared"  # the first list that speaks of the nursery
    CHANGED = "changed"  # two editions of one list give two values
    CORRECTED = "corrected"  # a reader's report was accepted
    TITLE = "title"  # a stage of a title
    CREDIT = "credit"  # 信用、处罚
    LEFT = "left"  # no longer on the newer edition of the list


class ClaimRecord(ClaimLike, Protocol):
    """What of a claim a change is made of."""

    @property
    def raw(self) -> str: ...
    @property
    def source(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `on` is the day for which `source` speaks; `since` is the source before it.

    `before` and `after` are as published, `None` where nothing was: a title's label, a record's
    wording. `stage` is set for titles, `field` for everything but appearing and leaving.
    """

    what: What
    on: date
    source: int
    field: str | None = None
    before: str | None = None
    after: str | None = None
    since: int | None = None
    stage: Stage | None = None


def changes_of(
    claims: Iterable[ClaimRecord], sources: Mapping[int, Source], editions: Editions
) -> tuple[Change, ...]:
    """Every change in what is said of one nursery, the newest first.

    `sources` are all that the copy held at the time, also those that say nothing of the nursery:
    only they show that it is no longer listed. `editions` are these sources as `Editions`, which
    are worked out once for many nurseries.
    """
    told = sorted(
        (one for one in claims if one.source in sources),
        key=lambda one: (one.as_of, one.source, one.id),
    )
    found = (
        *_appeared(told, sources),
        *_changed(told, sources),
        *_corrected(told, sources),
        *_titles(told, sources),
        *_records(told),
        *_left({one.source for one in told}, editions),
    )
    return tuple(sorted(found, key=_order, reverse=True))


def _order(change: Change) -> tuple[date, int, bool, str]:
    return change.on, change.source, change.what is not What.APPEARED, change.field or ""


def _appeared(told: Sequence[ClaimRecord], sources: Mapping[int, Source]) -> Iterator[Change]:
    lists = [one for one in told if sources[one.source].kind not in OURS]
    strong = [one for one in lists if sources[one.source].kind not in WEAK]
    for first in (strong or lists)[:1]:
        yield Change(What.APPEARED, first.as_of, first.source)


def _changed(told: Sequence[ClaimRecord], sources: Mapping[int, Source]) -> Iterator[Change]:
    lines: dict[tuple[object, str], list[ClaimRecord]] = defaultdict(list)
    for one in told:
        source = sources[one.source]
        if source.kind in OURS or _family(one) in NOT_COMPARED:
            continue
        # That a filing was cancelled may stand in any list; it is the same fact.
        series = None if one.field == fields.FILED and source.kind not in WEAK else source
        lines[series and series_of(series), one.field].append(one)
    for line in lines.values():
        # Of several rows in one list the last one stands.
        last = {one.source: one for one in line}
        for before, after in pairwise(last.values()):
            if before.as_of < after.as_of and not _alike(before, after):
                yield _change(What.CHANGED, before, after)


def _corrected(told: Sequence[ClaimRecord], sources: Mapping[int, Source]) -> Iterator[Change]:
    for place, one in enumerate(told):
        if sources[one.source].kind is SourceKind.CORRECTION:
            earlier = [before for before in told[:place] if before.field == one.field]
            strong = [it for it in earlier if sources[it.source].kind not in WEAK]
            best = strong or earlier
            yield _change(What.CORRECTED, best[-1] if best else None, one)


def _titles(told: Sequence[ClaimRecord], sources: Mapping[int, Source]) -> Iterator[Change]:
    seen: set[tuple[str, ...]] = set()
    for one in told:
        value = one.value
        if _family(one) != fields.RECOGNITION or not isinstance(value, dict):
            continue
        key = (one.field, *(str(value.get(part)) for part in ("stage", "level", "from", "until")))
        if sources[one.source].kind not in WEAK and key not in seen:
            seen.add(key)
            label, stage = str(value["label"]), Stage(str(value["stage"]))
            yield Change(What.TITLE, one.as_of, one.source, one.field, after=label, stage=stage)


def _records(told: Sequence[ClaimRecord]) -> Iterator[Change]:
    for one in told:
        if one.field == fields.CREDIT and isinstance(one.value, dict):
            text = str(one.value["text"])
            yield Change(What.CREDIT, one.as_of, one.source, one.field, after=text)


def _left(own: set[int], editions: Editions) -> Iterator[Change]:
    for series in editions.naming(own):
        for before, after in pairwise(series):
            listed = own & set(before.sources)
            if listed and not own & set(after.sources):
                yield Change(What.LEFT, after.as_of, after.sources[0], since=max(listed))


def _change(what: What, before: ClaimRecord | None, after: ClaimRecord) -> Change:
    return Change(
        what,
        after.as_of,
        after.source,
        after.field,
        before=_as_published(before) if before else None,
        after=_as_published(after),
        since=before.source if before else None,
    )


def _as_published(one: ClaimRecord) -> str:
    return one.raw or str(one.value)


def _family(one: ClaimRecord) -> str:
    return one.field.partition(".")[0]


def _alike(one: ClaimRecord, other: ClaimRecord) -> bool:
    """Whether two editions say the same, however they spell it."""
    if one.field in (fields.NAME, fields.TRADING_NAME, fields.FORMER_NAME):
        return name_key(str(one.value)) == name_key(str(other.value))
    if one.field == fields.ADDRESS:
        keys = address_key(str(one.value)), address_key(str(other.value))
        return keys[0].endswith(keys[1]) or keys[1].endswith(keys[0])
    return same_value(one.value, other.value)
