"""Pieces of pages that are rendered once and kept.

A piece is a pure function of its model and its language, and models are frozen and hashable; so
equal models give equal HTML, and nothing here can ever be stale.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from flask import Flask
from markupsafe import Markup

from nursery_site.pages.card import Body

KEPT_CARDS: Final = 2048
"""Some 2 kB each."""


def install(app: Flask) -> None:
    """Give the templates of `app` `card_body(tag, body)`."""
    environment = app.jinja_env

    @lru_cache(maxsize=KEPT_CARDS)
    def card_body(_tag: str, body: Body) -> Markup:
        macros = environment.get_template("components/card.html").module
        return Markup(macros.body(body))  # type: ignore[attr-defined]  # noqa: S704 - our own macro

    environment.globals["card_body"] = card_body
