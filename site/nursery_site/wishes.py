"""Wishes ticked on the home page: words of the one box, which reads them like anything typed.

A tick sends a word and not a key, so that the box shows what a parent could have typed, and that
"inclusive" means here what it means there.
"""

from __future__ import annotations

from typing import Final

from werkzeug.datastructures import MultiDict

from nursery_site.catalogs import gettext

WISH: Final = "wish"
"""The form's own key, repeatable; no link ever holds it."""


def wishes() -> tuple[str, ...]:
    """What can be ticked, in words that the box understands in every script."""
    return (
        gettext("inclusive"),
        gettext("full day"),
        gettext("under 2000"),
        gettext("public"),
    )


def spoken(given: MultiDict[str, str]) -> MultiDict[str, str]:
    """The keys of a form with its wishes said in the box, after what was typed there."""
    if WISH not in given:
        return given
    rest: MultiDict[str, str] = MultiDict((key, value) for key, value in given.items(multi=True))
    text = " ".join(filter(None, (*rest.poplist("q"), *rest.poplist(WISH))))
    rest["q"] = text
    return rest
