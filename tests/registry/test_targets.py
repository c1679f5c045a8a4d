"""Targets as data: what ships is whole, and a bad file is refused by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.places.table import divisions
from registry.targets import BadTarget, load_targets

SHIPPED = Path(__file__).parents[2] / "content" / "targets"
SOURCE = "source: {title: a, issuer: b, date: 2024-01-10, url: null, verified: V}\n"
REST = "kind: figure, value: 1, unit: places, date: null"


def test_what_ships_says_what_its_documents_say() -> None:
    targets = load_targets(SHIPPED)
    told = {(one.region, one.figure, one.kind, one.source.date.year): one for one in targets}
    assert len(told) == len(targets)
    assert told["5105", "inclusive", "target", 2024].value == 215
    assert told["5105", "places", "target", 2024].value == 19_000
    assert told["5105", "per_thousand", "target", 2024].value == 4.5
    share = told["5105", "income_share", "target", 2024]
    assert (share.value, share.relation, share.unit) == (30, "below", "percent")
    assert told["13", "filed", "figure", 2022].value == 1273
    assert told["13", "per_thousand", "figure", 2022].value == 1.85
    assert told["13", "pilots_upgraded", "figure", 2022].value == 126
    assert told["13", "pilots_accepted", "target", 2022].date == "2022-10-31"
    assert told[None, "places", "figure", 2026].value == 6_657_000
    assert all(one.region is None or one.region in divisions() for one in targets)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[", "x.yaml is not YAML"),
        ("figures: []", "x.yaml needs a source and its figures"),
        (SOURCE, "x.yaml needs a source and its figures"),
        (
            f"{SOURCE}figures: [{{region: '51', figure: money, {REST}}}]",
            "x.yaml: figure: Input should be",
        ),
        (
            f"{SOURCE}figures: [{{region: 四川, figure: places, {REST}}}]",
            "x.yaml: region: ",
        ),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "x.yaml").write_text(text, "utf-8")
    with pytest.raises(BadTarget, match=sentence.replace(".", r"\.")):
        load_targets(tmp_path)
