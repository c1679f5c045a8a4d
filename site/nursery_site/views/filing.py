"""The filing check (这家备案了吗), as a page and as JSON."""

from __future__ import annotations

from flask import Response, jsonify, request

from nursery_site import argument_values as values
from nursery_site import links
from nursery_site.arguments import Problem
from nursery_site.catalogs import gettext
from nursery_site.official_documents import filing_document
from nursery_site.one_value import one
from nursery_site.pages.filing import SHOWN, filing_page
from nursery_site.pages.filing_match import EvidenceOf
from nursery_site.views import caching, visit
from nursery_site.views.api import api
from nursery_site.views.failing import bad_values
from nursery_site.views.localised import localised
from search_index.filing import FilingCheck

filing = localised("filing", __name__)


@filing.get("/filing-check")
def page() -> Response:
    """A form, and what our copy holds under what was typed into it."""
    if unchanged := caching.unchanged():
        return unchanged
    reader = visit.reader()
    query, problems = one(request.args, "q", values.text)
    check = visit.generation().check_filing(query) if query else None
    said = reader.word("problem", problems[0].reason) if problems else None
    shell = visit.frame(
        reader,
        gettext("Is this nursery filed?"),
        description=gettext(
            "Type the name, the address or the credit code of a nursery and see what published "
            "lists say about its filing."
        ),
        canonical_path=links.page(reader.locale, "filing-check"),
        listed=not request.args,
    )
    typed = query or (problems[0].value[: values.LONGEST_TEXT] if problems else "")
    return visit.render(
        filing_page(shell, typed, said, check, _evidence_of(check, SHOWN), visit.coverage(), reader)
    )


@api.get("/filing-check")
def filing_check() -> Response:
    """The same for programs; without anything to check it is refused."""
    reader = visit.reader()
    query, problems = one(request.args, "q", values.text)
    if not query:
        return bad_values(problems or (Problem("q", "", "missing"),), reader)
    check = visit.generation().check_filing(query)
    return jsonify(filing_document(check, _evidence_of(check), visit.coverage(), reader))


def _evidence_of(check: FilingCheck | None, shown: int | None = None) -> EvidenceOf:
    """The claims and sources of the first matches, or of all, read at once."""
    matches = check.matches[:shown] if check else ()
    evidence = visit.evidence([one.nursery.id for one in matches])
    return evidence.__getitem__
