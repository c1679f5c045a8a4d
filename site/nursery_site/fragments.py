"""Pieces of pages that are rendered once and kept.

A piece is a pure function of its model and its language, and models are frozen and hashable; so
equal models give equal HTML, and nothing here can ever be stale.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from flask import Flask
from markupsafe import Markup

from nursery_site.pages.card import Body
from registry.vocabulary import RecognitionKind

KEPT_CARDS: Final = 2048
"""Some 2 kB each."""


def install(app: Flask, root: Path) -> None:
    """Give the templates of `app` `card_body(tag, body)` and `badge_shapes()`.

    `root` holds `static/`.
    """
    environment = app.jinja_env
    icons = (root / "static" / "icons.svg").read_text("utf-8")
    shapes = Markup(badge_shapes(icons))  # noqa: S704 - our own file

    @lru_cache(maxsize=KEPT_CARDS)
    def card_body(_tag: str, body: Body) -> Markup:
        macros = environment.get_template("components/card.html").module
        return Markup(macros.body(body))  # type: ignore[attr-defined]  # noqa: S704 - our own macro

    environment.globals["card_body"] = card_body
    environment.globals["badge_shapes"] = lambda: shapes


def badge_shapes(icons: str) -> str:
    """The symbols of the badges out of our file of icons, as they stand there, on one line."""
    symbols = _SYMBOL.findall(icons)
    found = [symbol for symbol, name in symbols if name in _SHAPES]
    return _BETWEEN.sub("><", "".join(found))


_SHAPES: Final = frozenset({"filed", "inclusive", "founder", *RecognitionKind})
_SYMBOL: Final = re.compile(r'(<symbol id="([\w-]+)".*?</symbol>)', re.DOTALL)
_BETWEEN: Final = re.compile(r">\s+<")
