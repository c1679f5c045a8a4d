"""The keys of the search URL: what is taken, what is ignored, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from werkzeug.test import EnvironBuilder

from nursery_site import links
from nursery_site.arguments import CHOICES, PATTERNS, Arguments, Problem, as_shown, parse
from nursery_site.locales import Locale
from search_index.request import FACETS, SORTS, Point, SearchRequest


def asked(query: str) -> Arguments:
    """The arguments of a query string."""
    pairs = [pair.split("=", 1) for pair in query.split("&")] if query else []
    return parse(MultiDict((key, value) for key, value in pairs))


def test_every_key_is_read() -> None:
    arguments = asked(
        "q= 苏阳  托育 &region=32&region=3209z1&near=31.2,120.6&near2=31.3,120.7&within=3"
        "&demo=city&demo=unpublished&form=full_day&age=18&price_min=1000&price_max=2000"
        "&price=unpublished&sort=distance_sum&page=2&per_page=50"
    )
    assert arguments.problems == ()
    assert arguments.ignored == ()
    assert arguments.request == SearchRequest(
        text="苏阳 托育",
        choices={
            "region": ("32", "3209z1"),
            "demo": ("city", "unpublished"),
            "form": ("full_day",),
            "price": ("unpublished",),
        },
        near=Point(31.2, 120.6),
        near2=Point(31.3, 120.7),
        within=3.0,
        age=18,
        price_min=1000,
        price_max=2000,
        sort="distance_sum",
        page=2,
        per_page=50,
    )


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("star=9", Problem("star", "9", "choice")),
        ("region=1", Problem("region", "1", "choice")),
        ("region=３２", Problem("region", "３２", "choice")),
        ("age=1.5", Problem("age", "1.5", "whole_months")),
        ("age=73", Problem("age", "73", "range")),
        ("price_min=-1", Problem("price_min", "-1", "whole")),
        ("price_min=3000&price_max=2000", Problem("price_min", "3000", "above_max")),
        ("near=31.2", Problem("near", "31.2", "point")),
        ("near=nan,1", Problem("near", "nan,1", "point")),
        ("near=91,0", Problem("near", "91,0", "point")),
        ("near=3e1,120", Problem("near", "3e1,120", "point")),
        ("near=３１,120", Problem("near", "３１,120", "point")),
        ("near=1_0,120", Problem("near", "1_0,120", "point")),
        ("near=1, 2", Problem("near", "1, 2", "point")),
        ("near=1,2&within=0", Problem("within", "0", "range")),
        ("near=1,2&within=x", Problem("within", "x", "number")),
        ("within=3", Problem("within", "3", "needs_near")),
        ("near2=1,2", Problem("near2", "1,2", "needs_near")),
        ("sort=distance", Problem("sort", "distance", "needs_near")),
        ("sort=distance_sum&near=1,2", Problem("sort", "distance_sum", "needs_near2")),
        ("sort=cheap", Problem("sort", "cheap", "choice")),
        ("page=0", Problem("page", "0", "range")),
        ("per_page=101", Problem("per_page", "101", "range")),
        ("age=1&age=2", Problem("age", "2", "once")),
        ("q=" + "托" * 201, Problem("q", "托" * 201, "long")),
    ],
)
def test_a_bad_value_is_a_problem_and_the_rest_stands(query: str, problem: Problem) -> None:
    arguments = asked(f"{query}&form=full_day")
    assert arguments.problems == (problem,)
    assert arguments.request.choices == {"form": ("full_day",)}


@pytest.mark.parametrize(
    "written", ["2000", "２０００", "2000元", "2,000", "２，０００ 元", "2000 元"]
)
def test_a_number_is_read_as_people_write_it(written: str) -> None:
    arguments = parse(MultiDict([("price_max", written), ("age", "18个月")]))
    assert arguments == Arguments(SearchRequest(price_max=2000, age=18), (), ())


def test_unknown_keys_are_named_and_empty_fields_are_absent() -> None:
    arguments = asked("utm=1&price_min=&q=&star=&lang=en")
    assert arguments == Arguments(SearchRequest(), ("utm",), ())


def test_every_facet_takes_what_is_not_published() -> None:
    assert {*CHOICES, *PATTERNS} == set(FACETS)
    query = "&".join(f"{key}=unpublished" for key in FACETS)
    assert asked(query).request.choices == dict.fromkeys(FACETS, ("unpublished",))


def test_every_sort_is_reachable() -> None:
    reached = {asked(f"near=1,2&near2=3,4&sort={sort}").request.sort for sort in SORTS}
    assert reached == set(SORTS)


def test_a_page_names_no_home_and_means_the_inmost_place() -> None:
    query = "near=31.315678,120.636299&region=32&region=3205&region=51&region=3209z1"
    shown = as_shown(asked(query).request)
    assert shown == SearchRequest(
        near=Point(31.316, 120.636), choices={"region": ("3205", "51", "3209z1")}
    )
    assert as_shown(SearchRequest()) == SearchRequest()


@pytest.mark.parametrize(
    ("query", "shorter"),
    [
        ("q=%E8%8B%8F+a&near=31.31567%2C120.63629&utm", "q=%E8%8B%8F+a&near=31.316,120.636&utm"),
        ("near=-31.31567,120&near2=1.5,2", "near=-31.316,120&near2=1.5,2"),
        ("near=31%2E98765,x", "near=31.988,x"),
        ("", ""),
    ],
)
def test_a_query_is_kept_but_for_exact_places(query: str, shorter: str) -> None:
    assert links.rounded(query) == shorter


numbers = st.none() | st.integers(0, 72)
points = st.none() | st.builds(
    Point,
    st.floats(-90, 90).map(lambda degrees: round(degrees, 6)),
    st.floats(-180, 180).map(lambda degrees: round(degrees, 6)),
)
choices = st.fixed_dictionaries(
    {},
    optional={
        key: st.lists(st.sampled_from(values), min_size=1, unique=True).map(tuple)
        for key, values in CHOICES.items()
    },
)


@given(text=st.sampled_from(["", "苏阳", "a&b=c 100%"]), chosen=choices, near=points, age=numbers)
def test_a_link_is_the_search_again(
    text: str, chosen: dict[str, tuple[str, ...]], near: Point | None, age: int | None
) -> None:
    search = SearchRequest(text=text, choices=chosen, near=near, age=age, page=3)
    url = links.search(Locale.EN, search)
    query = EnvironBuilder(url).get_request().args
    assert parse(query) == Arguments(search, (), ())


def test_links_of_neighbouring_searches() -> None:
    search = SearchRequest(text="a", choices={"form": ("full_day", "hourly")}, page=4)
    assert links.search(Locale.EN, links.dropped(search, "form", "hourly")) == (
        "/en/nurseries?q=a&form=full_day"
    )
    assert links.search(Locale.EN, links.added(search, "star", "4")) == (
        "/en/nurseries?q=a&star=4&form=full_day&form=hourly"
    )
    placed = SearchRequest(near=Point(31.2, 120.6), within=3, sort="distance")
    assert links.search(Locale.EN, placed) == (
        "/en/nurseries?near=31.2,120.6&within=3&sort=distance"
    )
    assert links.search(Locale.EN, links.without_place(placed)) == "/en/nurseries"
