"""A real site over a real index and a real ledger, and a visitor who checks every page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from nursery_site import create_app
from nursery_site.settings import Settings
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.vocabulary import Datum, SourceKind
from search_index.store import Store
from tests.site.sample import NURSERIES, REGION_NAMES, TODAY
from tests.site.visitor import Visitor

ROOT = Path(__file__).parents[2]

FILING = """机构名称,所在区县,地址,核定托位,备案日期,经度,纬度,联系电话
苏州云雀托育有限公司,姑苏区,姑苏区平江路7号,60,2023-05-12,120.632,31.314,0512-67770001
苏州青禾托育中心,吴中区,吴中区东吴路9号,40,2022-03-01,,,
"""
INCLUSIVE = """机构名称,所在区县,地址,托位数,普惠托位数
苏州云雀托育有限公司,姑苏区,姑苏区平江路7号,55,30
"""


def settings_in(folder: Path) -> Settings:
    """Settings of a site of its own."""
    environ = {"SHANYU_DATA": str(folder), "SHANYU_TODAY": TODAY.isoformat()}
    return Settings.from_environ(ROOT, environ)


def made(settings: Settings) -> Flask:
    """The app of a site, whose errors are raised."""
    app = create_app(settings)
    app.testing = True
    return app


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site over the hand-made nurseries and an empty ledger."""
    settings = settings_in(tmp_path_factory.mktemp("sample"))
    Store(settings.index).build(
        NURSERIES, revision="sample", fictional=True, region_names=REGION_NAMES
    )
    return made(settings)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody new to the site."""
    return Visitor(app.test_client())


@pytest.fixture(scope="session")
def imported_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site over two imported lists that disagree about the places of one nursery."""
    folder = tmp_path_factory.mktemp("imported")
    settings = settings_in(folder)
    ledger = Ledger.open(settings.database_url, schemes=ROOT / "content" / "schemes")
    for name, text, kind, published in (
        ("filing.csv", FILING, SourceKind.FILING, date(2026, 6, 30)),
        ("inclusive.csv", INCLUSIVE, SourceKind.INCLUSIVE, date(2025, 12, 1)),
    ):
        path = folder / name
        path.write_text(text, "utf-8")
        issuer, title = "苏州市卫生健康委员会", f"苏州市托育机构名单（{kind}）"
        url = f"https://example.org/{name}"
        stated = Statement(title, issuer, published, kind, url, region="3205", datum=Datum.GCJ02)
        assert import_list(ledger, path, stated).rejected == 0
    Store(settings.index).build(
        ledger.nurseries(),
        revision=ledger.revision(),
        fictional=ledger.fictional(),
        region_names=ledger.divisions().names(),
    )
    ledger.close()
    return made(settings)


@pytest.fixture
def imported(imported_app: Flask) -> Visitor:
    """Somebody new to the site with imported lists."""
    return Visitor(imported_app.test_client())


@pytest.fixture
def empty_app(tmp_path: Path) -> Flask:
    """A site before its first index."""
    return made(settings_in(tmp_path))


@pytest.fixture
def texts() -> Callable[[Element, str], list[str]]:
    """The texts of the elements that a path finds, white space folded."""

    def found(page: Element, path: str) -> list[str]:
        return [" ".join("".join(element.itertext()).split()) for element in page.findall(path)]

    return found
