"""Questions find the article that answers them, in both scripts; names find none."""

from __future__ import annotations

import pytest

from search_index.passages import Passages, Unit, asks, marks, terms
from tests.site.sample import NURSERIES

ARTICLES = Passages(
    [
        Unit("titles", "title", "示范机构是什么意思"),
        Unit("titles", "question", "示范能退费吗"),
        Unit("titles", "text", "示范不管退费：能不能退，看合同。", "s1"),
        Unit("titles", "text", "称号有期限，满两年要重新评。", "s2"),
        Unit("filing", "title", "备案是什么，怎么查"),
        Unit("filing", "title", "What filing is, and how to check it"),
        Unit("filing", "question", "怎么查备案"),
        Unit("filing", "text", "看园时请机构出示备案回执。", "s1"),
        Unit("money", "title", "育儿补贴和个税"),
        Unit("money", "question", "育儿补贴怎么领"),
        Unit("money", "text", "育儿补贴在户籍地申请。", "s1"),
    ]
)


def answer(text: str) -> str | None:
    """The article that answers, if one does."""
    found = ARTICLES.answers(text, 1)
    return found[0].owner if found else None


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("示范能退费吗", "titles"),
        ("示範能退費嗎", "titles"),
        ("怎麼查備案？", "filing"),
        ("没备案能去吗", "filing"),
        ("How do I check filing?", "filing"),
        ("育儿补贴", "money"),
        ("育兒補貼", "money"),
        ("称号多久要重新评", "titles"),
        ("月球上有托班吗", None),
        ("备案", None),
        ("", None),
        ("？？", None),
        ("的吗", None),
    ],
)
def test_a_question_is_answered_in_both_scripts(question: str, article: str | None) -> None:
    assert answer(question) == article


def test_no_name_of_a_nursery_is_taken_for_a_question() -> None:
    names = [name for nursery in NURSERIES for name in nursery.names]
    assert len(names) > 29
    assert [name for name in names if answer(name) is not None] == []
    for name in ("示范托育中心", "某某备案托育园", "苏阳托育", "江阳区"):
        assert answer(name) is None


def test_the_best_passage_is_marked_in_its_own_letters() -> None:
    (found,) = ARTICLES.search("示範能退費嗎", 1)
    assert (found.owner, found.place) == ("titles", "s1")
    assert [found.text[start:end] for start, end in found.marks] == ["示范", "退费"]


def test_marks_fold_width_and_script() -> None:
    text = "ＡＢＣ託育㈱示範。"
    assert [text[start:end] for start, end in marks(text, ["abc", "示范"])] == ["ＡＢＣ", "示範"]
    assert marks("示范示范", ["示范"]) == ((0, 4),)


def test_what_only_asks_is_no_term() -> None:
    assert terms("请问托班怎么收费？") == ["托班", "收费"]
    assert terms("能不能") == []
    assert asks("普惠是什么意思")
    assert not asks("普惠托育")


def test_a_long_text_is_searched_to_its_end() -> None:
    long = Passages([Unit("one", "text", "甲" * 500 + "退费规定")])
    assert [found.owner for found in long.search("退费")] == ["one"]
