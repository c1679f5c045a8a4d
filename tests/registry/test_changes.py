"""What changed between two editions of a list: values, lists, titles, records, operators."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from registry.changes import Change, What, changes_of
from registry.deciding import decide, undecided
from registry.demo.codes import credit_code
from registry.editions import Editions
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.predecessors import Earlier, earlier_at_address
from registry.recent import NURSERIES, NurseryChange, recent
from registry.vocabulary import SourceKind, Stage

HEADINGS = "机构名称,所在区县,统一社会信用代码,地址,核定托位,开放时间"
OLD, NEW = date(2025, 6, 30), date(2026, 6, 30)
Write = Callable[..., Path]


def listed(
    ledger: Ledger,
    path: Path,
    published: date,
    *,
    title: str = "泸州市已备案托育机构名单",
    kind: SourceKind = SourceKind.FILING,
) -> int:
    """Import a list of 泸州 and give its number."""
    stated = Statement(title, "泸州市卫生健康委员会", published, kind, region="5105")
    report = import_list(ledger, path, stated)
    assert report.rejected == 0
    return report.source


def changes(ledger: Ledger, name: str) -> tuple[Change, ...]:
    """The changes of the nursery of a name."""
    (nursery,) = [one for one in ledger.nurseries() if one.name == name]
    sources = ledger.sources()
    return changes_of(ledger.claims_of(nursery.id), sources, Editions(sources.values()))


@pytest.fixture
def two_editions(ledger: Ledger, csv_file: Write) -> tuple[int, int]:
    """A list of two nurseries, and its next edition a year later."""
    old = csv_file(
        "old.csv",
        HEADINGS,
        "云雀托育中心,江阳区,,江阳区连江路7号,60,7:30-17:30",
        "青禾托育中心,江阳区,,江阳区忠山路2号,40,7:30-17:30",
    )
    new = csv_file(
        "new.csv",
        HEADINGS,
        "云雀托育中心,江阳区,,泸州市江阳区连江路7号,75,7:30-17:30",
        "白桦托育中心,江阳区,,江阳区忠山路2号,30,8:00-18:00",
    )
    first = listed(ledger, old, OLD, title="泸州市已备案托育机构名单（截至2025年6月）")
    return first, listed(ledger, new, NEW, title="泸州市已备案托育机构名单（截至2026年6月）")


def test_two_editions_differ_in_one_value(ledger: Ledger, two_editions: tuple[int, int]) -> None:
    """The same address spelled longer, and the same hours, are no change."""
    old, new = two_editions
    assert changes(ledger, "云雀托育中心") == (
        Change(What.CHANGED, NEW, new, "capacity", "60", "75", since=old),
        Change(What.APPEARED, OLD, old),
    )


def test_who_is_missing_has_left_the_list_and_nothing_else(
    ledger: Ledger, two_editions: tuple[int, int]
) -> None:
    old, new = two_editions
    assert changes(ledger, "青禾托育中心") == (
        Change(What.LEFT, NEW, new, since=old),
        Change(What.APPEARED, OLD, old),
    )


def test_whoever_returns_is_not_missing(
    ledger: Ledger, two_editions: tuple[int, int], csv_file: Write
) -> None:
    path = csv_file("third.csv", HEADINGS, "青禾托育中心,江阳区,,江阳区忠山路2号,40,7:30-17:30")
    listed(ledger, path, date(2026, 9, 30), title="泸州市已备案托育机构名单（截至2026年9月）")
    assert [one.what for one in changes(ledger, "青禾托育中心")] == [What.LEFT, What.APPEARED]
    assert changes(ledger, "云雀托育中心")[0].what is What.LEFT


@pytest.mark.parametrize("title", ["泸州市2026年新增备案托育机构名单", "泸州市第二批备案名单"])
def test_a_list_of_additions_makes_nobody_leave(
    ledger: Ledger, csv_file: Write, title: str
) -> None:
    old = csv_file("old.csv", HEADINGS, "云雀托育中心,江阳区,,江阳区连江路7号,60,")
    new = csv_file("new.csv", HEADINGS, "青禾托育中心,江阳区,,江阳区忠山路2号,40,")
    listed(ledger, old, OLD, title=title)
    listed(ledger, new, NEW, title=title)
    assert [one.what for one in changes(ledger, "云雀托育中心")] == [What.APPEARED]


def test_lists_of_two_kinds_contradict_and_change_nothing(ledger: Ledger, csv_file: Write) -> None:
    row = "云雀托育中心,江阳区,江阳区连江路7号"
    headings = "机构名称,所在区县,地址,托位数"
    listed(ledger, csv_file("a.csv", headings, f"{row},60"), OLD)
    inclusive = csv_file("b.csv", headings, f"{row},55")
    listed(ledger, inclusive, NEW, title="泸州市普惠名单", kind=SourceKind.INCLUSIVE)
    (nursery,) = ledger.nurseries()
    assert "capacity" in nursery.conflicts
    told = changes(ledger, nursery.name)
    assert What.CHANGED not in {one.what for one in told}


def test_a_cancelled_filing_is_a_change_whoever_says_it(ledger: Ledger, csv_file: Write) -> None:
    headings, row = "机构名称,所在区县,地址,备案情况", "云雀托育中心,江阳区,江阳区连江路7号"
    old = listed(ledger, csv_file("a.csv", headings, f"{row},已备案"), OLD)
    told = csv_file("b.csv", headings, f"{row},已注销")
    new = listed(ledger, told, NEW, title="备案变动情况", kind=SourceKind.DECISION)
    assert changes(ledger, "云雀托育中心")[0] == Change(
        What.CHANGED, NEW, new, "filed", "已备案", "已注销", since=old
    )


def test_titles_and_records_are_told_once(ledger: Ledger, csv_file: Write) -> None:
    row = "云雀托育中心,江阳区,江阳区连江路7号"
    listed(ledger, csv_file("a.csv", "机构名称,所在区县,地址", row), OLD)
    titled = csv_file("b.csv", "机构名称,所在区县,地址", row)
    title = "泸州市2026年市级示范托育机构认定名单"
    named = listed(ledger, titled, NEW, title=title, kind=SourceKind.DEMONSTRATION)
    headings = "机构名称,所在区县,地址,处罚类别,处罚内容,处罚日期,整改情况,撤销情况,陈述申辩"
    said = "行政处罚,未公示收费，负责人张三13812345678,2026-07-01,已整改,,园长李四称已张贴"
    fined = csv_file("c.csv", headings, f"{row},{said}")
    record = listed(ledger, fined, date(2026, 8, 1), title="信用公示", kind=SourceKind.CREDIT)
    newest, conferred, first = changes(ledger, "云雀托育中心")
    text = "未公示收费，负责人（姓名不公开）（手机号不公开）"
    assert newest == Change(What.CREDIT, date(2026, 8, 1), record, "credit", after=text)
    assert (conferred.what, conferred.stage, conferred.source) == (
        What.TITLE,
        Stage.CONFERRED,
        named,
    )
    assert first.what is What.APPEARED
    (nursery,) = ledger.nurseries()
    (claim,) = [one for one in ledger.claims_of(nursery.id) if one.field == "credit"]
    assert claim.value == {
        "kind": "行政处罚",
        "text": text,
        "on": "2026-07-01",
        "outcome": "已整改",
        "reply": "园长（姓名不公开）称已张贴",
    }


def test_an_earlier_edition_s_name_is_a_former_name(ledger: Ledger, csv_file: Write) -> None:
    code = credit_code("91", "510502", 7)
    for name, day, path in (("云雁幼托中心", OLD, "a.csv"), ("云雀托育中心", NEW, "b.csv")):
        row = f"{name},江阳区,{code},江阳区连江路7号,60,"
        listed(ledger, csv_file(path, HEADINGS, row), day)
    (nursery,) = ledger.nurseries()
    assert (nursery.name, nursery.trading_names, nursery.former_names) == (
        "云雀托育中心",
        (),
        ("云雁幼托中心",),
    )
    newest = changes(ledger, nursery.name)[0]
    assert (newest.field, newest.before, newest.after) == ("name", "云雁幼托中心", "云雀托育中心")


def test_another_operator_at_the_address_is_named_without_a_word_on_why(
    ledger: Ledger, two_editions: tuple[int, int]
) -> None:
    by_name = {one.name: one for one in ledger.nurseries()}
    before, now = by_name["青禾托育中心"], by_name["白桦托育中心"]
    assert before.id != now.id
    found = earlier_at_address(ledger, now.id, "5105", ledger.revision())
    assert found == (Earlier(before.id, OLD, two_editions[0]),)
    assert earlier_at_address(ledger, before.id, "5105", ledger.revision()) == ()
    assert earlier_at_address(ledger, "nobody", "5105", ledger.revision()) == ()


def test_the_feed_tells_of_newer_editions_alone(
    ledger: Ledger, two_editions: tuple[int, int]
) -> None:
    old, new = two_editions
    by_name = {one.name: one.id for one in ledger.nurseries()}
    told = recent(ledger, ledger.revision())
    assert (told.lists, told.bounded) == (2, frozenset())
    assert set(told.changes) == {
        NurseryChange(
            by_name["云雀托育中心"],
            Change(What.CHANGED, NEW, new, "capacity", "60", "75", since=old),
        ),
        NurseryChange(by_name["青禾托育中心"], Change(What.LEFT, NEW, new, since=old)),
        NurseryChange(by_name["白桦托育中心"], Change(What.APPEARED, NEW, new)),
    }


def test_the_feed_of_a_revision_knows_nothing_newer(
    ledger: Ledger, csv_file: Write, two_editions: tuple[int, int]
) -> None:
    revision, before = ledger.revision(), recent(ledger, ledger.revision())
    path = csv_file("third.csv", HEADINGS, "云雀托育中心,江阳区,,江阳区连江路7号,90,7:30-17:30")
    listed(ledger, path, date(2026, 9, 30), title="泸州市已备案托育机构名单（截至2026年9月）")
    assert recent(ledger, revision) == before
    assert len(recent(ledger, ledger.revision()).changes) > len(before.changes)


def test_who_was_there_before_follows_decisions_and_the_revision(
    ledger: Ledger, csv_file: Write
) -> None:
    rows = {2025: "小苗婴幼儿照护中心", 2024: "大树托育园", 2023: "小苗托育园"}
    for year, name in rows.items():
        path = csv_file(f"{year}.csv", HEADINGS, f"{name},江阳区,,江阳区连江路7号,60,")
        listed(ledger, path, date(year, 1, 5), title=f"托育机构备案名单{name}")
    ids = {one.name: one.id for one in ledger.nurseries()}
    renamed, tree, young = (ids[name] for name in rows.values())
    apart = ledger.revision()
    told = [one.nursery for one in earlier_at_address(ledger, renamed, "5105", apart)]
    assert told == [young, tree]
    waiting = [one for one in undecided(ledger) if one.nursery == young]
    (row,) = [one.row_id for one in waiting if one.same_as == renamed]
    decide(ledger, row, renamed)
    assert earlier_at_address(ledger, renamed, "5105", ledger.revision()) == ()
    # One that lists move here only later is unknown to the revision before.
    moved = "旧日托育园,江阳区,,江阳区{},60,"
    for year, address in ((2020, "忠山路9号"), (2026, "连江路7号")):
        before = ledger.revision()
        path = csv_file(f"moved{year}.csv", HEADINGS, moved.format(address))
        listed(ledger, path, date(year, 1, 5), title=f"托育机构名单{year}")
    assert [one.name for one in ledger.nurseries()].count("旧日托育园") == 1
    assert earlier_at_address(ledger, renamed, "5105", before) == ()


def test_what_was_not_read_is_said(ledger: Ledger, csv_file: Write) -> None:
    count = NURSERIES + 1
    for day, places, title in ((OLD, 60, "2026年3月"), (NEW, 75, "2026年6月")):
        rows = [f"第{n}托育中心,江阳区,,江阳区连江路{n}号,{places}," for n in range(1, count + 1)]
        path = csv_file(f"{places}.csv", HEADINGS, *rows)
        newest = listed(ledger, path, day, title=f"泸州市已备案托育机构名单（截至{title}）")
    told = recent(ledger, ledger.revision())
    assert told.bounded == frozenset({newest})
    assert len(told.changes) == NURSERIES
