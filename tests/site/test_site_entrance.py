"""The entrance, the headers, caching, and the site's own files."""

from __future__ import annotations

import pytest
from flask import Flask

from nursery_site.locales import FACTS, Locale, from_tag, negotiate
from tests.site.visitor import Visitor


@pytest.mark.parametrize(
    ("cookie", "header", "locale"),
    [
        (None, None, "zh-hans"),
        (None, "", "zh-hans"),
        (None, "*", "zh-hans"),
        (None, "zh", "zh-hans"),
        (None, "zh-CN,zh;q=0.9,en;q=0.8", "zh-hans"),
        (None, "zh-TW", "zh-hant"),
        (None, "zh-HK,zh;q=0.9", "zh-hant"),
        (None, "zh-MO", "zh-hant"),
        (None, "zh-Hant-CN", "zh-hant"),
        (None, "zh-Hans-HK", "zh-hans"),
        (None, "en-GB", "en"),
        (None, "fr", "en"),
        (None, "ja-JP,ja;q=0.9,en;q=0.5", "en"),
        (None, "en;q=0.2,zh-TW;q=0.8", "zh-hant"),
        (None, "zh-TW;q=0,en", "en"),
        (None, "!!!", "zh-hans"),
        (None, "gibberish;q=x,12", "zh-hans"),
        (None, "zh-SG", "zh-hans"),
        (None, "zh-Hant", "zh-hant"),
        (None, "zh-Hant-TW", "zh-hant"),
        (None, "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh-hant"),
        (None, "zh-CN;q=0.8, zh-TW", "zh-hant"),
        (None, "ZH_tw", "zh-hant"),
        (None, "en", "en"),
        (None, "fr-FR, zh-HK;q=0.5", "zh-hant"),
        (None, "yue-Hant-HK", "zh-hant"),
        (None, "cmn-TW,en;q=0.9", "zh-hant"),
        (None, "nan", "zh-hans"),
        (None, "wuu-CN", "zh-hans"),
        ("zh-hant", "en", "zh-hant"),
        ("klingon", "en", "en"),
    ],
)
def test_the_entrance_leads_everybody_to_their_own_locale(
    app: Flask, cookie: str | None, header: str | None, locale: str
) -> None:
    assert negotiate(cookie, header) is Locale(locale)
    client = app.test_client()
    if cookie:
        client.set_cookie("locale", cookie)
    response = client.get("/", headers={"Accept-Language": header} if header is not None else {})
    assert (response.status_code, response.location) == (302, f"/{locale}/")
    assert set(response.headers["Vary"].split(", ")) >= {"Accept-Language", "Cookie"}


@pytest.mark.parametrize(
    ("path", "varies"),
    [
        ("/", {"Accept-Language", "Cookie"}),
        ("/nowhere", {"Accept-Language", "Cookie"}),
        ("/api/v1/nurseries", {"Accept-Language", "Cookie"}),
        ("/api/v1/nurseries?lang=en", set()),
        ("/zh-hant/", {"Cookie"}),
        ("/zh-hant/nurseries?q=a", {"Cookie"}),
        ("/zh-hant/nurseries/suyang", {"Cookie"}),
        ("/zh-hant/about?lang=en", {"Cookie"}),
        ("/zh-hant/nowhere", {"Cookie"}),
        ("/zh-hant/policies.atom", set()),
        ("/zh-hant/sitemap.xml", set()),
    ],
)
def test_an_answer_varies_by_what_it_follows_from(app: Flask, path: str, varies: set[str]) -> None:
    """Twice: what is sent again and what was not changed vary like what was made."""
    client = app.test_client()
    client.set_cookie("locale", "zh-hant")
    first, again = client.get(path), client.get(path)
    held = client.get(path, headers={"If-None-Match": "*"})
    for answer in (first, again, held):
        assert {
            *filter(None, (part.strip() for part in answer.headers.get("Vary", "").split(",")))
        } - {"Accept-Encoding"} == varies


@pytest.mark.parametrize("locale", Locale)
def test_an_address_with_a_locale_outranks_header_and_cookie(app: Flask, locale: Locale) -> None:
    client = app.test_client()
    for cookie in Locale:
        client.set_cookie("locale", cookie)
        for header in ("zh-TW", "zh-CN", "en", "fr"):
            page = client.get(f"/{locale}/about", headers={"Accept-Language": header}).text
            assert f'<html lang="{FACTS[locale].tag}"' in page
    said = client.get(f"/api/v1/nurseries?lang={locale}&age=18").get_json()
    assert (
        said["understood"]["filters"][0]["text"]
        == {
            Locale.ZH_HANS: "18 个月大",
            Locale.ZH_HANT: "18 個月大",
            Locale.EN: "child of 18 months",
        }[locale]
    )


def test_tags_that_are_none_of_ours() -> None:
    assert [from_tag(tag) for tag in ("fr", "", "zho", "x-zh")] == [None, None, None, None]


def test_a_visited_locale_is_remembered(app: Flask) -> None:
    client = app.test_client()
    client.get("/zh-hant/")
    assert client.get("/", headers={"Accept-Language": "en"}).location == "/zh-hant/"


@pytest.mark.parametrize(
    ("path", "method", "asking", "status"),
    [
        ("/zh-hans/", "GET", {}, 200),
        ("/zh-hans/", "GET", {"If-None-Match": "*"}, 304),
        ("/zh-hans", "GET", {}, 308),
        ("/", "GET", {}, 302),
        ("/en/nix", "GET", {}, 404),
        ("/en/nurseries", "POST", {}, 405),
        ("/api/v1/nurseries", "GET", {}, 200),
        ("/healthz", "GET", {}, 200),
        ("/robots.txt", "GET", {}, 200),
        ("static", "GET", {}, 200),
        ("static", "GET", {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}, 304),
        ("static", "GET", {"Range": "bytes=999999999-"}, 416),
        ("static", "POST", {}, 405),
    ],
)
def test_every_answer_is_protected(
    app: Flask, path: str, method: str, asking: dict[str, str], status: int
) -> None:
    url = app.extensions["shanyu"].assets.url("page.css") if path == "static" else path
    with app.test_client().open(url, method=method, headers=asking) as response:
        assert response.status_code == status
        headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "geolocation=(self)"


def test_static_files_never_change_and_are_protected(visitor: Visitor) -> None:
    page = visitor.page("/zh-hans/")
    urls = [
        str(element.get("href") or element.get("src"))
        for element in (
            *page.findall(".//link[@rel='stylesheet']"),
            *page.findall(".//script[@src]"),
        )
    ]
    assert len(urls) == 8
    for url in urls:
        with visitor.get(url, headers={"Accept-Encoding": "br"}) as response:
            assert response.status_code == 200
            headers = response.headers
        assert headers["Cache-Control"] == "max-age=315360000, public, immutable"
        assert headers["Content-Security-Policy"].startswith("default-src 'self'")
        if url.endswith(".css") and "print" not in url:
            assert headers["Content-Encoding"] == "br"


@pytest.mark.parametrize(
    "path", ["/zh-hans/", "/zh-hans/nurseries?q=a", "/zh-hans/nurseries/suyang"]
)
def test_a_page_that_is_the_same_is_not_sent_again(app: Flask, path: str) -> None:
    client = app.test_client()
    coding = {"Accept-Encoding": "br"}
    client.get(path, headers=coding)
    first = client.get(path, headers=coding)
    tag = first.headers["ETag"]
    assert not tag.startswith("W/")
    again = client.get(path, headers=coding | {"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    for held in (f"W/{tag}", f'"other", W/{tag}', "*"):
        again = client.get(path, headers=coding | {"If-None-Match": held})
        assert (again.status_code, again.data) == (304, b"")
    client.set_cookie("care", "1")
    assert client.get(path, headers=coding | {"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/zh-hans", "/zh-hans/"),
        (
            "/zh-hans/nurseries/?q=%E8%8B%8F&near=1.23456,2",
            "/zh-hans/nurseries?q=%E8%8B%8F&near=1.235,2",
        ),
        ("/en/about/", "/en/about"),
        ("/api/v1/nurseries/?star=5", "/api/v1/nurseries?star=5"),
    ],
)
def test_a_slash_too_many_or_too_few_leads_to_the_page(
    visitor: Visitor, path: str, target: str
) -> None:
    response = visitor.get(path, headers={"Host": "evil.example"})
    assert (response.status_code, response.location) == (308, target)


def test_a_slash_leads_to_no_other_host(visitor: Visitor) -> None:
    for path in ("//evil.example/", "/zh-hans/nurseries/x%0d%0aa/", "/en/nix/"):
        assert "evil" not in (visitor.client.get(path).location or "/")


def test_nothing_of_another_origin_is_loaded(visitor: Visitor) -> None:
    for path in ("/zh-hans/", "/zh-hans/nurseries", "/zh-hans/nurseries/suyang"):
        page = visitor.page(path)
        loaded = [
            element.get("src") or element.get("href") or ""
            for tag in ("img", "script", "link", "use", "iframe")
            for element in page.iter(tag)
            if element.get("rel") not in ("canonical", "alternate")
        ]
        assert loaded
        assert all(not url or url.startswith("/static/") for url in loaded)
        assert not list(page.iter("style"))
        assert not [element for element in page.iter() if element.get("style")]


def test_no_link_of_a_page_names_an_exact_home(visitor: Visitor) -> None:
    html = visitor.get("/en/nurseries?near=31.315678,120.636299&sort=distance").text
    assert "near=31.316,120.636" in html
    assert "31.3156" not in html
    assert "120.6362" not in html


def test_fiction_is_not_for_machines(visitor: Visitor, imported: Visitor) -> None:
    id_ = imported.json("/api/v1/nurseries?q=云雀")["items"][0]["id"]
    for client, path, real in ((visitor, "suyang", False), (imported, id_, True)):
        page = client.page(f"/zh-hans/nurseries/{path}")
        assert (page.find(".//meta[@name='robots']") is None) is real
        assert (page.find(".//script[@type='application/ld+json']") is not None) is real


def test_alternates_and_canonical_name_this_host(visitor: Visitor) -> None:
    page = visitor.page("/zh-hant/nurseries?form=full_day&utm=1")
    links = {
        link.get("hreflang") or link.get("rel"): link.get("href") for link in page.iter("link")
    }
    assert links["canonical"] == "http://localhost/zh-hant/nurseries?form=full_day"
    assert links["x-default"] == links["zh-Hans"]
    assert links["zh-Hans"] == "http://localhost/zh-hans/nurseries?form=full_day&utm=1"
    assert visitor.page("/en/nurseries?near=1,2").find(".//meta[@name='robots']") is not None


def test_what_machines_look_for(visitor: Visitor) -> None:
    assert visitor.get("/robots.txt").text.startswith("User-agent: *\nDisallow: /api/\n")
    icon = visitor.get("/favicon.ico").location
    assert icon is not None
    with visitor.get(icon) as response:
        assert response.mimetype == "image/svg+xml"
