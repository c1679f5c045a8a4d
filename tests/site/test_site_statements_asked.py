"""How often pages ask the ledger: never more for more nurseries, nor for more sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy import event

from nursery_site.settings import Settings
from nursery_site.stores import Stores
from registry.importing import Statement
from registry.vocabulary import SourceKind
from tests.site.conftest import made
from tests.site.staging import build, import_all, settings_in
from tests.site.visitor import Visitor

HEADINGS = "机构名称,所在区县,地址,备案情况\n"
NAMES = ["泸州云雀托育中心", "泸州青禾托育中心", "泸州小禾托育中心", "泸州大禾托育中心"]


def _settings(folder: Path, lists: int) -> Settings:
    """Those of a site over one list of four nurseries, and others that say nothing of them."""
    settings = settings_in(folder)
    rows = [[f"{name},江阳区,江阳区{place}路1号,已备案" for place, name in enumerate(NAMES, 1)]]
    rows += [[f"泸县第{n}托育中心,泸县,泸县二路{n}号,已备案"] for n in range(1, lists)]
    files = []
    for number, told in enumerate(rows):
        path = folder / f"{number}.csv"
        path.write_text(HEADINGS + "\n".join(told), "utf-8")
        title = f"泸州市备案托育机构名单{number}"
        issuer, day = "泸州市卫生健康委员会", date(2026, 6, 30)
        files.append((path, Statement(title, issuer, day, SourceKind.FILING, region="5105")))
    import_all(settings, *files)
    build(settings)
    return settings


def _stores(app: Flask) -> Stores:
    stores = app.extensions["shanyu"]
    assert isinstance(stores, Stores)
    return stores


@contextmanager
def asked(app: Flask) -> Iterator[list[int]]:
    """How many values each statement brings to the ledger of a site, one entry a statement."""
    engine = _stores(app).ledger.engine
    seen: list[int] = []

    def note(
        _c: object, _cursor: object, text: str, values: tuple[object, ...], *_: object
    ) -> None:
        if text.startswith("SELECT"):
            seen.append(len(values))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _ids(app: Flask) -> list[str]:
    nurseries = _stores(app).index.generation.nurseries()
    ids = [one.id for one in nurseries if one.name in NAMES]
    assert len(ids) == len(NAMES)
    return ids


def _compared(count: int) -> Callable[[list[str]], str]:
    return lambda ids: "/zh-hans/compare?" + "".join(f"id={one}&" for one in ids[:count])


PAGES = {
    "filing": lambda _ids: f"/zh-hans/filing-check?q={quote('泸州禾托育中心')}&",
    "compare": _compared(4),
    "nursery": lambda ids: f"/zh-hans/nurseries/{ids[0]}?",
    "history": lambda ids: f"/zh-hans/nurseries/{ids[0]}/history?",
    "quality": lambda ids: f"/zh-hans/nurseries/{ids[0]}/quality?",
    "document": lambda ids: f"/api/v1/nurseries/{ids[0]}?",
    "regions": lambda _ids: "/zh-hans/regions?",
    "division": lambda _ids: "/zh-hans/regions/5105?",
    "district": lambda _ids: "/zh-hans/regions/510502?",
    "changes": lambda _ids: "/zh-hans/changes?",
    "notices": lambda _ids: "/zh-hans/notices?",
    "home": lambda _ids: "/zh-hans/?",
    "search": lambda _ids: f"/zh-hans/nurseries?q={quote('江阳区')}&",
}
BY_THE_INDEX = {"search"}
"""What the index answers by itself."""


def _visits(app: Flask, page: Callable[[list[str]], str]) -> list[list[int]]:
    """What the first visit and the second ask: the first fills what is kept."""
    address = page(_ids(app))
    counts = []
    for visit in range(2):
        with asked(app) as seen:
            assert Visitor(app.test_client()).get(f"{address}fresh={visit}").status_code == 200
        counts.append(seen)
    return counts


def _count(app: Flask, page: Callable[[list[str]], str]) -> list[int]:
    """What the second visit asks, when what is kept with the generation is there."""
    return _visits(app, page)[1]


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Where a site of two lists lies."""
    return _settings(tmp_path_factory.mktemp("few"), 2)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Where a site of twenty lists lies."""
    return _settings(tmp_path_factory.mktemp("many"), 20)


@pytest.mark.parametrize("name", PAGES)
def test_more_sources_ask_no_more_of_the_ledger(few: Settings, many: Settings, name: str) -> None:
    visits = _visits(made(few), PAGES[name])
    assert (visits[0] == []) is (name in BY_THE_INDEX)
    assert len(visits[0]) <= 20
    assert len(visits[1]) <= 14
    assert list(map(len, _visits(made(many), PAGES[name]))) == list(map(len, visits))


def test_four_nurseries_ask_as_often_as_one(few: Settings) -> None:
    app = made(few)
    assert len(_count(app, _compared(4))) == len(_count(app, _compared(1))) > 0
