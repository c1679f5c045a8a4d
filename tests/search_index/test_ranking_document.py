"""`docs/ranking.md` is the whole truth about the order: the code is held to its tables."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from registry.nursery import Location, Nursery, Price, Vacancy
from registry.recognition import Recognition
from registry.vocabulary import (
    AgeClass,
    Datum,
    Form,
    Nature,
    Precision,
    RecognitionKind,
    Setting,
    Unit,
)
from search_index.answer import Hit
from search_index.generation import Generation
from search_index.orders import completeness
from search_index.postings import IMPACT_UNIT
from search_index.request import SORTS, Point, SearchRequest
from search_index.schema import WEIGHTS
from search_index.store import Store
from search_index.weighing import K1, B
from tests.search_index.synthetic import BARE, CHAINS, REGION_NAMES, TODAY, named

PAGE = (Path(__file__).parents[2] / "docs" / "ranking.md").read_text("utf-8")
PRICE = Price(Form.FULL_DAY, None, None, 1000, 1500, Unit.MONTH, None, about=False, as_of=TODAY)
FACTS: dict[str, object] = {
    "address": "学府路1号",
    "location": Location(31.8, 120.5, Precision.POINT, Datum.WGS84, 31.8, 120.5),
    "phones": ("0512-1",),
    "filed": BARE.filed,
    "filed_on": TODAY,
    "nature": Nature.PUBLIC,
    "setting": Setting.COMMUNITY,
    "forms": (Form.FULL_DAY,),
    "classes": (AgeClass.MIXED,),
    "capacity": 60,
    "inclusive_changes": ((TODAY, None),),
    "vacancy": Vacancy(3, TODAY),
    "prices": (PRICE,),
    "recognitions": (Recognition(RecognitionKind.PILOT, "x", None, "试点", "某局", ()),),
    "hours": "8:00-17:00",
    "description": "环境温馨",
}


def table(heading: str) -> list[list[str]]:
    """The rows of the table whose first heading is this, without marks."""
    rows = re.search(rf"^\| {heading} \|.*\n\|[-:| ]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert rows is not None, heading
    return [
        [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
        for line in rows[1].splitlines()
    ]


def test_the_fields_weigh_what_the_page_says() -> None:
    assert {row[0]: float(row[1]) for row in table("field")} == WEIGHTS


def test_the_parameters_are_those_of_the_page() -> None:
    assert [float(row[1]) for row in table("parameter")] == [K1, B, IMPACT_UNIT]


def test_every_published_fact_of_the_page_is_one_point_and_no_other() -> None:
    attributes = [row[1] for row in table("fact")]
    assert attributes == list(FACTS)
    unfiled = replace(BARE, filed=None)
    for attribute in attributes:
        one = replace(unfiled, **{attribute: FACTS[attribute]})  # type: ignore[arg-type]
        assert completeness(one) - completeness(unfiled) == 1, attribute
    whole = replace(BARE, **FACTS)  # type: ignore[arg-type]
    more = replace(
        whole, trading_names=("甲",), credit_code="1", staff={"a": 1}, floor_area=1.0, ages=(6, 36)
    )
    assert completeness(whole) == completeness(more) == len(attributes)


def test_the_page_lists_every_order() -> None:
    assert {row[0] for row in table("order")} | {"relevance"} == set(SORTS)


FAR = Location(31.9, 120.5, Precision.POINT, Datum.WGS84, 31.9, 120.5)
NEAR = replace(FAR, lat=31.81)
RANKED = [
    named("exact", "星河"),
    named("prefix", "星河宝贝"),
    named("name", "苏州星河"),
    replace(named("trading", "苏州甲"), trading_names=("大星河",)),
    named("address", "苏州乙", "星河"),
    replace(named("description", "苏州丙"), description="星河"),
]
PRICED = replace(named("priced", "青杏"), prices=(PRICE,))
TIED: list[Nursery] = [
    replace(named("far", "月亮甲"), location=FAR, hours="8:00", capacity=9),
    replace(named("near", "月亮丙"), location=NEAR, hours="8:00", capacity=9),
    replace(named("nowhere", "月亮乙"), hours="8:00", capacity=9, phones=("1",)),
    replace(
        named("fuller", "月亮丁"), hours="8:00", capacity=9, phones=("1",), nature=Nature.PUBLIC
    ),
]


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    store = Store(tmp_path_factory.mktemp("ranked"))
    one_region = [replace(one, region=CHAINS[0]) for one in [*RANKED, *TIED, PRICED]]
    store.build(one_region, revision="1", fictional=True, region_names=REGION_NAMES)
    return store.open_current(TODAY)


def hits(generation: Generation, request: SearchRequest) -> tuple[Hit, ...]:
    return generation.search(request).hits


def test_names_stand_before_addresses_before_descriptions(generation: Generation) -> None:
    found = hits(generation, SearchRequest(text="星河"))
    assert [hit.nursery.id for hit in found] == [one.id for one in RANKED]
    assert [hit.reasons[0] for hit in found] == [
        "name_exact",
        "name_prefix",
        "name",
        "name",
        "address",
        "text",
    ]


def test_equal_text_is_ordered_by_distance_then_by_what_is_published(
    generation: Generation,
) -> None:
    found = hits(generation, SearchRequest(text="亮", near=Point(31.8, 120.5)))
    assert [hit.nursery.id for hit in found] == ["near", "far", "fuller", "nowhere"]
    found = hits(generation, SearchRequest(text="亮"))
    assert [hit.nursery.id for hit in found] == ["fuller", "near", "far", "nowhere"]


def test_every_reason_given_is_explained(generation: Generation) -> None:
    explained = {row[0] for row in table("code")}
    near = Point(31.8, 120.5)
    given = {
        reason
        for sort in SORTS
        for text in ("", "星河", "亮")
        for hit in hits(generation, SearchRequest(text=text, near=near, sort=sort))
        for reason in hit.reasons
    }
    given |= {reason for hit in hits(generation, SearchRequest()) for reason in hit.reasons}
    named = hits(generation, SearchRequest(text="张家港"))
    assert {hit.reasons for hit in named} == {("division",)}
    assert [hit.nursery.id for hit in named] == [
        hit.nursery.id for hit in hits(generation, SearchRequest())
    ]
    assert given | {"division"} == explained
