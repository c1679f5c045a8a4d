"""Whatever is asked is answered: no text, no key and no value breaks a page or the API."""

from __future__ import annotations

import time
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nursery_site.arguments import CHOICES, PATTERNS
from tests.site.visitor import Visitor

KEYS = (
    *CHOICES,
    *PATTERNS,
    *("q", "typed", "near", "near2", "within", "age", "price_min", "price_max"),
    *("sort", "page", "per_page", "lang", "utm"),
)
SYNTAX = (
    "(",
    ")*",
    "[a-",
    "\\",
    '"',
    "a AND OR NOT",
    "name:*",
    "~2",
    "{}",
    "%s",
    "{{x}}",
    "' OR 1=1 --",
)
WORDS = (
    "江阳区",
    "鼓楼",
    "18个月",
    "2000以内",
    "省级示范",
    "全日托",
    "离我近",
    "早教",
    "托嬰中心",
    "托",
    "suyang",
)
texts = st.one_of(
    st.text(st.characters(codec=None), max_size=250),
    st.lists(st.sampled_from((*WORDS, *SYNTAX)), max_size=30).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=8).map("".join),
)
SLOW_S = 10
"""Far above what any machine needs for a sound page, far below what a runaway pattern takes."""

fuzzed = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # the visitor keeps nothing between examples


def encoded(pairs: list[tuple[str, str]]) -> str:
    """A query, lone surrogates included as their own three bytes."""
    return "&".join(
        f"{quote(key, errors='surrogatepass')}={quote(value, errors='surrogatepass')}"
        for key, value in pairs
    )


def ask(visitor: Visitor, query: str) -> None:
    """The search page, the API and the suggestions; each answers, and in time."""
    begun = time.monotonic()
    page = visitor.client.get(f"/zh-hant/nurseries?{query}")
    assert page.status_code in (200, 303)
    if page.status_code == 303:
        assert page.location.startswith("/zh-hant/nurseries")
        assert visitor.client.get(page.location).status_code == 200
    assert visitor.client.get(f"/api/v1/nurseries?{query}").status_code in (200, 400)
    assert visitor.client.get(f"/api/v1/suggest?{query}").status_code in (200, 400)
    assert time.monotonic() - begun < SLOW_S


@fuzzed
@given(texts)
@example("\ud800\udfff 托育 \ud800")
@example("👨‍👩‍👧 托\u200d育 \u202e")
@example("托" * 200)
@example("鼓楼 " * 50)
@example("2000 " * 40)
def test_any_text_is_answered(visitor: Visitor, text: str) -> None:
    ask(visitor, encoded([("q", text)]))


@fuzzed
@given(st.lists(st.tuples(st.sampled_from(KEYS), texts), max_size=12))
def test_any_keys_are_answered(visitor: Visitor, pairs: list[tuple[str, str]]) -> None:
    ask(visitor, encoded(pairs))


@fuzzed
@given(
    text=texts, typed=texts, form=st.sets(st.sampled_from(CHOICES["form"])), age=st.integers(0, 80)
)
def test_any_sent_form_is_answered(
    visitor: Visitor, text: str, typed: str, form: set[str], age: int
) -> None:
    chosen = [("form", value) for value in sorted(form)]
    ask(visitor, encoded([("q", text), ("typed", typed), ("age", str(age)), *chosen]))


MANY = urlencode([("region", f"{number:06}") for number in range(500)])


@pytest.mark.parametrize(
    "query",
    [
        f"q={quote('托' * 10_000)}",
        f"typed={quote('江阳区 ' * 2_000)}&q=a",
        MANY,
        urlencode([("q", "托育")] * 500),
        urlencode([("form", "full_day")] * 500),
        urlencode([(f"key{number}", "x") for number in range(500)]),
        urlencode([("star", f"{number}") for number in range(500)]),
        f"near={'9' * 5000},1",
        f"scheme={'a' * 5000}",
        f"q={quote('(a+)+$' * 30)}",
    ],
)
def test_long_and_many_are_answered(visitor: Visitor, query: str) -> None:
    ask(visitor, query)


def test_a_page_of_many_conditions_grows_with_them_and_not_with_their_square(
    visitor: Visitor,
) -> None:
    """Each chip bears the whole search, so only the first have one; the others are counted."""
    few = "&".join(MANY.split("&")[:30])
    chips = {}
    for query in (few, MANY):
        page = visitor.get(f"/zh-hans/nurseries?{query}")
        chips[query] = page.text.count('class="chip"')
        assert len(page.text) < 100_000 + 60 * len(query)
    assert chips == {few: 30, MANY: 30}
    assert "另有 470 项条件" in visitor.get(f"/zh-hans/nurseries?{MANY}").text
    assert "另有" not in visitor.get(f"/zh-hans/nurseries?{few}").text
