"""At sizes where lists, sets of bits and thresholds all come into play, answers stay the same."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.brute_force import Asked, BruteForce, Given
from benchmarks.corpus import TODAY, nurseries, region_names
from benchmarks.queries import Query, queries
from benchmarks.rows import row_of
from search_index.clauses import clauses
from search_index.generation import Generation
from search_index.meeting import Few, Many
from search_index.orders import smallest
from search_index.ranking import Ranking
from search_index.store import Store

COUNT = 9000


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    store = Store(tmp_path_factory.mktemp("scale"))
    names = region_names()
    store.build(nurseries(COUNT), revision="1", fictional=True, region_names=names)
    return store.open_current(TODAY)


def asked_of(generation: Generation, query: Query) -> Asked:
    return Asked(query.request, generation.words(query.request.text))


def test_two_hundred_searches_are_right_in_all_totals_counts_and_pages(
    generation: Generation,
) -> None:
    names, analyzer = region_names(), generation.parts.analyzer
    rows = [row_of(number, one, names, analyzer) for number, one in enumerate(nurseries(COUNT))]
    asked = [asked_of(generation, query) for query in queries()]
    truth = BruteForce(rows, asked)
    number_of = [int(one[1:]) for one in generation.identifiers()]
    problems, totals = [], []
    for one in asked:
        found = generation.find(one.request, one.words)
        top = [number_of[doc] for doc in found.documents.tolist()]
        problems.append(truth.wrong(one, Given(found.total, top, found.facets)))
        totals.append(found.total)
    assert problems == [None] * 200
    assert sum(total > 0 for total in totals) > 100
    spoiled = Given(totals[0] + 1, [], {})
    assert truth.wrong(asked[0], spoiled) is not None


def test_lists_and_sets_of_bits_agree(generation: Generation) -> None:
    parts = generation.parts
    compared = 0
    for query in queries():
        words = generation.words(query.request.text)
        lists = [parts.postings.word(word.alternatives) for word in words if word.alternatives]
        asked = clauses(parts, query.request, lists)
        many = Many(parts, asked)
        borders = np.array([[0, 100, 5000], [100, 5000, COUNT]], np.int32)
        for seed in (clause for clause in asked if clause.docs is not None):
            few = Few(parts, seed, [clause for clause in asked if clause is not seed])
            assert few.docs.tolist() == many.docs.tolist()
            assert few.counts() == many.counts()
            assert few.before(borders).tolist() == many.before(borders).tolist()
            for key in ("place", "price", "age"):
                if key in {clause.key for clause in asked}:
                    hidden = (key, parts.nowhere)
                    assert few.failing_only(*hidden) == many.failing_only(*hidden)
            compared += 1
    assert compared > 150


def test_the_best_of_many_are_those_of_scoring_all(generation: Generation) -> None:
    parts = generation.parts
    texts = ["托育", "托育中心", "阳光", "小天使 托育", "托儿所", "蒙氏 幼儿园", "环境温馨 托育"]
    requests = [query.request for query in queries() if query.kind in ("text", "mixed")]
    long = 0
    for text in texts:
        for request in requests[::7]:
            asked = replace(request, text=text, within=None, page=2)
            words = generation.words(text)
            lists = [parts.postings.word(word.alternatives) for word in words]
            ranking = Ranking(parts, asked, words, lists)
            many = Many(parts, clauses(parts, asked, lists))
            best = smallest(ranking._keys(many.docs), 40)[20:]
            assert ranking.page(many).tolist() == many.docs[best].tolist()
            long += many.total > 1024
    assert long > 20
