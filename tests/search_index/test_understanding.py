"""Sentences become filters, names stay names, and what is not understood is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.vocabulary import AgeClass, Filed, Form, Level, Nature, Setting
from search_index.generation import Generation
from search_index.request import FACETS, UNPUBLISHED, Point, SearchRequest
from search_index.understanding import Chip, Choice, Synonym, Understood, applied
from search_index.understanding.numerals import value
from search_index.understanding.phrases import MEANINGS
from tests.search_index.typed import built

GULOU = ("320106", "320302", "350102", "410204")
QUERIES = [
    tuple(part.strip() for part in line.split("|"))
    for line in Path(__file__).with_name("queries.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
VALUES: dict[str, set[str]] = {
    "form": set(Form),
    "class": set(AgeClass),
    "nature": set(Nature),
    "inclusive": {"yes", "partial", "no"},
    "filed": set(Filed),
    "vacancy": {"yes"},
    "setting": set(Setting),
    "demo": set(Level),
}


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    return built(tmp_path_factory.mktemp("typed"))


def said(understood: Understood) -> str:
    """What was understood, as the table writes it."""
    found = [f"{key}={','.join(values)}" for key, values in understood.filters.items()]
    found += [f"choice {one.phrase}={','.join(one.options)}" for one in understood.choices]
    found += [
        f"offer {key}={','.join(values)}"
        for one in understood.offers
        for key, values in one.filters
    ]
    found += [f"hint {one.code}" for one in understood.hints]
    found += [f"left {word}" for word in understood.left]
    found += [f"refused {phrase}" for phrase in understood.refused]
    return "; ".join([*found, "near"] if understood.wants_near else found)


def test_the_table_is_long_enough() -> None:
    typed = [query[0] for query in QUERIES]
    assert len(set(typed)) == len(typed) >= 150


@pytest.mark.parametrize(("typed", "words", "meant"), QUERIES)
def test_typed_queries(generation: Generation, typed: str, words: str, meant: str) -> None:
    understood = generation.understand(typed)
    assert (understood.words, said(understood)) == (words, meant)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("免费 江阳区", SearchRequest(choices={"region": ("510502",)})),
        ("双休托班", SearchRequest(text="托班")),
        ("双休 托班", SearchRequest(text="托班")),
        ("带校车 公办", SearchRequest(choices={"nature": ("public",)})),
        # Alone it is all that was asked, a slip stays a name, and a code a code.
        ("双休", SearchRequest(text="双休")),
        ("檐玲托育 江阳区", SearchRequest(text="檐玲托育", choices={"region": ("510502",)})),
        ("江阳区 檐玲", SearchRequest(text="檐玲", choices={"region": ("510502",)})),
        # A name nobody bears stays whole, and 托育 alone narrows nothing.
        ("未来托育", SearchRequest(text="未来托育")),
        ("未来 托育", SearchRequest(text="未来 托育")),
        ("南京 非凡托育", SearchRequest(text="非凡托育", choices={"region": ("3201",)})),
        (
            "915105020000000000 江阳区",
            SearchRequest(text="915105020000000000", choices={"region": ("510502",)}),
        ),
    ],
)
def test_a_word_nobody_holds_empties_no_result(
    generation: Generation, typed: str, asked: SearchRequest
) -> None:
    understood = generation.understand(typed)
    assert applied(SearchRequest(), understood) == asked
    assert understood.left


def test_what_is_told_apart_is_not_searched_for_beside_a_filter(generation: Generation) -> None:
    beside = applied(SearchRequest(), generation.understand("早教 江阳区"))
    assert beside == SearchRequest(choices={"region": ("510502",)})
    assert applied(SearchRequest(), generation.understand("早教")) == SearchRequest(text="早教")


def test_a_word_nobody_holds_is_left_out_beside_what_was_chosen(generation: Generation) -> None:
    understood = generation.understand("双休")
    for chosen in (SearchRequest(choices={"nature": ("public",)}), SearchRequest(age=20)):
        assert applied(chosen, understood) == replace(chosen, text="")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("普慧 南京", "普惠 南京"),
        ("江扬区 拖育", "江阳区 托育"),
        ("江扬区拖育", "江阳区托育"),
        ("江杨区", "江阳区"),
        ("石家状", "石家庄"),
        ("张加港", "张家港"),
        ("全日扥", "全日托"),
        ("公半 双休", "公办 双休"),
        ("双休", None),
    ],
)
def test_a_mistyped_filter_or_place_is_mended(
    generation: Generation, typed: str, meant: str | None
) -> None:
    left = generation.understand(typed).left
    assert left
    assert generation.mended(typed, left) == meant


def test_a_name_of_divisions_alone_says_where(generation: Generation) -> None:
    reader = generation.lexicon.reader
    assert reader.divisions("鼓楼") == reader.divisions("gulou") == GULOU
    assert reader.divisions("鼓樓區") == GULOU
    assert reader.divisions("檐铃") == reader.divisions("鼓楼 托育") == ()


def test_every_phrase_means_a_value_that_exists() -> None:
    checked = 0
    for phrase, meaning in MEANINGS.items():
        assert phrase == phrase.lower().strip(), phrase
        for key, values in meaning.filters:
            assert key in FACETS
            assert set(values) <= VALUES[key] - {UNPUBLISHED}, phrase
            checked += 1
    assert checked > 80


def test_a_chip_knows_the_text_without_it(generation: Generation) -> None:
    understood = generation.understand("江阳区 18个月 檐铃")
    assert understood.chips == (
        Chip("江阳区", (("region", ("510502",)),), "18个月 檐铃"),
        Chip("18个月", (("age", ("18",)),), "江阳区 檐铃"),
    )


def test_an_offer_knows_the_text_without_it(generation: Generation) -> None:
    every = ("national", "provincial", "city", "county")
    assert generation.understand("示範託兒所").offers == (
        Chip("示範", (("demo", every),), "託兒所"),
    )


def test_a_name_of_several_is_asked_about_once_and_few_are(generation: Generation) -> None:
    every = generation.understand("鼓楼" * 66)
    assert [one.phrase for one in every.choices] == ["鼓楼"]
    many = generation.understand("鼓楼 新华区 铁西区 白云区 朝阳")
    assert [one.phrase for one in many.choices] == ["鼓楼", "新华区", "铁西区"]


def test_what_was_chosen_tells_which_division_is_meant(generation: Generation) -> None:
    assert generation.understand("普惠 鼓楼区").choices == (Choice("鼓楼区", GULOU, "普惠"),)
    inside = generation.understand("普惠 鼓楼区", within=("3201",))
    assert inside.choices == ()
    assert inside.filters == {"inclusive": ("yes", "partial"), "region": ("320106",)}


def test_synonyms_are_said(generation: Generation) -> None:
    assert generation.understand("準公共 托嬰中心").synonyms == (
        Synonym("準公共", ("普惠",)),
        Synonym("托嬰中心", ("托育", "托儿所", "托幼", "托婴")),
    )


def test_what_was_chosen_outranks_what_was_typed(generation: Generation) -> None:
    understood = generation.understand("檐铃 公办 两岁 2000以内 3公里内")
    chosen = SearchRequest(choices={"nature": ("private",)}, price_max=1500)
    assert applied(chosen, understood) == SearchRequest(
        text="檐铃", choices={"nature": ("private",)}, age=24, price_max=1500
    )
    near = applied(SearchRequest(near=Point(30, 120)), understood)
    assert (near.within, near.price_max) == (3.0, 2000)


def test_a_sentence_finds_what_its_words_find(generation: Generation) -> None:
    request = applied(SearchRequest(), generation.understand("鼓楼 南京 星河"))
    assert [hit.nursery.id for hit in generation.search(request).hits] == ["gulou"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("二十", 20),
        ("一千零五", 1005),
        ("一万二", 12000),
        ("千千", None),
        ("三五", None),
    ],
)
def test_numerals(text: str, number: float | None) -> None:
    assert value(text) == number


TEXTS = st.text(max_size=250) | st.text(
    st.sampled_from(
        "江阳区鼓楼南京普惠示范公办两岁半个月千百万元以内到三星公里托育早教"
        '123,.~-kK¥ "*?~()[]{}:^\\/+&|'
        "\x00\x1b\n\u200b😀\ud800\udfffｋ１㎏㍿٣२²½Ⅳ㊿"
    ),
    max_size=60,
)


@given(TEXTS)
def test_any_text_is_understood(generation: Generation, text: str) -> None:
    understood = generation.understand(text)
    request = applied(SearchRequest(near=Point(30, 120)), understood)
    answer = generation.search(request)
    assert 0 <= len(answer.hits) <= answer.total
    generation.relaxations(request)
    for chip in (*understood.chips, *understood.offers):
        generation.understand(chip.rest)


@given(TEXTS, st.integers(0, 12))
def test_any_text_is_suggested_for_and_corrected(
    generation: Generation, text: str, limit: int
) -> None:
    assert len(generation.suggest(text, limit, {"what": "备案是什么"})) <= limit
    corrected = generation.corrections(text, limit)
    assert len(corrected) <= limit
    for one in corrected:
        assert generation.search(SearchRequest(text=one)).words


@pytest.mark.parametrize(
    "text",
    [
        "托" * 10_000,
        "1" * 10_000,
        "一" * 10_000,
        "a" * 10_000,
        "1,500到" * 2_000,
        "鼓楼" * 5_000,
        "岁半" * 5_000,
        "yu" * 5_000,
        "\ud800" * 10_000,
        "(" * 10_000,
        "公办 " * 3_000,
    ],
)
def test_long_texts_are_cut(generation: Generation, text: str) -> None:
    assert len(generation.understand(text).words) <= 200
    generation.suggest(text)
    generation.corrections(text)
    generation.search(SearchRequest(text=text))
