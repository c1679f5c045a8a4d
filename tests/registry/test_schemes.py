"""Recognition schemes: every file holds, unknown stays unknown, a title finds its scheme."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from registry.places.divisions import Divisions
from registry.schemes import BadScheme, Scheme, load_schemes, scheme_for
from registry.vocabulary import RecognitionKind

FOLDER = Path(__file__).parents[2] / "content" / "schemes"
DEMONSTRATION, GRADE = RecognitionKind.DEMONSTRATION, RecognitionKind.GRADE


@pytest.fixture(scope="module")
def schemes() -> dict[str, Scheme]:
    return load_schemes(FOLDER)


def test_every_file_is_a_scheme_of_its_name(schemes: dict[str, Scheme]) -> None:
    assert set(schemes) == {path.stem for path in FOLDER.iterdir()}
    assert all(scheme.key == key for key, scheme in schemes.items())
    assert {scheme.kind for scheme in schemes.values()} == set(RecognitionKind)


@pytest.mark.parametrize(
    "key",
    [
        *("liaoning-demonstration", "hunan-demonstration", "fujian-demonstration"),
        *("yancheng-demonstration", "shaoxing-grade", "zhuhai-grade", "dali-grade"),
        *("luzhou-star", "wst-821-grade", "chongqing-standardisation"),
    ],
)
def test_every_named_scheme_has_a_source_and_says_how_far_it_holds(
    schemes: dict[str, Scheme], key: str
) -> None:
    scheme = schemes[key]
    assert scheme.source.title
    assert scheme.source.issuer
    assert scheme.source.url or scheme.source.published
    assert scheme.verified in {"V", "V-copy", "INF"}
    assert len(scheme.notes) > 20


def test_regions_are_divisions(schemes: dict[str, Scheme]) -> None:
    divisions = Divisions.with_zones(())
    regions = {scheme.region for scheme in schemes.values() if scheme.region is not None}
    assert regions
    assert all(divisions.get(region) for region in regions)


def test_the_direction_is_known_only_where_a_source_says_so(schemes: dict[str, Scheme]) -> None:
    known = {key for key, scheme in schemes.items() if scheme.direction == "known"}
    assert known == {"shaoxing-grade", "dali-grade", "wst-821-grade"}
    assert schemes["longgang-grade"].rank("一级") is None
    assert schemes["dali-grade"].rank("AAA") == 2
    assert schemes["luzhou-star"].levels == ()


def test_validity_stands_only_where_a_rule_states_it(schemes: dict[str, Scheme]) -> None:
    stated = {key: one.validity_months for key, one in schemes.items() if one.validity_months}
    assert stated == {"liaoning-demonstration": 24, "hunan-demonstration": 36}


@pytest.mark.parametrize(
    ("kind", "level", "region", "text", "key"),
    [
        (DEMONSTRATION, "city", ("32", "3209", "320903"), "", "yancheng-demonstration"),
        (DEMONSTRATION, "city", ("32", "3209", "3209z1"), "", "yancheng-demonstration"),
        (DEMONSTRATION, "provincial", ("21", "2101", "210102"), "", "liaoning-demonstration"),
        (DEMONSTRATION, "county", ("50", "5001", "500108"), "", "500108.demonstration.county"),
        (DEMONSTRATION, "city", ("51", "5105", "510502"), "", "5105.demonstration.city"),
        (DEMONSTRATION, "national", ("32", "3201", "320106"), "", "cn.demonstration.national"),
        (RecognitionKind.INCLUSIVE, "city", ("32", "3205", "320582"), "", "suzhou-inclusive"),
        (RecognitionKind.STAR, "5", ("51", "5105", "510502"), "", "luzhou-star"),
        (RecognitionKind.STAR, "5", ("32", "3205", "320582"), "", "3205.star"),
        (GRADE, "AAAA", ("53", "5329", "532901"), "", "dali-grade"),
        (GRADE, "A", ("53", "5329", "532901"), "", "5329.grade"),
        (GRADE, "A", ("53", "5329", "532901"), "托育机构质量评估标准A级", "wst-821-grade"),
        (RecognitionKind.PILOT, "provincial", ("13", "1301", "130102"), "", "hebei-pilot"),
        (RecognitionKind.PILOT, None, ("13", "1301", "130102"), "", "1301.pilot"),
        (
            RecognitionKind.STANDARDISATION,
            "city",
            ("50", "5001", "500108"),
            "",
            "chongqing-standardisation",
        ),
        (DEMONSTRATION, "city", ("50", "5001", "500108"), "", "50.demonstration.city"),
    ],
)
def test_a_title_finds_its_scheme(
    schemes: dict[str, Scheme],
    kind: RecognitionKind,
    level: str | None,
    region: tuple[str, ...],
    text: str,
    key: str,
) -> None:
    assert scheme_for(schemes, kind, level, region, text) == key


def test_the_provincial_scheme_of_liaoning_is_whole(schemes: dict[str, Scheme]) -> None:
    scheme = schemes["liaoning-demonstration"]
    assert scheme.conditions[:3] == ("registered", "filed", "receipt")
    assert [(step.who, step.do) for step in scheme.procedure] == [
        ("nursery", "self_score"),
        ("nursery", "apply"),
        ("county", "review"),
        ("county", "recommend"),
        ("city", "review"),
        ("city", "recommend"),
        ("experts", "paper_review"),
        ("experts", "site_review"),
        ("province", "publicity"),
        ("province", "confer"),
    ]
    assert [step.points for step in scheme.procedure if step.points] == [85]
    assert [step.who for step in scheme.procedure if step.quota] == ["city"]
    assert [step.days for step in scheme.procedure if step.days] == [scheme.publicity_days] == [5]
    assert [(step.do, step.why) for step in scheme.supervision] == [
        ("remind", None),
        ("spot_check", None),
        ("rectify", None),
        ("cancel", "below_standard"),
        ("revoke", "fraud"),
    ]
    assert (scheme.validity_months, scheme.cycle_months, scheme.reapply) == (24, 24, True)


def test_rounds_stand_as_their_lists_name_them(schemes: dict[str, Scheme]) -> None:
    (hunan,) = schemes["hunan-demonstration"].rounds
    (fujian,) = schemes["fujian-demonstration"].rounds
    assert (hunan.first, hunan.last, hunan.nurseries) == ("2023-10", "2026-10", 39)
    assert (fujian.first, fujian.last, fujian.nurseries) == ("2023", "2025", 28)


def test_steps_of_two_schemes_have_no_common_measure(schemes: dict[str, Scheme]) -> None:
    """一级 here and 一级 there are two words: each scheme knows its own levels only."""
    shaoxing, zhuhai = schemes["shaoxing-grade"], schemes["zhuhai-grade"]
    assert "一级" in set(shaoxing.levels) & set(zhuhai.levels)
    assert (shaoxing.rank("一级"), zhuhai.rank("一级")) == (2, None)
    assert schemes["dali-grade"].rank("一级") is None


def test_an_operator_adds_a_scheme_as_a_file_alone(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "schemes")
    own = (FOLDER / "dali-grade.yaml").read_text(encoding="utf-8")
    own = own.replace("key: dali-grade", "key: lijiang-grade").replace('"5329"', '"5307"')
    (tmp_path / "schemes" / "lijiang-grade.yaml").write_text(own, encoding="utf-8")
    chain = ("53", "5307", "530702")
    for folder, key in ((FOLDER, "5307.grade"), (tmp_path / "schemes", "lijiang-grade")):
        assert scheme_for(load_schemes(folder), GRADE, "AAA", chain, "") == key


def _broken(folder: Path, old: str, new: str) -> None:
    text = (FOLDER / "dali-grade.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "dali-grade.yaml").write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: grade", "kind: stars", "dali-grade.yaml: kind: "),
        ("key: dali-grade", "key: dali", "dali-grade.yaml: key: dali is not the file's name"),
        ("levels: ", "steps: ", "dali-grade.yaml: levels: Field required"),
        ('["AAAA", "AAA", "AA"]', "[]", "dali-grade.yaml: the scheme: Value error, direction"),
        ("key: dali-grade", "key: [", "dali-grade.yaml is not YAML: "),
    ],
)
def test_a_bad_file_is_named_with_its_entry(tmp_path: Path, old: str, new: str, said: str) -> None:
    _broken(tmp_path, old, new)
    with pytest.raises(BadScheme) as caught:
        load_schemes(tmp_path)
    assert str(caught.value).startswith(said)


def test_a_folder_without_schemes_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadScheme, match="No recognition schemes"):
        load_schemes(tmp_path)
