"""Figures of divisions: units, days, and rows that must not be believed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from registry.errors import NoFigureTable, NoNurseryTable
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.reading.columns import Column, column_of
from registry.vocabulary import SourceKind

CsvFile = Callable[..., Path]


def stated(title: str = "泸州市2024年人口和收入", region: str | None = "5105") -> Statement:
    return Statement(title, "泸州市统计局", date(2025, 4, 1), SourceKind.POPULATION, region=region)


def told(ledger: Ledger) -> list[tuple[str, str, float, date]]:
    return [(one.region, one.measure, one.value, one.as_of) for one in ledger.figures()]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("常住人口（万人）", Column.POPULATION),
        ("2024年末常住人口（万人）", Column.POPULATION),
        ("2024年末常住人口万人", Column.POPULATION),
        ("0—3岁婴幼儿数（人）", Column.CHILDREN),
        ("全体居民人均可支配收入（元）", Column.INCOME),
        ("城镇居民人均可支配收入（元）", None),
        ("户籍人口（万人）", None),
        ("常住人口增长率", None),
        ("消防验收情况", None),
        ("验收状态", Column.ACCEPTANCE),
        ("试点单位", Column.NAME),
    ],
)
def test_headings(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column


def test_units_stand_in_cells_headings_or_lines(ledger: Ledger, csv_file: CsvFile) -> None:
    path = csv_file(
        "a.csv",
        "泸州市人口情况表",
        "单位：万人、元",
        "地区,常住人口,3岁以下婴幼儿数（人）,居民人均可支配收入",
        "全市,426.1,61000,33512",
        "江阳区,842000人,1.25万人,4.12万元",
    )
    report = import_list(ledger, path, stated())
    assert (report.rows, report.accepted, report.problems) == (2, 2, ())
    day = date(2024, 12, 31)
    assert told(ledger) == [
        ("5105", "children", 61_000, day),
        ("5105", "income", 33_512, day),
        ("5105", "population", 4_261_000, day),
        ("510502", "children", 12_500, day),
        ("510502", "income", 41_200, day),
        ("510502", "population", 842_000, day),
    ]


def test_every_bad_row_is_kept_with_its_reason(ledger: Ledger, csv_file: CsvFile) -> None:
    path = csv_file(
        "b.csv",
        "地区,常住人口（万人）,3岁以下婴幼儿数（人）,居民人均可支配收入",
        "江阳区,84.2,,",
        "不存在区,10,,",
        "泸县,,,",
        "合江县,六十,,",
        "江阳区,85,,",
        ",30,,",
        "纳溪区,48.3,900000,",
        "龙马潭区,42.5,,40100",
        "成都市,2140,,",
    )
    report = import_list(ledger, path, stated())
    assert (report.rows, report.accepted, report.rejected) == (9, 2, 7)
    assert (report.new, report.matched, report.ambiguous, report.claims) == (0, 0, 0, 2)
    assert [(one.row, one.field, one.reason) for one in report.problems] == [
        (3, "district", "unknown-district"),
        (4, None, "missing-figure"),
        (5, "population", "unreadable-figure"),
        (5, None, "missing-figure"),
        (6, "population", "division-repeated"),
        (7, "地区", "district-carried"),
        (7, "district", "missing-division"),
        (8, "children", "implausible"),
        (9, "income", "figure-without-unit"),
        (10, "district", "district-outside-region"),
    ]
    assert [(one[0], one[2]) for one in told(ledger)] == [("510502", 842_000), ("510504", 425_000)]
    assert len(list(ledger.problems())) == 10
    assert list(ledger.nurseries()) == []


def test_the_same_import_twice_changes_nothing(ledger: Ledger, csv_file: CsvFile) -> None:
    path = csv_file("c.csv", "地区,常住人口（人）", "江阳区,842000")
    first = import_list(ledger, path, stated())
    before = told(ledger)
    second = import_list(ledger, path, stated())
    assert (second.unchanged, second.source, second.accepted) == (True, first.source, 1)
    assert (second.matched, second.new) == (0, 0)
    assert told(ledger) == before
    assert import_list(ledger, path, stated("另一标题"), dry_run=True).claims == 1
    assert told(ledger) == before


def test_years_of_headings_and_rows(ledger: Ledger, csv_file: CsvFile) -> None:
    path = csv_file(
        "d.csv",
        "年份,地区,2023年末常住人口（人）,居民人均可支配收入（元）",
        "2022,江阳区,840000,39000",
        "2021,纳溪区,480000,31000",
    )
    assert import_list(ledger, path, stated("人口和收入")).rejected == 0
    assert told(ledger) == [
        ("510502", "income", 39_000, date(2022, 12, 31)),
        ("510502", "population", 840_000, date(2023, 12, 31)),
        ("510503", "income", 31_000, date(2021, 12, 31)),
        ("510503", "population", 480_000, date(2023, 12, 31)),
    ]


def test_a_revision_knows_no_later_figure(ledger: Ledger, csv_file: CsvFile) -> None:
    import_list(ledger, csv_file("e.csv", "地区,常住人口（人）", "江阳区,842000"), stated())
    then = ledger.revision()
    import_list(ledger, csv_file("f.csv", "地区,常住人口（人）", "江阳区,850000"), stated())
    assert [one.value for one in ledger.figures(then)] == [842_000]
    assert [one.value for one in ledger.figures(regions=["510502"])] == [842_000, 850_000]
    assert ledger.figures(regions=["510503"]) == ()


def test_other_files_are_refused(ledger: Ledger, csv_file: CsvFile) -> None:
    with pytest.raises(NoFigureTable):
        import_list(ledger, csv_file("g.csv", "地区,机构名称", "江阳区,某托育"), stated())
    with pytest.raises(NoNurseryTable):
        import_list(ledger, csv_file("h.csv", "常住人口（人）", "842000"), stated())
    assert ledger.sources() == {}
