"""Every rung of the ladder gives up one thing, and its count is what that search finds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.nursery import Price
from registry.vocabulary import Filed, Form, Nature, Unit
from search_index.counting import Counting
from search_index.generation import Generation
from search_index.ladder import RUNGS
from search_index.request import UNPUBLISHED, Point, SearchRequest
from search_index.store import Store
from tests.search_index.synthetic import CHAINS, REGION_NAMES, TODAY, named, requests
from tests.search_index.test_ranking_document import FAR, NEAR

PRICE = Price(Form.FULL_DAY, None, None, 2400, 2800, Unit.MONTH, None, about=False, as_of=TODAY)
NURSERIES = [
    replace(named("a", "苏阳托育"), nature=Nature.PUBLIC, location=FAR, prices=(PRICE,)),
    replace(named("b", "星河托育"), nature=Nature.PRIVATE, location=NEAR, prices=(PRICE,)),
    replace(named("c", "星河幼儿园"), region=CHAINS[1]),
    replace(named("d", "月亮托育"), filed=Filed.CANCELLED, region=CHAINS[4]),
]
HOME = Point(31.8, 120.5)


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    store = Store(tmp_path_factory.mktemp("ladder"))
    store.build(NURSERIES, revision="1", fictional=True, region_names=REGION_NAMES)
    return store.open_current(TODAY)


def rungs(generation: Generation, request: SearchRequest) -> list[tuple[str, str, str, int]]:
    return [(one.kind, one.key, one.value, one.count) for one in generation.relaxations(request)]


def test_each_filter_is_given_up_alone(generation: Generation) -> None:
    request = SearchRequest(
        text="星河", choices={"nature": ("public",), "region": ("320582",)}, price_max=2000
    )
    assert generation.search(request).total == 0
    assert rungs(generation, request) == []  # no single step finds anybody
    request = replace(request, choices={"region": ("320582",)})
    assert (
        rungs(generation, request)
        == [
            ("price", "price_max", "2500", 1),
            ("wider", "region", "3205", 0),
            ("drop", "price_max", "2000", 1),
        ][::2]
    )


def test_what_is_unpublished_can_be_let_in(generation: Generation) -> None:
    request = SearchRequest(choices={"nature": ("public",)})
    assert rungs(generation, request) == [
        ("unpublished", "nature", UNPUBLISHED, 2),
        ("drop", "nature", "public", 3),
    ]


def test_words_are_left_out_one_by_one(generation: Generation) -> None:
    assert rungs(generation, SearchRequest(text="苏阳 星河")) == [
        ("word", "q", "苏阳", 2),
        ("word", "q", "星河", 1),
    ]


def test_distances_widen_by_steps(generation: Generation) -> None:
    request = SearchRequest(near=HOME, within=0.5)
    found = rungs(generation, request)
    assert found == [
        ("distance", "within", "3", 1),
        ("drop", "within", "0.5", 3),
    ]


def test_divisions_widen_to_the_one_around(generation: Generation) -> None:
    assert rungs(generation, SearchRequest(choices={"region": ("3205z1",)})) == [
        ("wider", "region", "3205", 3),
        ("drop", "region", "3205z1", 3),
    ]


def test_cancelled_filings_can_be_looked_for(generation: Generation) -> None:
    assert rungs(generation, SearchRequest(text="月亮")) == [
        ("word", "q", "月亮", 3),
        ("cancelled", "filed", "cancelled", 1),
    ]


def test_counts_are_what_the_search_finds(generation: Generation) -> None:
    asked = [
        SearchRequest(text="托育 星河", choices={"nature": ("public",)}, price_min=2000),
        SearchRequest(near=HOME, within=1, choices={"region": ("3205",)}),
        SearchRequest(choices={"region": ("3205z1",), "price": ("unpublished",)}),
        SearchRequest(text=" ".join("托育" for _ in range(60)), price_max=100),
    ]
    checked = 0
    for request in asked:
        total = generation.search(request).total
        found = generation.relaxations(request)
        assert len(found) <= RUNGS
        for one in found:
            assert one.count == generation.search(one.request).total > total
            checked += 1
    assert checked > 3


@given(st.lists(requests(), min_size=1, max_size=4))
def test_counting_many_is_counting_each(generation: Generation, asked: list[SearchRequest]) -> None:
    counting = Counting(generation.parts, generation.words)
    assert [counting(one) for one in asked] == [generation.count(one) for one in asked]


def test_a_filter_is_not_dropped_for_what_its_blanks_bring(generation: Generation) -> None:
    request = SearchRequest(choices={"nature": ("public", "private")})
    # To drop it would bring the same three.
    assert rungs(generation, request) == [("unpublished", "nature", UNPUBLISHED, 3)]
