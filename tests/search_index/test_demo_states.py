"""`demo_state` on the demonstration: exactly those whose titles are in that state, on any day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from registry.demo.loading import load
from registry.ledger import Ledger
from registry.nursery import Nursery
from registry.vocabulary import RecognitionKind, State
from search_index.live import LiveIndex
from search_index.request import SearchRequest
from search_index.store import Store

TODAY = date(2026, 11, 21)
SCHEMES = Path(__file__).parents[2] / "content" / "schemes"
DAYS = (
    TODAY - timedelta(days=400),
    TODAY - timedelta(days=40),
    TODAY - timedelta(days=1),
    TODAY,
    TODAY + timedelta(days=5),
    TODAY + timedelta(days=50),
    TODAY + timedelta(days=900),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Nursery]]:
    """An index of the demonstration's nurseries, built on one day and read on others."""
    folder = tmp_path_factory.mktemp("demo")
    ledger = Ledger.open(f"sqlite:///{folder / 'ledger.sqlite3'}", schemes=SCHEMES)
    load(ledger, folder / "lists", nurseries=700, seed=1, today=TODAY)
    nurseries = list(ledger.nurseries())
    Store(folder / "index").build(
        nurseries,
        revision=str(ledger.revision()),
        fictional=True,
        region_names=ledger.divisions().names(),
    )
    ledger.close()
    return folder / "index", nurseries


def test_every_state_occurs_today(built: tuple[Path, list[Nursery]]) -> None:
    states = {
        state for one in built[1] for _, state in one.states(RecognitionKind.DEMONSTRATION, TODAY)
    }
    assert states == set(State)


def test_every_day_of_a_change_puts_each_title_into_its_state(
    built: tuple[Path, list[Nursery]],
) -> None:
    """Whatever `SHANYU_TODAY` is: no state changes between two of these days."""
    folder, nurseries = built
    kind = RecognitionKind.DEMONSTRATION
    titles = [title for one in nurseries for title in one.recognitions if title.kind is kind]
    days = sorted({day for title in titles for day, _ in title.timeline()})
    assert len(days) > 10
    every = ("yes", "cancelled", "unpublished")
    for day in days:
        generation = LiveIndex(folder, lambda day=day: day).generation  # type: ignore[misc]  # mypy infers no lambda with a default
        told = [{state for _, state in one.states(kind, day)} for one in nurseries]
        for state in State:
            chosen = {"demo_state": (state,), "filed": every}
            found = generation.count(SearchRequest(choices=chosen))
            assert found == sum(state in states for states in told), (day, state)


@pytest.mark.parametrize("day", DAYS)
def test_a_state_finds_whom_its_dates_put_there(
    built: tuple[Path, list[Nursery]], day: date
) -> None:
    folder, nurseries = built
    generation = LiveIndex(folder, lambda: day).generation
    found: dict[str, set[str]] = {}
    for state in State:
        request = SearchRequest(
            choices={"demo_state": (state,), "filed": ("yes", "cancelled", "unpublished")},
            per_page=100,
        )
        answer = generation.search(request)
        assert answer.total == len(answer.hits), "every hit fits on one page"
        found[state] = {hit.nursery.id for hit in answer.hits}
    kind = RecognitionKind.DEMONSTRATION
    assert found == {
        state: {one.id for one in nurseries if state in {it for _, it in one.states(kind, day)}}
        for state in State
    }
    assert any(found.values())
