"""Pilots with their acceptance: the stage of each, and what is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import event

from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.ledger.records import Due
from registry.vocabulary import SourceKind, State

CsvFile = Callable[..., Path]
DAY = date(2022, 11, 5)
ROWS = (
    "河北省省级婴幼儿照护服务试点验收情况",
    "序号,城市,县（市、区）,试点单位,验收状态,验收日期,验收期限",
    "1,石家庄市,长安区,云雀托育中心,验收合格,2022-09-20,2022年10月底",
    "2,石家庄市,长安区,青禾托育中心,未验收,,2022年10月31日",
    "3,石家庄市,桥西区,小禾托育中心,限期整改,,2022-10-31",
    "4,石家庄市,桥西区,大禾托育中心,未通过,,2022-10",
    "5,石家庄市,桥西区,新禾托育中心,不明白,,2022-10-31",
    "6,石家庄市,桥西区,老禾托育中心,,2022-10-01,",
)


def taken(ledger: Ledger, path: Path, day: date = DAY) -> list[tuple[int, str | None, str]]:
    stated = Statement(
        "河北省省级试点验收情况", "河北省卫生健康委员会", day, SourceKind.PILOT, region="13"
    )
    report = import_list(ledger, path, stated)
    assert report.rejected == 0
    return [(one.row, one.field, one.reason) for one in report.problems]


def test_stages_and_what_is_due(ledger: Ledger, csv_file: CsvFile) -> None:
    assert taken(ledger, csv_file("pilots.csv", *ROWS)) == [
        (6, "recognition", "not-accepted"),
        (7, "recognition", "unknown-word"),
    ]
    names = {one.id: one for one in ledger.nurseries()}
    states = {
        one.name: [(title.scheme, title.timeline()) for title in one.recognitions]
        for one in names.values()
    }
    assert states == {
        "云雀托育中心": [("hebei-pilot", ((date(2022, 9, 20), State.VALID),))],
        "青禾托育中心": [("hebei-pilot", ((DAY, State.DECLARED),))],
        "小禾托育中心": [("hebei-pilot", ((DAY, State.RECTIFICATION),))],
        "大禾托育中心": [],
        "新禾托育中心": [],
        "老禾托育中心": [("hebei-pilot", ((date(2022, 10, 1), State.VALID),))],
    }
    end = date(2022, 10, 31)
    assert {names[due.nursery].name: (due.by, due.done, due.on) for due in ledger.dues()} == {
        "云雀托育中心": (end, True, date(2022, 9, 20)),
        "青禾托育中心": (end, False, None),
        "小禾托育中心": (end, False, None),
        "大禾托育中心": (end, False, None),
        "新禾托育中心": (end, None, None),
        "老禾托育中心": (None, True, date(2022, 10, 1)),
    }


def test_a_later_list_closes_what_was_due(ledger: Ledger, csv_file: CsvFile) -> None:
    taken(ledger, csv_file("first.csv", *ROWS[:2], ROWS[3]))
    then = ledger.revision()
    later = "2,石家庄市,长安区,青禾托育中心,通过,2022-12-01,2022年10月31日"
    taken(ledger, csv_file("second.csv", *ROWS[:2], later), date(2022, 12, 20))
    (nursery,) = ledger.nurseries()
    assert nursery.conflicts == ()
    (due,) = ledger.dues()
    assert due == Due(
        nursery.id, "acceptance", date(2022, 10, 31), True, date(2022, 12, 1), 2, date(2022, 12, 20)
    )
    assert [one.done for one in ledger.dues(then)] == [False]


def test_the_columns_mean_nothing_outside_lists_of_pilots(
    ledger: Ledger, csv_file: CsvFile
) -> None:
    path = csv_file("filing.csv", "机构名称,验收状态,验收期限", "云雀托育中心,合格,2022-10-31")
    stated = Statement("备案托育机构名单", "某市卫生健康委员会", DAY, SourceKind.FILING)
    import_list(ledger, path, stated)
    assert ledger.dues() == ()
    assert [one.recognitions for one in ledger.nurseries()] == [()]


def test_what_is_due_is_found_without_a_scan_of_claims(ledger: Ledger, csv_file: CsvFile) -> None:
    taken(ledger, csv_file("pilots.csv", *ROWS))
    asked: list[tuple[str, tuple[object, ...]]] = []

    def note(
        _c: object, _cursor: object, text: str, values: tuple[object, ...], *_: object
    ) -> None:
        if "claim" in text:
            asked.append((text, values))

    event.listen(ledger.engine, "before_cursor_execute", note)
    assert ledger.dues()
    event.remove(ledger.engine, "before_cursor_execute", note)
    ((text, values),) = asked
    with ledger.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
        plan = [str(row.detail) for row in rows]
    assert "SEARCH claim USING INDEX ix_claim_nursery_id_id (nursery_id=?)" in plan
    assert not [step for step in plan if step.startswith("SCAN")]
