"""The notices (公示): as a page, as a feed, and as JSON."""

from __future__ import annotations

from flask import Response, jsonify, request

from nursery_site import feeds, links
from nursery_site.catalogs import gettext
from nursery_site.official_documents import notices_document
from nursery_site.one_value import day, one, regions
from nursery_site.pages.publicities import Asked, Found, notices_page
from nursery_site.pages.publicity_feed import notices_feed
from nursery_site.stores import stores
from nursery_site.views import caching, visit
from nursery_site.views.api import api
from nursery_site.views.failing import bad_values
from nursery_site.views.localised import localised

notices = localised("notices", __name__)


@notices.get("/notices")
def page() -> Response:
    """What is open for objection on a day, and what came of what was open before."""
    if unchanged := caching.unchanged():
        return unchanged
    reader, asked = visit.reader(), _asked()
    shell = visit.frame(
        reader,
        gettext("Notices open for objection"),
        description=gettext(
            "Which recognitions of nurseries are proposed, until when anybody may object, "
            "and what was decided afterwards."
        ),
        canonical_path=links.page(reader.locale, "notices"),
        listed=not request.args,
    )
    model = notices_page(
        shell,
        asked,
        visit.notices(),
        visit.generation().get,
        stores().ledger.sources,
        visit.coverage(),
        reader,
    )
    return visit.render(model)


@notices.get("/notices.atom")
def feed() -> Response:
    """The newest notices, each under an id of its own."""
    if unchanged := caching.unchanged():
        return unchanged
    reader, asked = visit.reader(), _asked()
    found = Found.on(asked.on, visit.notices(), asked.regions)
    here = f"{request.path}?{visit.query()}".removesuffix("?")
    written = notices_feed(found, asked, visit.origin(), here, reader)
    return Response(feeds.atom(written), mimetype=feeds.MIMETYPE)


@api.get("/notices")
def notices_of_a_day() -> Response:
    """The same for programs; a bad value is refused."""
    reader = visit.reader()
    on, bad_days = one(request.args, "on", day)
    chosen, bad_regions = regions(request.args)
    if problems := (*bad_days, *bad_regions):
        return bad_values(problems, reader)
    on = on or reader.today
    return jsonify(notices_document(on, Found.on(on, visit.notices(), chosen)))


def _asked() -> Asked:
    """What can be read of the keys; the rest is said beside the fields."""
    reader = visit.reader()
    on, bad_days = one(request.args, "on", day)
    chosen, bad_regions = regions(request.args)
    problems = {bad.key: reader.word("problem", bad.reason) for bad in (*bad_days, *bad_regions)}
    return Asked(on or reader.today, chosen, problems)
