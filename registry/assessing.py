"""The standing claims of the family `assessment` as one `Assessment` for each who scored."""

from __future__ import annotations

from collections.abc import Iterable

from registry import fields
from registry.assessment import AreaScore, Assessment, ItemOutcome, Score, clause_order
from registry.standing import Said
from registry.vocabulary import Assessor, Outcome, QualityArea


def assessments_of(standing: Iterable[Said]) -> tuple[Assessment, ...]:
    """From one claim per field; whoever published nothing is left out, the nursery comes first."""
    claims = tuple(standing)
    return tuple(filter(None, (_of(assessor, claims) for assessor in Assessor)))


def _of(assessor: Assessor, claims: tuple[Said, ...]) -> Assessment | None:
    # assessment.<subject>.<assessor>, the subject being an area, `total` or `item.<clause>`
    said = {
        one.field.split(".", 1)[1].removesuffix(f".{assessor}"): one
        for one in claims
        if one.field.endswith(f".{assessor}")
    }
    if not said:
        return None
    return Assessment(
        by=assessor,
        areas=tuple(AreaScore(area, _score(said[area])) for area in QualityArea if area in said),
        total=_score(said[fields.ASSESSMENT_TOTAL]) if fields.ASSESSMENT_TOTAL in said else None,
        items=tuple(
            ItemOutcome(clause, Outcome(str(one.value)), one.as_of)
            for clause, one in sorted(_items(said), key=lambda item: clause_order(item[0]))
        ),
    )


def _items(said: dict[str, Said]) -> Iterable[tuple[str, Said]]:
    before = f"{fields.ASSESSMENT_ITEM}."
    return (
        (subject.removeprefix(before), one)
        for subject, one in said.items()
        if subject.startswith(before)
    )


def _score(one: Said) -> Score:
    value = one.value
    if not isinstance(value, dict):
        raise TypeError(f"claim {one.id} is no score")
    points, of = value["score"], value.get("of")
    if not isinstance(points, (int, float)):
        raise TypeError(f"claim {one.id} has no points")
    return Score(float(points), float(of) if isinstance(of, (int, float)) else None, one.as_of)
