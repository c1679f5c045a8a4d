"""Pieces of pages that are rendered once and kept.

A card is the same in every search of one generation, day and locale; an option of the filter
panel is the same but for its count. What is kept is HTML and nothing else, so that a worker
holds a thousand cards in some four megabytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flask import Flask
from markupsafe import Markup, escape

from nursery_site.kept import Kept, Piece

if TYPE_CHECKING:
    from nursery_site.pages.card import Body
    from nursery_site.pages.facets import Option

KEPT_CARDS: Final = 1024
"""Some 4 kB each."""

KEPT_OPTIONS: Final = 2048
"""Some 1 kB each: a panel has about a hundred, and every district is one more."""

_COUNT: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where the count will be; no text of ours or of an authority holds it."""


def install(app: Flask, root: Path) -> None:
    """Give the templates `card_body(piece)`, `option_items(key, options)`, `badge_shapes(names)`.

    `root` holds `static/`.
    """

    @cache
    def symbols() -> dict[str, str]:
        return badge_shapes((root / "static" / "icons.svg").read_text("utf-8"))

    def shapes(names: Iterable[str]) -> Markup:
        return Markup("".join(symbols()[name] for name in names))  # noqa: S704 - our own file

    app.jinja_env.globals |= {
        "card_body": _card_bodies(app),
        "option_items": _option_items(app),
        "badge_shapes": shapes,
    }


def _card_bodies(app: Flask) -> Callable[[Piece[Body]], Markup]:
    kept: Kept[Markup] = Kept(KEPT_CARDS)

    def card_body(piece: Piece[Body]) -> Markup:
        found = kept.get(piece.key)
        if found is None:
            macros = app.jinja_env.get_template("components/card.html").module
            found = Markup(macros.body(piece.make()))  # type: ignore[attr-defined]  # noqa: S704 - our own macro
            kept.put(piece.key, found)
        return found

    return card_body


def _option_items(app: Flask) -> Callable[[str, Iterable[Option]], Markup]:
    """Options as list items. One with parts is rendered whole: there are few."""

    def rendered(key: str, option: Option) -> str:
        macros = app.jinja_env.get_template("components/facet.html").module
        return str(macros.option(key, option))  # type: ignore[attr-defined]  # a macro of it

    kept: Kept[tuple[str, str]] = Kept(KEPT_OPTIONS)

    def around_count(key: str, option: Option) -> tuple[str, str]:
        text = option.text
        # Everything of an option but its count; its id follows from key and value.
        own = (key, option.value, text.text, text.lang, option.selected, option.disabled)
        found = kept.get(own)
        if found is None:
            before, _, after = rendered(key, replace(option, count=_COUNT)).partition(_COUNT)
            found = (before, after)
            kept.put(own, found)
        return found

    def option_items(key: str, options: Iterable[Option]) -> Markup:
        pieces = []
        for option in options:
            if option.parts:
                pieces.append(rendered(key, option))
            else:
                before, after = around_count(key, option)
                pieces += (before, escape(option.count), after)
        return Markup("".join(pieces))  # noqa: S704 - our own macro

    return option_items


def badge_shapes(icons: str) -> dict[str, str]:
    """The symbols of our file of icons by name, as they stand there, each on one line."""
    return {name: _BETWEEN.sub("><", symbol) for symbol, name in _SYMBOL.findall(icons)}


_SYMBOL: Final = re.compile(r'(<symbol id="([\w-]+)".*?</symbol>)', re.DOTALL)
_BETWEEN: Final = re.compile(r">\s+<")
