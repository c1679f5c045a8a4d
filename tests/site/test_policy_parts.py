"""Parts of the policies that no article of ours reaches: hostile bodies, old reviews, families."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from nursery_site.pages.policy_cards import policy_card
from nursery_site.pages.policy_live import live_figure
from nursery_site.policies.answering import answer, suggestions
from nursery_site.policies.concerning import Family, concerns
from nursery_site.policies.library import Library, load
from nursery_site.policies.rendering import Rendering
from nursery_site.reader import Reader
from nursery_site.views import visit
from search_index.suggest import Suggestion
from tests.site.written import BODY, written

TODAY = date(2026, 11, 21)


@pytest.fixture
def reader(app: Flask) -> Iterator[Reader]:
    """A reader of Simplified Chinese."""
    with app.test_request_context("/zh-hans/"):
        yield visit.reader()


def html(folder: Path, body: str, reader: Reader) -> str:
    """A body as a page shows it."""
    library = load(written(folder, body))
    policy = library.policies["one"]
    figure = live_figure(visit.generation(), reader)
    rendering = Rendering(policy, library, reader, figure)
    return "".join(rendering.html(section) for section in policy.body.sections)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>\n"),
        ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>\n"),
        ("![画](https://example.org/a.png)", "<p>画</p>\n"),
        ("[a](policy:nix)", "<p><span>a</span></p>\n"),
        ("[a](policy:one)", '<p><a href="/zh-hans/policies/one">a</a></p>\n'),
        (
            "[a](search:demo=provincial&region=21)",
            '<p><a href="/zh-hans/nurseries?region=21&amp;demo=provincial">a</a></p>\n',
        ),
        (
            "[a](https://example.org/)",
            '<p><a href="https://example.org/" rel="noopener noreferrer external">a</a></p>\n',
        ),
        ("**先看证。**再看人", "<p><strong>先看证。</strong>再看人</p>\n"),
        ("**看[^one]。**人", None),
        ("[[无此词|词]]", "<p>词</p>\n"),
        ("[^nix]", "<p></p>\n"),
    ],
)
def test_a_body_holds_only_what_we_write(
    tmp_path: Path, reader: Reader, body: str, shown: str | None
) -> None:
    made = html(tmp_path, body, reader)
    if shown is None:
        assert made.startswith('<p><strong>看<a class="ref" href="#source-1"')
    else:
        assert made == shown


def test_a_table_scrolls_by_itself(tmp_path: Path, reader: Reader) -> None:
    made = html(tmp_path, "| a |\n|---|\n| [[备案\\|已备案]] |\n", reader)
    assert '<div class="scroll" role="region" tabindex="0"' in made
    assert '<th scope="col">a</th>' in made
    assert 'popovertarget="term-1">已备案</button>' in made


def test_a_review_over_a_year_old_is_said(tmp_path: Path, reader: Reader) -> None:
    policy = load(written(tmp_path)).policies["one"]
    assert policy_card(policy, reader).stale is None
    later = replace(reader, today=date(2027, 11, 22))
    assert policy_card(policy, later).stale == "已超过一年未复核"


def test_what_one_province_rules_answers_last(tmp_path: Path) -> None:
    question = ["示范有效期多久"]
    written(tmp_path, regions=["21"], slug="one", questions=question)
    library = load(written(tmp_path, slug="two", questions=question))
    for text, slug in (("示范有效期多久", "two"), ("辽宁示范有效期多久", "one")):
        found = answer(library, text)
        assert found is not None
        assert found[0].slug == slug


def test_a_question_is_completed_in_both_scripts(tmp_path: Path) -> None:
    library = load(written(tmp_path, questions=["育儿补贴怎么领", "补贴发多久"]))
    expected = (Suggestion("policy", "育儿补贴怎么领", "one"),)
    assert suggestions(library, "育兒補") == expected
    assert suggestions(library, "补贴") == (Suggestion("policy", "补贴发多久", "one"),)
    assert suggestions(library, "育") == ()
    assert suggestions(library, "托班在哪") == ()


def test_badges_lead_to_the_article_of_their_scheme_before_their_kind(tmp_path: Path) -> None:
    written(tmp_path, slug="kind", explains=["star"])
    library = load(written(tmp_path, slug="one", explains=["luzhou-star"]))
    found = [
        library.article_for(*asked)
        for asked in (("star",), ("star", "luzhou-star"), ("star", "other"), ("grade", None))
    ]
    assert [one and one.slug for one in found] == ["kind", "one", "kind", None]


def fact(name: str, region: str | None = None, **clause: object) -> dict[str, object]:
    """A fact that is a clause of the guide."""
    return {
        "id": name,
        "text": name,
        "source": "one",
        "as_of": "2026-01-01",
        "region": region,
        "for": clause,
    }


@pytest.fixture
def rules(tmp_path: Path) -> Library:
    """An article with clauses of every kind."""
    facts = [
        fact("everywhere", needs=["subsidy"]),
        fact("province", "51", needs=["subsidy"]),
        fact("city", "5105", needs=["subsidy"]),
        fact("district", "510502", needs=["subsidy"]),
        fact("elsewhere", "32", needs=["subsidy"]),
        fact("babies", age=[0, 12], needs=["subsidy"]),
        fact("registered", residence="household", needs=["subsidy"]),
        fact("over", until="2026-11-20", needs=["subsidy"]),
        fact("last-day", until="2026-11-21", needs=["subsidy"]),
        fact("always"),
    ]
    return load(written(tmp_path, BODY, facts=facts))


@pytest.mark.parametrize(
    ("family", "named"),
    [
        (Family(), "everywhere babies registered last-day always"),
        (
            Family(region="5105", age=12, residence="household"),
            "district city province everywhere babies registered last-day always",
        ),
        (
            Family(region="5105", age=13, residence="permit"),
            "district city province everywhere last-day always",
        ),
        (Family(region="32"), "elsewhere everywhere babies registered last-day always"),
    ],
)
def test_clauses_apply_by_place_age_residence_and_day(
    rules: Library, family: Family, named: str
) -> None:
    asked = replace(family, needs=("subsidy", "tax"))
    found = concerns(rules, asked, TODAY)
    assert [one.fact.id for one in found["subsidy"]] == named.split()
    assert [one.fact.id for one in found["tax"]] == ["always"]


def test_without_a_need_every_need_is_listed(rules: Library) -> None:
    assert len(concerns(rules, Family(), TODAY)) == 8
