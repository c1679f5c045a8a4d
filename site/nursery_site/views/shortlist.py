"""A list of nurseries to visit: questions to print, addresses in large print, a QR of the link."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, abort, request

from nursery_site import visit_questions
from nursery_site.catalogs import gettext
from nursery_site.choosing import MOST_LISTED, Choice, parse
from nursery_site.pages.chosen import Chosen, finder, members, troubles
from nursery_site.pages.shortlist import Guide, large_page, places, shortlist_page
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.localised import localised
from nursery_site.views.several import code as drawn
from nursery_site.views.several import offers, resolve

shortlist = localised("shortlist", __name__)

NAME = "shortlist"


@shortlist.get("/shortlist")
def page() -> Response:
    """The visit sheet of the ids in the URL, or the same places in large print."""
    reader, asked, chosen, choice = visit.reader(), *_asked()
    trouble = troubles(chosen, replace(choice, repeated=asked.repeated), NAME, reader)
    if choice.larger:
        shell = visit.frame(reader, gettext("Addresses in large print"), listed=False)
        return visit.render(large_page(shell, choice, chosen, trouble, reader))
    shell = visit.frame(reader, gettext("Questions for a visit"), listed=False)
    found = places(chosen, members(chosen, choice, NAME, reader), reader)
    room = len(chosen.nurseries) < MOST_LISTED
    box = finder(choice, NAME, offers(choice, chosen), reader, room=room)
    questions = visit_questions.load(stores().settings.root / "content" / "visit-questions.yaml")
    guide = Guide(questions, visit.article(reader, "visiting-a-nursery"))
    return visit.render(shortlist_page(shell, choice, found, trouble, box, guide, reader))


@shortlist.get("/shortlist/qr.svg")
def code() -> Response:
    """A QR code of the list's own link; of nothing else, and of no nursery that we do not hold."""
    locale, (_asked_for, chosen, choice) = visit.locale(), _asked()
    if not chosen.nurseries:
        abort(404)
    return drawn(replace(choice, larger=False).link(locale, NAME))


def _asked() -> tuple[Choice, Chosen, Choice]:
    """What the URL asks, the nurseries found, and the choice of those alone."""
    asked = parse(request.args)
    chosen = resolve(asked, MOST_LISTED)
    return asked, chosen, asked.of(nursery.id for nursery in chosen.nurseries)
