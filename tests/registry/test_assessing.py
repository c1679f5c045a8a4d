"""Assessments from a list to the nursery, and the standard they speak of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from registry.assessment import AreaScore, Assessment, ItemOutcome, Score, clause_order
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.nursery import from_json, to_json
from registry.standards import BadStandard, load_standard
from registry.vocabulary import Assessor, Outcome, QualityArea, SourceKind

STANDARD = Path(__file__).parents[2] / "content" / "standards" / "wst-821-2023.yaml"
DAY = date(2026, 3, 1)
SCORED = Statement(
    title="2026年托育机构质量评估结果",
    issuer="张家港市卫生健康委员会",
    published=DAY,
    kind=SourceKind.ASSESSMENT,
    region="320582",
)


def imported(ledger: Ledger, path: Path, stated: Statement = SCORED) -> tuple[Assessment, ...]:
    """What the only nursery of the ledger holds after a list."""
    report = import_list(ledger, path, stated)
    assert report.rejected == 0
    assert not report.problems
    (nursery,) = ledger.nurseries()
    assert from_json(to_json(nursery)) == nursery
    return nursery.assessments


def test_areas_and_clauses_of_both_assessors_reach_the_nursery(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    path = csv_file(
        "a.csv",
        "机构名称,办托条件（自评）（100分）,办托条件（评估）（100分）,总分（评估）,5.2.1（评估）,4.1.4（评估）",
        "云岫托育,95,88,901,不达标,达标",
    )
    premises = QualityArea.PREMISES
    assert imported(ledger, path) == (
        Assessment(Assessor.SELF, (AreaScore(premises, Score(95, 100, DAY)),), None, ()),
        Assessment(
            Assessor.AUTHORITY,
            (AreaScore(premises, Score(88, 100, DAY)),),
            Score(901, None, DAY),
            (
                ItemOutcome("4.1.4", Outcome.MET, DAY),
                ItemOutcome("5.2.1", Outcome.UNMET, DAY),
            ),
        ),
    )


def test_bare_clause_numbers_are_a_heading(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    path = csv_file(
        "a.csv", "2026年质量评估", "机构名称,4.1.4,9.5.2,10.4", "云岫托育,达标,不符合,不适用"
    )
    (assessment,) = imported(ledger, path)
    assert [(one.clause, one.outcome) for one in assessment.items] == [
        ("4.1.4", Outcome.MET),
        ("9.5.2", Outcome.UNMET),
        ("10.4", Outcome.NOT_APPLICABLE),
    ]
    assert assessment.unmet == ("9.5.2",)
    assert assessment.outcome("10.4") is Outcome.NOT_APPLICABLE
    assert assessment.outcome("7.2.3") is None


def test_a_heading_of_two_rows_says_area_and_assessor(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        """<html><head><meta charset="utf-8"></head><body><p>2026年自评与评估结果</p><table>
        <tr><th rowspan="2">机构名称</th><th colspan="3">办托条件</th>
        <th colspan="2">9.5.2 演练</th></tr>
        <tr><th>满分</th><th>自评</th><th>他评</th><th>自评</th><th>他评</th></tr>
        <tr><td>云岫托育</td><td>100</td><td>95</td><td>88</td><td>达标</td><td>不达标</td></tr>
        </table></body></html>""",
        "utf-8",
    )
    own, theirs = imported(ledger, path)
    assert own.score(QualityArea.PREMISES) == Score(95, 100, DAY)
    assert theirs.score(QualityArea.PREMISES) == Score(88, 100, DAY)
    assert (own.outcome("9.5.2"), theirs.unmet) == (Outcome.MET, ("9.5.2",))


def test_a_newer_list_stands_and_the_older_score_differs(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    older = replace(SCORED, title="2024年质量评估", published=date(2024, 3, 1))
    imported(ledger, csv_file("old.csv", "机构名称,安全保障（200分）", "云岫托育,150"), older)
    new = csv_file("new.csv", "机构名称,安全保障（200分）,机构管理", "云岫托育,180,60")
    (assessment,) = imported(ledger, new)
    assert assessment.score(QualityArea.SAFETY) == Score(180, 200, DAY)
    management = assessment.score(QualityArea.MANAGEMENT)
    assert management is not None
    assert management.share is None  # nobody published the full mark
    (nursery,) = ledger.nurseries()
    assert nursery.conflicts == ("assessment.safety.authority",)
    claims = [one for one in ledger.claims_of(nursery.id) if one.field.startswith("assessment")]
    assert sorted((one.as_of.year, one.used, one.differs) for one in claims) == [
        (2024, False, True),
        (2026, True, False),
        (2026, True, False),
    ]


def test_a_sum_needs_all_seven_areas() -> None:
    areas = tuple(AreaScore(area, Score(10, 20, DAY)) for area in QualityArea)
    whole = Assessment(Assessor.SELF, areas, None, ())
    assert whole.sum == Score(70, 140, DAY)
    assert replace(whole, areas=areas[1:]).sum is None
    assert replace(whole, areas=areas[1:], total=Score(90, None, DAY)).sum == Score(90, None, DAY)
    blank = AreaScore(QualityArea.PREMISES, Score(10, None, DAY))
    assert replace(whole, areas=(blank, *areas[1:])).sum == Score(70, None, DAY)
    assert replace(whole, areas=()).scored_on == ()


def test_clauses_stand_in_the_order_of_the_standard() -> None:
    assert sorted(["10.4", "9.5.2", "9.3.1"], key=clause_order) == ["9.3.1", "9.5.2", "10.4"]


def test_the_standard_is_what_its_sources_say() -> None:
    standard = load_standard(STANDARD)
    assert [area.points for area in standard.areas] == [100, 140, 200, 210, 80, 200, 70]
    assert [len(area.items) for area in standard.areas] == [1, 3, 0, 5, 0, 5, 1]
    assert standard.verified == "V-copy"
    assert (standard.veto_items, standard.thresholds) == (16, None)
    assert standard.area_of("10.4") is QualityArea.MANAGEMENT
    assert standard.area_of("9.9.9") is QualityArea.SAFETY
    assert standard.area_of("11.1") is None
    assert standard.item("9.9.9") is None


@pytest.mark.parametrize(
    ("entry", "value", "said"),
    [
        (("points",), 999, "the areas' points are not the standard's"),
        (("thresholds",), {"A": 900}, "thresholds: Input should be None"),
        (("areas", 0, "items", 0, "clause"), "5.1.1", "clause 5.1.1 is not of chapter 4"),
        (("areas", 1, "items", 0, "clause"), "5.1.6", "a clause is named twice"),
        (("areas", 0, "key"), "staff", "areas are not the seven in their order"),
        (("areas", 0, "items", 0, "points"), 10, "Extra inputs are not permitted"),
    ],
)
def test_a_standard_that_says_more_than_is_known_is_refused(
    tmp_path: Path, entry: tuple[str | int, ...], value: object, said: str
) -> None:
    document = yaml.safe_load(STANDARD.read_text("utf-8"))
    part = document
    for step in entry[:-1]:
        part = part[step]
    part[entry[-1]] = value
    path = tmp_path / "wst-821-2023.yaml"
    path.write_text(yaml.safe_dump(document, allow_unicode=True), "utf-8")
    with pytest.raises(BadStandard) as refused:
        load_standard(path)
    assert said in str(refused.value)


def test_a_standard_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadStandard, match=r"none\.yaml cannot be read"):
        load_standard(tmp_path / "none.yaml")
