"""The fictional world: any number, every state, codes that hold, gaps as in real life."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.resources import files
from itertools import product

import pytest

from registry.demo import words
from registry.demo.publishing import world
from registry.demo.titles import Calendar, five_working_days, histories
from registry.demo.world import DemoNursery, DemoTitle
from registry.places.credit_code import check
from registry.places.divisions import Divisions
from registry.vocabulary import Filed, Level, RecognitionKind, State

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def nurseries() -> list[DemoNursery]:
    return [one for _, settled in world(2000, 1, TODAY) for one in settled]


@pytest.mark.parametrize("number", [1, 7, 131, 2000, 5000])
def test_any_number_on_request(number: int) -> None:
    numbers = [one.number for _, settled in world(number, 1, TODAY) for one in settled]
    assert numbers == list(range(number))


def test_the_main_cities_and_their_zones_are_inhabited(nurseries: list[DemoNursery]) -> None:
    inhabited = {(one.city.name, one.district.name) for one in nurseries}
    assert inhabited >= {
        ("泸州市", "江阳区"),
        ("石家庄市", "长安区"),
        ("沈阳市", "沈抚示范区"),
        ("重庆市", "南岸区"),
        ("南京市", "鼓楼区"),
        ("苏州市", "张家港市"),
        ("苏州市", "苏州工业园区"),
        ("盐城市", "盐南高新区"),
    }


def test_the_centres_bear_the_names_of_the_division_table() -> None:
    table = files("registry.demo").joinpath("centres.csv").read_text(encoding="utf-8")
    named = {row["key"]: row["name"] for row in csv.DictReader(table.splitlines()) if row["key"]}
    divisions = Divisions.with_zones(())
    assert len(named) > 120
    assert named == {key: divisions.name(key) for key in named}


def test_three_authorities_show_every_state(nurseries: list[DemoNursery]) -> None:
    seen = {
        (title.level, title.state(TODAY))
        for one in nurseries
        for title in one.titles
        if title.kind is RecognitionKind.DEMONSTRATION
    }
    assert seen >= set(product((Level.PROVINCIAL, Level.CITY, Level.COUNTY), State))
    assert seen >= {(Level.NATIONAL, State.VALID), (Level.NATIONAL, State.EXPIRED)}


def test_every_state_is_reached_on_any_day() -> None:
    for day in (date(2026, 1, 1) + timedelta(days=offset) for offset in range(0, 800, 3)):
        calendar = Calendar(day)
        titles = [
            DemoTitle(RecognitionKind.DEMONSTRATION, Level.CITY, events)
            for events in histories(calendar)
        ]
        assert {title.state(day) for title in titles} == set(State)
        start, end = calendar.open_publicity
        assert start <= day <= end


def test_a_publicity_counts_its_first_day() -> None:
    assert five_working_days(date(2025, 3, 5)) == (date(2025, 3, 5), date(2025, 3, 11))
    assert five_working_days(date(2026, 11, 21)) == (date(2026, 11, 23), date(2026, 11, 27))


def test_stars_grades_and_pilots_stand_under_schemes_of_their_own(
    nurseries: list[DemoNursery],
) -> None:
    levels: dict[tuple[str, str], set[str]] = {}
    for one in nurseries:
        for title in one.titles:
            levels.setdefault((title.kind, one.city.key), set()).add(title.level)
    assert levels["star", "5105"] == {"1", "2", "3", "4", "5"}
    assert levels["grade", "3306"] == {"一级", "二级", "三级"}
    assert levels["grade", "5329"] == {"AAAA", "AAA", "AA"}
    assert levels["pilot", "1301"] == {"provincial"}
    assert levels["standardisation", "5001"] == {"city"}


def test_codes_hold_but_for_the_intended_slips(nurseries: list[DemoNursery]) -> None:
    codes = [one.credit_code for one in nurseries if one.credit_code]
    assert {code[8:10] for code in codes} == {"XX"}
    doubts = Counter(check(code) for code in codes)
    assert set(doubts) == {None, "credit-code-check-digit"}
    assert 0.01 < doubts["credit-code-check-digit"] / len(codes) < 0.04


def _share(values: Iterable[object]) -> float:
    known = [value is not None for value in values]
    return 1 - sum(known) / len(known)


def test_gaps_are_as_common_as_in_real_lists(nurseries: list[DemoNursery]) -> None:
    assert 0.25 < _share(one.prices for one in nurseries) < 0.35
    assert 0.2 < _share(one.phone for one in nurseries) < 0.3
    assert 0.01 < _share(one.premises.address for one in nurseries) < 0.04
    assert 0.03 < _share(one.premises.lng for one in nurseries) < 0.09
    assert 0.04 < _share(one.credit_code for one in nurseries) < 0.08
    assert 0.2 < _share(one.inclusive_places for one in nurseries) < 0.45
    filed = Counter(one.filed for one in nurseries)
    assert filed[Filed.YES] > 1700
    assert min(filed[Filed.CANCELLED], filed[None]) > 50


def test_inclusive_places_are_all_some_none_or_unknown(nurseries: list[DemoNursery]) -> None:
    kinds = Counter(
        None
        if one.inclusive_places is None
        else (one.inclusive_places > 0) + (one.inclusive_places == one.capacity)
        for one in nurseries
    )
    assert set(kinds) == {None, 0, 1, 2}
    assert min(kinds.values()) > 100
    assert all((one.inclusive_places or 0) <= one.capacity for one in nurseries)


def test_operators_have_several_sites(nurseries: list[DemoNursery]) -> None:
    sites = Counter((one.city.key, one.name) for one in nurseries)
    chains = {name: number for name, number in sites.items() if number > 1}
    assert 30 < len(chains) < 200
    branches = [one for one in nurseries if (one.city.key, one.name) in chains]
    trading = Counter((one.city.key, one.trading_name) for one in branches if one.trading_name)
    assert max(trading.values()) == 1


def test_brands_do_not_repeat() -> None:
    assert len({words.brand(number) for number in range(13_824)}) == 13_824
