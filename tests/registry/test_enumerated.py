"""What each filing list names, as it stands, and which lists cover a division."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import event

from registry.editions import Editions
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.ledger.records import Enumerated
from registry.vocabulary import SourceKind

CsvFile = Callable[..., Path]
HEADINGS = "机构名称,所在区县,地址,核定托位,备案情况"
EARLIER = (
    "云雀托育中心,江阳区,一路1号,60,已备案",
    "青禾托育中心,江阳区,一路2号,,已备案",
    "小禾托育中心,泸县,二路1号,30,已备案",
)
LATER = (
    "云雀托育中心,江阳区,一路1号,50,已备案",
    "青禾托育中心,江阳区,一路2号,40,已注销备案",
    "大禾托育中心,江阳区,一路3号,20,已备案",
    "小禾托育中心,泸县,二路1号,30,已备案",
)


def taken(
    ledger: Ledger,
    path: Path,
    day: date,
    kind: SourceKind = SourceKind.FILING,
    region: str = "5105",
) -> int:
    title = f"备案托育机构名单（截至{day.year}年{day.month}月）"
    report = import_list(
        ledger, path, Statement(title, "泸州市卫生健康委员会", day, kind, region=region)
    )
    assert report.rejected == 0
    return max(ledger.sources())


def test_a_list_is_counted_as_it_stands(ledger: Ledger, csv_file: CsvFile) -> None:
    first = taken(ledger, csv_file("a.csv", HEADINGS, *EARLIER), date(2025, 6, 1))
    second = taken(ledger, csv_file("b.csv", HEADINGS, *LATER), date(2026, 6, 1))
    priced = taken(
        ledger,
        csv_file("c.csv", "机构名称,所在区县,地址,核定托位", "云雀托育中心,江阳区,一路1号,99"),
        date(2026, 7, 1),
        SourceKind.INCLUSIVE,
    )
    # The cancelled one is not in the second list; the last is no list of filings.
    assert ledger.enumerated((first, second, priced)) == (
        Enumerated(first, "510502", 2, 60, 1),
        Enumerated(first, "510521", 1, 30, 1),
        Enumerated(second, "510502", 2, 70, 2),
        Enumerated(second, "510521", 1, 30, 1),
    )
    assert ledger.enumerated(()) == ()


def test_lists_are_counted_without_a_scan_of_claims(ledger: Ledger, csv_file: CsvFile) -> None:
    source = taken(ledger, csv_file("a.csv", HEADINGS, *EARLIER), date(2025, 6, 1))
    asked: list[tuple[str, tuple[object, ...]]] = []

    def note(
        _c: object, _cursor: object, text: str, values: tuple[object, ...], *_: object
    ) -> None:
        if "claim" in text:
            asked.append((text, values))

    event.listen(ledger.engine, "before_cursor_execute", note)
    assert ledger.enumerated((source,))
    event.remove(ledger.engine, "before_cursor_execute", note)
    ((text, values),) = asked
    with ledger.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
        plan = [str(row.detail) for row in rows]
    assert "SEARCH claim USING INDEX ix_claim_nursery_id_id (nursery_id=?)" in plan
    scanned = [step for step in plan if step.startswith("SCAN")]
    assert [step for step in scanned if "subquery" not in step and "anon" not in step] == []


def test_lists_of_a_division_and_of_those_around_it(ledger: Ledger, csv_file: CsvFile) -> None:
    city = [
        taken(ledger, csv_file(f"{day}.csv", HEADINGS, *rows), day)
        for day, rows in ((date(2026, 6, 1), LATER), (date(2025, 6, 1), EARLIER))
    ]
    county = taken(
        ledger, csv_file("county.csv", HEADINGS, EARLIER[2]), date(2026, 5, 1), region="510521"
    )
    editions = Editions(ledger.sources().values())
    found = {
        region: [tuple(one.sources) for series in editions.covering(region) for one in series]
        for region in ("", "51", "5105", "510521", "510502", "5101")
    }
    both = [(city[1],), (city[0],)]
    assert found == {
        "": [],
        "51": [],
        "5105": both,
        "510521": [*both, (county,)],
        "510502": both,
        "5101": [],
    }


def test_the_one_city_of_a_municipality_is_the_municipality(
    ledger: Ledger, csv_file: CsvFile
) -> None:
    row = "云雀托育中心,渝北区,一路1号,60,已备案"
    source = taken(ledger, csv_file("a.csv", HEADINGS, row), date(2025, 6, 1), region="5001")
    (series,) = Editions(ledger.sources().values()).covering("50")
    assert [one.sources for one in series] == [(source,)]
