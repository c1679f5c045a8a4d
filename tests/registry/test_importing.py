"""Published files into the ledger: what is kept, what is matched, and what never happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from registry.deciding import decide, undecided
from registry.errors import NoNurseryTable, RegistryError
from registry.geocoding import geocode
from registry.importing import Statement, import_list
from registry.ledger import Ledger, schema
from registry.vocabulary import (
    Datum,
    Filed,
    Inclusive,
    Precision,
    RecognitionKind,
    SourceKind,
    State,
)

FILING = Statement(
    title="张家港市备案托育机构名单",
    issuer="张家港市卫生健康委员会",
    published=date(2024, 7, 1),
    kind=SourceKind.FILING,
    region="320582",
)
PRICES = replace(
    FILING, title="托育机构收费公示", kind=SourceKind.PRICE, published=date(2025, 3, 1)
)


def counts(ledger: Ledger) -> dict[str, int]:
    """How many lines every table of the ledger holds."""
    with ledger.engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in schema.metadata.sorted_tables
        }


def test_a_list_becomes_nurseries(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    path = csv_file(
        "list.csv",
        "机构名称,统一社会信用代码,地址,托位数,普惠托位数,联系电话,服务形式",
        "云岫托育中心,91320582MA26EF142R,张家港市江海路1号,40,20,0512-58001234,全日托、临时托",
    )
    report = import_list(ledger, path, FILING)
    assert (report.rows, report.accepted, report.rejected) == (1, 1, 0)
    assert (report.new, report.matched, report.ambiguous) == (1, 0, 0)
    (nursery,) = ledger.nurseries()
    assert nursery.name == "云岫托育中心"
    assert nursery.region == ("32", "3205", "320582")
    assert nursery.filed is Filed.YES
    assert (nursery.capacity, nursery.inclusive_places) == (40, 20)
    assert nursery.inclusive(date(2026, 11, 21)) is Inclusive.PARTIAL
    assert nursery.phones == ("0512-58001234",)
    assert not nursery.fictional
    claims = ledger.claims_of(nursery.id)
    assert {claim.field for claim in claims} >= {"name", "address", "capacity", "filed", "district"}
    assert all(claim.used for claim in claims)
    assert {claim.row for claim in claims} == {2}


def test_the_same_import_twice_changes_nothing(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    path = csv_file("list.csv", "序号,机构名称,地址", "1,云岫托育中心,江海路1号", "2,,江海路2号")
    first = import_list(ledger, path, FILING)
    before = counts(ledger)
    again = import_list(ledger, path, FILING)
    assert counts(ledger) == before
    assert again.unchanged
    assert (again.source, again.rows, again.accepted) == (first.source, 2, 1)
    assert (again.new, again.matched, again.claims) == (0, 1, 0)
    assert again.problems == first.problems != ()


def test_a_dry_run_reports_and_keeps_nothing(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    path = csv_file("list.csv", "机构名称,区县,地址", "云岫托育中心,高新区,江海路1号")
    before = counts(ledger)
    dry = import_list(ledger, path, replace(FILING, region="3205"), dry_run=True)
    assert counts(ledger) == before
    assert dry.as_json() == import_list(ledger, path, replace(FILING, region="3205")).as_json()


def test_a_bad_row_is_kept_with_its_reason(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    path = csv_file(
        "list.csv",
        "序号,机构名称,统一社会信用代码,地址",
        "1,云岫托育中心,91320592MA25FOP308,江海路1号",
        "2,,,江海路2号",
    )
    report = import_list(ledger, path, FILING)
    assert (report.accepted, report.rejected) == (1, 1)
    reasons = {(one.row, one.reason) for one in report.problems}
    assert {row for row, _ in reasons} == {2, 3}
    assert any(reason.startswith("credit-code") for _, reason in reasons)
    assert (3, "missing-name") in reasons
    assert {(one.row, one.accepted) for one in ledger.problems()} == {(2, True), (3, False)}
    assert counts(ledger)["list_row"] == 2
    assert len(list(ledger.nurseries())) == 1


def test_two_lists_meet_and_disagree_in_the_open(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    import_list(ledger, csv_file("a.csv", "机构名称,托位数,地址", "云岫托育,40,江海路1号"), FILING)
    report = import_list(
        ledger,
        csv_file("b.csv", "机构名称,托位数,保育费", "雲岫託育,60,2400元/月"),
        PRICES,
    )
    assert (report.new, report.matched) == (0, 1)
    (nursery,) = ledger.nurseries()
    assert nursery.capacity == 60
    assert nursery.conflicts == ("capacity",)
    assert len(nursery.sources) == 2
    said = {
        (claim.value, claim.used)
        for claim in ledger.claims_of(nursery.id)
        if claim.field == "capacity"
    }
    assert said == {(40, False), (60, True)}


def test_a_map_never_outranks_an_authority_s_list(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    import_list(ledger, csv_file("a.csv", "机构名称,托位数", "云岫托育,40"), FILING)
    directory = replace(
        FILING, title="便民地图", kind=SourceKind.DIRECTORY, published=date(2026, 1, 1)
    )
    import_list(ledger, csv_file("b.csv", "机构名称,托位数", "云岫托育,99"), directory)
    (nursery,) = ledger.nurseries()
    assert nursery.capacity == 40


def test_being_on_a_map_is_not_being_filed(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    directory = replace(FILING, title="便民地图", kind=SourceKind.DIRECTORY)
    import_list(ledger, csv_file("b.csv", "机构名称,托位数", "云岫托育,99"), directory)
    (nursery,) = ledger.nurseries()
    assert nursery.filed is None


def test_two_rows_of_one_table_stay_two(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    path = csv_file("a.csv", "机构名称,地址", "云岫托育,江海路1号", "云岫托育,人民路9号")
    assert import_list(ledger, path, FILING).new == 2
    again = import_list(
        ledger, csv_file("b.csv", "机构名称,地址,保育费", "云岫托育,人民路9号,2000元/月"), PRICES
    )
    assert (again.new, again.matched, again.ambiguous) == (0, 1, 0)
    first, second = ledger.nurseries()
    assert (first.monthly_price is None, second.monthly_price is None) == (True, False)
    assert first.id != second.id


def test_an_undecided_row_waits_for_a_person(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    path = csv_file("a.csv", "机构名称,地址", "云岫托育,江海路1号", "云岫托育,人民路9号")
    import_list(ledger, path, FILING)
    report = import_list(ledger, csv_file("b.csv", "机构名称,保育费", "云岫托育,2000元/月"), PRICES)
    assert (report.new, report.matched, report.ambiguous) == (0, 0, 1)
    assert len(list(ledger.nurseries())) == 3
    waiting = undecided(ledger)
    assert len({one.row_id for one in waiting}) == 1
    assert len({one.same_as for one in waiting}) == 2
    revision = ledger.revision()
    decide(ledger, waiting[0].row_id, waiting[0].same_as)
    assert undecided(ledger) == ()
    assert ledger.revision() != revision
    merged = [one for one in ledger.nurseries() if one.monthly_price]
    assert [one.id for one in merged] == [waiting[0].same_as]
    assert len(list(ledger.nurseries())) == 2
    # The address that was served until then leads on to the nursery.
    found = ledger.nursery(waiting[0].nursery)
    assert found is not None
    assert found.id == waiting[0].same_as
    with pytest.raises(RegistryError, match="not waiting"):
        decide(ledger, waiting[0].row_id, None)


def test_a_caption_outranks_the_kind(ledger: Ledger, html_file: Callable[..., Path]) -> None:
    heading = ("地区", "机构登记名称", "机构收托名称", "地址")
    path = html_file(
        "notice.html",
        "关于2023年市级普惠托育机构和市级示范托育机构名单的公示",
        ["公示期：2023年10月31日至11月4日"],
        [
            (
                "拟确认2023年市级普惠托育机构名单",
                [heading, ("盐都区", "云岫教育有限公司", "小云岫托育园", "盐都区云岫路2号")],
            ),
            (
                "拟确认2023年市级示范托育机构名单",
                [
                    heading,
                    ("盐都区", "云岫教育有限公司", "小云岫托育园", "盐都区云岫路2号"),
                    ("盐南高新区", "星禾教育有限公司", "星禾托育", "盐南高新区星禾路17号"),
                ],
            ),
        ],
    )
    stated = replace(
        FILING, issuer="盐城市卫生健康委员会", published=date(2023, 10, 31), region=None
    )
    report = import_list(ledger, path, stated)
    assert (report.new, report.matched) == (2, 1)
    first, second = ledger.nurseries()
    assert first.names == ("云岫教育有限公司", "小云岫托育园")
    assert first.filed is None
    kinds = [(one.kind, one.level) for one in first.recognitions]
    assert sorted(kinds) == [
        (RecognitionKind.DEMONSTRATION, "city"),
        (RecognitionKind.INCLUSIVE, "city"),
    ]
    assert {one.state(date(2023, 11, 2)) for one in first.recognitions} == {State.PUBLICITY}
    assert {one.state(date(2023, 11, 6)) for one in first.recognitions} == {State.PROPOSED}
    assert first.inclusive(date(2023, 11, 2)) is None
    assert second.region == ("32", "3209", "3209z1")


def test_coordinates_without_a_system_give_no_place(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    path = csv_file("a.csv", "机构名称,地址,经度,纬度", "云岫托育,江海路1号,120.408116,31.923574")
    import_list(ledger, path, FILING)
    (nursery,) = ledger.nurseries()
    assert nursery.location is None
    assert nursery.coordinate is not None
    assert not nursery.has_distance
    import_list(ledger, path, replace(FILING, datum=Datum.GCJ02))
    (nursery,) = ledger.nurseries()
    assert nursery.location is not None
    assert (nursery.location.published_lat, nursery.location.datum) == (31.923574, Datum.GCJ02)
    assert nursery.has_distance


def test_geocodes_find_addresses_and_report_the_rest(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    path = csv_file(
        "a.csv",
        "机构名称,地址",
        "云岫托育,张家港市金港街道江海路1号",
        "星禾托育,苏州市张家港市人民路9号102、103室",
    )
    import_list(ledger, path, FILING)
    places = csv_file(
        "geo.csv",
        "地址,行政区划代码,经度,纬度,匹配级别",
        "张家港市 金港街道 江海路 1 号,320582,120.40,31.92,门址",
        "人民路9号 102 、 103 室,320582,120.50,31.90,区县",
        "如皋市东方花园二期586号,320682,120.58,32.39,住宅区",
    )
    stated = replace(FILING, title="坐标", kind=SourceKind.GEOCODE, region=None, datum=Datum.GCJ02)
    report = geocode(ledger, places, stated)
    assert (report.rows, report.accepted, report.rejected, report.matched) == (3, 2, 1, 2)
    assert [(one.row, one.reason) for one in report.problems] == [(4, "address-unknown")]
    first, second = ledger.nurseries()
    assert first.location is not None
    assert second.location is not None
    assert (first.location.precision, first.has_distance) == (Precision.POINT, True)
    assert (second.location.precision, second.has_distance) == (Precision.AREA, False)
    assert geocode(ledger, places, stated).unchanged


def test_a_file_without_names_changes_nothing(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    before = counts(ledger)
    with pytest.raises(NoNurseryTable):
        import_list(ledger, csv_file("a.csv", "项目,金额", "补助,3"), FILING)
    assert counts(ledger) == before


def test_persons_and_mobiles_are_nowhere_in_the_ledger(
    tmp_path: Path, ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    path = csv_file(
        "a.csv",
        "机构名称,法定代表人,联系人及联系电话,联系电话,备注",
        "云岫托育,欧阳夏丹,慕容晓晓 19900001234,0512-58001234 19900005678,"
        "联系人：上官婉儿 199 0000 9999",
    )
    import_list(ledger, path, FILING)
    (nursery,) = ledger.nurseries()
    assert nursery.phones == ("0512-58001234",)
    ledger.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("ledger.sqlite3*"))
    for secret in ("欧阳夏丹", "慕容晓晓", "上官婉儿", "19900001234", "19900005678", "9999"):
        assert secret.encode() not in stored
    assert "云岫托育".encode() in stored


def test_fiction_and_reality_never_match(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    path = csv_file("a.csv", "机构名称,地址", "云岫托育,江海路1号")
    import_list(ledger, path, replace(FILING, fictional=True))
    assert import_list(ledger, path, FILING).new == 1
    assert [one.fictional for one in ledger.nurseries()] == [True, False]


_KILLED = """
import sys
from datetime import date
from pathlib import Path
from registry.importing import Statement, import_list
from registry.ledger import Ledger

def wait(done, total):
    print("half-way", flush=True)
    import time
    time.sleep(60)

stated = Statement(title="t", issuer="张家港市卫生健康委员会", published=date(2024, 7, 1))
import_list(Ledger.open(sys.argv[1]), Path(sys.argv[2]), stated, progress=wait)
"""


def test_a_killed_import_has_not_happened(
    tmp_path: Path, csv_file: Callable[..., Path], ledger: Ledger
) -> None:
    rows = [f"云岫托育{number},江海路{number}号" for number in range(5000)]
    path = csv_file("long.csv", "机构名称,地址", *rows)
    before = counts(ledger)
    url = f"sqlite:///{tmp_path / 'ledger.sqlite3'}"
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, url, str(path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"half-way"
        time.sleep(0.1)
        process.send_signal(signal.SIGKILL)
    assert counts(ledger) == before
    stated = replace(FILING, title="t", region=None, kind=None)
    assert import_list(ledger, path, stated).new == 5000


def test_the_same_value_said_twice_is_no_disagreement(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    import_list(
        ledger,
        csv_file("a.csv", "机构名称,服务形式,收费标准", "云岫托育,全日托、半日托,1880-2180元/月"),
        FILING,
    )
    report = import_list(
        ledger,
        csv_file(
            "b.csv", "机构名称,服务形式,保育费", "云岫托育,半日托、全日托,1880~2180元/月(不含餐)"
        ),
        PRICES,
    )
    assert report.matched == 1
    (nursery,) = ledger.nurseries()
    assert nursery.conflicts == ()
    assert not any(claim.differs for claim in ledger.claims_of(nursery.id))


def test_a_value_that_differs_says_so_in_its_own_field_only(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    import_list(ledger, csv_file("a.csv", "机构名称,托位数,普惠托位数", "云岫托育,20,20"), FILING)
    import_list(
        ledger,
        csv_file("b.csv", "机构名称,托位数,保育费", "云岫托育,60,2400元/月"),
        PRICES,
    )
    (nursery,) = ledger.nurseries()
    differing = [one for one in ledger.claims_of(nursery.id) if one.differs]
    assert [(one.field, one.value, one.used) for one in differing] == [("capacity", 20, False)]


def test_a_map_that_speaks_of_filing_files_nobody(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    path = csv_file("a.csv", "机构名称,地址", "云岫托育,江海路1号")
    title = "托育机构名录（备案与否以国家系统为准）"
    import_list(ledger, path, replace(FILING, title=title, kind=SourceKind.DIRECTORY))
    (nursery,) = ledger.nurseries()
    assert nursery.filed is None


def test_a_map_does_not_give_back_a_revoked_title(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    named = replace(
        FILING,
        title="2023年市级示范托育机构名单",
        kind=SourceKind.DEMONSTRATION,
        published=date(2023, 5, 1),
    )
    path = csv_file("a.csv", "机构名称,地址", "云岫托育,江海路1号")
    import_list(ledger, path, named)
    revoked = replace(
        named,
        title="关于撤销市级示范托育机构称号的决定",
        kind=SourceKind.DECISION,
        published=date(2025, 1, 10),
    )
    import_list(ledger, path, revoked)
    directory = replace(
        named, title="托育地图", kind=SourceKind.DIRECTORY, published=date(2025, 6, 30)
    )
    listed = csv_file("map.csv", "机构名称,地址,示范级别", "云岫托育,江海路1号,市级")
    import_list(ledger, listed, directory)
    (nursery,) = ledger.nurseries()
    states = [one.state(date(2026, 11, 21)) for one in nursery.recognitions]
    assert states == [State.REVOKED]


def test_an_assessment_tells_of_one_nursery_in_several_rows(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    import_list(ledger, csv_file("a.csv", "机构名称", "云岫托育"), FILING)
    scores = csv_file(
        "scores.csv",
        "机构名称,评估维度,评估得分,满分",
        "云岫托育,办托条件,90,100",
        "云岫托育,托育队伍,120,140",
        "云岫托育,安全保障,190,200",
    )
    stated = replace(FILING, title="托育机构质量评估得分", kind=SourceKind.ASSESSMENT)
    report = import_list(ledger, scores, stated)
    assert (report.new, report.matched) == (0, 3)
    (nursery,) = ledger.nurseries()
    fields = {one.field for one in ledger.claims_of(nursery.id)}
    assert {"assessment.premises.authority", "assessment.safety.authority"} <= fields


def test_a_street_in_two_districts_gives_nobody_the_other_one_s_place(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    stated = replace(FILING, issuer="泸州市卫生健康委员会", region="5105")
    nurseries = csv_file(
        "a.csv",
        "机构名称,所属区域,地址",
        "甲园托育,江阳区,江阳区人民路1号",
        "乙园托育,龙马潭区,龙马潭区人民路1号",
    )
    import_list(ledger, nurseries, stated)
    places = csv_file(
        "geo.csv",
        "地址,行政区划代码,经度,纬度,匹配级别",
        "泸州市江阳区人民路1号,510500,105.44,28.88,门址",
        "泸州市人民路1号,510500,105.45,28.89,门址",
    )
    report = geocode(ledger, places, replace(stated, kind=SourceKind.GEOCODE, datum=Datum.GCJ02))
    assert [(one.row, one.reason) for one in report.problems] == [(3, "address-ambiguous")]
    first, second = ledger.nurseries()
    assert (first.name, first.has_distance) == ("甲园托育", True)
    assert (second.name, second.location) == ("乙园托育", None)


def test_a_geocode_without_a_date_is_the_same_on_another_day(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    import_list(ledger, csv_file("a.csv", "机构名称,地址", "云岫托育,江海路1号"), FILING)
    places = csv_file("geo.csv", "地址,经度,纬度", "江海路1号,120.40,31.92")
    stated = replace(
        FILING,
        kind=SourceKind.GEOCODE,
        datum=Datum.GCJ02,
        dated=False,
        published=date(2026, 11, 21),
    )
    assert geocode(ledger, places, stated).matched == 1
    assert geocode(ledger, places, replace(stated, published=date(2026, 11, 22))).unchanged
    (nursery,) = ledger.nurseries()
    assert nursery.as_of == FILING.published


def test_matching_remembers_a_decision(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    import_list(ledger, csv_file("a.csv", "机构名称,地址", "云朵托育中心,江海路1号"), FILING)
    import_list(
        ledger,
        csv_file("b.csv", "机构名称,地址,保育费", "云朵儿童之家,江海路1号,2000元/月"),
        PRICES,
    )
    (waiting,) = undecided(ledger)
    decide(ledger, waiting.row_id, waiting.same_as)
    both = csv_file("c.csv", "机构名称,机构收托名称,地址", "云朵托育中心,云朵儿童之家,江海路1号")
    report = import_list(ledger, both, replace(FILING, title="2026年备案名单"))
    assert (report.new, report.matched, report.ambiguous) == (0, 1, 0)
    assert len(list(ledger.nurseries())) == 1


def test_a_row_with_too_many_cells_is_kept_and_not_used(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    path = csv_file(
        "a.csv",
        "机构名称,托位数,收费标准（元/月）,电话",
        "甲园托育,50,1200,0512-58001234",
        "乙园托育,50,1,200,0512-58001235",
    )
    report = import_list(ledger, path, FILING)
    assert (report.accepted, report.rejected) == (1, 1)
    assert [(one.row, one.reason) for one in report.problems] == [(3, "more-cells-than-headings")]


def test_the_ledger_can_be_read_as_it_was(ledger: Ledger, csv_file: Callable[..., Path]) -> None:
    import_list(ledger, csv_file("a.csv", "机构名称,托位数", "云岫托育,60"), FILING)
    before = ledger.revision()
    (then,) = ledger.nurseries()
    import_list(
        ledger, csv_file("b.csv", "机构名称,托位数,保育费", "云岫托育,55,2400元/月"), PRICES
    )
    (now,) = ledger.nurseries()
    assert (then.capacity, now.capacity) == (60, 55)
    assert list(ledger.nurseries(before)) == [then]
    said = [
        (one.value, one.used)
        for one in ledger.claims_of(then.id, str(before))
        if one.field == "capacity"
    ]
    assert said == [(60, True)]
