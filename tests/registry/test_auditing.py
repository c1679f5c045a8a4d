"""What an operator is warned of, over lists that hold one of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from registry.auditing import SENTENCES, Audit, Completeness, audit
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.vocabulary import SourceKind

CsvFile = Callable[..., Path]
TODAY = date(2026, 11, 21)
FILING = (
    "机构名称,所在区县,统一社会信用代码,班型,核定托位,普惠托位数,在托人数,收费标准,备案日期",
    "泸州云雀托育中心,江阳区,,托大班,40,20,30,1500元/月,2023-05-12",
    "泸州青禾托育中心,江阳区,,,40,20,,,2023-05-12",
    "泸州小禾托育中心,江阳区,,托大班,40,,55,,2023-05-12",
    "泸州大禾托育中心,江阳区,91510502MA6XXXXX00,托大班,40,50,,1300,2023-05-12",
    "泸州旧园托育中心,泸县,,托大班,30,,,,2023-05-12",
    ",泸县,,托大班,30,,,,2023-05-12",
)


def put(ledger: Ledger, path: Path, kind: SourceKind, title: str, published: date) -> None:
    stated = Statement(title, "泸州市卫生健康委员会", published, kind, region="5105")
    import_list(ledger, path, stated)


def filled(ledger: Ledger, csv_file: CsvFile) -> Audit:
    lists = (
        ("a.csv", SourceKind.FILING, "泸州市备案托育机构名单", date(2026, 6, 30), FILING),
        (
            "b.csv",
            SourceKind.DEMONSTRATION,
            "市级示范托育机构名单",
            date(2026, 1, 1),
            (
                "机构名称,所在区县,示范级别,认定日期,有效期至",
                "泸州云雀托育中心,江阳区,市级,2024-12-31,2026-12-31",
            ),
        ),
        (
            "c.csv",
            SourceKind.INCLUSIVE,
            "拟认定2025年市级普惠托育机构名单",
            date(2025, 3, 5),
            (
                "拟认定2025年市级普惠托育机构名单",
                "公示期：2025年3月5日至3月11日",
                "机构名称,所在区县,核定托位",
                "泸州青禾托育中心,江阳区,45",
            ),
        ),
        (
            "d.csv",
            SourceKind.PILOT,
            "省级托育服务试点验收情况",
            date(2026, 7, 5),
            ("试点单位,所在区县,验收状态,验收期限", "泸州旧园托育中心,泸县,未验收,2026-06-30"),
        ),
        (
            "e.csv",
            SourceKind.POPULATION,
            "泸州市2025年人口",
            date(2026, 4, 1),
            ("地区,常住人口（人）", "江阳区,84000"),
        ),
    )
    for name, kind, title, published, lines in lists:
        put(ledger, csv_file(name, *lines), kind, title, published)
    return audit(ledger, TODAY)


def test_each_kind_of_warning_is_given(ledger: Ledger, csv_file: CsvFile) -> None:
    found = filled(ledger, csv_file)
    assert [(one.kind, one.region, one.name, one.detail) for one in found.warnings] == [
        ("population-missing", "51", None, "5 nurseries"),
        ("price-without-unit", "5105", None, "source 1 row 5: price «1300»"),
        ("population-missing", "5105", None, "5 nurseries"),
        (
            "stale-list",
            "5105",
            None,
            "inclusive: source 3 «拟认定2025年市级普惠托育机构名单», as of 2025-03-05",
        ),
        ("filed-without-classes", "510502", "泸州青禾托育中心", ""),
        ("enrolled-above-capacity", "510502", "泸州小禾托育中心", "55 children, 40 places"),
        (
            "inclusive-above-capacity",
            "510502",
            "泸州大禾托育中心",
            "50 inclusive places, 40 places",
        ),
        ("title-ending", "510502", "泸州云雀托育中心", "市级示范托育机构 until 2026-12-31"),
        (
            "publicity-undecided",
            "510502",
            "泸州青禾托育中心",
            "2025年市级普惠托育机构, publicity until 2025-03-11",
        ),
        (
            "credit-code",
            "510502",
            "泸州大禾托育中心",
            "91510502MA6XXXXX00: The credit code's check digit is wrong; it is kept as published.",
        ),
        ("conflict", "510502", "泸州青禾托育中心", "capacity"),
        ("acceptance-overdue", "510521", "泸州旧园托育中心", "acceptance by 2026-06-30"),
        ("population-missing", "510521", None, "1 nursery"),
    ]
    assert found.counts() == dict.fromkeys(SENTENCES, 1) | {"population-missing": 3}


def test_divisions_are_ranked_by_what_is_published(ledger: Ledger, csv_file: CsvFile) -> None:
    found = filled(ledger, csv_file)
    # 泸县: filed, places, classes; 江阳区: 4 filed, 4 places, 3 classes, 2 prices, 3 on inclusion.
    assert found.ranking == (
        Completeness("510521", 1, 3 / 10),
        Completeness("51", 5, 19 / 50),
        Completeness("5105", 5, 19 / 50),
        Completeness("510502", 4, 16 / 40),
    )
    assert found.nurseries == 5


def test_rows_with_problems_are_counted_by_list(ledger: Ledger, csv_file: CsvFile) -> None:
    (first,) = filled(ledger, csv_file).problems
    assert (first.source, first.rows, first.unused) == (1, 2, 1)
    assert dict(first.reasons) == {
        "unit-assumed": 1,
        "inclusive-exceeds-capacity": 1,
        "credit-code-check-digit": 1,
        "missing-name": 1,
    }


def test_an_empty_ledger_has_nothing_to_look_at(ledger: Ledger) -> None:
    assert audit(ledger, TODAY) == Audit(TODAY, 0, (), (), ())
