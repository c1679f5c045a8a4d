"""While typing: names, divisions, brands and policies, by characters, script, pinyin, initials."""

from __future__ import annotations

import pytest

from search_index.beginnings import brand_of, division_keys, tail_of
from search_index.generation import Generation
from search_index.request import SearchRequest
from search_index.suggest import Suggestion
from tests.search_index.synthetic import REGION_NAMES
from tests.search_index.typed import built

YANLING = Suggestion("nursery", "泸州檐铃托育服务有限公司", "yanling")
SECOND = Suggestion("nursery", "江阳区第二檐铃幼儿园", "yanling2")
BRAND = Suggestion("brand", "檐铃", "檐铃")
SUYANG = Suggestion("nursery", "张家港市苏阳托育中心有限公司", "suyang")
TRADING = Suggestion("nursery", "苏阳托育", "suyang")
JIANGYANG = Suggestion("division", "四川省泸州市江阳区", "510502")
POLICIES = {"filing": "备案是什么", "price": "托育收费怎么定"}


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    return built(tmp_path_factory.mktemp("suggested"))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("檐", [BRAND, SECOND, YANLING]),
        ("檐鈴託", [YANLING]),
        ("泸州檐", [YANLING]),
        ("yanl", [BRAND, SECOND, YANLING]),
        ("ylty", [YANLING]),
        ("yanling", [BRAND, SECOND, YANLING]),
        ("苏阳", [SUYANG]),
        ("苏阳托育", [SUYANG]),
        ("蘇陽託育中心", [SUYANG]),
        ("海豚", [Suggestion("nursery", "小海豚托儿所", "suyang")]),
        ("江阳", [JIANGYANG]),
        ("jiangyangq", [JIANGYANG]),
        ("酒城", [Suggestion("division", "四川省泸州市", "5105")]),
        ("备案", [Suggestion("policy", "备案是什么", "filing")]),
        ("beian", [Suggestion("policy", "备案是什么", "filing")]),
    ],
)
def test_what_is_suggested(generation: Generation, typed: str, first: list[Suggestion]) -> None:
    found = [
        one
        for one in generation.suggest(typed, 8, POLICIES)
        if one.kind != "division" or one in first
    ]
    assert found[: len(first)] == first


def test_suggestions_keep_to_their_limit(generation: Generation) -> None:
    assert generation.suggest("") == generation.suggest("  ") == generation.suggest("檐", 0) == ()
    assert len(generation.suggest("檐", 2)) == 2


def test_divisions_with_nurseries_come_first(generation: Generation) -> None:
    found = [one for one in generation.suggest("鼓楼") if one.kind == "division"]
    assert found[0] == Suggestion("division", "江苏省南京市鼓楼区", "320106")
    assert len(found) == 3


def test_every_suggested_nursery_is_there(generation: Generation) -> None:
    found = {
        one.value
        for typed in "檐苏江普鼓西托"
        for one in generation.suggest(typed)
        if one.kind == "nursery"
    }
    assert len(found) > 5
    assert all(generation.get(id_) is not None for id_ in found)


def test_brands_are_what_stands_between_place_and_kind() -> None:
    forms = division_keys(("32", "3205", "320582"), REGION_NAMES)
    tail = tail_of("江苏张家港市苏阳托育中心有限公司", forms)
    assert (tail, brand_of(tail, forms)) == ("苏阳托育中心有限公司", "苏阳")
    assert brand_of("檐铃张家港托育", forms) == "檐铃"
    assert brand_of("托育中心", forms) is None


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("檐玲托育", "檐铃托育"),
        ("泸州檐铃托肓服务有限公司", "泸州檐铃托育服务有限公司"),
        ("泸州檐托育服务有限公司", "泸州檐铃托育服务有限公司"),
        ("泸州檐铃托育育服务有限公司", "泸州檐铃托育服务有限公司"),
        ("泸州铃檐托育服务有限公司", "泸州檐铃托育服务有限公司"),
        ("張家港市蘇羊託育中心", "张家港市苏阳托育中心"),
        ("酥阳", "苏阳"),
        ("苏羊", "苏阳"),
        ("拖育", "托育"),
        ("脱育", "托育"),
        ("讬yu", "托育"),
        ("suyang", "苏阳"),
        ("江羊区", "江阳区"),
    ],
)
def test_one_slip_is_corrected(generation: Generation, typed: str, corrected: str) -> None:
    proposals = generation.corrections(typed)
    assert corrected in proposals
    assert all(generation.search(SearchRequest(text=one)).total for one in proposals)


@pytest.mark.parametrize("typed", ["檐铃托育", "蘇陽", "happy 3", "", "x", "完全没有的名字", "😀"])
def test_what_is_right_or_hopeless_is_not_corrected(generation: Generation, typed: str) -> None:
    assert generation.corrections(typed) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("suyang", {"suyang"}),
        ("suyangtuoyu", {"suyang"}),
        ("yanling youeryuan", {"yanling2"}),
        ("happy", {"yubaby"}),
        ("91320582ma00000001", {"suyang"}),
        ("小海豚", {"suyang"}),
        ("云雀社区", {"suyang"}),
        ("杨舍镇", {"suyang"}),
        ("人民路18号", {"gulou"}),
        ("蒙氏", {"yingyu"}),
        ("qqqq", set()),
    ],
)
def test_what_else_finds_a_nursery(generation: Generation, typed: str, found: set[str]) -> None:
    hits = generation.search(SearchRequest(text=typed)).hits
    assert {hit.nursery.id for hit in hits} == found
