"""The published lists at hand are read right. They stand beside the project, not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.reading import read
from registry.reading.columns import Column, column_of

REAL = Path(__file__).parents[3] / "shared" / "data" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real lists are not here")


def test_a_notice_with_an_inclusive_and_a_demonstration_list() -> None:
    document = read(REAL / "yancheng-2023-inclusive-and-demonstration.html")
    period = "公示期：2023年10月31日至11月4日"
    inclusive, demonstration = (
        "拟确认2023年市级普惠托育机构名单",
        "拟确认2023年市级示范托育机构名单",
    )
    assert (document.format, document.encoding) == ("html", "utf-8")
    assert document.title is not None
    assert document.title.startswith("盐城市卫生健康委员会")
    assert document.lines == (period, "附件1：", inclusive, "附件2：", demonstration)
    first, second = document.tables
    assert (first.caption, first.above) == (inclusive, (period, "附件1：", inclusive))
    assert (second.caption, second.above) == (demonstration, ("附件2：", demonstration))
    assert first.headings == second.headings == ("地区", "机构登记名称", "机构收托名称", "地址")
    assert [row.number for row in first.rows] == list(range(2, 13))
    assert first.rows[0].cells[3] == "响水县响灌路280号"
    assert [row.number for row in second.rows] == [2]


def test_a_map_as_a_workbook_and_as_gb18030() -> None:
    book = read(REAL / "zhangjiagang-2024-nursery-map.xlsx")
    csv = read(REAL / "zhangjiagang-2024-nursery-map.gb18030.csv")
    title = "张家港市备案托育机构名单（节选）"
    (first,), (second,) = book.tables, csv.tables
    assert (book.title, first.caption, csv.encoding) == (title, title, "gb18030")
    assert first.above == (title, "截止日期：2024年6月")
    assert first.notes == ("注：收费为全日托保育费，不含伙食费。",)
    assert len(first.headings) == 28
    assert None not in map(column_of, first.headings)
    assert first.headings == second.headings
    assert [row.number for row in first.rows] == list(range(4, 14))
    assert [row.cells for row in first.rows] == [row.cells for row in second.rows]


def test_a_geocode_file_has_addresses_but_no_names() -> None:
    document = read(REAL / "geocodes-gcj02.csv", needs=frozenset({Column.ADDRESS}))
    (table,) = document.tables
    assert document.encoding == "utf-8-sig"
    assert table.headings == ("地址", "行政区划代码", "经度", "纬度", "匹配级别")
    assert [row.number for row in table.rows] == list(range(2, 15))
