"""Suggestions while typing, as the API gives them."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from nursery_site.locales import Locale
from tests.site.visitor import Visitor


def test_a_nursery_keeps_its_registered_name_and_is_read_in_the_other_script(
    visitor: Visitor,
) -> None:
    document = visitor.json(f"/api/v1/suggest?q={quote('蘇陽')}&lang=zh-hant")
    assert document == {
        "query": "蘇陽",
        "suggestions": [
            {
                "kind": "nursery",
                "text": "苏阳托育服务(苏州)有限公司",
                "lang": "zh-Hans",
                "detail": "蘇州市 姑蘇區",
                "detail_lang": None,
                "url": "/zh-hant/nurseries/suyang",
                "id": "suyang",
                "reading": "蘇陽托育服務(蘇州)有限公司",
            }
        ],
    }


@pytest.mark.parametrize("typed", ["张家", "張家", "zhangjia", "zjg"])
def test_a_place_leads_to_its_nurseries(visitor: Visitor, typed: str) -> None:
    first = visitor.json(f"/api/v1/suggest?q={quote(typed)}&lang=zh-hant")["suggestions"][0]
    assert first == {
        "kind": "division",
        "text": "江蘇省 蘇州市 張家港市",
        "lang": None,
        "detail": f"{first['count']} 家托育機構",
        "detail_lang": None,
        "url": "/zh-hant/nurseries?region=320582",
        "region": "320582",
        "count": first["count"],
        "fill": "江蘇省蘇州市張家港市",
    }
    assert visitor.json("/api/v1/nurseries?region=320582")["total"] == first["count"] > 0


def test_a_municipality_stands_where_the_city_would(visitor: Visitor) -> None:
    found = visitor.json(f"/api/v1/suggest?q={quote('重庆旧园')}&lang=zh-hant")["suggestions"]
    assert [(one["text"], one["detail"]) for one in found] == [
        ("重庆旧园托育中心", "重慶市 南岸區")
    ]


@pytest.mark.parametrize("locale", list(Locale))
def test_every_suggestion_leads_to_a_page(visitor: Visitor, locale: Locale) -> None:
    kinds = set()
    for typed in ("苏", "s", "江阳", "第", "姑苏区第"):
        document = visitor.json(f"/api/v1/suggest?q={quote(typed)}&lang={locale}")
        assert document["query"] == typed
        assert 0 < len(document["suggestions"]) <= 8
        for one in document["suggestions"]:
            kinds.add(one["kind"])
            visitor.page(one["url"])
    assert {"nursery", "division"} <= kinds


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20", "?q=***", "?q=%00", "?q=%ED%A0%80"])
def test_nothing_typed_suggests_nothing(visitor: Visitor, query: str) -> None:
    assert visitor.json(f"/api/v1/suggest{query}")["suggestions"] == []


def test_suggestions_are_kept_for_a_while_and_asked_for_once(visitor: Visitor) -> None:
    response = visitor.get("/api/v1/suggest?q=s&lang=en")
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    again = visitor.get(
        "/api/v1/suggest?q=s&lang=en", headers={"If-None-Match": response.headers["ETag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize("query", ["q=" + "a" * 201, "q=a&q=b", "q=a&lang=xx"])
def test_a_bad_text_is_refused(visitor: Visitor, query: str) -> None:
    assert visitor.get(f"/api/v1/suggest?{query}").status_code == 400


@pytest.mark.parametrize("typed", ["备案是", "備案是", "beianshi", "bassm"])
def test_an_article_is_offered_after_the_places(visitor: Visitor, typed: str) -> None:
    found = visitor.json(f"/api/v1/suggest?q={quote(typed)}&lang=zh-hant")["suggestions"]
    kinds = [one["kind"] for one in found]
    assert kinds == sorted(kinds, key=lambda kind: kind == "policy")
    assert found[kinds.index("policy")] == {
        "kind": "policy",
        "text": "備案是什麼，怎麼查",
        "lang": None,
        "detail": "政策解讀",
        "detail_lang": None,
        "url": "/zh-hant/policies/filing",
    }


def test_an_uncovered_place_stands_behind_the_others(imported: Visitor) -> None:
    uncovered = 0
    for typed in ("江", "苏", "s", "j", "n"):
        found = imported.json(f"/api/v1/suggest?q={quote(typed)}")["suggestions"]
        empty = [one.get("count") == 0 for one in found if one["kind"] != "policy"]
        assert empty == sorted(empty)
        uncovered += sum(empty)
    assert uncovered
