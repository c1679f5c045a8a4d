"""Tables of every shape that publishers use, in the formats they use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
import xlsxwriter

from registry.errors import NoNurseryTable
from registry.reading import read
from registry.reading.columns import Column, column_of
from registry.reading.document import Row

Area = tuple[int, int, int, int]


def workbook(path: Path, rows: list[list[object]], merges: Sequence[Area] = ()) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("名单")
        for top, left, bottom, right in merges:
            sheet.merge_range(top, left, bottom, right, "")
        for number, row in enumerate(rows):
            for at, cell in enumerate(row):
                if cell != "":
                    sheet.write(number, at, cell)
    return path


def text(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8", newline="")
    return path


THREE_ROWS: list[list[object]] = [
    ["2024年第三季度普惠托育机构补贴表"],
    ["序 号", "机构名称", "机构性质", "", "", "", "普惠性托\n位数(个)", "每月实际收托", "", ""],
    ["", "", "类型", "", "举办类别", "", "", "7月", "8月", "9月"],
    ["", "", "托育机构", "幼儿园托班", "公办", "民办", "", "", "", ""],
    [1, "甲托育园", "√", "", "", "√", 20, 11, 12, 13],
    [2, "乙幼儿园", "", "√", "√", "", 30, 21, 22, 23],
    ["合 计", "", "", "", "", "", 50, 32, 34, 36],
    ["注：补贴按月核定。"],
]
THREE_ROW_MERGES = [
    (0, 0, 0, 9),
    (1, 0, 3, 0),
    (1, 1, 3, 1),
    (1, 2, 1, 5),
    (1, 6, 3, 6),
    (1, 7, 1, 9),
    (2, 2, 2, 3),
    (2, 4, 2, 5),
    (2, 7, 3, 7),
    (2, 8, 3, 8),
    (2, 9, 3, 9),
    (7, 0, 7, 9),
]


def check_three_rows(path: Path) -> None:
    (table,) = read(path).tables
    assert table.headings == (
        "序 号",
        "机构名称",
        "类型",
        "举办类别",
        "普惠性托位数(个)",
        "每月实际收托/7月",
        "每月实际收托/8月",
        "每月实际收托/9月",
    )
    assert [row.cells for row in table.rows] == [
        ("1", "甲托育园", "托育机构", "民办", "20", "11", "12", "13"),
        ("2", "乙幼儿园", "幼儿园托班", "公办", "30", "21", "22", "23"),
    ]
    assert table.notes == ("合 计 50 32 34 36", "注：补贴按月核定。")
    assert table.caption == "2024年第三季度普惠托育机构补贴表"


def test_three_heading_rows_with_merged_cells(tmp_path: Path) -> None:
    check_three_rows(workbook(tmp_path / "a.xlsx", THREE_ROWS, THREE_ROW_MERGES))


def test_three_heading_rows_where_nothing_says_what_is_merged(tmp_path: Path) -> None:
    lines = (",".join(f'"{cell}"' if cell else "" for cell in row) for row in THREE_ROWS)
    check_three_rows(text(tmp_path / "a.csv", "\r\n".join(lines)))


def test_three_heading_rows_of_a_page(tmp_path: Path) -> None:
    page = """<p>2024年第三季度普惠托育机构补贴表</p><table>
    <tr><td rowspan=3>序 号<td rowspan=3>机构名称<td colspan=4>机构性质
        <td rowspan=3>普惠性托<br>位数(个)<td colspan=3>每月实际收托
    <tr><td colspan=2>类型<td colspan=2>举办类别
        <td rowspan=2>7月<td rowspan=2>8月<td rowspan=2>9月
    <tr><td>托育机构<td>幼儿园托班<td>公办<td>民办
    <tr><td>1<td>甲托育园<td>√<td><td><td>√<td>20<td>11<td>12<td>13
    <tr><td>2<td>乙幼儿园<td><td>√<td>√<td><td>30<td>21<td>22<td>23
    <tr><td colspan=6>合 计<td>50<td>32<td>34<td>36
    <tr><td colspan=10>注：补贴按月核定。</table>"""
    check_three_rows(text(tmp_path / "a.html", page))


def test_three_heading_rows_of_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(str(THREE_ROWS[0][0]))
    table = document.add_table(len(THREE_ROWS) - 1, 10)
    for top, left, bottom, right in THREE_ROW_MERGES[1:]:
        table.cell(top - 1, left).merge(table.cell(bottom - 1, right))
    for number, row in enumerate(THREE_ROWS[1:]):
        for at, cell in enumerate(row):
            if cell != "":
                table.cell(number, at).text = str(cell)
    document.save(str(tmp_path / "a.docx"))
    check_three_rows(tmp_path / "a.docx")


def test_marks_are_folded_to_columns_that_are_known() -> None:
    assert column_of("举办类别") is Column.NATURE
    assert column_of("类型") is Column.KIND
    assert column_of("机构性质/举办类别/公办") is Column.NATURE


def test_wide_headings_above_the_names_belong_to_the_heading(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["某区托育机构收费公示表", "", "", ""],
        ["基本信息", "", "收费标准(元/月)", ""],
        ["机构名称", "地址", "乳儿班", "托小班"],
        ["甲托育园", "一路1号", 2800, 2600],
    ]
    merges = [(0, 0, 0, 3), (1, 0, 1, 1), (1, 2, 1, 3)]
    (table,) = read(workbook(tmp_path / "a.xlsx", rows, merges)).tables
    assert [column_of(heading) for heading in table.headings] == [
        Column.NAME,
        Column.ADDRESS,
        Column.PRICE_INFANT,
        Column.PRICE_JUNIOR,
    ]
    assert table.rows == (Row(4, ("甲托育园", "一路1号", "2800", "2600")),)


def test_merged_districts_are_carried_down_and_nothing_else(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["区县", "街道", "机构名称", "托位数"],
        ["江阳区", "一街", "甲园", 20],
        ["", "", "乙园", ""],
        ["", "二街", "丙园", 30],
        ["", "", "丁园", ""],
    ]
    merges = [(1, 0, 3, 0), (1, 1, 2, 1), (1, 3, 2, 3)]
    (table,) = read(workbook(tmp_path / "a.xlsx", rows, merges)).tables
    assert [row.cells for row in table.rows] == [
        ("江阳区", "一街", "甲园", "20"),
        ("江阳区", "一街", "乙园", ""),
        ("江阳区", "二街", "丙园", "30"),
        ("", "", "丁园", ""),
    ]


def test_blank_districts_of_a_csv_are_carried_until_the_city_changes(tmp_path: Path) -> None:
    lines = "城市,区县,机构名称\n南京市,玄武区,甲\n,,乙\n,秦淮区,丙\n苏州市,,丁\n,姑苏区,戊\n"
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert [row.cells for row in table.rows] == [
        ("南京市", "玄武区", "甲"),
        ("南京市", "玄武区", "乙"),
        ("南京市", "秦淮区", "丙"),
        ("苏州市", "", "丁"),
        ("苏州市", "姑苏区", "戊"),
    ]


def test_blanks_filled_without_word_of_a_merge_are_told(tmp_path: Path) -> None:
    lines = (
        "序号,区县,街道,社区,机构名称\n1,江阳区,忠山街道,一社区,甲园\n"
        "2,,,,乙园\n3,龙马潭区,,,丙园\n"
    )
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert table.rows == (
        Row(2, ("1", "江阳区", "忠山街道", "一社区", "甲园")),
        Row(3, ("2", "江阳区", "", "", "乙园"), carried=(1,)),
        Row(4, ("3", "龙马潭区", "", "", "丙园")),
    )


def test_places_of_carried_cells_are_those_of_the_folded_table(tmp_path: Path) -> None:
    lines = "机构名称,举办类别,,区县\n,公办,民办,\n甲园,√,,江阳区\n乙园,,√,\n"
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert table.headings == ("机构名称", "举办类别", "区县")
    assert table.rows == (
        Row(3, ("甲园", "公办", "江阳区")),
        Row(4, ("乙园", "民办", "江阳区"), carried=(2,)),
    )


ASSESSED: list[list[object]] = [
    ["机构名称", "统一社会信用代码", "地址", "社区", "评估维度", "得分", "托位数"],
    ["甲园", "52510502MJ00000001", "一路1号", "一社区", "办托条件", 9, 30],
    ["", "", "", "", "托育队伍", 8, ""],
    ["", "", "", "", "安全保障", "", ""],
    ["乙园", "", "二路2号", "", "办托条件", 7, 40],
]
ASSESSED_ROWS = (
    Row(2, ("甲园", "52510502MJ00000001", "一路1号", "一社区", "办托条件", "9", "30")),
    Row(3, ("甲园", "52510502MJ00000001", "一路1号", "一社区", "托育队伍", "8", "")),
    Row(4, ("甲园", "52510502MJ00000001", "一路1号", "一社区", "安全保障", "", "")),
    Row(5, ("乙园", "", "二路2号", "", "办托条件", "7", "40")),
)


def test_a_merged_name_stands_beside_each_of_its_rows(tmp_path: Path) -> None:
    merges = [(1, at, 3, at) for at in (0, 1, 2, 3, 6)]
    (table,) = read(workbook(tmp_path / "a.xlsx", ASSESSED, merges)).tables
    assert table.rows == ASSESSED_ROWS


def test_a_merged_name_of_a_page_and_of_a_word_document(tmp_path: Path) -> None:
    first = "".join(f"<td rowspan=3>{cell}" for cell in ASSESSED[1][:4])
    page = f"""<table><tr>{"".join(f"<th>{cell}" for cell in ASSESSED[0])}
    <tr>{first}<td>办托条件<td>9<td rowspan=3>30<tr><td>托育队伍<td>8<tr><td>安全保障
    <tr><td>乙园<td><td>二路2号<td><td>办托条件<td>7<td>40</table>"""
    assert read(text(tmp_path / "a.html", page)).tables[0].rows == ASSESSED_ROWS
    document = docx.Document()
    table = document.add_table(len(ASSESSED), 7)
    for at in (0, 1, 2, 3, 6):
        table.cell(1, at).merge(table.cell(3, at))
    for number, row in enumerate(ASSESSED):
        for at, cell in enumerate(row):
            if cell != "":
                table.cell(number, at).text = str(cell)
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").tables[0].rows == ASSESSED_ROWS


def test_a_name_is_never_guessed(tmp_path: Path) -> None:
    lines = "机构名称,地址,评估维度,得分\n甲园,一路,办托条件,9\n,,托育队伍,8\n"
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert table.rows[1] == Row(3, ("", "", "托育队伍", "8"))
    rows: list[list[object]] = [[*line.split(",")] for line in lines.split()]
    (table,) = read(workbook(tmp_path / "a.xlsx", rows)).tables
    assert table.rows[1] == Row(3, ("", "", "托育队伍", "8"))


def test_a_row_of_nothing_but_a_name_or_an_address_is_a_row(tmp_path: Path) -> None:
    lines = (
        "机构名称,地址,托位数\n甲园,一路1号,20\n春天幼儿园,,\n云朵托育机构,,\n,二路2号,\n"
        "乙园,三路3号,30\n一、东区,,\n江阳区（12家）,,\n丙园,四路4号,40\n"
        "江阳区卫生健康局,,\n,2024年6月1日,\n普惠托育机构,,\n机构名称,地址\n丁园,五路5号\n"
    )
    first, second = read(text(tmp_path / "a.csv", lines)).tables
    assert [(row.number, row.cells) for row in first.rows] == [
        (2, ("甲园", "一路1号", "20")),
        (3, ("春天幼儿园", "", "")),
        (4, ("云朵托育机构", "", "")),
        (5, ("", "二路2号", "")),
        (6, ("乙园", "三路3号", "30")),
        (9, ("丙园", "四路4号", "40")),
    ]
    assert first.notes == ("一、东区", "江阳区（12家）")
    assert second.above == ("江阳区卫生健康局", "2024年6月1日", "普惠托育机构")
    assert (second.caption, [row.number for row in second.rows]) == ("普惠托育机构", [14])


def test_separated_rows_with_too_many_cells_are_marked(tmp_path: Path) -> None:
    lines = (
        "2024年名单\n机构名称,地址,托位数,联系电话,备注\n甲园,一路1号,50,0830-2512345,好\n"
        "乙园,一路2号,1,200,0830-2512345,\n丙园,一路3号,1,200,0830-2512345,好\n丁园\n戊园,,,,\n"
    )
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert table.headings == ("机构名称", "地址", "托位数", "联系电话", "备注", "第6列")
    assert [(row.cells[0], row.problem) for row in table.rows] == [
        ("甲园", None),
        ("乙园", "more-cells-than-headings"),
        ("丙园", "more-cells-than-headings"),
        ("丁园", None),
        ("戊园", None),
    ]
    assert table.rows[2].cells == ("丙园", "一路3号", "1", "200", "0830-2512345", "好")


def test_cells_that_have_places_of_their_own_are_not_marked(tmp_path: Path) -> None:
    separated = "机构名称,地址\n甲园,一路1号,\n乙园,,\n"
    (table,) = read(text(tmp_path / "a.csv", separated)).tables
    assert [row.problem for row in table.rows] == [None, None]
    rows: list[list[object]] = [["机构名称", "地址"], ["甲园", "一路1号", "好"], ["乙园"]]
    (table,) = read(workbook(tmp_path / "a.xlsx", rows)).tables
    assert table.headings == ("机构名称", "地址", "第3列")
    assert [row.problem for row in table.rows] == [None, None]


@pytest.mark.parametrize("first", ["玄武区,甲\n玄武区,乙\n,丙\n", ",甲\n玄武区,乙\n,丙\n"])
def test_blank_districts_stay_blank_where_nothing_looks_merged(tmp_path: Path, first: str) -> None:
    (table,) = read(text(tmp_path / "a.csv", "区县,机构名称\n" + first)).tables
    assert table.rows[-1].cells == ("", "丙")


def test_totals_and_notes_are_no_rows_wherever_they_stand(tmp_path: Path) -> None:
    lines = (
        "序号,机构名称,托位数\n1,甲园,20\n,江阳区小计,20\n2,乙园,30\n合计,,50\n"
        "备注：托位以核定为准,,\n1.有异议请致电,,\n（2）另有说明,,\n"
    )
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert table.rows == (Row(2, ("1", "甲园", "20")), Row(4, ("2", "乙园", "30")))
    assert table.notes == (
        "江阳区小计 20",
        "合计 50",
        "备注：托位以核定为准",
        "1.有异议请致电",
        "（2）另有说明",
    )


def test_stacked_tables_and_repeated_headings(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["拟确认2023年市级普惠托育机构名单"],
        ["序号", "机构名称", "地址"],
        [1, "甲园", "一路"],
        [],
        ["序号", "机构名称", "地址"],
        [2, "乙园", "二路"],
        ["注：排名不分先后"],
        ["拟确认2023年市级示范托育机构名单"],
        ["公示期：10月31日至11月4日"],
        ["序号", "机构名称", "地址"],
        [1, "丙园", "三路"],
        ["取消名单"],
        ["机构名称", "取消原因", "联系电话"],
        ["丁园", "停办", "0513-1234567"],
    ]
    first, second, third = read(workbook(tmp_path / "a.xlsx", rows)).tables
    assert [row.number for row in first.rows] == [3, 6]
    assert (first.caption, first.notes) == (rows[0][0], ("注：排名不分先后",))
    assert (second.number, second.caption) == (2, "拟确认2023年市级示范托育机构名单")
    assert second.above == ("拟确认2023年市级示范托育机构名单", "公示期：10月31日至11月4日")
    assert second.rows == (Row(11, ("1", "丙园", "三路")),)
    assert third.caption == "取消名单"
    assert third.headings == ("机构名称", "取消原因", "联系电话")


def test_rows_without_most_of_their_cells_are_kept(tmp_path: Path) -> None:
    lines = "序号,机构名称,地址\n1,甲园,\n2,,\n,乙园,\n3,丙园,一路,1号\n"
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert table.headings == ("序号", "机构名称", "地址", "第4列")
    assert [row.cells for row in table.rows] == [
        ("1", "甲园", "", ""),
        ("2", "", "", ""),
        ("", "乙园", "", ""),
        ("3", "丙园", "一路", "1号"),
    ]


def test_data_that_speaks_like_headings_is_no_heading(tmp_path: Path) -> None:
    lines = "机构名称,地址,类型,服务形式\n甲园,一路,托育机构,全日托\n乙园,二路,普惠,半日托\n"
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert [row.cells[0] for row in table.rows] == ["甲园", "乙园"]


def test_a_second_column_of_the_same_name_has_a_name_of_its_own(tmp_path: Path) -> None:
    (table,) = read(text(tmp_path / "a.csv", "机构名称,备注,备注\n甲园,a,b\n")).tables
    assert table.headings == ("机构名称", "备注", "备注 (2)")
    assert column_of(table.headings[2]) is Column.REMARK


def test_headings_are_numbered_without_meeting_one_that_has_a_number(tmp_path: Path) -> None:
    lines = "机构名称,备注,备注 (2),备注,,,地址\n甲园,a,b,c,,,一路\n"
    (table,) = read(text(tmp_path / "a.csv", lines)).tables
    assert table.headings == ("机构名称", "备注", "备注 (2)", "备注 (3)", "", "", "地址")


def test_placeholders_stay(tmp_path: Path) -> None:
    line = "甲园,/,-,—,无,null,undefined\n"
    (table,) = read(
        text(tmp_path / "a.csv", "机构名称,地址,电话,托位,收费,星级,备注\n" + line)
    ).tables
    assert table.rows[0].cells == ("甲园", "/", "-", "—", "无", "null", "undefined")


def test_a_list_of_names_alone(tmp_path: Path) -> None:
    (table,) = read(
        text(tmp_path / "a.csv", "2024年名单\n机构名称\n甲园\n乙园\n合计：2家\n")
    ).tables
    assert (table.caption, table.notes) == ("2024年名单", ("合计：2家",))
    assert [row.cells for row in table.rows] == [("甲园",), ("乙园",)]


def test_tables_without_names_are_no_nursery_tables(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "地址,经度,纬度\n一路,120.1,30.1\n")
    with pytest.raises(NoNurseryTable, match="nursery names"):
        read(path)
    (table,) = read(path, needs=frozenset({Column.ADDRESS})).tables
    assert table.rows == (Row(2, ("一路", "120.1", "30.1")),)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("序 号", Column.SERIAL),
        ("本季度普惠补贴金额", None),
        ("本季度普惠性托育机构补贴金额(万元)", None),
        ("普惠托位 数量", Column.INCLUSIVE_PLACES),
        ("补助普惠性托位数(个)", Column.INCLUSIVE_PLACES),
        ("全日托收费（元/月）", Column.PRICE_FULL_DAY),
        ("全日托收费元/月", Column.PRICE_FULL_DAY),
        ("保育费（元/生·月）", Column.PRICE),
        ("县（市、区）", Column.REGION),
        ("区/县", Column.REGION),
        ("法定代表人联系电话", Column.PERSON_PHONE),
        ("负责人/电话", Column.PERSON_PHONE),
        ("托育机构负责人", Column.PERSON),
        ("收费标准/乳儿班", Column.PRICE_INFANT),
        ("班级设置/乳儿班", Column.CLASS_INFANT),
        ("托位数/乳儿班", None),
        ("托位数/普惠", Column.INCLUSIVE_PLACES),
        ("机构性质/类型/托育机构", Column.KIND),
        ("是否普惠性托育机构", Column.INCLUSIVE),
        ("拟认定托育机构名称", Column.NAME),
        ("向阳托育机构", None),
        ("機構登記名稱", Column.NAME),
        ("2023年市级示范托育机构名单", None),
        ("", None),
    ],
)
def test_headings(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column
