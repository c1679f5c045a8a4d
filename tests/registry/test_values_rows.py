"""Whole rows: what they say, what keeps them from saying it, and real lists."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest

from registry.reading.document import Row
from registry.values.problems import Reason
from registry.values.rows import statements_of
from registry.values.statement import Json, RowStatements
from registry.values.titles import facts_of
from registry.vocabulary import SourceKind

REAL = Path(__file__).parents[3] / "shared" / "data" / "real"
DAY = date(2024, 7, 1)


def read(
    cells: dict[str, str],
    *lines: str,
    kind: SourceKind | None = None,
    published: date = DAY,
) -> RowStatements:
    """The row of a list of the given kind, else of the kind that its lines name, else a map."""
    cells = {"机构名称": "小星托育园", **cells}
    row = Row(7, tuple(cells.values()))
    facts = facts_of(*lines, published=published)
    decided = kind or facts.kind or SourceKind.DIRECTORY
    return statements_of(row, tuple(cells), facts, decided, published=published)


def told(row: RowStatements) -> dict[str, Json]:
    """The values by field, without the name that every row has."""
    fields = [statement.field for statement in row.statements]
    assert len(fields) == len(set(fields))
    return {s.field: _without_issuer(s.value) for s in row.statements if s.field != "name"}


def _without_issuer(value: Json) -> Json:
    """A value without who grants a title, which has a test of its own."""
    if isinstance(value, dict):
        return {key: one for key, one in value.items() if key != "by_issuer"}
    return value


def title(
    level: str | None, label: str, stage: str, first: str | None, last: str | None = None
) -> Json:
    times: dict[str, Json] = {"stage": stage, "from": first, "until": last}
    return {"scheme": None, "level": level, "label": label, **times}


def test_a_map_says_nothing_of_filing_and_a_filing_list_says_it_of_all() -> None:
    assert told(read({})) == {}
    assert told(read({}, kind=SourceKind.FILING)) == {"filed": "yes"}
    assert told(read({"备案情况": "已注销备案"}, kind=SourceKind.FILING)) == {"filed": "cancelled"}
    assert told(read({}, "注销备案托育机构名单")) == {"filed": "cancelled"}
    pending = read({"备案情况": "备案中"}, kind=SourceKind.FILING)
    assert told(pending) == {}
    assert [p.reason for p in pending.problems] == [Reason.NOT_FILED]


def test_the_caption_gives_the_title_with_its_publicity() -> None:
    lines = ("拟确认2023年市级示范托育机构名单", "公示期：2023年10月31日至11月4日")
    assert told(read({}, *lines)) == {
        "recognition.demonstration": title(
            "city", "2023年市级示范托育机构", "publicity", "2023-10-31", "2023-11-04"
        )
    }


def test_columns_outrank_the_caption() -> None:
    cells = {"示范级别": "省级", "认定日期": "2023年", "有效期": "2年", "申报状态": "已命名"}
    assert told(read(cells, "市级示范托育机构申报汇总表")) == {
        "recognition.demonstration": title("provincial", "省级示范", "conferred", "2023", "2025")
    }
    stars = read({"星级": "★★★★", "等级": "AAA", "有效期至": "2026年10月"})
    assert told(stars) == {
        "recognition.star": title("4", "★★★★", "conferred", None, "2026-10"),
        "recognition.grade": title("AAA", "AAA", "conferred", None, "2026-10"),
    }
    assert told(read({"示范级别": "否", "星级": "/"})) == {"recognition.demonstration": None}
    dated = read(
        {"公示开始日期": "2024-07-01", "公示结束日期": "2024-07-05"}, "拟认定普惠托育机构名单"
    )
    assert told(dated) == {
        "recognition.inclusive": title(
            None, "普惠托育机构", "publicity", "2024-07-01", "2024-07-05"
        )
    }


def test_a_refused_or_unknown_title_is_not_given() -> None:
    refused = read({"评审结果": "未通过"}, "市级示范托育机构评审结果")
    assert (told(refused), [p.reason for p in refused.problems]) == ({}, [Reason.NOT_CONFERRED])
    proposed = read({}, "拟撤销市级示范托育机构公示")
    assert (told(proposed), [p.reason for p in proposed.problems]) == (
        {},
        [Reason.WITHDRAWAL_PROPOSED],
    )
    stage = read({"申报状态": "公示"}, kind=SourceKind.FILING)
    assert [p.reason for p in stage.problems] == [Reason.STAGE_WITHOUT_TITLE]


def test_prices_classes_and_meals_of_a_row() -> None:
    row = read(
        {
            "收费标准": "托大班1200元/月，托小班1500元/月",
            "托大班": "1",
            "乳儿班": "0",
            "班型": "托小班",
        },
        "注：不含伙食费",
    )
    price: dict[str, Json] = {"unit": "month", "meals": "excluded", "about": False}
    assert told(row) == {
        "price.full_day.senior": {"min": 1200, "max": 1200, **price},
        "price.full_day.junior": {"min": 1500, "max": 1500, **price},
        "class_count.senior": 1,
        "class_count.infant": 0,
        "classes": ["senior", "junior"],
    }


def test_the_one_class_of_a_price_list_is_the_class_of_its_price() -> None:
    cells = {"班型": "托大班", "收费标准": "1200元/月"}
    assert set(told(read(cells, kind=SourceKind.PRICE))) == {"price.full_day.senior", "classes"}
    assert set(told(read(cells, kind=SourceKind.FILING))) == {"price.full_day", "classes", "filed"}
    several = read(cells | {"班型": "托大班、托小班"}, kind=SourceKind.PRICE)
    assert set(told(several)) == {"price.full_day", "classes"}


def test_a_map_dates_no_title_by_itself() -> None:
    assert told(read({"示范级别": "市级"})) == {
        "recognition.demonstration": title("city", "市级示范", "conferred", None)
    }
    dated = told(read({"示范级别": "市级", "认定日期": "2030-01-01"}))
    assert dated == {"recognition.demonstration": title("city", "市级示范", "conferred", None)}


def test_stages_stand_in_the_cells_of_titles() -> None:
    stages = {
        "市级（已撤销）": title("city", "市级示范", "revoked", "2024-07-01"),
        "市级示范（公示中）": title("city", "市级示范", "publicity", "2024-07-01"),
        "省级推荐": title("provincial", "省级示范", "recommended", "2024-07-01"),
        "市級示範": title("city", "市級示範", "conferred", "2024-07-01"),
    }
    read_so = {
        text: told(read({"示范级别": text}, kind=SourceKind.DECISION))["recognition.demonstration"]
        for text in stages
    }
    assert read_so == stages
    stars = read({"星级": "四星（已取消）"}, kind=SourceKind.STAR)
    assert told(stars)["recognition.star"] == title("4", "四星", "cancelled", "2024-07-01")
    declared = read({"星级": "申报五星"}, kind=SourceKind.STAR)
    assert told(declared)["recognition.star"] == title("5", "五星", "declared", "2024-07-01")


def test_names_lose_our_marks_and_cells_keep_them() -> None:
    names = {
        "云朵托育园13812345678": "云朵托育园",
        "阳光园（王秀英 13912345678）": "阳光园",
    }
    for cell, name in names.items():
        row = read({"机构名称": cell})
        assert [(one.field, one.value) for one in row.statements] == [("name", name)]
        assert "手机号不公开" in row.cells["机构名称"]
    nobody = read({"机构名称": "13812345678"})
    assert [problem.reason for problem in nobody.problems] == [Reason.MISSING_NAME]


def test_traditional_words_are_read_and_kept_as_published() -> None:
    cells = {"备案情况": "已備案", "举办性质": "民辦", "服务形式": "臨時托", "班型": "混齡班"}
    row = read(cells)
    assert told(row) == {
        "filed": "yes",
        "nature": "private",
        "forms": ["temporary"],
        "classes": ["mixed"],
    }
    assert {key: row.cells[key] for key in cells} == cells
    assert told(read({}, "擬確認2023年市級普惠託育機構名單", "公示期：2024年7月1日至7月5日")) == {
        "recognition.inclusive": title(
            "city", "2023年市級普惠託育機構", "publicity", "2024-07-01", "2024-07-05"
        )
    }


def test_prices_under_bare_class_headings_are_no_class_counts() -> None:
    row = read({"托小班": "1500"}, "托育机构收费公示")
    assert (told(row), [p.reason for p in row.problems]) == ({}, [Reason.IMPLAUSIBLE])


def test_years_of_inclusion_outrank_the_kind_of_the_list() -> None:
    row = read({"市级普惠年份": "2021"}, kind=SourceKind.INCLUSIVE)
    assert told(row) == {"recognition.inclusive": title("city", "市级普惠", "conferred", "2021")}
    bare = read({"是否普惠": "是", "机构性质": "普惠性民办"}, kind=SourceKind.INCLUSIVE)
    assert told(bare) == {
        "inclusive": True,
        "nature": "private",
        "recognition.inclusive": title(None, "普惠", "conferred", "2024-07-01"),
    }


def test_scores_stand_in_columns_or_in_rows() -> None:
    columns = read({"办托条件（100分）": "92.5", "机构管理": "66"}, "托育机构质量评估自评结果")
    assert told(columns) == {
        "assessment.premises.self": {"score": 92.5, "of": 100.0},
        "assessment.management.self": {"score": 66.0, "of": None},
    }
    rows = read({"评估维度": "保育照护", "满分": "200", "自评得分": "190", "评估得分": "188"})
    assert told(rows) == {
        "assessment.care.self": {"score": 190.0, "of": 200.0},
        "assessment.care.authority": {"score": 188.0, "of": 200.0},
    }


def test_regions_coordinates_and_codes() -> None:
    cells = {"区县": "江阳区", "城市": "泸州市", "省份": "四川省", "区划代码": "510502"}
    place = {"经纬度": "28.88,105.44", "匹配级别": "道路", "社会信用代码": "91 3205 92ma26ef142ｒ"}
    row = read(cells | place)
    assert (row.regions, row.region_code) == (("四川省", "泸州市", "江阳区"), "510502")
    assert told(row) == {
        "location": {"lat": 28.88, "lng": 105.44, "precision": "road"},
        "credit_code": "91320592MA26EF142R",
    }


def test_credit_and_vacancy_and_pilot() -> None:
    cells = {
        "处罚内容": "罚款，责任人：张三，电话13800000000",
        "信用类别": "行政处罚",
        "处罚日期": "2024.03.12",
    }
    credit = told(read(cells, kind=SourceKind.CREDIT))["credit"]
    assert isinstance(credit, dict)
    assert (credit["kind"], credit["on"]) == ("行政处罚", "2024-03-12")
    assert "138" not in str(credit["text"])
    assert told(read({"空余托位": "6个"}, kind=SourceKind.VACANCY)) == {"vacancy": 6}
    assert told(read({}, "第一批试点托育机构名单")) == {
        "recognition.pilot": title(None, "第一批试点托育机构", "conferred", "2024-07-01")
    }


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"机构名称": "/"}, Reason.MISSING_NAME),
        ({"机构名称": "请家长注意" * 13}, Reason.TEXT_NOT_NAME),
        ({"机构名称": "河北?。菏仪f市托育园"}, Reason.MOJIBAKE),
        ({"地址": "江阳路\ue420号"}, Reason.MOJIBAKE),
    ],
)
def test_fatal_problems_keep_the_row_and_say_nothing(cells: dict[str, str], reason: Reason) -> None:
    row = read({"托位数": "20"} | cells)
    assert (row.accepted, row.statements, [p.reason for p in row.problems]) == (False, (), [reason])
    assert row.cells["托位数"] == "20"


@pytest.mark.parametrize(
    ("cells", "reason", "value"),
    [
        ({"托位数": "若干"}, Reason.UNREADABLE_NUMBER, {}),
        ({"托位数": "-5"}, Reason.IMPLAUSIBLE, {}),
        ({"托位数": "9999"}, Reason.IMPLAUSIBLE, {}),
        ({"托位数": "20", "普惠托位数": "30"}, Reason.INCLUSIVE_EXCEEDS_CAPACITY,
         {"capacity": 20, "inclusive_places": 30}),
        ({"备案日期": "2024111日"}, Reason.AMBIGUOUS_DATE, {}),
        ({"备案日期": "2024年3月"}, Reason.IMPRECISE_DATE, {}),
        ({"举办性质": "甲类"}, Reason.UNKNOWN_WORD, {}),
        ({"经度": "120.1"}, Reason.INCOMPLETE_COORDINATE, {}),
        ({"经度": "31.1", "纬度": "120.1"}, "coordinate-swapped", {}),
        ({"联系电话": "见官网123"}, Reason.UNREADABLE_PHONE, {}),
    ],
)  # fmt: skip
def test_other_problems_keep_the_row(
    cells: dict[str, str], reason: Reason, value: dict[str, Json]
) -> None:
    row = read(cells)
    assert (row.accepted, told(row), [p.reason for p in row.problems]) == (True, value, [reason])


def _zhangjiagang() -> list[list[str]]:
    file = REAL / "zhangjiagang-2024-nursery-map.gb18030.csv"
    if not file.exists():
        pytest.skip("the real lists are not here")
    return list(csv.reader(io.StringIO(file.read_text("gb18030"))))


def test_the_list_of_zhangjiagang() -> None:
    headings, *rows = _zhangjiagang()
    facts = facts_of("张家港市备案托育机构名单（节选）", "截止日期：2024年6月", published=DAY)
    lists = [
        statements_of(Row(n, tuple(row)), headings, facts, SourceKind.FILING, published=DAY)
        for n, row in enumerate(rows, 2)
    ]
    assert [told(row)["filed"] for row in lists] == ["yes"] * 10
    assert [told(row).get("capacity") for row in lists] == [40, 20, 20, 80, 40, 40, 100] + [
        None
    ] * 3
    assert [told(row)["inclusive_places"] for row in lists] == [
        40,
        20,
        20,
        80,
        20,
        0,
        0,
        24,
        20,
        20,
    ]
    assert [p.reason for row in lists for p in row.problems] == [Reason.INCOMPLETE_COORDINATE]
    first = told(lists[0])
    assert first["recognition.inclusive"] == title("city", "市级普惠", "conferred", "2021")
    assert first["price.full_day"] == {
        "min": 550,
        "max": 550,
        "unit": "month",
        "meals": None,
        "about": False,
    }
    assert (first["classes"], first["forms"], first["profit"]) == (["junior"], ["full_day"], False)


def test_the_lists_of_yancheng() -> None:
    file = REAL / "yancheng-2023-inclusive-and-demonstration.html"
    if not file.exists():
        pytest.skip("the real lists are not here")
    page = re.sub(r"<[^>]+>", "", re.sub(r"</(td|tr|p|title)>", r"\n", file.read_text("utf-8")))
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    publicity = next(line for line in lines if line.startswith("公示期"))
    captions = [line for line in lines if line.startswith("拟确认")]
    published = date(2023, 10, 31)
    titles = [told(read({}, line, publicity, published=published)) for line in captions]
    span = ("publicity", "2023-10-31", "2023-11-04")
    assert titles == [
        {"recognition.inclusive": title("city", "2023年市级普惠托育机构", *span)},
        {"recognition.demonstration": title("city", "2023年市级示范托育机构", *span)},
    ]


def test_the_issuer_grants_what_its_list_gives_and_not_what_a_column_tells() -> None:
    def by_issuer(row: RowStatements) -> list[Json]:
        values = [s.value for s in row.statements if s.field.startswith("recognition.")]
        return [value["by_issuer"] for value in values if isinstance(value, dict)]

    assert by_issuer(read({}, "2025年市级示范托育机构名单")) == [True]
    assert by_issuer(read({"示范级别": "市级"}, "2025年市级示范托育机构名单")) == [True]
    assert by_issuer(read({"示范级别": "市级"}, kind=SourceKind.FILING)) == [False]
    assert by_issuer(read({"市级普惠年份": "2021"}, kind=SourceKind.FILING)) == [False]


def assessed(cells: dict[str, str], title: str = "2025年托育机构质量评估结果") -> dict[str, Json]:
    return told(read(cells, title, kind=SourceKind.ASSESSMENT))


def test_scores_stand_under_whoever_gave_them() -> None:
    own: Json = {"score": 92.0, "of": 100.0}
    theirs: Json = {"score": 88.0, "of": 100.0}
    both = {"assessment.premises.self": own, "assessment.premises.authority": theirs}
    for cells in (
        {"办托条件（自评）（100分）": "92", "办托条件（评估）（100分）": "88"},
        {"自评得分/办托条件（100分）": "92", "他评得分/办托条件（100分）": "88"},
        {"办托条件/满分": "100", "办托条件/机构自评": "92", "办托条件/监管评估得分": "88"},
        {"评估维度": "一、办托条件", "分值": "100", "自评得分": "92", "得分": "88"},
    ):
        assert assessed(cells, "2025年托育机构自评与评估对照表") == both, cells


def test_an_assessment_without_a_word_is_the_authority_s_unless_the_title_says_otherwise() -> None:
    cells = {"办托条件（100分）": "88", "评估总分": "900"}
    for title, by in (("2025年质量评估结果", "authority"), ("2025年机构自评结果", "self")):
        assert assessed(cells, title) == {
            f"assessment.premises.{by}": {"score": 88.0, "of": 100.0},
            f"assessment.total.{by}": {"score": 900.0, "of": None},
        }
    # A row that leaves the column of 自评 empty is no list of self-assessments.
    cells = {"办托条件（自评）": "", "办托条件（评估）": "88"}
    assert assessed(cells, "2025年自评和评估对照表") == {
        "assessment.premises.authority": {"score": 88.0, "of": None}
    }


def test_findings_on_clauses_stand_in_columns_in_rows_or_as_a_list() -> None:
    columns = {
        "4.1.4": "达标",
        "5.2.1 负责人培训（自评）": "√",
        "5.2.1 负责人培训（评估）": "不达标",
        "7.3.1 食谱": "不适用",
        "10.4 收费公示": "符合",
        "9.5.2": "/",
    }
    assert assessed(columns) == {
        "assessment.item.4.1.4.authority": "met",
        "assessment.item.5.2.1.self": "met",
        "assessment.item.5.2.1.authority": "unmet",
        "assessment.item.7.3.1.authority": "not_applicable",
        "assessment.item.10.4.authority": "met",
    }
    rows = {"评估项目": "9.3.1 设备检查", "自评结果": "达标", "评估结果": "未达标"}
    assert assessed(rows) == {
        "assessment.item.9.3.1.self": "met",
        "assessment.item.9.3.1.authority": "unmet",
    }
    under_its_area = {"卫生保健/7.2.1 接种证/自评": "达标", "卫生保健/7.2.1 接种证/他评": "不达标"}
    assert assessed(under_its_area) == {
        "assessment.item.7.2.1.self": "met",
        "assessment.item.7.2.1.authority": "unmet",
    }
    # The points of a clause are none of its area.
    beside = {"评估维度": "卫生保健", "评估项目": "7.2.1", "得分": "5", "评估结果": "达标"}
    assert assessed(beside) == {"assessment.item.7.2.1.authority": "met"}
    assert assessed({"未达标项": "4.1.4消防、9.5.2 演练"}) == {
        "assessment.item.4.1.4.authority": "unmet",
        "assessment.item.9.5.2.authority": "unmet",
    }
    assert assessed({"自评未达标项": "9.5.2"}) == {"assessment.item.9.5.2.self": "unmet"}


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"4.1.4": "基本达标"}, Reason.UNKNOWN_WORD),
        ({"未达标项": "共2项"}, Reason.UNKNOWN_WORD),
        ({"评估项目": "消防", "评估结果": "达标"}, Reason.UNKNOWN_WORD),
        ({"办托条件（100分）": "108"}, Reason.IMPLAUSIBLE),
        ({"办托条件": "良好"}, Reason.UNREADABLE_NUMBER),
    ],
)
def test_what_an_assessment_leaves_in_doubt_is_no_claim(
    cells: dict[str, str], reason: Reason
) -> None:
    row = read(cells, "质量评估结果", kind=SourceKind.ASSESSMENT)
    assert told(row) == {}
    assert [problem.reason for problem in row.problems] == [reason]


def test_a_numbered_column_of_another_list_is_no_clause() -> None:
    assert told(read({"4.2 托位数": "40"})) == {"capacity": 40}
    assert "capacity" in assessed({"4.2 托位数": "40"})
