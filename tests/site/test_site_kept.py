"""What is kept of pages: the same bytes as made anew, for nobody else, and never too much."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask, template_rendered

from nursery_site.kept import Kept
from nursery_site.pages.facets import Option
from nursery_site.reading import Text
from tests.site.conftest import made
from tests.site.staging import build_sample, settings_in

SEARCHES = (
    "/zh-hans/nurseries",
    "/zh-hant/nurseries?form=full_day&region=51",
    "/en/nurseries?q=托育&demo=city&price_max=2000",
    "/zh-hans/nurseries?near=28.87,105.44&within=5",
)

_PLAIN: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": gzip.decompress,
    "deflate": zlib.decompress,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    settings = settings_in(tmp_path_factory.mktemp("kept"))
    build_sample(settings)
    return made(settings)


@pytest.mark.parametrize("coding", _PLAIN)
@pytest.mark.parametrize("url", SEARCHES)
def test_a_kept_page_is_the_page_made_anew(site: Flask, url: str, coding: str) -> None:
    asking = {"Accept-Encoding": coding}
    rendered: list[str] = []
    with template_rendered.connected_to(lambda _site, **_more: rendered.append(url), site):
        first, again = (site.test_client().get(url, headers=asking) for _ in range(2))
    assert len(rendered) == (2 if "near" in url else 1)
    assert first.status_code == again.status_code == 200
    assert first.headers.get("Content-Encoding", "") == coding
    assert first.data == again.data
    assert sorted(first.headers) == sorted(again.headers)
    fresh = made(site.config["SHANYU"]).test_client().get(url)
    assert fresh.data == _PLAIN[coding](again.data)


def test_a_kept_page_still_sets_the_locale_and_answers_what_is_held(site: Flask) -> None:
    newcomers = [site.test_client() for _ in range(2)]
    answers = [one.get("/zh-hant/nurseries?nature=public") for one in newcomers]
    assert ["locale=zh-hant" in one.headers["Set-Cookie"] for one in answers] == [True, True]
    settled = newcomers[1].get("/zh-hant/nurseries?nature=public")
    assert "Set-Cookie" not in settled.headers
    assert settled.data == answers[0].data
    held = {"If-None-Match": settled.headers["ETag"]}
    assert newcomers[1].get("/zh-hant/nurseries?nature=public", headers=held).status_code == 304
    assert newcomers[1].head("/zh-hant/nurseries?nature=public").data == b""


def test_readers_of_other_sizes_and_new_generations_get_their_own(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    build_sample(settings)
    site = made(settings)
    larger = site.test_client()
    larger.set_cookie("care", "1")
    pages = [client.get("/zh-hans/nurseries") for client in (site.test_client(), larger)]
    assert ['class="larger"' in page.text for page in pages] == [False, True]
    build_sample(settings)
    newer = site.test_client().get("/zh-hans/nurseries")
    assert newer.headers["ETag"] != pages[0].headers["ETag"]


def test_what_is_kept_stays_below_its_weight() -> None:
    kept: Kept[str] = Kept(10)
    for key in "abcd":
        kept.put(key, key, 3)
    assert [kept.get(key) for key in "abcd"] == [None, "b", "c", "d"]
    kept.get("b")
    kept.put("c", "new", 5)
    assert [kept.get(key) for key in "bcd"] == ["b", "new", None]
    kept.put("e", "too much", 11)
    assert [kept.get(key) for key in "bce"] == [None, None, None]


def test_options_are_those_of_the_macro_with_their_own_counts(site: Flask) -> None:
    def option(value: str, count: str, *parts: Option) -> Option:
        return Option(value, Text(value, "zh-Hans"), count, False, False, parts)

    inside = (option("510502", "7"), option("510503", "<8>"))
    options = (option("51", "1,015", *inside), option("52", "2"))
    with site.test_request_context("/zh-hans/"):
        rendered = site.jinja_env.globals["option_items"]("region", options)  # type: ignore[operator]  # ours
        macros = site.jinja_env.get_template("components/facet.html").module
        whole = "".join(str(macros.option("region", one)) for one in options)  # type: ignore[attr-defined]  # its macro
    assert str(rendered) == whole
    assert rendered.count("<li>") == 4
    assert "&lt;8&gt;" in rendered
