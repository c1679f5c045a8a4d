"""What changed: of one nursery, of all, and as an Atom feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Response, abort, request

from nursery_site import feeds
from nursery_site.catalogs import gettext
from nursery_site.one_value import regions
from nursery_site.pages.changes import changes_page
from nursery_site.pages.changes_feed import changes_feed
from nursery_site.pages.history import History, history_of, history_page
from nursery_site.reader import Reader
from nursery_site.stores import stores
from nursery_site.views import caching, visit
from nursery_site.views.localised import localised
from registry.ledger import Revision
from registry.ledger.records import Claim, Source
from registry.nursery import Nursery
from registry.predecessors import earlier_at_address
from registry.recent import NurseryChange, Recent

history = localised("history", __name__)


@history.get("/nurseries/<nursery_id>/history")
def of_nursery(nursery_id: str) -> Response:
    """Everything that changed in the lists about one nursery."""
    reader, current = visit.reader(), visit.generation()
    found = current.get(nursery_id)
    if found is None:
        abort(404)
    if unchanged := caching.unchanged():
        return unchanged
    claims = stores().ledger.claims_of(nursery_id, revision=current.manifest.revision)
    sources = visit.known_sources()
    shell = visit.frame(reader, gettext("What changed"))
    past = past_of(found, claims, sources, reader)
    return visit.render(history_page(shell, found, claims, sources, past, visit.editions(), reader))


@history.get("/changes")
def feed() -> Response:
    """What the newest lists say differently, source by source."""
    if unchanged := caching.unchanged():
        return unchanged
    reader, told = visit.reader(), _recent()
    region, problem = _region(reader)
    shell = visit.frame(reader, gettext("What changed"))
    page = changes_page(
        shell, told, _nurseries(told.changes), visit.known_sources(), region, problem, reader
    )
    return visit.render(page)


@history.get("/changes.atom")
def atom() -> Response:
    """The same as an Atom feed."""
    changes = _recent().changes
    written = changes_feed(
        changes,
        _nurseries(changes),
        visit.known_sources(),
        _region(visit.reader())[0],
        visit.origin(),
        visit.reader(),
    )
    return Response(feeds.atom(written), mimetype=feeds.MIMETYPE)


def past_of(
    nursery: Nursery, claims: Sequence[Claim], sources: Mapping[int, Source], reader: Reader
) -> History:
    """A nursery's past as of the generation, with who was at its address before."""
    current = visit.generation()
    city = nursery.region[-1][:4] if nursery.region else ""
    revision = Revision.parse(current.manifest.revision)
    found = [
        (current.get(one.nursery), reader.day(one.on))
        for one in earlier_at_address(stores().ledger, nursery.id, city, revision)
    ]
    earlier = [(one, day) for one, day in found if one is not None]
    return history_of(nursery, claims, sources, earlier, visit.editions(), reader)


def _recent() -> Recent:
    return stores().overview(visit.generation()).recent


def _nurseries(changes: Sequence[NurseryChange]) -> dict[str, Nursery]:
    current = visit.generation()
    found = {key: current.get(key) for key in {one.nursery for one in changes}}
    return {key: nursery for key, nursery in found.items() if nursery is not None}


def _region(reader: Reader) -> tuple[str | None, str | None]:
    """The chosen division, and a message where what is asked for is none, or more than one."""
    good, problems = regions(request.args)
    known = [one for one in good if one in reader.region_names]
    if problems or len(known) < len(good):
        return None, reader.word("problem", "choice")
    if len(known) > 1:
        return None, reader.word("problem", "once")
    return (known[0] if known else None), None
