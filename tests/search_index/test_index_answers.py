"""The columns answer exactly what plain Python answers: totals, pages, counts, hidden."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from registry.nursery import Nursery
from search_index.request import SearchRequest
from search_index.store import Store
from tests.search_index.brute_force import BruteForce
from tests.search_index.synthetic import REGION_NAMES, TODAY, nurseries, requests


@settings(
    max_examples=30,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking would build for minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(nurseries(), st.lists(requests(), min_size=10, max_size=15))
def test_answers_are_those_of_plain_python(
    found: list[Nursery], asked: list[SearchRequest]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.build(found, revision="1", fictional=True, region_names=REGION_NAMES)
        generation = store.open_current(TODAY)
        reference = BruteForce(found, REGION_NAMES, TODAY, generation.parts.analyzer)
        for request in asked:
            answer = generation.search(request)
            counted = {
                key: {value.value: value.count for value in facet}
                for key, facet in answer.facets.items()
            }
            ids = [hit.nursery.id for hit in answer.hits]
            given_answer = (answer.total, ids, counted, answer.hidden)
            assert given_answer == reference.search(request), request
            for key, facet in answer.facets.items():
                chosen = set(request.choices.get(key, ()))
                assert {value.value for value in facet if value.selected} == chosen
        assert {one.id: generation.get(one.id) for one in found} == {one.id: one for one in found}
        assert sorted(one.id for one in generation.nurseries()) == sorted(one.id for one in found)
