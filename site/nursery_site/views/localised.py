"""Blueprints whose pages live under a locale: `/<locale>/…`."""

from __future__ import annotations

from flask import Blueprint

from nursery_site.locales import Locale

PREFIX = f"/<any({','.join(repr(str(locale)) for locale in Locale)}):locale>"


def localised(name: str, module: str) -> Blueprint:
    """A blueprint for pages of every locale; `visit.locale` reads it from the path."""
    blueprint = Blueprint(name, module, url_prefix=PREFIX)

    @blueprint.url_value_preprocessor
    def take_locale(_endpoint: str | None, values: dict[str, str] | None) -> None:
        (values or {}).pop("locale", None)

    return blueprint
