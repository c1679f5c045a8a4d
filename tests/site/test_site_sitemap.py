"""Sitemaps: what they list exists, and fiction is not listed."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from nursery_site import sitemaps
from nursery_site.locales import Locale
from tests.site.visitor import Visitor

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOST = "http://localhost"


def listed(visitor: Visitor, path: str) -> list[str]:
    """The paths that a file lists."""
    response = visitor.get(path)
    assert (response.status_code, response.mimetype) == (200, "application/xml")
    root = fromstring(response.data)  # noqa: S314 - our own
    urls = [found.text or "" for found in root.iter(f"{NAMESPACE}loc")]
    assert all(url.startswith(f"{HOST}/") for url in urls)
    return [url.removeprefix(HOST) for url in urls]


def test_robots_name_the_index(visitor: Visitor) -> None:
    assert f"\nSitemap: {HOST}/sitemap.xml\n" in visitor.get("/robots.txt").text


def test_the_index_leads_to_every_locale(visitor: Visitor, imported: Visitor) -> None:
    assert listed(visitor, "/sitemap.xml") == [f"/{locale}/sitemap.xml" for locale in Locale]
    assert listed(imported, "/sitemap.xml") == [
        f"/{locale}/{name}" for locale in Locale for name in ("sitemap.xml", "sitemap-1.xml")
    ]


@pytest.mark.parametrize("locale", list(Locale))
def test_every_listed_page_exists_and_is_its_own_address(imported: Visitor, locale: Locale) -> None:
    pages = listed(imported, f"/{locale}/sitemap.xml")
    nurseries = listed(imported, f"/{locale}/sitemap-1.xml")
    assert len(nurseries) == 2
    assert {f"/{locale}/", f"/{locale}/regions/3205", f"/{locale}/policies"} <= set(pages)
    places = [path for path in pages if "/regions/" in path]
    assert [path.rpartition("/")[2] for path in places] == ["32", "3205", "320506", "320508"]
    articles = [path for path in pages if "/policies/" in path]
    assert len(articles) >= 18
    others = [path for path in pages if path not in (*places, *articles)]
    for path in (*others, *places, *articles[:3], *nurseries):
        page = imported.page(path)
        canonical = page.find(".//link[@rel='canonical']")
        assert canonical is not None
        assert canonical.get("href") == f"{HOST}{path}"
        assert page.find(".//meta[@name='robots']") is None


def test_fiction_is_not_listed(visitor: Visitor) -> None:
    pages = listed(visitor, "/zh-hans/sitemap.xml")
    assert len(pages) > 20
    assert not [path for path in pages if "/regions" in path or "/nurseries" in path]
    assert visitor.get("/zh-hans/sitemap-1.xml").status_code == 404


def test_a_file_holds_no_more_than_it_may() -> None:
    assert [list(sitemaps.parts(count)) for count in (0, 1, 50_000, 50_001)] == (
        [[], [1], [1], [1, 2]]
    )
    (head, entry, end) = sitemaps.urls([("https://example.org/?a=1&b=2", "2026-11-21")])
    assert head.startswith("<?xml")
    assert entry == (
        "<url><loc>https://example.org/?a=1&amp;b=2</loc><lastmod>2026-11-21</lastmod></url>\n"
    )
    assert end == "</urlset>\n"
