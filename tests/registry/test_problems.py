"""Every reason that the code can give has a sentence, and no sentence is without its reason."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from registry.places.divisions import PlaceProblem
from registry.problems import IN_PLACES, sentence
from registry.reading.document import MORE_CELLS
from registry.values.problems import Reason

REGISTRY = Path(__file__).parents[2] / "registry"


def test_every_reason_has_a_sentence() -> None:
    for reason in (*Reason, *get_args(PlaceProblem), *IN_PLACES):
        assert sentence(reason).endswith(".")


def test_reasons_outside_cells_are_the_ones_the_code_gives() -> None:
    names = (
        "tables.py",
        "figures.py",
        "geocoding.py",
        "places/credit_code.py",
        "places/coordinates.py",
    )
    code = "".join((REGISTRY / name).read_text(encoding="utf-8") for name in names)
    given = set(
        re.findall(
            r'"((?:credit-code|coordinate|missing|address|district|division)-[a-z-]+)"', code
        )
    )
    assert given | set(get_args(PlaceProblem)) | {MORE_CELLS} == set(IN_PLACES)
