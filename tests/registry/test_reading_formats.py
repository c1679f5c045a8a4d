"""Every format read from real files, and every way in which a file can be no list at all."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import docx
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.errors import (
    FileTooLarge,
    NoNurseryTable,
    RegistryError,
    UnreadableFile,
    WrongEncoding,
)
from registry.reading import read
from registry.reading.document import Row

CSV = "机构名称,地址,联系电话\n甲托育园,一路1号,0513-1234567\n"
PAGE = "<table><tr><td>机构名称<td>地址<tr><td>甲托育园<td>一路1号</table>"


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def workbook_bytes() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for row, cells in enumerate([("机构名称", "地址"), ("甲托育园", "一路1号")]):
            if not row:
                sheet = book.add_worksheet()
            sheet.write_row(row, 0, cells)
    return stream.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    """A sound workbook in which one part is another."""
    with zipfile.ZipFile(io.BytesIO(workbook_bytes())) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return packed({**parts, name: data})


def test_cells_of_a_workbook_as_a_person_sees_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("隐藏")
        book.add_worksheet("空")
        sheet.hide()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        clock = book.add_format({"num_format": "hh:mm"})
        sheet.write_row(2, 1, ["机构名称", "a", "b", "c", "d", "e", "f", "g", "h"])
        sheet.write(3, 1, "  甲\u3000 托育园\u200b ")
        sheet.write(3, 2, 12.0)
        sheet.write(3, 3, 0.1 + 0.2)
        sheet.write_boolean(3, 4, True)
        sheet.write_datetime(3, 5, datetime(2013, 9, 1), day)  # noqa: DTZ001 - a cell has no zone
        sheet.write_datetime(3, 6, time(8, 30), clock)
        sheet.write(3, 7, 45000)
        sheet.write(3, 8, "一路\r\n \n二路")
        sheet.write(3, 9, "007")
    document = read(path)
    assert (document.format, document.encoding, document.title) == ("xlsx", None, None)
    (table,) = document.tables
    assert table.sheet == "隐藏"
    cells = ("甲 托育园", "12", "0.3", "是", "2013-09-01", "08:30", "45000", "一路\n二路", "007")
    assert table.rows == (Row(4, ("", *cells)[1:]),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(tmp_path: Path, delimiter: str) -> None:
    content = CSV.replace(",", delimiter).replace("一路1号", f'"一路1号{delimiter}2楼"')
    (table,) = read(written(tmp_path / "a.txt", content.encode())).tables
    address = f"一路1号{delimiter}2楼".replace("\t", " ")  # white space is white space
    assert table.rows == (Row(2, ("甲托育园", address, "0513-1234567")),)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings_that_are_found(tmp_path: Path, encoding: str, named: str) -> None:
    document = read(written(tmp_path / "a.csv", CSV.encode(encoding)))
    assert document.encoding == named
    assert document.tables[0].rows == (Row(2, ("甲托育园", "一路1号", "0513-1234567")),)


def test_big5_is_refused_with_advice_and_read_when_named(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "機構名稱,地址,聯絡人\n甲托育園,一路1號,\n".encode("big5"))
    with pytest.raises(WrongEncoding, match="--encoding big5"):
        read(path)
    document = read(path, encoding="big5")
    assert (document.encoding, document.tables[0].headings[0]) == ("big5", "機構名稱")


@pytest.mark.parametrize("encoding", ["rot13", "no-such", "utf-32", "ascii", "a\x00b", ""])
def test_an_encoding_that_does_not_fit(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(RegistryError):
        read(written(tmp_path / "a.csv", CSV.encode()), encoding=encoding)


def test_charset_of_a_page(tmp_path: Path) -> None:
    page = f"<meta charset=big5><title>名單</title>{PAGE}".replace("机构名称", "機構名稱")
    page = page.replace("甲托育园", "甲托育園").replace("一路1号", "一路1號")
    document = read(written(tmp_path / "a", page.encode("big5")))
    assert (document.encoding, document.title) == ("big5hkscs", "名單")


def test_a_page_of_layout_menus_and_tables(tmp_path: Path) -> None:
    page = """<html><head><title> 某市
    公示 </title><script>var 机构名称 = "<table>"</script></head><body>
    <ul><li><a href=#>首页</a><li><a href=#>公开</a></ul>
    <table><tr><td>当前位置：<td><a href=#>首页</a><td>
      <table><tr><td> &gt; 公告</table></table>
    <table width=100%><tr><td><h1>关于普惠托育机构的公示</h1>
      公示期：2023年10月31日至<br>11月4日
      <p>拟确认2023年普惠托育机构名单</p>
      <table><tr><th colspan=2>2023年名单<tr><th>地区<th>机构名称<th>班型
        <tr><td rowspan=2>射阳县<td><p>甲</p><p>托育园</p><td>托大班<br/>托小班
        <tr><td>乙<span>托育</span>
          园<td></table>
      <p>注：排名不分先后。</p><p>2.监督电话</p><p>某市卫生健康委员会</p>
      <table><tr><td>友情链接<td>甲<td>乙</table>
    </table>"""
    document = read(written(tmp_path / "a.htm", page.encode("gb18030")))
    assert (document.encoding, document.title) == ("gb18030", "某市公示")
    (table,) = document.tables
    assert table.caption == "2023年名单"
    assert table.above == (
        "关于普惠托育机构的公示",
        "公示期：2023年10月31日至",
        "11月4日",
        "拟确认2023年普惠托育机构名单",
        "2023年名单",
    )
    assert table.rows == (
        Row(3, ("射阳县", "甲\n托育园", "托大班\n托小班")),
        Row(4, ("射阳县", "乙托育园", "")),
    )
    assert table.notes == ("注：排名不分先后。", "2.监督电话")
    assert document.lines[-1] == "某市卫生健康委员会"


def test_word_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("关于2024年示范托育机构的通知", 0)
    document.add_paragraph("公示期：5月1日至5月7日")
    for caption, start in (("一、省级示范机构名单", 1), ("二、市级示范机构名单", 3)):
        document.add_paragraph(caption)
        table = document.add_table(1, 2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = "序号", "机构\n名称"
        for serial in (start, start + 1):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = str(serial), f"第{serial}园"
    cut = document.add_table(1, 2)
    cut.rows[0].cells[0].text, cut.rows[0].cells[1].text = "5", "第5园"
    document.save(str(tmp_path / "a.docx"))
    found = read(tmp_path / "a.docx")
    assert (found.format, found.title) == ("docx", "关于2024年示范托育机构的通知")
    assert [(table.caption, [row.cells for row in table.rows]) for table in found.tables] == [
        ("一、省级示范机构名单", [("1", "第1园"), ("2", "第2园")]),
        ("二、市级示范机构名单", [("3", "第3园"), ("4", "第4园"), ("5", "第5园")]),
    ]
    assert "公示期：5月1日至5月7日" in found.tables[0].above


def test_records_of_the_national_platform(tmp_path: Path) -> None:
    record = {
        "institution_name": "甲托育园",
        "zoning_name": "北京市市辖区西城区",
        "credit_code": None,
        "geo": {"lat": 39.9, "lng": 116.0},
        "forms": ["全日托", "计时托"],
        "open": True,
    }
    page = {"code": 0, "data": {"list": [record, {"institution_name": "乙园", "extra": 1}]}}
    document = read(written(tmp_path / "a.json", json.dumps(page).encode()))
    (table,) = document.tables
    assert document.format == "json"
    assert table.headings == (
        "institution_name",
        "zoning_name",
        "credit_code",
        "geo/lat",
        "geo/lng",
        "forms",
        "open",
        "extra",
    )
    assert [row.cells for row in table.rows] == [
        ("甲托育园", "北京市市辖区西城区", "", "39.9", "116", "全日托、计时托", "是", ""),
        ("乙园", "", "", "", "", "", "", "1"),
    ]


def test_records_in_two_lists(tmp_path: Path) -> None:
    lists = {"2023年普惠名单": [{"名称": "甲"}], "2023年示范名单": [{"名称": "乙"}]}
    document = read(written(tmp_path / "a.json", json.dumps(lists).encode()))
    assert [table.caption for table in document.tables] == list(lists)


def test_content_goes_before_the_name(tmp_path: Path) -> None:
    assert read(written(tmp_path / "a.csv", workbook_bytes())).format == "xlsx"
    assert read(written(tmp_path / "a.xls", PAGE.encode())).format == "html"
    assert read(written(tmp_path / "b.xlsx", CSV.encode())).format == "csv"


LOCAL = b"PK\x03\x04"
BOMB = b"0" * (120 * 2**20)
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'
FAR_CELL = b'<worksheet><sheetData><row r="1048576"><c s="1" r="XFD1048576"><v>1</v></c></row>'
REPEATED = (
    b'<o xmlns:t="t" xmlns:x="x"><t:table-row t:number-rows-repeated="1000000">'
    b'<t:table-cell t:number-columns-repeated="10000"><x:p>a</x:p></t:table-cell></t:table-row></o>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "error", "sentence"),
    [
        ("a.csv", b"", UnreadableFile, "empty"),
        ("a.xlsx", b"%PDF-1.7 ...", UnreadableFile, "a PDF"),
        ("a.xlsx", workbook_bytes()[:-40], UnreadableFile, "cut off"),
        ("a.xlsx", LOCAL + b"rubbish" * 50, UnreadableFile, "cut off"),
        ("a.xlsx", with_part("xl/worksheets/sheet1.xml", b"<worksheet><"), UnreadableFile, "dam"),
        ("a.xlsx", with_part("xl/workbook.xml", ENTITIES), UnreadableFile, "entities"),
        ("a.xlsx", with_part("xl/worksheets/sheet1.xml", FAR_CELL), FileTooLarge, "16384 columns"),
        ("a.ods", packed({"content.xml": REPEATED}), FileTooLarge, "repeated"),
        ("a.docx", packed({"word/document.xml": ENTITIES}), UnreadableFile, "entities"),
        ("a.docx", packed({"word/document.xml": b"<a/>"}), UnreadableFile, "damaged"),
        ("a.xlsx", with_part("xl/media/a.bin", BOMB), FileTooLarge, "200 times"),
        ("a.xlsx", packed({"a.txt": b"a"}), UnreadableFile, "neither XLSX"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), UnreadableFile, "encrypted"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), UnreadableFile, "old Word"),
        ("a.xls", OLE, UnreadableFile, "damaged"),
        ("a.html", "<p>没有表格</p>".encode(), UnreadableFile, "no table"),
        ("a.html", b"<table><tr><td>a<td>b<td>c</table>", NoNurseryTable, "nursery names"),
        ("a.html", b"<div>" * 100_000, UnreadableFile, "nested"),
        ("a.csv", bytes(range(1, 32)) * 9, UnreadableFile, "binary"),
        ("a.csv", b"\xff\xfe\xfd\x80\x81" * 9, WrongEncoding, "--encoding"),
        (
            "a.csv",
            '机构名称,地址\n"甲园,一路\n乙园,二路\n'.encode(),
            UnreadableFile,
            "never closed",
        ),
        ("a.json", b'{"data": [', UnreadableFile, "JSON"),
        ("a.json", b"[" * 200_000, UnreadableFile, "JSON"),
        ("a.json", b'{"data": 1}', NoNurseryTable, "nursery names"),
        ("a.jpg", b"\xff\xd8\xff\xe0", UnreadableFile, "picture"),
    ],
)
def test_files_that_are_no_lists(
    tmp_path: Path, name: str, data: bytes, error: type[RegistryError], sentence: str
) -> None:
    with pytest.raises(error, match=sentence) as caught:
        read(written(tmp_path / name, data))
    assert type(caught.value) is error
    assert "\n" not in str(caught.value)


def test_declared_sizes_are_not_believed(tmp_path: Path) -> None:
    data = workbook_bytes()
    part = data.rindex(b"PK\x01\x02")  # the last entry of the directory
    lying = data[: part + 24] + (7).to_bytes(4, "little") + data[part + 28 :]
    with pytest.raises(UnreadableFile, match="declared"):
        read(written(tmp_path / "a.xlsx", lying))


def test_one_part_listed_a_thousand_times_is_counted_each_time(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
        archive.writestr("xl/media/a", bytes(range(256)) * (8 * 2**20 // 256))
        archive.filelist += [archive.filelist[1]] * 150
        archive.comment = b"so that the directory is written anew"
    with pytest.raises(FileTooLarge, match="more than 1 GB"):
        read(written(tmp_path / "a.xlsx", stream.getvalue()))


def test_a_file_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(100 * 2**20 + 1)
    with pytest.raises(FileTooLarge, match="at most 100 MB"):
        read(path)


@pytest.mark.parametrize("name", ["missing.csv", ".", "a\x00b.csv"])
def test_a_path_that_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile):
        read(tmp_path / name)


PROBING = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def reads_or_refuses(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        tables = read(path).tables
    except RegistryError:
        return
    assert tables
    for table in tables:
        assert len(set(filter(None, table.headings))) == len(list(filter(None, table.headings)))
        assert all(len(row.cells) == len(table.headings) for row in table.rows)


@PROBING
@given(
    head=st.sampled_from([b"", LOCAL, OLE, b"<html>", b"{", b"\xef\xbb\xbf", b"\xff\xfe"]),
    data=st.binary(max_size=400),
    name=st.sampled_from(["a.csv", "a.html", "a.json", "a.xlsx"]),
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, head: bytes, data: bytes, name: str) -> None:
    reads_or_refuses(tmp_path / name, head + data)


WORDS = st.sampled_from(
    [
        "机构名称",
        "地址",
        "区县",
        "序号",
        "合计",
        "注：",
        "√",
        "1",
        "甲园",
        "",
        '"',
        ",",
        "\n",
        "类型",
    ]
) | st.text(max_size=3)


@PROBING
@given(rows=st.lists(st.lists(WORDS, max_size=6), max_size=9))
def test_any_table_is_read_or_refused(tmp_path: Path, rows: list[list[str]]) -> None:
    lines = "\n".join(",".join(row) for row in rows)
    reads_or_refuses(tmp_path / "a.csv", lines.encode("utf-8", "replace"))
    cells = ("<tr>" + "".join(f"<td colspan={len(c)} rowspan=2>{c}" for c in row) for row in rows)
    page = f"<table>{''.join(cells)}</table>"
    reads_or_refuses(tmp_path / "a.html", page.encode("utf-8", "replace"))
    reads_or_refuses(tmp_path / "a.json", json.dumps(rows).encode())


@PROBING
@given(at=st.integers(0, 8000), byte=st.integers(0, 255), cut=st.booleans())
def test_damaged_workbooks_are_read_or_refused(
    tmp_path: Path, at: int, byte: int, cut: bool
) -> None:
    data = bytearray(workbook_bytes())
    at %= len(data)
    data[at] = byte
    reads_or_refuses(tmp_path / "a.xlsx", bytes(data[:at] if cut else data))


def test_dates_without_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy/m/d"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["机构名称", "成立日期"])
        sheet.write_row(1, 0, ["甲园", date(2020, 12, 25)])
    assert read(path).tables[0].rows == (Row(2, ("甲园", "2020-12-25")),)


def test_an_open_document_sheet_with_a_million_blank_rows(tmp_path: Path) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(
        f"<table:table-row>{''.join(map(cell.format, row))}"
        '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
        for row in (("机构名称", "地址"), ("甲托育园", "一路1号"))
    )
    prefixes = " ".join(f'xmlns:{p}="{names}:{p}:1.0"' for p in ("office", "table", "text"))
    blank = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/>'
    content = (
        f"<office:document-content {prefixes}><office:body><office:spreadsheet>"
        f'<table:table table:name="名单">{rows}{blank}</table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<m:manifest xmlns:m="{names}:manifest:1.0"/>'
    parts = {"mimetype": kind, "content.xml": content.encode()}
    data = packed({**parts, "META-INF/manifest.xml": manifest.encode()})
    document = read(written(tmp_path / "a.ods", data))
    (table,) = document.tables
    assert (document.format, table.sheet) == ("ods", "名单")
    assert table.rows == (Row(2, ("甲托育园", "一路1号")),)
