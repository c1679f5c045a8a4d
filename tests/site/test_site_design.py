"""The living page of the design: for developers only, and no component is left out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
from flask import Flask
from jinja2 import nodes

from nursery_site import create_app
from tests.site.staging import ROOT, settings_in
from tests.site.visitor import Visitor

COMPONENTS = ROOT / "site" / "nursery_site" / "templates" / "components"
LOCALES = ("zh-hans", "zh-hant", "en")


def test_it_is_there_for_developers_and_for_nobody_else(tmp_path: Path, app: Flask) -> None:
    public = create_app(settings_in(tmp_path))
    assert public.test_client().get("/zh-hans/design").status_code == 404
    asked = create_app(replace(settings_in(tmp_path), design=True))
    assert asked.test_client().get("/zh-hans/design").status_code == 200
    client = app.test_client()
    assert '<meta name="robots" content="noindex">' in client.get("/zh-hans/design").text
    sitemap = client.get("/zh-hans/sitemap.xml")
    assert "/about" in sitemap.text
    assert "/design" not in sitemap.text


@pytest.mark.parametrize("locale", LOCALES)
def test_every_component_stands_there(app: Flask, visitor: Visitor, locale: str) -> None:
    # What ran is what is shown: a macro that nothing on the page calls is missing.
    called = _codes_called_by(lambda: visitor.page(f"/{locale}/design"))
    missing = [name for name, code in _macros(app).items() if code not in called]
    assert missing == []


def _macros(app: Flask) -> dict[str, CodeType]:
    """Every macro of the components, with the code that renders it."""
    found = {}
    for path in sorted(COMPONENTS.glob("*.html")):
        tree = app.jinja_env.parse(path.read_text("utf-8"))
        module: Any = app.jinja_env.get_template(f"components/{path.name}").module
        for macro in tree.find_all(nodes.Macro):
            found[f"{path.stem}.{macro.name}"] = getattr(module, macro.name)._func.__code__
    assert len(found) > 50
    return found


def _codes_called_by(doing: Any) -> set[CodeType]:
    called = set()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            called.add(frame.f_code)

    sys.setprofile(note)
    try:
        doing()
    finally:
        sys.setprofile(None)
    return called
