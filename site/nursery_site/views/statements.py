"""The statements: how results are ordered, privacy, accessibility."""

from __future__ import annotations

from typing import Final

from flask import Response

from nursery_site import forms
from nursery_site.locales import COOKIE
from nursery_site.pages.statements import accessibility_page, privacy_page, ranking_page, titles
from nursery_site.views import visit
from nursery_site.views.localised import localised

statements = localised("statements", __name__)

COOKIES: Final = (COOKIE, visit.LARGER_COOKIE, forms.COOKIE)
"""Every cookie the site sets; a test of pages, the switch of type size and the form holds it."""


@statements.get("/ranking")
def ranking() -> Response:
    """Why a nursery is first."""
    reader = visit.reader()
    return visit.render(ranking_page(visit.frame(reader, titles()["ranking"]), reader))


@statements.get("/privacy")
def privacy() -> Response:
    """What is kept about a reader."""
    reader = visit.reader()
    return visit.render(privacy_page(visit.frame(reader, titles()["privacy"]), COOKIES, reader))


@statements.get("/accessibility")
def accessibility() -> Response:
    """Whom the site serves, and what it still lacks."""
    reader = visit.reader()
    frame = visit.frame(reader, titles()["accessibility"])
    return visit.render(accessibility_page(frame, reader))
