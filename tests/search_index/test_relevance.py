"""The judged queries over the demonstration meet their targets, and no plain engine does better."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.relevance import Engine, Judged, Score, prepared, score

Prepared = tuple[list[Judged], dict[str, Engine]]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepared(Path(tmp_path_factory.mktemp("relevance")), 250)


def ours(asked: Prepared, *kinds: str) -> Score:
    queries, engines = asked
    chosen = [query for query in queries if query.kind in kinds]
    assert len(chosen) >= 20
    return score(chosen, engines["shanyu"])


def test_there_are_enough_queries_and_each_has_an_answer(asked: Prepared) -> None:
    queries, _ = asked
    assert len(queries) >= 120
    assert all(query.relevant for query in queries)
    assert min(Counter(query.kind for query in queries).values()) >= 20


def test_names_typed_right_come_first(asked: Prepared) -> None:
    assert ours(asked, "name", "traditional", "trading name", "name without place").first >= 0.98


def test_one_wrong_character_is_forgiven(asked: Prepared) -> None:
    assert ours(asked, "one wrong character").first_five >= 0.9
    assert ours(asked, "one missing character").first_five >= 0.9


def test_sentences_find_what_is_published(asked: Prepared) -> None:
    assert ours(asked, "sentence").ndcg >= 0.95
    assert ours(asked, "pinyin of brand").first_five >= 0.9


def test_no_plain_engine_does_better(asked: Prepared) -> None:
    queries, engines = asked
    scores = {name: score(queries, engine).ndcg for name, engine in engines.items()}
    assert scores["shanyu"] == max(scores.values()) >= 0.95
