"""The published lists of the demonstration: repeatable, honest, readable, and nobody's name."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from registry.demo.columns import COLUMNS
from registry.demo.draft import FICTIONAL, Draft, heading_spans
from registry.demo.lists import city_lists, seeded_lists
from registry.demo.publishing import PublishedList, world, write
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery
from registry.keys import name_key
from registry.reading.columns import Column, column_of
from registry.values.assessments import area_of, clause_of
from registry.values.titles import facts_of
from registry.vocabulary import SourceKind, Stage

TODAY = date(2026, 11, 21)
REAL = Path(__file__).parents[3] / "shared" / "data" / "real"


@pytest.fixture(scope="module")
def country() -> list[DemoNursery]:
    return [one for _, settled in world(2000, 1, TODAY) for one in settled]


@pytest.fixture(scope="module")
def drafts() -> list[Draft]:
    return [
        draft
        for city, settled in world(2000, 1, TODAY)
        for draft in (
            *city_lists(city, settled, Calendar(TODAY)),
            *seeded_lists(city, settled, Calendar(TODAY), 1),
        )
    ]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[PublishedList, ...]:
    return write(tmp_path_factory.mktemp("demo"), seed=1, today=TODAY)


def _bytes(lists: tuple[PublishedList, ...]) -> dict[str, bytes]:
    return {one.path.name: one.path.read_bytes() for one in lists}


def _named(lists: tuple[PublishedList, ...], name: str) -> Path:
    return next(one.path for one in lists if one.path.name == name)


def test_the_same_arguments_give_the_same_bytes(
    published: tuple[PublishedList, ...], tmp_path: Path
) -> None:
    first = _bytes(published)
    assert first == _bytes(write(tmp_path / "again", seed=1, today=TODAY))
    other = _bytes(write(tmp_path / "other", seed=2, today=TODAY))
    assert first["5105-filing.xlsx"] != other["5105-filing.xlsx"]


def test_no_clock_is_left_in_packed_files(published: tuple[PublishedList, ...]) -> None:
    packed = [one.path for one in published if one.path.suffix in (".xlsx", ".docx")]
    assert len(packed) > 20
    years = {info.date_time[0] for path in packed for info in ZipFile(path).infolist()}
    assert years == {1980}


def test_formats_encodings_and_kinds_are_those_of_real_publishers(
    published: tuple[PublishedList, ...],
) -> None:
    assert {one.path.suffix for one in published} == {".xlsx", ".csv", ".html", ".docx", ".json"}
    assert {one.encoding for one in published} == {None, "gb18030", "utf-8-sig"}
    assert {one.kind for one in published} == set(SourceKind) - {SourceKind.CORRECTION}
    assert {one.datum for one in published} == {None, "gcj02"}
    assert 50 <= len(published) <= 110


def test_every_source_says_that_it_is_fictional(published: tuple[PublishedList, ...]) -> None:
    assert published
    assert all(one.issuer.startswith(FICTIONAL) for one in published)
    assert all(one.published <= TODAY for one in published)


def test_geocodes_come_last(published: tuple[PublishedList, ...]) -> None:
    geocodes = [one.kind == SourceKind.GEOCODE for one in published]
    assert geocodes == sorted(geocodes)
    assert sum(geocodes) == 6


def test_everybody_is_listed(country: list[DemoNursery], drafts: list[Draft]) -> None:
    """Filed and cancelled ones in the filing lists, all others on a map."""
    rows = {
        kind: sum(
            any(cell in names for cell in row)
            for draft in drafts
            if draft.kind is kind and "earlier" not in draft.name
            for table in draft.tables
            for row in table.rows
        )
        for kind, names in (
            (SourceKind.FILING, _spellings(country, filed=True)),
            (SourceKind.DIRECTORY, _spellings(country, filed=False)),
        )
    }
    filed = sum(one.filed is not None for one in country)
    assert rows[SourceKind.FILING] == filed
    assert rows[SourceKind.DIRECTORY] >= len(country) - filed > 50


def _spellings(country: list[DemoNursery], *, filed: bool) -> set[str]:
    listed = [one for one in country if (one.filed is not None) is filed]
    return {
        spelling
        for one in listed
        for spelling in (
            one.name,
            one.name.replace("（", "(").replace("）", ")"),
            f"{one.name}({one.premises.street})",
        )
    }


def test_every_heading_is_known_to_the_importer(drafts: list[Draft]) -> None:
    headings = {
        heading for draft in drafts for table in draft.tables for heading in table.last_headings
    }
    scores = {heading for heading in headings if area_of(heading)}
    clauses = {heading for heading in headings if clause_of(heading)}
    assert len(scores) == 22  # seven of both, and without a word who; and a total
    assert len(clauses) == 30
    assert headings >= set(COLUMNS)
    known = scores | clauses
    assert {heading for heading in headings - known if column_of(heading) is None} == set()


def test_captions_say_every_stage(drafts: list[Draft]) -> None:
    captions = {table.caption for draft in drafts for table in draft.tables if table.caption}
    told = {facts_of(caption, published=TODAY).stage for caption in captions}
    assert told == {*Stage, None}


def test_mobiles_and_persons_stand_only_where_they_are_masked(drafts: list[Draft]) -> None:
    mobiles = 0
    for draft in drafts:
        for table in draft.tables:
            for heading, cells in zip(
                table.last_headings, zip(*table.rows, strict=True), strict=True
            ):
                text = " ".join(str(cell) for cell in cells)
                found = re.findall(r"(?<!\d)1[3-9]\d{9}(?!\d)", text)
                mobiles += len(found)
                assert all(number.startswith("1990000") for number in found)
                persons = "示例" in text or "演示" in text
                private = column_of(heading) in (Column.PERSON, Column.PERSON_PHONE)
                assert private or not persons
                assert private or not found or column_of(heading) is Column.PHONE
    assert mobiles > 100


def test_no_nursery_bears_a_real_name(country: list[DemoNursery]) -> None:
    real = _real_names()
    assert len(real) >= 20
    invented = {
        name_key(name)
        for one in country
        for name in (one.name, one.trading_name, one.former_name)
        if name
    }
    assert len(invented) > 2000
    assert real.isdisjoint(invented)


def _real_names() -> set[str]:
    if not REAL.is_dir():
        pytest.skip("the real lists are not here")
    book = CalamineWorkbook.from_path(next(REAL.glob("*.xlsx")))
    rows = book.get_sheet_by_index(0).to_python()
    names = {str(row[1]) for row in rows if isinstance(row[0], float)}
    page = LexborHTMLParser(next(REAL.glob("*.html")).read_text(encoding="utf-8"))
    for row in page.css("tr"):
        cells = [cell.text(strip=True) for cell in row.css("td")]
        if len(cells) == 4 and cells[0] != "地区":
            names |= set(cells[1:3])
    return {name_key(name) for name in names}


def test_a_workbook_has_a_title_and_headings_of_three_rows(
    published: tuple[PublishedList, ...],
) -> None:
    book = CalamineWorkbook.from_path(_named(published, "5105-prices.xlsx"))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert rows[0][0] == "泸州市托育机构收费公示"
    assert rows[1][:5] == ["区县", "机构名称", "举办性质", "托位数", "收费标准（元/人·月）"]
    assert rows[2][4] == "全日托保育费"
    assert rows[3][4:8] == ["乳儿班收费", "托小班收费", "托大班收费", "混龄班收费"]
    assert rows[4][0] == "江阳区"
    assert rows[5][0] == ""  # merged
    assert rows[-2][0] == "注：1.收费为保育费，不含伙食费。"


def test_a_page_has_navigation_and_a_captioned_table(
    published: tuple[PublishedList, ...],
) -> None:
    path = _named(published, "5105-city-publicity-2026-11-18.html")
    page = LexborHTMLParser(path.read_text(encoding="utf-8"))
    tables = page.css("table")
    assert len(tables) == 2
    assert "首页" in tables[0].text()
    lines = [line.text(strip=True) for line in page.css("p")]
    assert "公示期：2026年11月18日至11月24日" in lines
    assert "拟确认2026年市级示范托育机构名单" in lines


def test_a_document_has_a_table_for_each_decision(published: tuple[PublishedList, ...]) -> None:
    document = docx.Document(str(_named(published, "5105-city-supervision.docx")))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert len(document.tables) == 5
    assert "撤销市级示范托育机构称号名单" in lines
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [
        "序号",
        "县（市、区）",
        "机构名称",
        "园所名称",
        "地址",
    ]


def test_text_files_decode_as_stated(published: tuple[PublishedList, ...]) -> None:
    stated = [one for one in published if one.path.suffix == ".csv"]
    assert len(stated) > 5
    for one in stated:
        assert "," in one.path.read_text(encoding=one.encoding or "utf-8").splitlines()[-2]
    records = json.loads(_named(published, "5329-filing.json").read_text(encoding="utf-8"))
    assert records[0].keys() >= {"institution_name", "zoning_name", "credit_code"}


def test_small_countries_have_lists_too(tmp_path: Path) -> None:
    lists = write(tmp_path, nurseries=12, today=TODAY)
    assert {one.kind for one in lists} >= {SourceKind.FILING}
    assert all(one.path.stat().st_size for one in lists)


def test_long_lists_are_cut_into_parts() -> None:
    city, settled = next(iter(world(40_000, 1, TODAY)))
    parts = [
        draft
        for draft in city_lists(city, settled, Calendar(TODAY))
        if draft.kind is SourceKind.FILING
    ]
    assert len(parts) > 1
    assert max(len(draft.tables[0].rows) for draft in parts) <= 2_002  # two of them spoiled
    assert parts[1].title.endswith("（第2部分）")


def test_headings_merge_only_where_they_share_their_beginning() -> None:
    spans = heading_spans(["名称", "收费|全日托|乳儿", "收费|全日托|托小", "收费|计时"])
    assert [(one.text, one.row, one.column, one.height, one.width) for one in spans] == [
        ("名称", 0, 0, 3, 1),
        ("收费", 0, 1, 1, 3),
        ("全日托", 1, 1, 1, 2),
        ("计时", 1, 3, 2, 1),
        ("乳儿", 2, 1, 1, 1),
        ("托小", 2, 2, 1, 1),
    ]
