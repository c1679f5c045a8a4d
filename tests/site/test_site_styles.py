"""The sheets: nothing that no page uses, one home for each selector, colours in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.staging import ROOT

STATIC = ROOT / "static"
SHEETS = sorted(STATIC.glob("*.css"))
TEMPLATES = ROOT / "site" / "nursery_site" / "templates"
ON_EVERY_PAGE = {"tokens.css", "page.css", "components.css"}

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
_COMMA = re.compile(r",(?![^(]*\))")
_RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(")


def _rules(sheet: Path) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Each rule: the conditions around it, its selectors, its declarations."""
    around: list[str] = []
    text = ""
    for sign in _COMMENT.sub("", sheet.read_text("utf-8")):
        if sign == "{":
            around.append(" ".join(text.split()))
            text = ""
        elif sign == "}":
            selectors = around.pop()
            if text.strip():
                yield tuple(around), selectors, " ".join(text.split())
            text = ""
        else:
            text += sign


@pytest.fixture(scope="module")
def used() -> set[str]:
    """Every word of what may give an element a class; a stem of values ends in `-`."""
    code = [*TEMPLATES.rglob("*.html"), *TEMPLATES.parent.rglob("*.py"), *STATIC.glob("*.js")]
    text = "\n".join(path.read_text("utf-8") for path in code)
    return set(re.findall(r"[\w-]+", text))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_class_is_on_a_page(sheet: Path, used: set[str]) -> None:
    named = {name for _, selectors, _ in _rules(sheet) for name in _CLASS.findall(selectors)}
    assert named or sheet.name == "tokens.css"
    assert sorted(name for name in named if not _is_used(name, used)) == []


def _is_used(name: str, used: set[str]) -> bool:
    # A modifier may be a value: `badge--{{ it.tone }}`, `compare--size-{{ page.size }}`.
    stem, modifies, modifier = name.rpartition("--")
    kind, counts, _ = modifier.rpartition("-")
    stems = {f"{stem}--", f"{stem}--{kind}-"} if counts else {f"{stem}--"}
    return name in used or bool(modifies and stems & used)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_colours_are_tokens(sheet: Path) -> None:
    raw = [
        (selectors, declarations)
        for _, selectors, declarations in _rules(sheet)
        if _RAW_COLOUR.search(declarations)
    ]
    assert (raw != []) == (sheet.name == "tokens.css")


def test_a_selector_has_one_home() -> None:
    homes: dict[tuple[tuple[str, ...], str], set[str]] = {}
    for sheet in SHEETS:
        for around, selectors, _ in _rules(sheet):
            if sheet.name in ("print.css", "tokens.css") or "@media print" in around:
                continue  # paper changes what others set
            for selector in _COMMA.split(selectors):
                homes.setdefault((around, selector.strip()), set()).add(sheet.name)
    assert len(homes) > 500
    assert {one: names for one, names in homes.items() if len(names) > 1} == {}


def test_every_token_is_used_and_none_is_missing() -> None:
    sheets = {sheet.name: sheet.read_text("utf-8") for sheet in SHEETS}
    given = set(re.findall(r"(?<![\w-])(--[\w-]+):", "\n".join(sheets.values())))
    asked = set(re.findall(r"var\((--[\w-]+)", "\n".join(sheets.values())))
    assert len(given) > 40
    assert asked - given == set()
    assert given - asked == set()


def test_a_page_links_sheets_that_are_there() -> None:
    sheets = {sheet.name for sheet in SHEETS}
    linked = {
        name
        for template in TEMPLATES.rglob("*.html")
        for name in re.findall(r'asset\("([\w-]+\.css)"\)', template.read_text("utf-8"))
    }
    assert linked >= ON_EVERY_PAGE
    # The living page names its sheets in a list.
    assert sheets - linked == {"design.css"}
    assert linked - sheets == set()
