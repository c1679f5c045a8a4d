"""A blueprint whose pages stand under a locale, as `/zh-hans/…`."""

from __future__ import annotations

from flask import Blueprint

from nursery_site.locales import Locale

_LOCALES = ",".join(f"'{locale}'" for locale in Locale)


def under_locale(name: str) -> Blueprint:
    """An empty blueprint; no view needs the locale by name, `visit.locale` reads the path."""
    blueprint = Blueprint(name, __name__, url_prefix=f"/<any({_LOCALES}):locale>")
    blueprint.url_value_preprocessor(_take_locale)
    return blueprint


def _take_locale(_endpoint: str | None, values: dict[str, str] | None) -> None:
    (values or {}).pop("locale", None)
