"""Two to four nurseries side by side, as a page and as CSV."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, abort, request

from nursery_site.catalogs import gettext, ngettext
from nursery_site.choosing import MOST_COMPARED, parse
from nursery_site.pages.chosen import finder, members, troubles
from nursery_site.pages.compare import compare_page
from nursery_site.pages.compare_csv import as_csv
from nursery_site.pages.side_cells import Comparison
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.localised import localised
from nursery_site.views.several import code as drawn
from nursery_site.views.several import offers, resolve, sides

compare = localised("compare", __name__)


@compare.get("/compare")
def page() -> Response:
    """The comparison of the ids in the URL, or help to find two."""
    reader, asked = visit.reader(), parse(request.args)
    chosen = resolve(asked, MOST_COMPARED)
    choice = asked.of(nursery.id for nursery in chosen.nurseries)
    count = len(chosen.nurseries)
    title = (
        ngettext("%(num)s nursery side by side", "%(num)s nurseries side by side", count)
        if count > 1
        else gettext("Compare nurseries")
    )
    shell = visit.frame(reader, title, listed=False)
    found = finder(choice, "compare", offers(choice, chosen), reader, room=count < MOST_COMPARED)
    model = compare_page(
        shell,
        choice,
        Comparison(sides(chosen, choice, reader), stores().standard),
        members(chosen, choice, "compare", reader),
        troubles(chosen, replace(choice, repeated=asked.repeated), "compare", reader),
        found,
        reader,
    )
    return visit.render(model)


@compare.get("/compare/qr.svg")
def code() -> Response:
    """A QR code of the comparison's own link; of nothing else, and of no nursery alone."""
    asked = parse(request.args)
    chosen = resolve(asked, MOST_COMPARED)
    if len(chosen.nurseries) < 2:
        abort(404)
    choice = asked.of(nursery.id for nursery in chosen.nurseries)
    return drawn(choice.link(visit.locale(), "compare"))


@compare.get("/compare.csv")
def table() -> Response:
    """The same rows for a spreadsheet."""
    reader, asked = visit.reader(), parse(request.args)
    chosen = resolve(asked, MOST_COMPARED)
    compared = Comparison(sides(chosen, asked, reader), stores().standard)
    text = as_csv(compared, visit.origin(), reader)
    response = Response(text, mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="compare.csv"'
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "private, no-cache"
    return response
