"""A result as a file: whole, in its order, with sources, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from nursery_site.locales import Locale
from nursery_site.pages.search_csv import HEADINGS
from nursery_site.spreadsheets import guarded
from tests.site.visitor import Visitor


def rows(text: str) -> tuple[list[dict[str, str]], list[str]]:
    lines = text.removeprefix("\ufeff").splitlines()
    table = [line for line in lines if not line.startswith("# ")]
    return list(csv.DictReader(StringIO("\n".join(table)))), lines[len(table) :]


@pytest.mark.parametrize(
    "query", ["", "form=full_day", "near=31.31,120.62&sort=distance", "q=托育"]
)
def test_the_file_is_the_whole_result_in_its_order(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/zh-hans/nurseries.csv?{query}")
    assert answer.mimetype == "text/csv"
    assert answer.text.startswith("\ufeff" + ",".join(HEADINGS))
    found, notes = rows(answer.text)
    items = visitor.json(f"/api/v1/nurseries?per_page=100&{query}")
    assert [row["id"] for row in found] == [item["id"] for item in items["items"]]
    assert len(found) == items["total"]
    assert notes[0] == f"# {len(found)} of {len(found)} nurseries; a file holds 5000 at most"
    assert items["generation"] in notes[1]


def test_every_row_names_its_sources(imported: Visitor) -> None:
    found, _ = rows(imported.get("/zh-hans/nurseries.csv").text)
    by_name = {row["name"]: row for row in found}
    lark = by_name["苏州云雀托育有限公司"]
    assert lark["sources"].count("苏州市卫生健康委员会《苏州市托育机构名单") == 2
    assert (lark["capacity"], lark["inclusive_places"], lark["phones"]) == (
        "60",
        "30",
        "0512-67770001",
    )
    assert by_name["苏州青禾托育中心"]["lat"] == ""


def test_a_bad_value_is_refused(visitor: Visitor) -> None:
    assert visitor.get("/zh-hans/nurseries.csv?form=x").status_code == 400


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@x", "\t=1", "\r=1"])
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    assert guarded(text) == "'" + text


def test_the_page_links_to_its_file(visitor: Visitor) -> None:
    for locale in Locale:
        page = visitor.page(f"/{locale}/nurseries?form=full_day&page=2&map=off")
        ends = [a.get("href", "") for a in page.findall(".//a") if ".csv" in a.get("href", "")]
        assert ends == [f"/{locale}/nurseries.csv?form=full_day"]
