"""What editors write: our own articles are sound, and every fault is named in a sentence."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from nursery_site.policies.article import TOPICS
from nursery_site.policies.checking import RULES, Finding, check
from nursery_site.policies.library import load
from registry.places.divisions import Divisions
from registry.schemes import load_schemes
from tests.site.staging import ROOT
from tests.site.written import BODY, FRONT, written

TODAY = date(2026, 11, 21)
DIVISIONS = Divisions().names()
FACT = {"id": "f", "text": "规定", "source": "one", "as_of": "2026-01-01"}


def found(folder: Path, today: date = TODAY) -> list[tuple[str, str, str]]:
    """Rule, entry and sentence of everything that is wrong."""
    findings = check(load(folder), today, DIVISIONS, {"luzhou-star"})
    return [(one.rule, one.entry, one.sentence) for one in findings]


def test_our_articles_are_sound() -> None:
    library = load(ROOT / "content")
    assert len(library.policies) >= 2
    newest = max(policy.article.reviewed for policy in library.policies.values())
    schemes = load_schemes(ROOT / "content" / "schemes")
    findings = check(library, newest, DIVISIONS, schemes)
    assert [str(one) for one in findings if not one.warns and one.rule != "review"] == []


def test_every_article_says_first_what_it_means_for_a_family() -> None:
    """Then the rule, then the numbers; the sources stand below every article."""
    policies = load(ROOT / "content").policies
    assert len(policies) >= 18
    for slug, policy in policies.items():
        headings = [str(section.heading) for section in policy.body.sections]
        assert headings[0] == "对您意味着什么", slug
        number = next(place for place, one in enumerate(headings) if one.startswith("数字"))
        assert number >= 2, slug
        assert policy.article.sources, slug
        assert policy.article.facts, slug


def test_nothing_inferred_stands_in_our_articles() -> None:
    files = [*(ROOT / "content" / "policies").glob("*.md"), ROOT / "content" / "glossary.yaml"]
    assert len(files) > 18
    for file in files:
        assert not re.search(r"\b(?:INF|GK)\b", file.read_text("utf-8")), file.name


def test_a_sound_article_has_no_findings(tmp_path: Path) -> None:
    assert found(written(tmp_path)) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"title": ""}, ("unreadable", "title", "Field required.")),
        (
            {"topics": ["weather"]},
            (
                "unreadable",
                "topics.0",
                f"Input should be {', '.join(map(repr, TOPICS[:-1]))} or {TOPICS[-1]!r}.",
            ),
        ),
        (
            {"facts": [FACT | {"source": "two"}]},
            (
                "unreadable",
                "frontmatter",
                "fact f names the source two, which is missing.",
            ),
        ),
        (
            {"facts": [{"id": "f", "text": "规定", "source": "one"}]},
            ("unreadable", "facts.0.as_of", "Field required."),
        ),
        (
            {"sources": [FRONT["sources"][0] | {"verified": "V-copy"}]},  # type: ignore[index]  # a list
            (
                "unreadable",
                "sources.0",
                "a source known from a copy names who reported it (reported_by).",
            ),
        ),
        (
            {"reviewed": "2025-11-20"},
            ("review", "reviewed", "it was last reviewed on 2025-11-20, over a year ago."),
        ),
        ({"reviewed": "2026-11-22"}, ("date", "reviewed", "2026-11-22 is still to come.")),
        (
            {"since": "2026-02-01", "until": "2026-01-01"},
            ("date", "until", "it ends before it begins."),
        ),
        (
            {"facts": [FACT | {"as_of": "2027-01-01"}]},
            ("date", "fact f", "as_of 2027-01-01 is still to come."),
        ),
        ({"related": ["two"]}, ("link", "related two", "there is no other article of that name.")),
        ({"regions": ["9999"]}, ("link", "regions", "there is no division 9999.")),
        (
            {"explains": ["halo"]},
            ("link", "explains halo", "no badge and no scheme is called so."),
        ),
        (
            {"searches": [{"text": "找", "english": "Find", "query": "demo=galactic"}]},
            ("link", "search 找", "demo cannot be galactic."),
        ),
        (
            {"searches": [{"text": "找", "english": "Find", "query": "colour=red"}]},
            ("link", "search 找", "our search knows no key colour."),
        ),
        (
            {"searches": [{"text": "找", "english": "Find", "query": "region=99"}]},
            ("link", "search 找", "there is no division 99."),
        ),
        (
            {"searches": [{"text": "找", "english": "Find", "query": "scheme=nowhere"}]},
            ("link", "search 找", "there is no scheme nowhere."),
        ),
        (
            {"sources": [*FRONT["sources"], FRONT["sources"][0] | {"id": "two"}]},  # type: ignore[index]  # a list
            ("unused", "source two", "nothing in the article cites it."),
        ),
        (
            {"terms": [{"term": "托位", "text": "位子", "english": "Place", "article": "two"}]},
            ("link", "托位", "its article two does not exist."),
        ),
    ],
)
def test_a_fault_of_the_frontmatter_is_named(
    tmp_path: Path, changed: dict[str, object], expected: tuple[str, str, str]
) -> None:
    assert found(written(tmp_path, **changed)) == [expected]  # type: ignore[arg-type]  # of YAML


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("见[^two]。", ("source", "[^two]", "no source of the frontmatter has this id.")),
        ("[看](policy:two)", ("link", "link policy:two", "there is no article of that name.")),
        ("[看](search:form=x)", ("link", "link search:form=x", "form cannot be x.")),
        (
            "[看](mailto:a@b)",
            ("link", "link mailto:a@b", "it leads to no page of ours and to none of the web."),
        ),
        ("[[托位]]", ("term", "section 又", "the glossary has no term 托位.")),
        ("[[备案", ("markup", "section 又", "a mark is not closed in: [[备案")),
        ("{{figure}}", ("markup", "section 又", "a mark is not closed in: {{figure}}")),
        ("{{figure joy}}", ("figure", "section 又", "our copy has no measure joy.")),
        (
            "{{figure nurseries region=99}}",
            ("figure", "section 又", "there is no division 99."),
        ),
        ("![画](https://example.org/a.png)", ("markup", "section 又", "pictures are not shown.")),
        ("要交2000元。", ("uncited", "section 又", "a number without a source: 要交2000元。")),
    ],
)
def test_a_fault_of_the_body_is_named(
    tmp_path: Path, body: str, expected: tuple[str, str, str]
) -> None:
    assert found(written(tmp_path, f"{BODY}\n## 又\n\n{body}\n")) == [expected]


def test_a_table_may_be_cited_in_any_of_its_cells(tmp_path: Path) -> None:
    table = "| 事 | 数 |\n|---|---|\n| 甲 | 5 |\n| 乙 | 6[^one] |\n"
    assert found(written(tmp_path, f"{BODY}\n分三档：\n\n{table}")) == []


def test_files_that_cannot_be_read_are_named_and_left_out(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "policies" / "broken.md").write_text("---\na: [\n---\n", "utf-8")
    (folder / "policies" / "latin.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (folder / "policies" / "which.md").write_text("", "utf-8")
    (folder / "glossary.yaml").write_text("- term: 备案\n", "utf-8")
    library = load(folder)
    assert list(library.policies) == ["one"]
    assert {flaw.file for flaw in library.flaws} == {
        "policies/broken.md",
        "policies/latin.md",
        "policies/which.md",
        "glossary.yaml",
    }
    assert library.terms == {}


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    library = load(tmp_path)
    assert (library.policies, library.terms, library.flaws) == ({}, {}, ())
    assert library.passages.search("备案") == ()


def test_every_rule_can_be_broken() -> None:
    broken = {"unreadable", "source", "unused", "link", "term", "figure", "markup", "date"}
    assert broken | {"uncited", "review"} == set(RULES)


@pytest.mark.parametrize(
    ("reviewed", "today", "past"),
    [
        ("2025-11-21", TODAY, False),
        ("2025-11-20", TODAY, True),
        ("2024-02-29", date(2025, 3, 1), False),
        ("2024-02-29", date(2025, 3, 2), True),
    ],
)
def test_a_review_holds_for_a_year(tmp_path: Path, reviewed: str, today: date, past: bool) -> None:
    article = load(written(tmp_path, reviewed=reviewed)).policies["one"].article
    assert article.is_past_review(today) is past


def test_a_finding_is_one_sentence() -> None:
    assert str(Finding("date", "a.md", "until", "it ends.")) == "a.md: until: it ends."


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("可以退费吗", "prepayment-and-contracts"),
        ("退费", "prepayment-and-contracts"),
        ("怎么退钱", "prepayment-and-contracts"),
        ("托班跑路怎么办", "prepayment-and-contracts"),
        ("預收費", "prepayment-and-contracts"),
        ("投诉", "complaints"),
        ("投訴", "complaints"),
        ("怎么举报", "complaints"),
        ("补贴", "subsidies-and-tax"),
        ("有補貼嗎", "subsidies-and-tax"),
        ("个税怎么抵扣", "subsidies-and-tax"),
        ("多少钱", "reading-a-price"),
        ("價格", "reading-a-price"),
        ("托班多少钱一个月", "reading-a-price"),
        ("普惠是什么", "inclusive-care"),
        ("便宜的托班", "inclusive-care"),
        ("怎么查备案", "filing"),
        ("示范能退费吗", "demonstration-titles"),
        ("示範能退費嗎", "demonstration-titles"),
        ("普惠托育多少钱", "inclusive-care"),
        ("押金退吗", "prepayment-and-contracts"),
        ("看园要看什么", "visiting-a-nursery"),
        ("孩子生病了怎么办", "medical-and-care"),
        ("一个老师带几个孩子", "class-sizes-and-ratios"),
        ("公示几天", "notices-and-objections"),
    ],
)
def test_what_parents_type_finds_the_article_about_it_first(typed: str, slug: str) -> None:
    assert load(ROOT / "content").passages.search(typed)[0].owner == slug
