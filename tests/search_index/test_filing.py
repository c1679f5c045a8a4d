"""The filing check: whole names and codes, one slip, parts of names, addresses, and nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.vocabulary import Filed
from search_index.filing import MOST
from search_index.generation import Generation
from search_index.store import Store
from search_index.typed_codes import slips, typed_code
from tests.search_index.synthetic import CHAINS, TODAY, named
from tests.search_index.typed import REGION_NAMES

CODE = "91320582MA1NAKDR25"
SUYANG = replace(
    named("suyang", "张家港市苏阳托育中心有限公司", "江苏省苏州市张家港市杨舍镇新闸路160号二楼"),
    trading_names=("苏阳托育",),
    former_names=("小海豚托儿所",),
    credit_code=CODE,
)
NURSERIES = [
    SUYANG,
    replace(SUYANG, id="branch", name="张家港市苏阳托育中心有限公司塘桥分店", former_names=()),
    replace(named("gone", "檐铃托育(江阳)有限公司"), filed=Filed.CANCELLED),
    named("first", "启明幼儿园", "和平路12号"),
    replace(named("second", "启明幼儿园", "和平路112号"), region=CHAINS[2]),
    replace(named("odd", "童语托育园"), credit_code="913205820000000000"),
    *(named(f"many{number}", f"第{number}阳光托育中心") for number in range(30)),
]


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    store = Store(tmp_path_factory.mktemp("filing"))
    store.build(NURSERIES, revision="1", fictional=True, region_names=REGION_NAMES)
    return store.open_current(TODAY)


@pytest.mark.parametrize(
    ("typed", "verdict", "found"),
    [
        ("张家港市苏阳托育中心有限公司", "exact", [("suyang", "name")]),
        ("張家港市蘇陽託育中心（有限公司）", "exact", [("suyang", "name")]),
        ("苏阳托育", "exact", [("branch", "trading_name"), ("suyang", "trading_name")]),
        ("小海豚托儿所", "exact", [("suyang", "former_name")]),
        ("启明幼儿园", "exact", [("first", "name"), ("second", "name")]),
        ("檐铃托育 （江阳） 有限公司", "exact", [("gone", "name")]),
        (CODE, "exact", [("branch", "credit_code"), ("suyang", "credit_code")]),
        (
            "９１３２０５８２ ma1nakdr25",
            "exact",
            [("branch", "credit_code"), ("suyang", "credit_code")],
        ),
        (
            f"苏阳 信用代码：{CODE}",
            "exact",
            [("branch", "credit_code"), ("suyang", "credit_code")],
        ),
        ("9132O582MAlNAKDR25", "similar", [("branch", "credit_code"), ("suyang", "credit_code")]),
        (
            CODE.replace("NA", "AN"),
            "similar",
            [("branch", "credit_code"), ("suyang", "credit_code")],
        ),
        (CODE[:-1], "similar", [("branch", "credit_code"), ("suyang", "credit_code")]),
        (f"{CODE}7", "similar", [("branch", "credit_code"), ("suyang", "credit_code")]),
        ("91320582MA99999999", "not_in_copy", []),
        ("苏杨托育", "similar", [("branch", "trading_name"), ("suyang", "trading_name")]),
        ("檐玲托育(江阳)有限公司", "similar", [("gone", "name")]),
        ("檐铃托育", "similar", [("gone", "name")]),
        ("江阳区檐铃托育", "similar", [("gone", "name")]),
        ("小海豚托儿所杨舍店", "similar", [("suyang", "former_name")]),
        ("张家港市杨舍镇新闸路160号", "similar", [("branch", "address"), ("suyang", "address")]),
        ("杨舍镇新閘路160號", "similar", [("branch", "address"), ("suyang", "address")]),
        ("杨舍镇新扎路160号", "similar", [("branch", "address"), ("suyang", "address")]),
        ("杨舍镇新闸路16号", "not_in_copy", []),
        ("和平路12号", "similar", [("first", "address")]),
        ("月光宝盒托育中心", "not_in_copy", []),
        ("😀", "not_in_copy", []),
        ("", "not_in_copy", []),
    ],
)
def test_what_a_text_means(
    generation: Generation, typed: str, verdict: str, found: list[tuple[str, str]]
) -> None:
    answer = generation.check_filing(typed)
    matched = sorted((one.nursery.id, one.match) for one in answer.matches)
    assert (answer.verdict, matched, answer.more) == (verdict, found, False)


@pytest.mark.parametrize(
    ("typed", "general", "found"),
    [
        ("幼儿园", True, []),
        ("张家港市托育中心", True, []),
        ("苏州张家港幼儿园", True, []),
        ("启明幼儿圆", False, [("first", False), ("second", False)]),
        ("张家港启明幼儿圆", False, [("first", False), ("second", True)]),
        ("鼓楼区启明幼儿园", False, [("second", False), ("first", True)]),
    ],
)
def test_a_named_place_tells_the_others_apart(
    generation: Generation, typed: str, general: bool, found: list[tuple[str, bool]]
) -> None:
    answer = generation.check_filing(typed)
    assert answer.general is general
    assert [(one.nursery.id, one.elsewhere) for one in answer.matches] == found


def test_a_code_is_doubted_whether_or_not_it_is_found(generation: Generation) -> None:
    for typed, doubt in (
        (CODE, None),
        ("913205820000000000", "credit-code-check-digit"),
        ("9132O582MAlNAKDR25", "credit-code-letter"),
        (CODE[:-1], "credit-code-length"),
    ):
        answer = generation.check_filing(typed)
        assert (answer.code, answer.doubt) == (typed.upper(), doubt)
    assert generation.check_filing("913205820000000000").verdict == "exact"
    assert generation.check_filing("苏阳托育").code is None


@pytest.mark.parametrize(
    ("typed", "verdict", "doubt", "found"),
    [
        (f"张家港市苏阳托育中心有限公司 {CODE}", "exact", None, {"suyang"}),
        (f"統一社會信用代碼：{CODE} 蘇陽託育", "exact", None, {"suyang", "branch"}),
        (f"檐铃托育（江阳）有限公司 {CODE}", "similar", "code-of-another",
         {"gone", "suyang", "branch"}),
        (f"托育中心 {CODE}", "exact", None, {"suyang", "branch"}),
        ("檐铃托育 91320582MA1X6UDU11", "similar", "code-unknown", {"gone"}),
        (f"檐铃托育 {CODE}", "similar", "code-of-another", {"gone", "suyang", "branch"}),
        ("张家港市苏阳托育中心有限公司 91320582MA1X6UDU11", "similar", "code-unknown", {"suyang"}),
        ("檐铃托育(江阳)有限公司 91320582MA1X6UDU11", "similar", "code-unknown", {"gone"}),
        ("童语托育园 913205820000000000", "exact", "credit-code-check-digit", {"odd"}),
        ("启明幼儿园 91320582MA12345678", "similar", "credit-code-check-digit",
         {"first", "second"}),
    ],
)  # fmt: skip
def test_a_name_and_a_code_must_be_of_one_nursery(
    generation: Generation, typed: str, verdict: str, doubt: str | None, found: set[str]
) -> None:
    answer = generation.check_filing(typed)
    assert (answer.verdict, answer.doubt) == (verdict, doubt)
    assert {one.nursery.id for one in answer.matches} == found


def test_a_word_of_many_names_gives_the_first_and_says_so(generation: Generation) -> None:
    answer = generation.check_filing("阳光托育")
    assert (answer.verdict, len(answer.matches), answer.more) == ("similar", MOST, True)


def test_a_slip_is_one_change_and_nothing_twice() -> None:
    changed = list(slips(CODE))
    assert len(set(changed)) == len(changed)
    assert CODE not in changed
    assert {len(one) for one in changed} == {18}
    assert typed_code("0512-67770000 学前教育") is None
    assert typed_code("KINDERGARTENABC1") is None


@given(st.text(max_size=300))
def test_any_text_has_an_answer(generation: Generation, text: str) -> None:
    answer = generation.check_filing(text)
    assert answer.verdict in ("exact", "similar", "not_in_copy")
    assert (answer.verdict == "not_in_copy") is (answer.matches == ())
    assert len(answer.matches) <= MOST
