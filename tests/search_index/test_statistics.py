"""Figures of divisions against a plain count over the nurseries themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

import pytest

from registry.completeness import KEY_FACTS, published
from registry.nursery import Nursery, Price
from registry.recognition import Recognition, StageEvent
from registry.vocabulary import (
    HELD,
    AgeClass,
    Filed,
    Form,
    Inclusive,
    Level,
    Meals,
    RecognitionKind,
    Stage,
    Unit,
)
from search_index.generation import Generation
from search_index.statistics import FEWEST_PRICES
from search_index.store import Store
from tests.search_index.synthetic import BARE, CHAINS, REGION_NAMES, TODAY


def fee(low: float | None, high: float | None, age_class: AgeClass | None = None) -> Price:
    return Price(
        Form.FULL_DAY, age_class, None, low, high, Unit.MONTH, Meals.EXCLUDED, False, TODAY
    )


def title(kind: RecognitionKind, level: str | None, until: date | None) -> Recognition:
    event = StageEvent(Stage.CONFERRED, date(2024, 1, 1), until, 1)
    return Recognition(kind, f"{kind}", level, "", "", (event,))


def made(number: int) -> Nursery:
    """One of many, each kind of gap in some of them."""
    prices: tuple[Price, ...] = ()
    if number % 3:
        prices = (fee(900 + number, 1100 + number), fee(2000, 2000 + number, AgeClass.INFANT))
    if number % 10 == 0:
        prices = (fee(None, 1500),)
    titles: tuple[Recognition, ...] = ()
    if number % 7 == 0:
        end = date(2026, 11, 20) if number % 2 else date(2026, 12, 31)
        titles = (title(RecognitionKind.DEMONSTRATION, list(Level)[number % 4], end),)
    if number % 13 == 0:
        # 示范, and no word on the level; some hold one with a level too.
        titles = (*titles, title(RecognitionKind.DEMONSTRATION, None, None))
    if number % 11 == 0:
        titles = (*titles, title(RecognitionKind.PILOT, "provincial", None))
    return replace(
        BARE,
        id=f"n{number}",
        region=CHAINS[number % len(CHAINS)],
        filed=(Filed.YES, Filed.YES, None, Filed.CANCELLED)[number % 4],
        filed_on=date(2018 + number % 6, 3, 1) if number % 5 else None,
        capacity=20 + number if number % 4 != 2 else None,
        inclusive_places=number % 30 if number % 5 == 1 else None,
        inclusive_changes=(
            ((date(2024, 1, 1), list(Inclusive)[number % 3]),) if number % 2 else ()
        ),
        prices=prices,
        recognitions=titles,
        hours="7:30—17:30" if number % 6 == 0 else None,
    )


NURSERIES = [made(number) for number in range(300)]


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    folder: Path = tmp_path_factory.mktemp("statistics")
    store = Store(folder)
    store.build(NURSERIES, revision="s1-d0", fictional=False, region_names=REGION_NAMES)
    return store.open_current(TODAY)


def inside(region: str) -> list[Nursery]:
    return [
        one
        for one in NURSERIES
        if (not region or region in one.region) and one.filed is not Filed.CANCELLED
    ]


REGIONS = sorted({key for chain in CHAINS for key in chain} | {"", "99"})


@pytest.mark.parametrize("region", REGIONS)
def test_counts_are_those_of_the_nurseries(generation: Generation, region: str) -> None:
    found, here = generation.statistics.of(region), inside(region)
    assert found.nurseries == len(here)
    assert found.filed == sum(one.filed is Filed.YES for one in here)
    assert found.places == sum(one.capacity or 0 for one in here)
    assert found.places_known == sum(one.capacity is not None for one in here)
    assert found.filed_places == sum(one.capacity or 0 for one in here if one.filed)
    said = [one.inclusive(TODAY) for one in here]
    assert found.inclusive_known == len(said) - said.count(None)
    assert found.inclusive == said.count(Inclusive.YES) + said.count(Inclusive.PARTIAL)
    assert found.inclusive_places == sum(one.inclusive_places or 0 for one in here)
    held = Counter(
        one.level
        for nursery in here
        for one, state in nursery.states(RecognitionKind.DEMONSTRATION, TODAY)
        if state in HELD
    )
    assert {str(level): count for level, count in found.demonstration.items()} == {
        str(level): held[level] for level in Level
    }
    levels = [
        {
            one.level
            for one, state in nursery.states(RecognitionKind.DEMONSTRATION, TODAY)
            if state in HELD
        }
        for nursery in here
    ]
    assert found.demonstration_any == sum(map(bool, levels))
    assert found.demonstration_unlevelled == levels.count({None})
    assert found.pilots == sum(bool(one.states(RecognitionKind.PILOT, TODAY)) for one in here)
    facts = [published(one) for one in here]
    assert list(found.facts.values()) == [sum(one[at] for one in facts) for at in range(10)]
    if here:
        share = sum(map(sum, facts)) / (len(KEY_FACTS) * len(here))
        assert found.completeness == pytest.approx(share)
    else:
        assert found.completeness is None


@pytest.mark.parametrize("region", REGIONS)
def test_fees_are_medians_of_middles(generation: Generation, region: str) -> None:
    fees = generation.statistics.of(region).fees
    closed = [
        [(line.low, line.high) for line in one.prices if line.low is not None]
        for one in inside(region)
    ]
    told = [
        (min(low for low, _ in spans), max(high or 0 for _, high in spans))
        for spans in closed
        if spans
    ]
    assert fees[None].published == len(told)
    if len(told) < FEWEST_PRICES:
        assert (fees[None].median, fees[None].low, fees[None].high) == (None, None, None)
    else:
        assert fees[None].median == pytest.approx(median((low + high) / 2 for low, high in told))
        assert fees[None].low == min(low for low, _ in told)
        assert fees[None].high == max(high for _, high in told)
    assert fees[AgeClass.MIXED].published == 0
    assert fees[AgeClass.INFANT].published == len(told)


@pytest.mark.parametrize("region", REGIONS)
def test_years_are_those_of_the_filed(generation: Generation, region: str) -> None:
    found = generation.statistics.of(region)
    days = [one.filed_on for one in inside(region) if one.filed is Filed.YES]
    years = Counter(day.year for day in days if day)
    assert found.filed_by_year == tuple(sorted(years.items()))
    assert found.filed_without_day == days.count(None)


def test_titles_are_those_of_the_day(generation: Generation) -> None:
    earlier = Generation.open(generation.folder, date(2026, 11, 20))
    before, after = earlier.statistics.of(""), generation.statistics.of("")
    assert before.demonstration_any > after.demonstration_any > 0


def test_the_divisions_inside_one(generation: Generation) -> None:
    statistics = generation.statistics
    assert statistics.inside("") == ("11", "32", "33")
    assert statistics.inside("3205") == ("320582", "3205z1")
    assert statistics.inside("320582") == ()
