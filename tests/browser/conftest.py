"""The site in a real browser: Chromium of the system, a server of its own, no network beside."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from nursery_site import create_app
from nursery_site.settings import Settings
from registry.importing import Statement
from tests.site.assessments import assessment_lists
from tests.site.staging import ROOT, build, build_sample, import_all, settings_in
from tests.site.test_site_history import site_in
from tests.site.test_site_notices import season

REAL = ROOT.parent / "shared" / "data" / "real"


class _Silent(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the tests look at the browser."""


@dataclass
class Visit:
    """A page of the browser, with everything its console said."""

    page: Page
    site: str
    said: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a path of the site."""
        self.page.goto(self.site + path)
        return self.page

    def watch(self, request: Request) -> None:
        """Note a request to any other host."""
        if not request.url.startswith(self.site):
            self.said.append(f"asked another host: {request.url}")


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The origin of a site that runs for a while."""
    app = create_app(settings)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Silent)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a running site over the hand-made nurseries."""
    settings = replace(settings_in(tmp_path_factory.mktemp("browser")), design=True)
    build_sample(settings)
    with serving(settings) as origin:
        yield origin


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a running site over a list that an authority published."""
    path = REAL / "zhangjiagang-2024-nursery-map.xlsx"
    if not path.exists():
        pytest.skip("the real lists are not on this machine")
    settings = settings_in(tmp_path_factory.mktemp("real"))
    issuer = "张家港市卫生健康委员会"
    stated = Statement("张家港市托育地图", issuer, date(2024, 7, 1), region="320582")
    import_all(settings, (path, stated))
    build(settings)
    with serving(settings) as origin:
        yield origin


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a site whose lists have changed."""
    app = site_in(tmp_path_factory.mktemp("past"))
    with serving(app.config["SHANYU"]) as origin:
        yield origin


@pytest.fixture(scope="session")
def season_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a site over one season of notices."""
    folder = tmp_path_factory.mktemp("season")
    settings = settings_in(folder)
    import_all(settings, *season(folder))
    build(settings)
    with serving(settings) as origin:
        yield origin


@pytest.fixture(scope="session")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a site over assessments."""
    folder = tmp_path_factory.mktemp("assessed")
    settings = settings_in(folder)
    import_all(settings, *assessment_lists(folder))
    build(settings)
    with serving(settings) as origin:
        yield origin


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = shutil.which("chromium")
    assert path, "no Chromium: `make test` installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Visit]]:
    """Begin a visit: `visit(width=390, java_script_enabled=False, …)`."""
    contexts: list[BrowserContext] = []

    def begin(width: int = 1280, **more: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        begun = Visit(context.new_page(), site)
        begun.page.on("console", lambda message: begun.said.append(message.text))
        begun.page.on("pageerror", lambda error: begun.said.append(str(error)))
        begun.page.on("request", begun.watch)
        return begun

    yield begin
    for context in contexts:
        context.close()
