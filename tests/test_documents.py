"""The documents name what the code has: every key, command, page and decision."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from flask import Flask

from nursery_site.application import create_app
from nursery_site.settings import Settings
from search_index.request import FACETS, SORTS

ROOT = Path(__file__).parents[1]
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
REGISTRY = (ROOT / "docs" / "registry.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    environ = {"SHANYU_DATA": str(tmp_path_factory.mktemp("data"))}
    return create_app(Settings.from_environ(ROOT, environ))


def test_every_key_of_a_search_is_documented() -> None:
    single = ("q", "near", "near2", "within", "age", "price_min", "price_max", "sort", "page")
    for key in (*FACETS, *single, "per_page", "lang", *SORTS):
        assert f"`{key}`" in API, key


def test_every_address_is_documented(app: Flask) -> None:
    own = {"static", "care", "robots", "favicon"}
    rules = [
        re.sub(r"<(?:[^<>:]+:)?(\w+)>", r"<\1>", rule.rule)
        for rule in app.url_map.iter_rules()
        if not any(part in rule.rule for part in own) and rule.rule not in ("/", "/<locale>")
    ]
    assert len(rules) > 5
    missing = [
        rule
        for rule in rules
        if re.sub(r"<\w*id\w*>", "<id>", rule) not in API and "<path" not in rule
    ]
    assert missing == []


def test_every_command_is_documented(app: Flask) -> None:
    groups = {
        name: command
        for name, command in app.cli.commands.items()
        if isinstance(command, click.Group)
    }
    assert set(groups) >= {"registry", "index", "content", "demo"}
    for name in ("registry", "index", "content", "demo"):
        for command in groups[name].commands:
            assert f"`{name} {command}" in README
            assert name != "registry" or f"flask registry {command}" in REGISTRY


def test_every_document_is_in_the_list() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [path for path in (ROOT / "docs").rglob("*.md") if path.name != "README.md"]
    assert len(pages) > 10
    for page in pages:
        assert f"({page.relative_to(ROOT / 'docs')})" in index, page.name


def test_links_between_documents_lead_somewhere() -> None:
    found = 0
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
            found += 1
    assert found > 20


def test_the_decisions_are_listed_in_their_order() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^(\d+)\. \[.*\]\(decisions/(\d{4})-", index, re.MULTILINE)
    assert [int(file) for _, file in listed] == [int(number) for number, _ in listed]
    files = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").iterdir())
    assert [int(number) for number, _ in listed] == files
