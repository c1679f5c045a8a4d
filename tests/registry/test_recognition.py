"""A title has exactly one state on every day, whatever sources said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from registry.recognition import Recognition, StageEvent
from registry.titles import TitleClaim, rounds_of
from registry.vocabulary import RecognitionKind, Stage, State

DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))
EVENTS = st.lists(
    st.builds(
        StageEvent,
        stage=st.sampled_from(Stage),
        on=DAYS,
        until=st.none() | DAYS,
        source=st.just(1),
    ),
    min_size=1,
    max_size=8,
).map(lambda events: tuple(sorted(events, key=lambda event: event.on)))


def title(*events: StageEvent, superseded_on: date | None = None) -> Recognition:
    return Recognition(
        kind=RecognitionKind.DEMONSTRATION,
        scheme="3209.demonstration.city",
        level="city",
        label="市级示范托育机构",
        issuer="盐城市卫生健康委员会",
        events=events,
        superseded_on=superseded_on,
    )


def event(stage: Stage, on: date, until: date | None = None) -> StageEvent:
    return StageEvent(stage, on, until, source=1)


@given(EVENTS, DAYS)
def test_every_day_has_exactly_one_state(events: tuple[StageEvent, ...], day: date) -> None:
    recognition = title(*events)
    timeline = recognition.timeline()
    days = [change[0] for change in timeline]
    assert days == sorted(set(days))
    assert all(before[1] is not after[1] for before, after in pairwise(timeline))
    state = recognition.state(day)
    assert (state is None) is (day < timeline[0][0])
    assert state in {None, *State}


@given(EVENTS, DAYS, DAYS)
def test_a_state_is_the_one_of_its_span_whatever_is_asked(
    events: tuple[StageEvent, ...], day: date, replaced: date
) -> None:
    """Also for a round that a later one replaced: spans cut time into pieces, one state each."""
    recognition = replace(title(*events), superseded_on=replaced)
    timeline = recognition.timeline()
    spans = [
        state
        for (start, state), (end, _) in pairwise([*timeline, (date.max, State.EXPIRED)])
        if start <= day < end
    ]
    assert spans == ([] if day < timeline[0][0] else [recognition.state(day)])


@given(st.lists(st.tuples(st.sampled_from(Stage), DAYS, st.none() | DAYS), min_size=1, max_size=8))
def test_every_round_of_a_title_has_one_state_on_every_day(
    told: list[tuple[Stage, date, date | None]],
) -> None:
    """Whatever lists say in whatever order: rounds lose no event."""
    claims = [
        TitleClaim(
            RecognitionKind.DEMONSTRATION, "s", "city", "x", "y", StageEvent(stage, on, until, 1)
        )
        for stage, on, until in told
    ]
    rounds = rounds_of(claims, lambda _kind, _level, _label: "s")
    assert {event for one in rounds for event in one.events} == {claim.event for claim in claims}
    days = {day for one in rounds for day, _ in one.timeline()}
    for day in days:
        states = [one.state(day) for one in rounds if one.state(day) is not None]
        assert states
        assert set(states) <= set(State)


def test_a_reapplication_is_a_round_of_its_own() -> None:
    """Lost in 2024, applied for again in 2025, granted in 2026: two rounds, never one state."""
    stages = (
        (Stage.CONFERRED, date(2023, 1, 1)),
        (Stage.REVOKED, date(2024, 1, 1)),
        (Stage.DECLARED, date(2025, 1, 1)),
        (Stage.CONFERRED, date(2026, 1, 1)),
    )
    claims = [
        TitleClaim(RecognitionKind.DEMONSTRATION, "s", "city", "x", "y", event(stage, on))
        for stage, on in stages
    ]
    lost, regained = rounds_of(claims, lambda _kind, _level, _label: "s")
    days = (date(2023, 6, 1), date(2024, 6, 1), date(2025, 6, 1), date(2026, 6, 1))
    assert [lost.state(day) for day in days] == [State.VALID, *[State.REVOKED] * 3]
    assert [regained.state(day) for day in days] == [None, None, State.DECLARED, State.VALID]


@given(EVENTS)
def test_nothing_is_said_before_the_first_event(events: tuple[StageEvent, ...]) -> None:
    assert title(*events).state(events[0].on - timedelta(days=1)) is None


def test_publicity_ends_as_proposed_without_confirmation() -> None:
    recognition = title(event(Stage.PUBLICITY, date(2023, 10, 31), date(2023, 11, 4)))
    assert recognition.timeline() == (
        (date(2023, 10, 31), State.PUBLICITY),
        (date(2023, 11, 5), State.PROPOSED),
    )
    assert recognition.state(date(2023, 11, 4)) is State.PUBLICITY
    assert recognition.state(date(2026, 11, 21)) is State.PROPOSED


def test_a_title_expires_after_ninety_days_of_warning() -> None:
    recognition = title(event(Stage.CONFERRED, date(2024, 1, 1), date(2025, 12, 31)))
    assert recognition.timeline() == (
        (date(2024, 1, 1), State.VALID),
        (date(2025, 10, 2), State.EXPIRING),
        (date(2026, 1, 1), State.EXPIRED),
    )


def test_a_title_shorter_than_the_warning_is_expiring_from_its_first_day() -> None:
    recognition = title(event(Stage.CONFERRED, date(2024, 1, 1), date(2024, 1, 31)))
    assert recognition.timeline() == (
        (date(2024, 1, 1), State.EXPIRING),
        (date(2024, 2, 1), State.EXPIRED),
    )


def test_rectification_does_not_prolong_a_title() -> None:
    recognition = title(
        event(Stage.CONFERRED, date(2024, 1, 1), date(2025, 12, 31)),
        event(Stage.RECTIFICATION, date(2025, 6, 1)),
    )
    assert recognition.state(date(2025, 11, 1)) is State.RECTIFICATION
    assert recognition.state(date(2026, 1, 1)) is State.EXPIRED


def test_a_restored_title_keeps_its_last_day() -> None:
    recognition = title(
        event(Stage.CONFERRED, date(2024, 1, 1), date(2025, 12, 31)),
        event(Stage.RECTIFICATION, date(2024, 6, 1)),
        event(Stage.RESTORED, date(2024, 9, 1)),
    )
    assert recognition.state(date(2024, 9, 1)) is State.VALID
    assert recognition.state(date(2026, 1, 1)) is State.EXPIRED
    assert recognition.last_day() == date(2025, 12, 31)


def test_a_revoked_title_stays_revoked() -> None:
    recognition = title(
        event(Stage.CONFERRED, date(2024, 1, 1), date(2025, 12, 31)),
        event(Stage.REVOKED, date(2024, 6, 1)),
    )
    assert recognition.state(date(2027, 1, 1)) is State.REVOKED


def test_a_replaced_round_ends_on_the_day_of_the_next() -> None:
    recognition = title(event(Stage.CONFERRED, date(2023, 1, 1)), superseded_on=date(2025, 1, 1))
    assert recognition.state(date(2024, 12, 31)) is State.VALID
    assert recognition.state(date(2025, 1, 1)) is State.EXPIRED
