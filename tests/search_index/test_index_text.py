"""Words are found in both scripts, cut or not, known or not; nothing typed is an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.keys import name_key
from registry.nursery import Nursery
from search_index.answer import Answer
from search_index.generation import Generation
from search_index.request import SearchRequest
from search_index.store import Store
from tests.search_index.synthetic import CHAINS, REGION_NAMES, TODAY, named

SUYANG = named("suyang", "张家港市苏阳托育中心有限公司", "张家港市杨舍镇学府路18号")
NURSERIES = [
    SUYANG,
    named("fengtai", "逢泰（武汉）托儿所", "人民路1号"),
    replace(named("tianshi", "小天使婴幼儿照护服务有限公司"), trading_names=("天使宝宝屋",)),
    replace(named("beituo", "贝托幼儿园"), region=CHAINS[4], description="蒙台梭利教育"),
    named("a3", "Happy3 蒙氏托育园"),
    named("short", "苏阳"),
    named("longer", "苏阳宝宝托育"),
]


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    store = Store(tmp_path_factory.mktemp("index"))
    store.build(NURSERIES, revision="1", fictional=True, region_names=REGION_NAMES)
    return store.open_current(TODAY)


@pytest.fixture(scope="module")
def ask(generation: Generation) -> Callable[[str], Answer]:
    return lambda text: generation.search(SearchRequest(text=text))


def ids(answer: Answer) -> list[str]:
    return [hit.nursery.id for hit in answer.hits]


@pytest.mark.parametrize(
    "text", ["苏阳托育", "蘇陽託育", "蘇陽 托育", "苏阳，托育！", "苏阳　托育"]
)
def test_both_scripts_find_the_same(ask: Callable[[str], Answer], text: str) -> None:
    assert ids(ask(text)) == ["longer", "suyang"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("张家港市苏阳托育中心有限公司", ["suyang"]),
        ("逢泰武汉托儿所", ["fengtai"]),
        ("逢泰(武漢)託兒所", ["fengtai"]),
        ("贝托", ["beituo"]),
        ("杭州", ["beituo"]),
        ("西湖区", ["beituo"]),
        ("蒙台梭利", ["beituo"]),
        ("学府路", ["suyang"]),
        ("ＨＡＰＰＹ3", ["a3"]),
        ("逢", ["fengtai"]),
        ("没有这个名字", []),
        ("苏阳 没有", []),
    ],
)
def test_what_is_found(ask: Callable[[str], Answer], text: str, found: list[str]) -> None:
    assert ids(ask(text)) == found


def test_synonyms_have_a_direction(ask: Callable[[str], Answer]) -> None:
    assert "fengtai" in ids(ask("托育"))  # 托育 accepts 托儿所
    assert ids(ask("宝宝屋")) != ids(ask("托育"))
    assert ids(ask("天使宝宝屋")) == ["tianshi"]


def test_words_that_say_nothing_filter_nothing(ask: Callable[[str], Answer]) -> None:
    assert ask("托育机构").total == len(NURSERIES)
    assert ask("附近的托育机构").words == ("附近", "的", "托育机构")
    assert ids(ask("托育机构 逢泰")) == ["fengtai"]


def test_an_exact_name_comes_first_then_a_beginning(ask: Callable[[str], Answer]) -> None:
    answer = ask("苏阳")
    assert [(hit.nursery.id, hit.reasons) for hit in answer.hits] == [
        ("short", ("name_exact",)),
        ("longer", ("name_prefix",)),
        ("suyang", ("name",)),
    ]


def test_words_are_shown_as_they_were_typed(ask: Callable[[str], Answer]) -> None:
    assert ask("蘇陽託育 ＨＡＰＰＹ").words == ("蘇陽", "託育", "ＨＡＰＰＹ")


def test_every_piece_of_a_name_finds_it(ask: Callable[[str], Answer]) -> None:
    checked = 0
    for nursery in NURSERIES:
        key = name_key(nursery.name)
        for start in range(len(key)):
            for end in range(start + 2, len(key) + 1):
                if key[start:end].isascii() or key[start].isascii():
                    continue  # letters and digits are found as a whole
                assert nursery.id in ids(ask(key[start:end])), key[start:end]
                checked += 1
    assert checked > 200


@given(
    st.text(max_size=300)
    | st.text(st.sampled_from('苏阳托育的a3 "*?~()[]{}:^\\/+-!&|\x00\x1b\n\u200b😀\ud800\udfff年'))
)
def test_any_text_is_answered(generation: Generation, text: str) -> None:
    answer = generation.search(SearchRequest(text=text))
    assert 0 <= len(answer.hits) <= answer.total <= len(NURSERIES)
    assert generation.get(text) is None


def test_a_long_text_is_cut(ask: Callable[[str], Answer]) -> None:
    assert len("".join(ask("苏阳" * 50_000).words)) == 200


def test_get_gives_back_what_was_built(generation: Generation) -> None:
    assert generation.get("suyang") == SUYANG
    assert generation.get("suyan") is None
    found: list[Nursery] = list(generation.nurseries())
    assert sorted(one.id for one in found) == sorted(one.id for one in NURSERIES)


def test_the_whole_store_can_be_read_only(tmp_path: Path) -> None:
    store = Store(tmp_path)
    manifest = store.build(NURSERIES, revision="1", fictional=True, region_names=REGION_NAMES)
    (tmp_path / f"{manifest.generation}.verified").unlink()
    tmp_path.chmod(0o555)
    try:
        assert store.open_current(TODAY).search(SearchRequest()).total == len(NURSERIES)
    finally:
        tmp_path.chmod(0o755)
