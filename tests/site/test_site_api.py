"""The JSON API: its shapes are a contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from search_index.request import FACETS
from tests.site.visitor import Visitor

NOTHING: dict[str, Any] = {
    "offers": [],
    "hints": [],
    "synonyms": [],
    "wants_near": False,
    "did_you_mean": [],
    "relaxations": [],
    "uncovered": [],
}
"""What is always there, where there is nothing to say."""


def test_a_search_is_the_contracted_object(visitor: Visitor) -> None:
    document = visitor.json(
        "/api/v1/nurseries?q=苏阳&near=31.3156,120.6362&utm=1&form=full_day&lang=zh-hant"
    )
    assert list(document) == [
        "total",
        "page",
        "per_page",
        "items",
        "facets",
        "understood",
        "generation",
    ]
    assert (document["total"], document["page"], document["per_page"]) == (1, 1, 20)
    assert list(document["facets"]) == list(FACETS)
    assert {"value": "full_day", "count": 1, "selected": True} in document["facets"]["form"]
    understood = document["understood"]
    assert list(understood) == ["words", "filters", "choices", "left", "ignored", *NOTHING]
    assert understood["ignored"] == ["utm"]
    assert {"key": "form", "value": "full_day", "text": "全日托"} in understood["filters"]
    (item,) = document["items"]
    assert item == {
        "id": "suyang",
        "name": "苏阳托育服务(苏州)有限公司",
        "names": ["苏阳托育服务(苏州)有限公司", "苏阳托育"],
        "url": "/zh-hant/nurseries/suyang",
        "region": ["32", "3205", "320508"],
        "address": "苏州市姑苏区平江路128号二楼",
        "location": {"lat": 31.3156, "lng": 120.6362},
        "distance_m": 0,
        "filed": "yes",
        "recognitions": [
            {
                "kind": "demonstration",
                "scheme": "demonstration-sample",
                "level": "provincial",
                "label": "江苏省省级示范性托育机构",
                "state": "valid",
                "from": "2025-09-20",
                "year": 2025,
                "until": "2028-09-19",
            },
            {
                "kind": "star",
                "scheme": "star-sample",
                "level": "4",
                "label": "四星级托育机构",
                "state": "expiring",
                "from": "2025-01-01",
                "year": 2025,
                "until": "2027-01-31",
            },
        ],
        "inclusive": "partial",
        "inclusive_places": 40,
        "star": 4,
        "price": {"min": 1980, "max": 2680, "per": "month"},
        "capacity": 80,
        "forms": ["full_day", "temporary"],
        "classes": ["infant", "junior", "senior"],
        "nature": "private",
        "setting": "standalone",
        "why": "名稱以您搜尋的詞開頭",
    }


def test_what_nobody_published_is_said_to_be_unpublished(visitor: Visitor) -> None:
    item = visitor.json("/api/v1/nurseries/ordinary-24")
    assert {key: item[key] for key in ("filed", "inclusive", "nature", "setting")} == {
        "filed": "unpublished",
        "inclusive": "unpublished",
        "nature": "public",
        "setting": "community",
    }
    assert (item["price"], item["capacity"], item["location"]) == (None, None, None)


def test_a_district_match_is_no_location(visitor: Visitor) -> None:
    assert visitor.json("/api/v1/nurseries/tongyu")["location"] is None


def test_bad_values_are_refused_all_at_once(visitor: Visitor) -> None:
    response = visitor.get(
        "/api/v1/nurseries?star=9&within=3&q=a&lang=xx", headers={"Accept-Language": "en"}
    )
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")
    assert response.json == {
        "type": "about:blank",
        "title": "Bad values in the query",
        "status": 400,
        "errors": [
            {
                "key": "within",
                "value": "3",
                "message": "This needs a start point; please share a place first.",
            },
            {"key": "star", "value": "9", "message": "This value does not exist here."},
            {"key": "lang", "value": "xx", "message": "This value does not exist here."},
        ],
    }


def test_every_condition_is_understood_as_in_the_url(visitor: Visitor) -> None:
    document = visitor.json(
        "/api/v1/nurseries?q=苏阳 *** 😀&near=31.3156,120.6362&within=3&age=18&price_min=1000"
        "&price_max=3000&form=full_day&sort=price&lang=en"
    )
    assert document["understood"] == NOTHING | {
        "words": ["苏阳"],
        "filters": [
            {"key": "near", "value": "31.3156,120.6362", "text": "your place"},
            {"key": "within", "value": "3", "text": "within 3 km of your place"},
            {"key": "age", "value": "18", "text": "child of 18 months"},
            {"key": "price_min", "value": "1000", "text": "from 1,000 yuan a month"},
            {"key": "price_max", "value": "3000", "text": "up to 3,000 yuan a month"},
            {"key": "form", "value": "full_day", "text": "Full-day"},
        ],
        "choices": [],
        "left": ["***", "😀"],
        "ignored": [],
    }


@pytest.mark.parametrize("text", ["***", "😀", "%00"])
def test_a_text_without_a_word_is_left(visitor: Visitor, text: str) -> None:
    understood = visitor.json(f"/api/v1/nurseries?q={text}")["understood"]
    assert (understood["words"], understood["left"]) == ([], [text.replace("%00", "\ufffd")])


def test_no_reason_is_false(visitor: Visitor) -> None:
    items = visitor.json("/api/v1/nurseries?sort=price&per_page=100&lang=en")["items"]
    said = {(item["price"] is None, item["why"]) for item in items}
    assert said == {(False, "By published price"), (True, "By how much is published")}
    items = visitor.json("/api/v1/nurseries?sort=capacity&per_page=100&near=22,114&lang=en")
    said = {(item["capacity"] is None, item["why"]) for item in items["items"]}
    assert said == {(False, "By approved places"), (True, "By how much is published")}


@pytest.mark.parametrize("path", ["", "/suyang", "/nix"])
@pytest.mark.parametrize(("query", "reason"), [("xx", "exist"), ("en&lang=zh-hant", "once")])
def test_a_bad_language_is_refused_everywhere(
    visitor: Visitor, path: str, query: str, reason: str
) -> None:
    response = visitor.get(
        f"/api/v1/nurseries{path}?lang={query}", headers={"Accept-Language": "en"}
    )
    assert response.status_code == 400
    assert response.json is not None
    (error,) = response.json["errors"]
    assert error["key"] == "lang"
    assert reason in error["message"]
    assert visitor.get(f"/en/nurseries{path}?lang={query}").status_code in (200, 404)


def test_a_problem_may_not_be_kept_for_another_reader(visitor: Visitor) -> None:
    headers = visitor.get("/api/v1/nurseries?star=9").headers
    assert headers["Cache-Control"] == "private, no-cache"
    assert {"Accept-Language", "Cookie"} <= set(headers["Vary"].split(", "))


def test_a_list_says_when_it_was_captured_on_which_clock(imported: Visitor) -> None:
    found = imported.json("/api/v1/nurseries?q=云雀")["items"][0]
    sources = imported.json(f"/api/v1/nurseries/{found['id']}")["sources"]
    assert len(sources) == 2
    assert all(source["captured_at"].endswith("+08:00") for source in sources)


@pytest.mark.parametrize(
    "path", ["/api/v1/nurseries/nix", "/api/v1/nix", "/api/nix", "/api", "/api/"]
)
def test_a_missing_object_is_a_problem_object(visitor: Visitor, path: str) -> None:
    response = visitor.get(path)
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
    assert response.json == {"type": "about:blank", "title": "Not Found", "status": 404}


def test_a_wrong_method_is_a_problem_object(visitor: Visitor) -> None:
    response = visitor.client.post("/api/v1/nurseries")
    assert (response.status_code, response.mimetype) == (405, "application/problem+json")
    assert "GET" in response.headers["Allow"]


def test_one_nursery_comes_with_claims_and_sources(imported: Visitor) -> None:
    found = imported.json("/api/v1/nurseries?q=云雀")["items"][0]
    document = imported.json(f"/api/v1/nurseries/{found['id']}")
    capacities = [claim for claim in document["claims"] if claim["field"] == "capacity"]
    first, second = document["sources"]
    assert [
        (claim["value"], claim["raw"], claim["source"], claim["as_of"], claim["used"])
        for claim in sorted(capacities, key=lambda claim: claim["source"])
    ] == [
        (60, "60", first["id"], "2026-06-30", True),
        (55, "55", second["id"], "2025-12-01", False),
    ]
    assert set(document) == {*found, "claims", "sources"}
    assert all(isinstance(claim["row"], int) for claim in capacities)
    assert (first["issuer"], first["url"]) == (
        "苏州市卫生健康委员会",
        "https://example.org/filing.csv",
    )


def test_healthz_names_the_generation(visitor: Visitor, empty_app: Flask) -> None:
    health = visitor.json("/healthz")
    assert health["generation"] == visitor.json("/api/v1/nurseries")["generation"]
    assert (health["status"], health["documents"], health["revision"], health["fictional"]) == (
        "ok",
        30,
        "s0-d0",
        True,
    )
    assert health["age_seconds"] >= 0
    sick = empty_app.test_client().get("/healthz")
    assert (sick.status_code, sick.json) == (
        503,
        {"status": "unavailable", "reason": "nothing_built", "generation": None},
    )
    unready = empty_app.test_client().get("/api/v1/nurseries")
    assert (unready.status_code, unready.mimetype) == (503, "application/problem+json")


def test_the_readers_of_the_api_may_come_from_anywhere(visitor: Visitor) -> None:
    for path in ("/api/v1/nurseries", "/api/v1/nurseries?star=9", "/api/v1/nurseries/nix"):
        assert visitor.get(path).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in visitor.get("/zh-hans/").headers


def test_an_error_of_ours_is_a_page_and_names_no_place(
    app: Flask, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    # A ledger that is no database: a real fault, met by the pages that read it.
    from nursery_site import create_app
    from tests.site.staging import settings_in

    settings = settings_in(tmp_path)
    (tmp_path / "ledger.sqlite3").write_text("no database")
    assert app.extensions["shanyu"].settings.index.is_dir()
    settings.index.symlink_to(app.extensions["shanyu"].settings.index)
    broken = create_app(settings).test_client()
    response = broken.get("/zh-hant/nurseries/suyang?near=31.3,120.6")
    assert response.status_code == 500
    assert "這裡出了點問題" in response.text
    assert "120.6" not in caplog.text
    assert "failed: GET /zh-hant/nurseries/suyang" in caplog.text
