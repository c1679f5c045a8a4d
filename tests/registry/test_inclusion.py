"""普惠 from numbers, flags and titles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.inclusion import inclusive_changes
from registry.recognition import Recognition, StageEvent
from registry.values.statement import Json
from registry.vocabulary import Inclusive, RecognitionKind, Stage


@dataclass(frozen=True)
class Said:
    value: Json
    as_of: date = date(2024, 6, 30)
    id: int = 1
    field: str = "x"


def title(*events: tuple[Stage, date, date | None]) -> Recognition:
    return Recognition(
        kind=RecognitionKind.INCLUSIVE,
        scheme="x",
        level="city",
        label="市级普惠",
        issuer="issuer",
        events=tuple(StageEvent(stage, on, until, 1) for stage, on, until in events),
    )


def on(day: date, standing: dict[str, Said], *titles: Recognition) -> Inclusive | None:
    answer = None
    for since, value in inclusive_changes(standing, titles):
        if since <= day:
            answer = value
    return answer


TODAY = date(2026, 11, 21)


def test_numbers_say_yes_partial_and_no() -> None:
    capacity = Said(40)
    assert on(TODAY, {"inclusive_places": Said(40), "capacity": capacity}) is Inclusive.YES
    assert on(TODAY, {"inclusive_places": Said(20), "capacity": capacity}) is Inclusive.PARTIAL
    assert on(TODAY, {"inclusive_places": Said(0), "capacity": capacity}) is Inclusive.NO
    assert on(TODAY, {"inclusive_places": Said(20)}) is Inclusive.YES


def test_no_statement_is_no_answer() -> None:
    assert on(TODAY, {"capacity": Said(40)}) is None


def test_a_proposed_title_says_nothing() -> None:
    proposed = title((Stage.PUBLICITY, date(2023, 10, 31), date(2023, 11, 4)))
    assert on(date(2023, 11, 2), {}, proposed) is None
    assert on(TODAY, {}, proposed) is None


def test_a_title_says_yes_while_held_and_nothing_after() -> None:
    held = title((Stage.CONFERRED, date(2024, 1, 1), date(2025, 12, 31)))
    assert on(date(2024, 1, 1), {}, held) is Inclusive.YES
    assert on(date(2025, 12, 31), {}, held) is Inclusive.YES
    assert on(TODAY, {}, held) is None


def test_a_revoked_title_says_no() -> None:
    revoked = title(
        (Stage.CONFERRED, date(2024, 1, 1), None), (Stage.REVOKED, date(2026, 1, 1), None)
    )
    assert on(TODAY, {}, revoked) is Inclusive.NO
    assert on(TODAY, {"inclusive": Said(value=True)}, revoked) is Inclusive.NO
    newer = {"inclusive": Said(value=True, as_of=date(2026, 6, 1))}
    assert on(TODAY, newer, revoked) is Inclusive.YES


def test_a_title_after_a_list_that_counted_none_says_yes() -> None:
    later = title((Stage.CONFERRED, date(2025, 1, 1), None))
    assert on(TODAY, {"inclusive_places": Said(0), "capacity": Said(40)}, later) is Inclusive.YES
    earlier = title((Stage.CONFERRED, date(2021, 1, 1), None))
    assert on(TODAY, {"inclusive_places": Said(0), "capacity": Said(40)}, earlier) is Inclusive.NO


def test_partial_numbers_stay_partial_under_a_title() -> None:
    standing = {"inclusive_places": Said(20), "capacity": Said(40)}
    held = title((Stage.CONFERRED, date(2025, 1, 1), None))
    assert on(TODAY, standing, held) is Inclusive.PARTIAL
