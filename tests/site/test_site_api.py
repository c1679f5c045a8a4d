"""The JSON API: its shapes are a contract."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from search_index.request import FACETS
from tests.site.visitor import Visitor


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
        "hidden",
        "generation",
    ]
    assert (document["total"], document["page"], document["per_page"]) == (1, 1, 20)
    assert list(document["facets"]) == list(FACETS)
    assert {"value": "full_day", "count": 1, "selected": True} in document["facets"]["form"]
    understood = document["understood"]
    assert list(understood) == ["words", "filters", "choices", "left", "ignored"]
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
                "until": "2028-09-19",
            },
            {
                "kind": "star",
                "scheme": "star-sample",
                "level": "4",
                "label": "四星级托育机构",
                "state": "expiring",
                "from": "2025-01-01",
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
        "why": item["why"],
    }
    assert item["why"] in ("名稱以您搜尋的詞開頭", "名稱裡有您搜尋的詞")


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
    response = visitor.get("/api/v1/nurseries?star=9&within=3&q=a&lang=en")
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
        ],
    }


@pytest.mark.parametrize("path", ["/api/v1/nurseries/nix", "/api/v1/nix", "/api/nix"])
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
        "sample",
        True,
    )
    assert health["age_seconds"] >= 0
    sick = empty_app.test_client().get("/healthz")
    assert (sick.status_code, sick.mimetype) == (503, "application/json")
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
    from tests.site.conftest import settings_in

    settings = settings_in(tmp_path)
    (tmp_path / "ledger.sqlite3").write_text("no database")
    app.extensions["shanyu"].settings.index.is_dir()
    settings.index.symlink_to(app.extensions["shanyu"].settings.index)
    broken = create_app(settings).test_client()
    response = broken.get("/zh-hant/nurseries/suyang?near=31.3,120.6")
    assert response.status_code == 500
    assert "這裡出了點問題" in response.text
    assert "120.6" not in caplog.text
    assert "failed: GET /zh-hant/nurseries/suyang" in caplog.text
