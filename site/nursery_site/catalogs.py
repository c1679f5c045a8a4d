"""Messages in the locale of the request, typed, from a catalog that is found once per request.

Flask-Babel finds the request, its locale and its catalog again for every message: 9 µs, some
three hundred times a page.
"""

from __future__ import annotations

from functools import lru_cache

from babel.numbers import format_decimal
from babel.support import NullTranslations
from flask import Flask, g
from flask_babel import get_locale, get_translations
from markupsafe import Markup


def gettext(message: str, /, **values: object) -> str:
    """A whole message with its values, such as `gettext("as of %(day)s", day=…)`."""
    return _catalog().ugettext(message) % values if values else _catalog().ugettext(message)


def ngettext(singular: str, plural: str, num: int, /, **values: object) -> str:
    """A whole message for a number, which is also the value `num`, its thousands marked."""
    return _catalog().ungettext(singular, plural, num) % {"num": _number(num), **values}


def install(app: Flask) -> None:
    """Let the templates of `app` look up their words here; call it after `Babel(app)`.

    They are newstyle functions of Jinja: their values are escaped, their messages are not.
    """
    environment = app.jinja_env
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # of the i18n extension
    environment.globals |= {"_": _marked, "gettext": _marked, "ngettext": _marked_plural}


def _marked(message: str, /, **values: object) -> Markup:
    if not values:
        return _markup(_catalog(), message)
    return Markup(_catalog().ugettext(message)) % values  # noqa: S704 - our own message


def _marked_plural(singular: str, plural: str, num: int, /, **values: object) -> Markup:
    message = _catalog().ungettext(singular, plural, num)
    return Markup(message) % {"num": _number(num), **values}  # noqa: S704 - our own message


@lru_cache(maxsize=4096)
def _markup(catalog: NullTranslations, message: str) -> Markup:
    return Markup(catalog.ugettext(message) % {})  # noqa: S704 - our own message


def _number(num: int) -> str:
    # Babel takes 50 µs, and below a thousand there is nothing to mark.
    return str(num) if 0 <= num < 1000 else format_decimal(num, locale=get_locale())


def _catalog() -> NullTranslations:
    found: NullTranslations | None = g.get("catalog")
    if found is None:
        found = g.catalog = get_translations()
    return found
