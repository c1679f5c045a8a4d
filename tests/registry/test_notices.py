"""Notices (公示) of the ledger: which tables ask for objections, until when, and of whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from registry.deciding import decide, undecided
from registry.importing import Statement, import_list
from registry.ledger import Ledger, Revision
from registry.ledger.records import Coverage, Notice
from registry.nursery import Nursery
from registry.overview import Survey
from registry.recognition import Recognition
from registry.vocabulary import RecognitionKind, SourceKind, Stage, State
from tests.registry.conftest import SCHEMES
from tests.registry.test_real_lists import AFTERWARDS, IN_PUBLICITY, REAL, yancheng

HEADINGS = ("序号", "县（市、区）", "机构名称", "地址")
ROWS = [
    HEADINGS,
    ("1", "江阳区", "江阳区檐铃托育中心", "江阳区滨江路1号"),
    ("2", "龙马潭区", "龙马潭区汀笛托育园", "龙马潭区春雨路2号"),
]
STATED = Statement("关于拟确认市级示范托育机构名单的公示", "泸州市卫生健康委员会", date(2025, 3, 5))
CAPTION = "拟确认2025年市级示范托育机构名单"
SPAN = "公示期：2025年3月5日至3月11日"
CONFERRED, ENDS = date(2025, 4, 1), date(2027, 3, 31)


def notice_of(ledger: Ledger, path: Path, stated: Statement = STATED) -> Notice:
    import_list(ledger, path, stated)
    (notice,) = ledger.notices()
    return notice


@pytest.mark.skipif(not REAL.is_dir(), reason="the published lists are not here")
def test_yancheng_is_two_notices_of_twelve_nurseries(ledger: Ledger) -> None:
    yancheng(ledger)
    inclusive, demonstration = ledger.notices()
    assert [len(one.nurseries) for one in (inclusive, demonstration)] == [11, 1]
    assert {one.source.region for one in (inclusive, demonstration)} == {"3209"}
    assert (inclusive.title, inclusive.kind, inclusive.recognitions, inclusive.level) == (
        "拟确认2023年市级普惠托育机构名单",
        SourceKind.INCLUSIVE,
        (RecognitionKind.INCLUSIVE,),
        "city",
    )
    for one in (inclusive, demonstration):
        assert (one.first, one.until) == (date(2023, 10, 31), date(2023, 11, 4))
        assert (one.counted, one.estimated, one.unread) == (False, False, 0)
        assert one.is_open(IN_PUBLICITY)
        assert one.has_ended(AFTERWARDS)
    assert {"32", "3209", "3209z1", "3209z2", "320921"} <= inclusive.divisions
    ids = {listed.nursery for one in (inclusive, demonstration) for listed in one.nurseries}
    assert ids == {nursery.id for nursery in ledger.nurseries()}


def test_objections_and_last_day_are_read_under_the_table_too(
    ledger: Ledger, html_file: Callable[..., Path]
) -> None:
    path = html_file("a.html", STATED.title, [], [(CAPTION, ROWS)])
    page = path.read_text("utf-8").replace(
        "</body>",
        "<p>公示时间：2025年3月5日至3月11日。</p>"
        "<p>如对名单有异议，请在公示期内以书面或电话方式实名反映。联系电话：0830-5550000，"
        "13800000000。匿名的异议不予受理。</p></body>",
    )
    path.write_text(page, "utf-8")
    notice = notice_of(ledger, path)
    assert (notice.first, notice.until) == (date(2025, 3, 5), date(2025, 3, 11))
    assert notice.objections == (
        "如对名单有异议，请在公示期内以书面或电话方式实名反映；"
        "联系电话：0830-5550000，（手机号不公开）；匿名的异议不予受理"
    )


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2025-09-26", "2025-10-09"),  # 江岸, 新会: a Sunday worked, a week off
        ("2025-03-05", "2025-03-11"),  # 龙岗
        ("2024-11-28", "2024-12-04"),  # 沅江
        ("2025-06-05", "2025-06-11"),  # 津市
    ],
)
def test_five_working_days_end_as_the_five_notices_say(
    ledger: Ledger, html_file: Callable[..., Path], first: str, last: str
) -> None:
    line = "公示期自发布之日起5个工作日"
    path = html_file("a.html", STATED.title, [line], [(CAPTION, ROWS)])
    notice = notice_of(ledger, path, replace(STATED, published=date.fromisoformat(first)))
    assert notice.until == date.fromisoformat(last)
    assert not notice.estimated


def test_working_days_beyond_the_calendar_are_an_estimate(
    ledger: Ledger, html_file: Callable[..., Path]
) -> None:
    path = html_file("a.html", STATED.title, ["公示期自发布之日起5个工作日"], [(CAPTION, ROWS)])
    notice = notice_of(ledger, path, replace(STATED, published=date(2027, 3, 5)))
    assert (notice.until, notice.estimated) == (date(2027, 3, 11), True)


def scheme_in(folder: Path, **changes: object) -> Path:
    """A folder with one scheme for the city's demonstration nurseries."""
    scheme = yaml.safe_load((SCHEMES / "liaoning-demonstration.yaml").read_text("utf-8"))
    scheme |= {"key": "luzhou-demonstration", "level": "city", "region": "5105", **changes}
    folder.mkdir()
    (folder / "luzhou-demonstration.yaml").write_text(yaml.safe_dump(scheme), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("counts", "line", "until", "counted"),
    [
        (True, "公示期自发布之日起5个工作日", date(2025, 3, 11), False),
        (False, "公示期自发布之日起5个工作日", date(2025, 3, 12), False),
        (False, SPAN, date(2025, 3, 11), False),  # two days are taken at their word
        (True, "", date(2025, 3, 11), True),
        (False, "", date(2025, 3, 12), True),
    ],
)
def test_a_scheme_says_how_its_working_days_are_counted(
    tmp_path: Path,
    html_file: Callable[..., Path],
    counts: bool,
    line: str,
    until: date,
    counted: bool,
) -> None:
    schemes = scheme_in(tmp_path / "schemes", first_day_counts=counts)
    ledger = Ledger.open(f"sqlite:///{tmp_path / 'own.sqlite3'}", schemes=schemes)
    notice = notice_of(ledger, html_file("a.html", STATED.title, [line], [(CAPTION, ROWS)]))
    assert (notice.until, notice.counted) == (until, counted)
    for nursery in ledger.nurseries():
        (title,) = nursery.recognitions
        assert title.scheme == "luzhou-demonstration"
        assert title.events[0].until == until
        assert title.state(until) is State.PUBLICITY
        assert title.state(date(2025, 3, 20)) is State.PROPOSED
    ledger.close()


def test_without_a_last_day_and_a_rule_nobody_knows_when_it_ends(
    ledger: Ledger, html_file: Callable[..., Path]
) -> None:
    notice = notice_of(ledger, html_file("a.html", STATED.title, [], [(CAPTION, ROWS)]))
    assert (notice.first, notice.until) == (date(2025, 3, 5), None)
    assert not notice.is_open(date(2025, 3, 6))
    assert not notice.has_ended(date(2026, 3, 6))


def test_a_decision_that_tells_of_its_publicity_is_no_notice(
    ledger: Ledger, html_file: Callable[..., Path]
) -> None:
    told = "经公示（公示期：2025年3月5日至3月11日）无异议，现予公布。"
    path = html_file(
        "a.html", "关于命名2025年市级示范托育机构的决定", [told], [(CAPTION[2:], ROWS)]
    )
    import_list(ledger, path, replace(STATED, title="关于命名2025年市级示范托育机构的决定"))
    assert ledger.notices() == ()


@pytest.mark.parametrize(
    ("title", "caption", "stage", "state"),
    [
        ("关于命名2025年市级示范托育机构的决定", None, Stage.CONFERRED, State.VALID),
        ("关于取消市级示范托育机构称号的决定", None, Stage.CANCELLED, State.CANCELLED),
        ("关于撤销市级示范托育机构称号的决定", None, Stage.REVOKED, State.REVOKED),
        ("动态管理通报", "市级示范托育机构限期整改名单", Stage.RECTIFICATION, State.RECTIFICATION),
        ("动态管理通报", "市级示范托育机构整改合格恢复称号名单", Stage.RESTORED, State.VALID),
    ],
)
def test_a_decision_is_read_as_what_it_decides(
    ledger: Ledger,
    html_file: Callable[..., Path],
    title: str,
    caption: str | None,
    stage: Stage,
    state: State,
) -> None:
    proposed = html_file("a.html", STATED.title, [SPAN], [(CAPTION, ROWS)])
    notice = notice_of(ledger, proposed)
    named = html_file(
        "b.html",
        "命名决定",
        ["有效期：2025年4月1日至2027年3月31日"],
        [("命名2025年市级示范托育机构名单", ROWS)],
    )
    decided = replace(STATED, title="命名决定", published=CONFERRED, kind=SourceKind.DECISION)
    import_list(ledger, named, decided)
    later = html_file("c.html", title, [], [(caption or title, ROWS[:2])])
    stated = replace(decided, title=title, published=date(2025, 6, 2))
    report = import_list(ledger, later, stated)
    assert (report.rejected, report.problems) == (0, ())
    first, second = (by_id(ledger)[one.nursery] for one in notice.nurseries)
    (title_of_first,) = first.recognitions
    assert stage in {event.stage for event in title_of_first.events}
    assert title_of_first.state(date(2025, 6, 3)) is state
    assert round_of(second).state(date(2025, 6, 3)) is State.VALID
    assert round_of(second).last_day() == ENDS
    assert ledger.notices() == (notice,)


def test_a_merged_nursery_leads_to_the_one_that_stands(
    ledger: Ledger, html_file: Callable[..., Path]
) -> None:
    known = html_file("a.html", "名单", [], [("托育机构备案名单", [HEADINGS, *ROWS[1:2]])])
    import_list(ledger, known, Statement("托育机构备案名单", STATED.issuer, date(2025, 1, 1)))
    moved = [HEADINGS, ("1", "江阳区", "江阳区汀兰托育园", ROWS[1][3]), ROWS[2]]
    notice = notice_of(ledger, html_file("b.html", STATED.title, [SPAN], [(CAPTION, moved)]))
    (waiting,) = undecided(ledger)
    assert waiting.nursery == notice.nurseries[0].nursery
    before = ledger.revision()
    decide(ledger, waiting.row_id, waiting.same_as)
    (merged,) = ledger.notices()
    assert [one.nursery for one in merged.nurseries] == [
        waiting.same_as,
        notice.nurseries[1].nursery,
    ]
    assert ledger.notices(before) == (notice,)
    counted = [(one.region, one.nurseries) for one in coverage(ledger, before)]
    assert counted == [("510502", 2), ("510504", 1)]
    counted = [(one.region, one.nurseries) for one in coverage(ledger)]
    assert counted == [("510502", 1), ("510504", 1)]


def coverage(ledger: Ledger, revision: Revision | None = None) -> tuple[Coverage, ...]:
    """What a build of the index would be told."""
    survey = Survey(ledger, revision or ledger.revision())
    assert list(survey.nurseries())
    return survey.overview().coverage


def by_id(ledger: Ledger) -> dict[str, Nursery]:
    return {nursery.id: nursery for nursery in ledger.nurseries()}


def round_of(nursery: Nursery) -> Recognition:
    (title,) = nursery.recognitions
    return title


def test_notices_and_coverage_are_those_of_a_revision(
    ledger: Ledger, html_file: Callable[..., Path]
) -> None:
    notice = notice_of(ledger, html_file("a.html", STATED.title, [SPAN], [(CAPTION, ROWS)]))
    before = ledger.revision()
    covered = (
        Coverage("510502", 1, 0, None),
        Coverage("510504", 1, 0, None),
    )
    assert coverage(ledger) == covered
    rows = [
        (*HEADINGS, "备案情况"),
        ("1", "江阳区", "江阳区檐铃托育中心", "江阳区滨江路1号", "已注销备案"),
    ]
    path = html_file("b.html", "备案名单", [], [("托育机构备案名单", rows)])
    import_list(ledger, path, Statement("托育机构备案名单", STATED.issuer, date(2025, 5, 1)))
    other = html_file("c.html", "公示", [SPAN], [("拟认定2025年市级普惠托育机构名单", ROWS)])
    import_list(ledger, other, replace(STATED, title="关于普惠的公示"))
    assert (coverage(ledger, before), ledger.notices(before)) == (covered, (notice,))
    assert coverage(ledger) == (Coverage("510502", 0, 1, date(2025, 5, 1)), covered[1])
    assert len(ledger.notices()) == 2
