"""Figures of the copy, against a count of the nurseries themselves."""

from __future__ import annotations

from datetime import date

import pytest

from registry.nursery import Nursery
from registry.vocabulary import HELD, Filed, Inclusive, RecognitionKind
from search_index.figures import MEASURES, Figure
from search_index.generation import Generation
from search_index.live import LiveIndex
from search_index.store import Store
from tests.site.sample import NURSERIES, REGION_NAMES, TODAY


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    folder = tmp_path_factory.mktemp("figures")
    Store(folder).build(NURSERIES, revision="s0-d0", fictional=True, region_names=REGION_NAMES)
    return LiveIndex(folder, lambda: TODAY).generation


def standing(region: str | None) -> list[Nursery]:
    """The nurseries of a division that are not off the list."""
    return [
        nursery
        for nursery in NURSERIES
        if nursery.filed is not Filed.CANCELLED and (region is None or region in nursery.region)
    ]


def expected(measure: str, region: str | None) -> Figure | None:
    """The figure by counting."""
    found = standing(region)
    places = [nursery.capacity for nursery in found if nursery.capacity is not None]
    if not found or (measure == "capacity" and not places):
        return None
    inclusive = [one for one in found if one.inclusive(TODAY) in (Inclusive.YES, Inclusive.PARTIAL)]
    titled = [
        one
        for one in found
        if any(state in HELD for _, state in one.states(RecognitionKind.DEMONSTRATION, TODAY))
    ]
    values = {
        "nurseries": len(found),
        "capacity": sum(places),
        "inclusive": len(inclusive),
        "demonstration": len(titled),
    }
    newest: date = max(nursery.as_of for nursery in found)
    known = len(places) if measure == "capacity" else len(found)
    (name,) = [one for one in MEASURES if one == measure]
    return Figure(name, region, values[measure], known, len(found), newest)


@pytest.mark.parametrize("region", [None, "32", "3205", "320508", "3209z1", "51", "99"])
@pytest.mark.parametrize("measure", MEASURES)
def test_a_figure_is_what_counting_gives(
    generation: Generation, measure: str, region: str | None
) -> None:
    (name,) = [one for one in MEASURES if one == measure]
    assert generation.figure(name, region) == expected(measure, region)


def test_there_is_something_to_count(generation: Generation) -> None:
    found = [generation.figure(measure, "32") for measure in MEASURES]
    assert all(one is not None and one.value > 0 for one in found)
