"""Messages in the locale of the request, typed, from a catalog that is found once per request.

Flask-Babel finds the request, its locale and its catalog again for every message: 9 µs, some
three hundred times a page.
"""

from __future__ import annotations

from babel.support import NullTranslations
from flask import Flask, g
from flask_babel import get_translations


def gettext(message: str, /, **values: object) -> str:
    """A whole message with its values, such as `gettext("as of %(day)s", day=…)`."""
    return _catalog().ugettext(message) % values if values else _catalog().ugettext(message)


def ngettext(singular: str, plural: str, num: int, /, **values: object) -> str:
    """A whole message for a number, which is also the value `num`, its thousands marked."""
    return _catalog().ungettext(singular, plural, num) % {"num": f"{num:,}", **values}


def install(app: Flask) -> None:
    """Let the templates of `app` look up their words here; call it after `Babel(app)`."""
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # of the i18n extension
        gettext=lambda message: _catalog().ugettext(message),
        ngettext=lambda one, many, number: _catalog().ungettext(one, many, number),
        newstyle=True,
    )


def _catalog() -> NullTranslations:
    if "catalog" not in g:
        g.catalog = get_translations()
    found: NullTranslations = g.catalog
    return found
