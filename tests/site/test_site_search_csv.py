"""A result as a file: whole, in its order, with sources, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from nursery_site.locales import Locale
from nursery_site.pages.division_csv import LICENCE
from nursery_site.pages.search_csv import HEADINGS, MOST
from nursery_site.pages.search_json import pieces
from nursery_site.views import visit
from tests.site.sample import TODAY
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


def test_the_page_links_to_its_file(visitor: Visitor) -> None:
    for locale in Locale:
        page = visitor.page(f"/{locale}/nurseries?form=full_day&page=2&map=off")
        ends = [a.get("href", "") for a in page.findall(".//a") if ".csv" in a.get("href", "")]
        assert ends == [f"/{locale}/nurseries.csv?form=full_day"]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("", "查看 29 家"),
        ("form=temporary", "查看 1 家"),
        ("q=临时托&form=temporary&typed=临时托", "查看 1 家"),
        ("q=临时托&typed=临时托", "查看 29 家"),
        ("q=没有这家", "查看 0 家"),
    ],
)
def test_how_many_the_form_would_find(visitor: Visitor, query: str, text: str) -> None:
    counted = visitor.json(f"/zh-hans/nurseries/count.json?{query}")
    sent = visitor.get(f"/zh-hans/nurseries?{query}", follow_redirects=True)
    assert counted == {"total": int(text.split()[1]), "text": text}
    assert f">{counted['total']} 家托育机构" in sent.text


def test_what_cannot_be_used_is_not_counted(visitor: Visitor) -> None:
    assert visitor.get("/zh-hans/nurseries/count.json?age=x").status_code == 400


@pytest.mark.parametrize("query", ["", "form=full_day", "q=没有这家"])
def test_a_result_as_json_has_its_day_and_licence(visitor: Visitor, query: str) -> None:
    document = visitor.json(f"/zh-hans/nurseries.json?{query}")
    answer = visitor.json(f"/api/v1/nurseries?per_page=100&{query}")
    head = {key: value for key, value in document.items() if key != "items"}
    assert head == {
        "date": TODAY.isoformat(),
        "licence": LICENCE,
        "generation": answer["generation"],
        "fictional": True,
        "total": answer["total"],
        "most": 5000,
        "truncated": False,
        "sources": document["sources"],
    }
    items = [{key: one[key] for key in one if key != "why"} for one in answer["items"]]
    shown = [{key: one[key] for key in one if key != "sources"} for one in document["items"]]
    assert shown == items


def test_every_item_of_the_json_names_its_sources(imported: Visitor) -> None:
    document = imported.json("/zh-hans/nurseries.json")
    assert document["items"]
    named = set()
    for item in document["items"]:
        own = imported.json(f"/api/v1/nurseries/{item['id']}")["sources"]
        assert item["sources"] == [one["id"] for one in own] != []
        assert [one for one in document["sources"] if one["id"] in item["sources"]] == own
        named.update(item["sources"])
    assert [one["id"] for one in document["sources"]] == sorted(named)


@pytest.mark.parametrize(("total", "truncated"), [(MOST, False), (MOST + 1, True)])
def test_a_document_that_is_cut_says_so(total: int, truncated: bool, imported: Visitor) -> None:
    app = imported.client.application
    with app.test_request_context("/zh-hans/nurseries.json"):
        text = "".join(pieces((), total, {}, "g", visit.reader(), fictional=True))
    document = json.loads(text)
    assert (document["total"], document["most"]) == (total, MOST)
    assert document["truncated"] is truncated


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_file_is_sent_while_it_is_made(visitor: Visitor, kind: str) -> None:
    answer = visitor.client.get(f"/zh-hans/nurseries.{kind}", buffered=False)
    assert answer.is_streamed
    assert "ETag" not in answer.headers
    assert answer.headers["Cache-Control"] == "private, no-cache"
