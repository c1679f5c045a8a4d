"""Which stages belong to one round of one title."""

from __future__ import annotations

from datetime import date

from registry.recognition import StageEvent
from registry.titles import TitleClaim, rounds_of
from registry.vocabulary import RecognitionKind, Stage, State

TODAY = date(2026, 11, 21)


def claim(
    stage: Stage,
    on: date,
    until: date | None = None,
    *,
    level: str = "city",
    kind: RecognitionKind = RecognitionKind.DEMONSTRATION,
    source: int = 1,
) -> TitleClaim:
    return TitleClaim(
        kind, None, level, f"{level} {on.year}", "issuer", StageEvent(stage, on, until, source)
    )


def by_kind(kind: RecognitionKind, level: str | None, label: str) -> str:
    # Stars and grades have one scheme for all their levels, titles one for each.
    return str(kind) if kind is RecognitionKind.STAR else f"{kind}.{level}"


def test_publicity_and_conferral_are_one_round() -> None:
    (one,) = rounds_of(
        [
            claim(Stage.CONFERRED, date(2025, 11, 20), date(2027, 11, 19), source=2),
            claim(Stage.PUBLICITY, date(2025, 10, 31), date(2025, 11, 4)),
        ],
        by_kind,
    )
    assert [event.stage for event in one.events] == [Stage.PUBLICITY, Stage.CONFERRED]
    assert one.label == "city 2025"
    assert one.state(TODAY) is State.VALID


def test_a_reapplication_leaves_the_title_that_is_held() -> None:
    held, next_round = rounds_of(
        [
            claim(Stage.CONFERRED, date(2024, 12, 15), date(2026, 12, 14)),
            claim(Stage.PUBLICITY, date(2026, 11, 19), date(2026, 11, 25), source=2),
        ],
        by_kind,
    )
    assert held.state(TODAY) is State.EXPIRING
    assert next_round.state(TODAY) is State.PUBLICITY


def test_the_same_conferral_from_two_sources_is_one_round() -> None:
    (one,) = rounds_of(
        [
            claim(Stage.CONFERRED, date(2023, 1, 1)),
            claim(Stage.CONFERRED, date(2023, 11, 20), date(2027, 1, 1), source=2),
        ],
        by_kind,
    )
    assert len(one.events) == 2
    assert one.state(TODAY) is State.EXPIRING


def test_other_stars_replace_those_before() -> None:
    before, after = rounds_of(
        [
            claim(Stage.CONFERRED, date(2023, 5, 1), level="5", kind=RecognitionKind.STAR),
            claim(Stage.CONFERRED, date(2025, 5, 1), level="3", kind=RecognitionKind.STAR),
        ],
        by_kind,
    )
    assert (before.level, before.state(TODAY)) == ("5", State.EXPIRED)
    assert (after.level, after.state(TODAY)) == ("3", State.VALID)


def test_titles_of_two_levels_stand_beside_each_other() -> None:
    found = rounds_of(
        [
            claim(Stage.CONFERRED, date(2025, 5, 1), level="city"),
            claim(Stage.CONFERRED, date(2026, 5, 1), level="provincial"),
        ],
        by_kind,
    )
    assert [(one.level, one.state(TODAY)) for one in found] == [
        ("city", State.VALID),
        ("provincial", State.VALID),
    ]


def test_a_title_regained_after_revocation_is_a_new_round() -> None:
    lost, regained = rounds_of(
        [
            claim(Stage.CONFERRED, date(2022, 5, 1)),
            claim(Stage.REVOKED, date(2023, 5, 1)),
            claim(Stage.CONFERRED, date(2026, 5, 1)),
        ],
        by_kind,
    )
    assert lost.state(TODAY) is State.REVOKED
    assert regained.state(TODAY) is State.VALID
