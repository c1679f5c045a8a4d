"""The site over an index that changes, falls behind its ledger, or is damaged."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest

from registry.vocabulary import SourceKind
from tests.site.conftest import FILING, made, stated_list
from tests.site.staging import build, build_sample, import_all, settings_in
from tests.site.visitor import Visitor


def spoil(path: Path) -> None:
    """Overwrite a file in place, as a broken disk or a careless hand does."""
    with path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)


def test_a_page_never_mixes_a_newer_ledger_with_its_generation(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    day = date(2026, 6, 30)
    import_all(settings, stated_list(tmp_path, "filing", FILING, SourceKind.FILING, day))
    build(settings)
    visitor = Visitor(made(settings).test_client())
    found = visitor.json("/api/v1/nurseries?q=云雀")["items"][0]
    paths = ("/zh-hans/", f"/zh-hans/nurseries/{found['id']}", f"/api/v1/nurseries/{found['id']}")
    visitor.page("/zh-hans/")  # its cookie is a part of every later tag
    before = [visitor.client.get(path) for path in paths]
    newer = FILING.replace(",60,", ",48,")
    day = date(2026, 9, 30)
    import_all(settings, stated_list(tmp_path, "newer", newer, SourceKind.FILING, day))
    assert [visitor.client.get(path).text for path in paths] == [page.text for page in before]
    asking = {"If-None-Match": before[0].headers["ETag"]}
    assert visitor.client.get("/zh-hans/", headers=asking).status_code == 304
    build(settings)
    after = [visitor.client.get(path).text for path in paths]
    assert "2026年9月30日" in after[0]
    assert visitor.json(paths[2])["capacity"] == 48
    assert visitor.client.get("/zh-hans/", headers=asking).status_code == 200


def test_an_older_generation_is_served_and_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = settings_in(tmp_path)
    build_sample(settings)
    build_sample(settings)
    older, newer = sorted(path for path in settings.index.iterdir() if path.is_dir())
    (newer / "words.txt").unlink()
    visitor = Visitor(made(settings).test_client())
    for _ in range(2):
        health = visitor.json("/healthz")
        assert (health["status"], health["reason"]) == ("degraded", "older_generation")
        assert health["generation"] == older.name
    assert [record.getMessage() for record in caplog.records] == [
        f"generation {newer.name} is refused: words.txt is missing; serving {older.name}"
    ]


@pytest.mark.parametrize("path", ["/zh-hans/nurseries", "/zh-hans/nurseries/suyang"])
def test_damage_after_opening_falls_back_once(tmp_path: Path, path: str) -> None:
    settings = settings_in(tmp_path)
    build_sample(settings)
    build_sample(settings)
    newer = max(path for path in settings.index.iterdir() if path.is_dir())
    visitor = Visitor(made(settings).test_client())
    assert visitor.json("/healthz")["status"] == "ok"
    spoil(newer / "documents.bin")
    assert visitor.page(path).find(".//h1") is not None
    assert visitor.json("/healthz")["status"] == "degraded"


def test_without_anything_sound_nobody_is_told_our_files(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = settings_in(tmp_path)
    build_sample(settings)
    (folder,) = (path for path in settings.index.iterdir() if path.is_dir())
    visitor = Visitor(made(settings).test_client())
    assert visitor.json("/healthz")["status"] == "ok"
    spoil(folder / "documents.bin")
    caplog.set_level(logging.ERROR)
    for _ in range(2):
        page = visitor.get("/zh-hant/nurseries/suyang")
        assert (page.status_code, page.headers["Retry-After"]) == (503, "60")
        assert "搜尋暫時無法使用" in page.text
        api = visitor.get("/api/v1/nurseries")
        assert api.json == {"type": "about:blank", "title": "Index damaged", "status": 503}
        sick = visitor.get("/healthz")
        assert (sick.status_code, sick.json) == (
            503,
            {"status": "unavailable", "reason": "damaged", "generation": None},
        )
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2  # found while reading, and looked through once
    assert said[1].endswith("documents.bin was changed")
