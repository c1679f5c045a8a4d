"""The demonstration through the real importer: what the lists say is what the site will show."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from registry.demo import words
from registry.demo.loading import Loaded, load
from registry.ledger import Ledger
from registry.ledger.records import Notice
from registry.nursery import Nursery
from registry.vocabulary import (
    AgeClass,
    Assessor,
    Filed,
    Form,
    Inclusive,
    Level,
    Nature,
    Outcome,
    Precision,
    RecognitionKind,
    Setting,
    State,
)

TODAY = date(2026, 11, 21)
SCHEMES = Path(__file__).parents[2] / "content" / "schemes"


@dataclass(frozen=True)
class Demonstration:
    loaded: Loaded
    nurseries: list[Nursery]
    notices: tuple[Notice, ...]
    store: Path


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    folder = tmp_path_factory.mktemp("demo")
    store = folder / "ledger.sqlite3"
    ledger = Ledger.open(f"sqlite:///{store}", schemes=SCHEMES)
    loaded = load(ledger, folder / "lists", nurseries=2000, seed=1, today=TODAY)
    nurseries, notices = list(ledger.nurseries()), ledger.notices()
    ledger.close()
    return Demonstration(loaded, nurseries, notices, store)


def test_the_lists_give_about_as_many_nurseries(demonstration: Demonstration) -> None:
    """Never fewer; a few more, where two spellings of one place stay undecided."""
    assert demonstration.loaded.nurseries == len(demonstration.nurseries)
    assert 2000 <= len(demonstration.nurseries) <= 2200
    assert all(one.fictional for one in demonstration.nurseries)
    assert {len(one.region) for one in demonstration.nurseries} == {3}


def test_every_state_at_every_level_comes_out_of_the_lists(demonstration: Demonstration) -> None:
    seen = {
        (title.level, state)
        for one in demonstration.nurseries
        for title, state in one.states(RecognitionKind.DEMONSTRATION, TODAY)
    }
    assert seen >= set(product((Level.PROVINCIAL, Level.CITY, Level.COUNTY), State))
    assert (Level.NATIONAL, State.VALID) in seen


def test_notices_are_open_and_ended_and_decided_on(demonstration: Demonstration) -> None:
    ended = [one for one in demonstration.notices if one.has_ended(TODAY)]
    assert sum(one.is_open(TODAY) for one in demonstration.notices) == 10
    assert {bool(one.objections) for one in demonstration.notices} == {True, False}
    proposed = {(listed.nursery, one.source.id) for one in ended for listed in one.nurseries}
    came_of = {
        title.state(TODAY)
        for one in demonstration.nurseries
        for title in one.recognitions
        for event in title.events
        if (one.id, event.source) in proposed
    }
    assert came_of == {
        State.PROPOSED,
        State.OBJECTION,
        State.VALID,
        State.RECTIFICATION,
        State.CANCELLED,
        State.REVOKED,
    }


def test_titles_stand_under_their_schemes(demonstration: Demonstration) -> None:
    schemes = Counter(title.scheme for one in demonstration.nurseries for title in one.recognitions)
    expected = {
        "liaoning-demonstration",
        "yancheng-demonstration",
        "luzhou-star",
        "shaoxing-grade",
        "dali-grade",
        "hebei-pilot",
        "suzhou-inclusive",
        "500108.demonstration.county",
        "cn.demonstration.national",
    }
    assert expected <= set(schemes)


def test_every_value_that_a_parent_can_choose_occurs(demonstration: Demonstration) -> None:
    nurseries = demonstration.nurseries
    assert {one.filed for one in nurseries} == {*Filed, None}
    assert {one.inclusive(TODAY) for one in nurseries} == {*Inclusive, None}
    assert {one.nature for one in nurseries} == {*Nature, None}
    assert {one.setting for one in nurseries} == {*Setting, None}
    assert {form for one in nurseries for form in one.forms} == set(Form)
    assert {kind for one in nurseries for kind in one.classes} == set(AgeClass)
    assert {one.star(TODAY) for one in nurseries} == {1, 2, 3, 4, 5, None}
    assert {one.vacancy is None for one in nurseries} == {True, False}
    assert {one.monthly_price is None for one in nurseries} == {True, False}
    places = Counter(one.location.precision if one.location else None for one in nurseries)
    assert set(places) == {*Precision, None}
    assert places[Precision.POINT] > 1000


def test_contradictions_are_seen(demonstration: Demonstration) -> None:
    conflicts = Counter(field for one in demonstration.nurseries for field in one.conflicts)
    assert min(conflicts["capacity"], conflicts["nature"]) > 10
    assert any(field.startswith("price.") for field in conflicts)


def test_quality_is_told_in_every_way(demonstration: Demonstration) -> None:
    told = Counter(
        (one.by, bool(one.areas), bool(one.items), bool(one.unmet))
        for nursery in demonstration.nurseries
        for one in nursery.assessments
    )
    assert {by for by, *_ in told} == set(Assessor)
    assert min(told[by, True, True, True] for by in Assessor) > 5
    assert told[Assessor.SELF, True, False, False] > 10
    outcomes = {
        item.outcome
        for nursery in demonstration.nurseries
        for one in nursery.assessments
        for item in one.items
    }
    assert outcomes == set(Outcome)


def test_an_operator_has_several_places_that_were_assessed(demonstration: Demonstration) -> None:
    coded = [one for one in demonstration.nurseries if one.credit_code]
    places = Counter(one.credit_code for one in coded)
    assert sum(count > 1 for count in places.values()) > 20
    assessed = Counter(one.credit_code for one in coded if one.assessments)
    assert sum(count > 1 for count in assessed.values()) > 5


def test_no_person_and_no_mobile_reaches_the_store(demonstration: Demonstration) -> None:
    stored = demonstration.store.read_bytes()
    assert "檐".encode() in stored
    persons = {words.person(number) for number in range(100)}
    assert len(persons) == 16
    for private in (*persons, "1990000"):
        assert private.encode() not in stored
        assert json.dumps(private)[1:-1].encode() not in stored
