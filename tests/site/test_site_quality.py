"""Quality in seven areas, the places of an operator, and the worksheet with its file."""

from __future__ import annotations

import csv
import io
import logging
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from nursery_site.locales import Locale
from nursery_site.pages.radar import Plotted, radar
from nursery_site.reading import Text
from nursery_site.worksheets import points_field
from registry.assessment import AreaScore, Assessment, Score
from registry.importing import import_list
from registry.ledger import Ledger
from registry.standards import load_standard
from registry.vocabulary import Assessor, Outcome, QualityArea, SourceKind
from search_index.store import Store
from tests.site.assessments import CODE, FILING, assessment_lists, stated
from tests.site.conftest import made
from tests.site.page_checker import check_page
from tests.site.sample import PLAIN, REGION_NAMES
from tests.site.staging import ROOT, build, import_all, settings_in
from tests.site.visitor import Visitor

STANDARD = load_standard(ROOT / "content" / "standards" / "wst-821-2023.yaml")
SVG = "{http://www.w3.org/2000/svg}"
Texts = Callable[[Element, str], list[str]]


@pytest.fixture(scope="module")
def assessed_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site over a filing list, scores of both, and what the authority found by clause."""
    settings = settings_in(tmp_path_factory.mktemp("assessed"))
    import_all(settings, *assessment_lists(settings.data))
    build(settings)
    return made(settings)


@pytest.fixture
def assessed(assessed_app: Flask) -> Visitor:
    """Somebody new to that site."""
    return Visitor(assessed_app.test_client())


@pytest.fixture
def ids(assessed: Visitor) -> dict[str, str]:
    """The ids of its nurseries by address."""
    items = assessed.json("/api/v1/nurseries")["items"]
    assert len(items) == 3
    return {item["address"]: item["id"] for item in items}


@pytest.fixture
def lark(ids: dict[str, str]) -> str:
    """The path of the assessed nursery."""
    return f"/nurseries/{ids['姑苏区平江路7号']}"


@pytest.mark.parametrize("locale", list(Locale))
def test_every_page_is_sound(assessed: Visitor, ids: dict[str, str], locale: Locale) -> None:
    for nursery_id in ids.values():
        assert assessed.page(f"/{locale}/nurseries/{nursery_id}").findall(".//h2[@id='quality']")
        assert assessed.page(f"/{locale}/nurseries/{nursery_id}/quality").findall(".//h1")
    assert assessed.page(f"/{locale}/operators/{CODE}").findall(".//table")
    assert assessed.page(f"/{locale}/worksheet").findall(".//form")


def test_both_stand_beside_each_other_and_what_is_missing_is_no_zero(
    assessed: Visitor, texts: Texts, lark: str
) -> None:
    page = assessed.page(f"/zh-hans{lark}")
    rows = [texts(row, "./*") for row in page.findall(".//table[@class='scores']/tbody/tr")]
    assert rows[0] == ["办托条件", "100", "96 / 1002 96%", "88 / 1002 88%"]
    assert rows[1] == ["托育队伍", "140", "未公布", "未公布"]
    assert rows[5] == ["安全保障", "200", "未公布", "170（满分未公布）2"]
    assert len(rows) == 7  # no total is published, and none is made up
    marks = page.findall(f".//{SVG}path")
    drawn = [mark for mark in marks if "radar__mark" in str(mark.get("class"))]
    assert len(drawn) == 2 + 2  # a share of each, and the two of the legend
    assert page.findall(f".//{SVG}polygon[@class='radar__area radar__area--1']") == []
    assert len(page.findall(f".//{SVG}polygon[@class='radar__ring']")) == 4
    assert texts(page, ".//ul[@class='radar__legend']/li") == [
        "机构自评 · 有缺项",
        "主管部门评估 · 有缺项",
    ]


def test_unmet_clauses_are_named_with_their_source(
    assessed: Visitor, texts: Texts, lark: str
) -> None:
    page = assessed.page(f"/zh-hans{lark}")
    assert texts(page, ".//div[@class='findings']/p")[0] == (
        "已公布的条款：达标 1 条，不达标 2 条，不适用 0 条。"
    )
    assert texts(page, ".//ul[@class='clauses']/li") == ["9.5.2 应急演练1", "9.9.91"]
    english = assessed.page(f"/en{lark}")
    assert texts(english, ".//ul[@class='clauses']/li")[0] == "9.5.2 Emergency drills1"


def test_the_report_lists_clauses_and_only_its_own_sources(
    assessed: Visitor, texts: Texts, lark: str
) -> None:
    page = assessed.page(f"/zh-hans{lark}/quality")
    rows = [texts(row, "./*") for row in page.findall(".//table[@class='clause-table']/tbody/tr")]
    assert rows == [
        ["办托条件"],
        ["4.1.4 一年内的消防合格证明", "未公布", "达标1"],
        ["安全保障"],
        ["9.5.2 应急演练", "未公布", "不达标1"],
        ["9.9.9", "未公布", "不达标1"],
    ]
    assert texts(page, ".//p[@class='source__title']") == [
        "2026年质量评估逐项结果",
        "2026年自评与评估得分",
    ]


def test_a_nursery_without_an_assessment_says_so(
    assessed: Visitor, texts: Texts, ids: dict[str, str]
) -> None:
    page = assessed.page(f"/zh-hans/nurseries/{ids['吴中区青禾路1号']}")
    section = page.find(".//section[@aria-labelledby='quality']")
    assert section is not None
    assert texts(section, "./p") == ["本站收录的名单中没有这家机构的质量评估。"]
    assert section.find(f".//{SVG}svg") is None
    assert page.find(".//p[@class='nursery__operator']") is None


def test_an_operator_s_places_stand_side_by_side(
    assessed: Visitor, texts: Texts, lark: str
) -> None:
    link = assessed.page(f"/zh-hans{lark}").find(".//p[@class='nursery__operator']/a")
    assert link is not None
    assert link.text == "本站收录了该主体的 2 处托育点"
    page = assessed.page(str(link.get("href")))
    rows = {
        row[0]: row[1:]
        for row in (texts(row, "./*") for row in page.findall(".//table[@class='traits']/tbody/tr"))
    }
    assert rows == {
        "地址": ["1吴中区东吴路9号", "2姑苏区平江路7号"],
        "核定托位": ["140", "260"],
    }
    same = dict(zip(texts(page, ".//dl//dt"), texts(page, ".//dl//dd"), strict=True))
    assert same == {"备案": "已备案"}
    silent = texts(page, ".//p[@class='quiet report__aside']")
    assert len(silent) == 1
    assert silent[0].startswith("各处均未公布：全日托价格、普惠、")
    headings = texts(page, ".//section//h2")
    assert "七个方面的质量：机构自评" in headings
    assert "七个方面的质量：主管部门评估" in headings


def test_a_comparison_holds_the_areas_of_both_assessors(
    assessed: Visitor, texts: Texts, ids: dict[str, str]
) -> None:
    pair = f"id={ids['姑苏区平江路7号']}&id={ids['吴中区东吴路9号']}"
    for locale in Locale:
        assert assessed.page(f"/{locale}/compare?{pair}").findall(".//h2[@id='judged-2']")
    page = assessed.page(f"/zh-hans/compare?{pair}")
    rows = {
        " ".join("".join(row[0].itertext()).split()): texts(row, "./div/div[@class='sides__said']")
        for row in page.findall(".//div[@class='sides__group']/div[@class='sides__row']")
    }
    assert rows["办托条件"] == [
        # What is read on a screen, and its short form for paper.
        "机构自评：96 / 100自评 96/1002主管部门评估：88 / 100主管 88/1002",
        "未公布",
    ]
    assert rows["安全保障"] == ["主管部门评估：170（满分未公布）主管 170（满分未公布）2", "未公布"]
    assert "托育队伍" not in rows
    silent = texts(page, ".//span[@class='silent']")
    assert [one for one in silent if one.startswith("质量")] == [
        f"质量：{area}" for area in ("托育队伍", "保育照护", "卫生保健", "养育支持", "机构管理")
    ]
    assert len(page.findall(f".//{SVG}svg[@class='radar__chart']")) == 2
    tables = page.findall(".//table[@class='scores']")
    first = [texts(row, "./*") for row in tables[1].findall("./tbody/tr")]
    assert first[0] == ["办托条件", "100", "88 / 100 88%", "未公布"]
    text = assessed.get(f"/zh-hans/compare.csv?{pair}").text
    assert "\r\n办托条件,机构自评：96 / 100; 主管部门评估：88 / 100,2,,\r\n" in text


def test_a_comparison_of_places_without_an_assessment_says_so(
    assessed: Visitor, texts: Texts, ids: dict[str, str]
) -> None:
    pair = f"id={ids['吴中区青禾路1号']}&id={ids['吴中区东吴路9号']}"
    page = assessed.page(f"/zh-hans/compare?{pair}")
    silent = texts(page, ".//span[@class='silent']")
    assert [one for one in silent if "质量" in one] == ["七个方面的质量"]
    assert page.find(f".//{SVG}svg[@class='radar__chart']") is None


def test_places_of_one_address_may_be_one_and_are_not_added_up(
    tmp_path: Path, texts: Texts
) -> None:
    settings = settings_in(tmp_path)
    homes = ("姑苏区平江路7号", "姑苏区东吴路9号", "姑苏区平江路 7 号", None)
    nurseries = [
        replace(PLAIN, id=f"n{number}", credit_code=CODE, address=address, capacity=30)
        for number, address in enumerate(homes)
    ]
    Store(settings.index).build(
        nurseries, revision="s0-d0", fictional=True, region_names=REGION_NAMES
    )
    page = Visitor(made(settings).test_client()).page(f"/zh-hans/operators/{CODE}")
    summary, *_ = texts(page, ".//header[@class='report__head']/p[@class='quiet']")
    assert summary == "核定托位没有合计：地址相同的条目可能是同一处。"
    told = {
        texts(place, "./span")[0]: texts(place, ".//strong")
        for place in page.findall(".//ol[@class='operator-places']/li")
    }
    pair = [number for number, said in told.items() if said]
    assert len(told) == 4
    assert {number: told[number] for number in pair} == {
        pair[0]: [f"与第 {pair[1]} 处地址相同，可能是同一处。"],
        pair[1]: [f"与第 {pair[0]} 处地址相同，可能是同一处。"],
    }


def test_a_total_is_the_published_one_or_said_to_be_added_up_here(
    tmp_path: Path, texts: Texts
) -> None:
    settings = settings_in(tmp_path)
    day = date(2026, 3, 1)
    areas = tuple(AreaScore(area, Score(9, 10, day)) for area in QualityArea)
    found = (
        Assessment(Assessor.AUTHORITY, areas, Score(65, 70, day), ()),
        Assessment(Assessor.AUTHORITY, areas, None, ()),
        Assessment(Assessor.AUTHORITY, areas[1:], None, ()),
    )
    nurseries = [
        replace(PLAIN, id=f"n{at}", credit_code=CODE, address=f"{at}号", assessments=(one,))
        for at, one in enumerate(found)
    ]
    Store(settings.index).build(
        nurseries, revision="s0-d0", fictional=True, region_names=REGION_NAMES
    )
    page = Visitor(made(settings).test_client()).page(f"/zh-hans/operators/{CODE}")
    rows = [
        texts(row, "./td")
        for row in page.findall(".//table[@class='traits']/tbody/tr")
        if texts(row, "./th") == ["主管部门评估总分"]
    ]
    (told,) = rows
    assert sorted(cell[1:] for cell in told) == sorted(
        ["65 / 70", "63 / 70（本站由各方面相加）", "未公布"]
    )


def test_an_unknown_operator_is_not_in_our_copy_and_nothing_worse(
    assessed: Visitor, texts: Texts
) -> None:
    response = assessed.get("/zh-hans/operators/91320508MA1XXXXX0U")
    assert response.status_code == 404
    page = check_page(response.text, "zh-hans")
    assert texts(page, ".//h1") == ["本站未收录使用这个代码的托育机构"]
    assert assessed.get("/zh-hans/operators/123").status_code == 404
    lower = assessed.get(f"/zh-hans/operators/{CODE.lower()}")
    assert (lower.status_code, lower.location) == (301, f"/zh-hans/operators/{CODE}")
    assert assessed.get("/zh-hans/nurseries/none/quality").status_code == 404


def test_a_radar_draws_what_is_known_and_at_most_four() -> None:
    axes = ("a", "b", "c", "d")
    whole = Plotted(Text("whole"), (1.0, 0.5, 0.25, 0.5))
    gaps = Plotted(Text("gaps"), (1.0, 0.5, None, 0.0))
    drawn = radar("r", "title", axes, [whole, gaps, Plotted(Text("none"), (None,) * 4)])
    assert drawn is not None
    first, second, third = drawn.series
    assert first.area == "0,-100 50,0 0,25 -50,0"
    assert (second.area, second.lines) == (None, ("M0,-100L50,0", "M0,0L0,-100"))
    assert (second.gaps, second.empty, len(second.marks)) == (True, False, 3)
    assert (third.gaps, third.empty, third.marks) == (False, True, ())
    assert radar("r", "title", axes, [Plotted(Text("none"), (None,) * 4)]) is None
    with pytest.raises(ValueError, match="5 series"):
        radar("r", "title", axes, [whole] * 5)


def filled(**more: str) -> dict[str, str]:
    """A worksheet with every area and three clauses."""
    points = {points_field(area.key): str(area.points - 10) for area in STANDARD.areas}
    clauses = {"item-4.1.4": "met", "item-9.5.2": "unmet", "item-7.3.3": "not_applicable"}
    who = {"name": "苏州青禾托育中心", "district": "吴中区"}
    return who | points | clauses | more


def sent(visitor: Visitor, path: str, form: dict[str, str], locale: str = "zh-hans") -> Element:
    """The page that answers a form, checked; it is kept by nobody."""
    response = visitor.client.post(f"/{locale}{path}", data=form)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers.get("ETag") is None
    return check_page(response.text, locale)


@pytest.mark.parametrize("locale", list(Locale))
def test_the_worksheet_adds_up_and_names_what_is_unmet(
    assessed: Visitor, texts: Texts, locale: Locale
) -> None:
    page = sent(assessed, "/worksheet", filled(), locale)
    rows = [texts(row, "./*") for row in page.findall(".//table[@class='scores']/tbody/tr")]
    assert rows[0][1:] == ["100", "90 / 100 90%" if locale is not Locale.EN else "90 of 100 90%"]
    assert [row[1] for row in rows[1:]] == ["140", "200", "210", "80", "200", "70", "1,000"]
    assert rows[-1][2].startswith("930")
    (unmet,) = texts(page, ".//ul[@class='clauses']/li")
    assert unmet.startswith("9.5.2")
    chosen = [box.get("id") for box in page.iter("input") if box.get("checked") is not None]
    assert {"item-4.1.4-met", "item-9.5.2-unmet", "item-7.3.3-not_applicable"} < set(chosen)
    assert len(chosen) == 15


def test_a_half_filled_worksheet_claims_no_total(assessed: Visitor, texts: Texts) -> None:
    form = {"points-premises": "９２．５", "points-care": "0"}
    page = sent(assessed, "/worksheet", form)
    assert texts(page, ".//p[@class='worksheet__sum']") == ["已填 2 个方面：92.5 分，满分 300 分"]
    rows = [texts(row, "./*") for row in page.findall(".//table[@class='scores']/tbody/tr")]
    assert [row[2] for row in rows] == [
        "92.5 / 100 93%",
        "未填写",
        "0 / 200 0%",
        *["未填写"] * 4,
    ]


@pytest.mark.parametrize(
    ("field", "value", "path"),
    [
        ("points-premises", "100.5", "/worksheet"),
        ("points-premises", "-1", "/worksheet"),
        ("points-premises", "很好", "/worksheet"),
        ("points-premises", "1e2", "/worksheet"),
        ("item-4.1.4", "perhaps", "/worksheet"),
        ("code", "12345", "/worksheet"),
        ("name", "=cmd", "/worksheet/file"),
        ("name", "", "/worksheet/file"),
        ("name", "长" * 61, "/worksheet/file"),
    ],
)
def test_a_slip_is_named_beside_its_field_and_gives_no_result(
    assessed: Visitor, texts: Texts, field: str, value: str, path: str
) -> None:
    response = assessed.client.post(f"/zh-hans{path}", data=filled(**{field: value}))
    assert response.status_code == 422
    page = check_page(response.text, "zh-hans")
    assert page.find(".//h2[@id='result']") is None
    assert page.find(f".//*[@id='{field}-problem']") is not None
    (link,) = page.findall(".//div[@role='alert']//a")
    assert link.get("href") == f"#{field}"
    switch = str(page.findall(".//ul[@class='switch']//a")[1].get("href"))
    assert assessed.client.get(switch, follow_redirects=True).status_code == 200
    described = [one.get("aria-describedby") for one in page.iter() if one.get("id") == field]
    assert described == [f"{field}-problem"]
    if not field.startswith("item"):
        (box,) = [one for one in page.iter("input") if one.get("id") == field]
        assert (box.get("value"), box.get("aria-invalid")) == (value, "true")


def test_an_empty_worksheet_asks_for_something(assessed: Visitor, texts: Texts) -> None:
    page = sent(assessed, "/worksheet", {"name": "某托育园"})
    assert texts(page, ".//span[@id='points-premises-problem']") == [
        "请至少填写一个方面的得分，或回答一个条款。"
    ]


def test_the_worksheet_takes_forms_of_our_own_pages_only(assessed: Visitor) -> None:
    for path in ("/zh-hans/worksheet", "/zh-hans/worksheet/file"):
        foreign = {"Sec-Fetch-Site": "cross-site"}
        assert assessed.client.post(path, data=filled(), headers=foreign).status_code == 403
        ours = {"Sec-Fetch-Site": "same-origin"}
        assert assessed.client.post(path, data=filled(), headers=ours).status_code == 200
        large = filled(address="长" * 40_000)
        assert assessed.client.post(path, data=large).status_code == 413


def test_nothing_of_a_worksheet_is_logged(
    assessed: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for path in ("/zh-hans/worksheet", "/zh-hans/worksheet/file"):
        for form in (filled(), filled(code="x"), {}):
            assessed.client.post(path, data=form)
    assert not re.search("青禾|吴中|930", caplog.text)


def test_the_file_comes_back_through_the_importer(
    assessed: Visitor, texts: Texts, tmp_path: Path
) -> None:
    form = filled(**{"points-care": "180.5", "item-10.4": "unmet"})
    response = assessed.client.post("/zh-hant/worksheet/file", data=form)
    assert (response.status_code, response.mimetype) == (200, "text/csv")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="self-assessment-2026-11-21.csv"'
    )
    headings, cells = csv.reader(io.StringIO(response.data.decode("utf-8-sig")))
    assert (headings[0], cells[0], cells[1]) == ("机构名称", "苏州青禾托育中心", "")

    settings = settings_in(tmp_path)
    filing = tmp_path / "filing.csv"
    filing.write_text(FILING, "utf-8")
    own = tmp_path / "self-assessment.csv"
    own.write_bytes(response.data)
    import_all(settings, (filing, stated("备案名单", SourceKind.FILING, date(2026, 1, 5))))
    runner = made(settings).test_cli_runner()
    words = ["--title", "青禾自评", "--issuer", "苏州青禾托育中心", "--published", "2026-11-20"]
    kind = ["--kind", "assessment", "--region", "3205", "--json"]
    done = runner.invoke(args=["registry", "import", str(own), *words, *kind])
    assert done.exit_code == 0, done.output
    assert '"problems": []' in done.stdout
    assert re.search(r'"new": 0,\s+"matched": 1', done.stdout)

    ledger = Ledger.open(settings.database_url, schemes=ROOT / "content" / "schemes")
    ((assessment,),) = (one.assessments for one in ledger.nurseries() if one.assessments)
    ledger.close()
    assert {one.area: one.score.points for one in assessment.areas} == {
        QualityArea.PREMISES: 90,
        QualityArea.STAFF: 130,
        QualityArea.CARE: 180.5,
        QualityArea.HEALTH: 200,
        QualityArea.PARENTING: 70,
        QualityArea.SAFETY: 190,
        QualityArea.MANAGEMENT: 60,
    }
    assert assessment.total is not None
    assert (assessment.total.points, assessment.total.of) == (920.5, 1000)
    assert {one.clause: one.outcome for one in assessment.items} == {
        "4.1.4": Outcome.MET,
        "7.3.3": Outcome.NOT_APPLICABLE,
        "9.5.2": Outcome.UNMET,
        "10.4": Outcome.UNMET,
    }


def test_every_answer_to_every_clause_comes_back(assessed: Visitor, tmp_path: Path) -> None:
    """The headings of the file are the standard's own clauses, none of which may be lost."""
    outcomes = list(Outcome)
    answers = {
        item.clause: outcomes[number % 3]
        for number, item in enumerate(item for area in STANDARD.areas for item in area.items)
    }
    form = {f"item-{clause}": outcome.value for clause, outcome in answers.items()}
    response = assessed.client.post("/en/worksheet/file", data={"name": "云岫托育"} | form)
    path = tmp_path / "sheet.csv"
    path.write_bytes(response.data)
    ledger = Ledger.open(f"sqlite:///{tmp_path / 'l.sqlite3'}", schemes=ROOT / "content/schemes")
    told = stated("自评", SourceKind.ASSESSMENT, date(2026, 11, 20))
    report = import_list(ledger, path, replace(told, region="320508"))
    assert (report.accepted, report.problems) == (1, ())
    (nursery,) = ledger.nurseries()
    ledger.close()
    (assessment,) = nursery.assessments
    assert {one.clause: one.outcome for one in assessment.items} == answers
