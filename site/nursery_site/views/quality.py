"""The report of a nursery's quality, and the places of one operator side by side."""

from __future__ import annotations

from flask import Response, abort, redirect
from werkzeug.wrappers import Response as AnyResponse

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.operators import operator_page
from nursery_site.pages.quality import quality_report
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.localised import localised

CODE_LENGTH = 18
"""Characters of a 统一社会信用代码 (GB 32100-2015)."""

quality = localised("quality", __name__)


@quality.get("/nurseries/<nursery_id>/quality")
def report(nursery_id: str) -> Response:
    """What is published of one nursery by the seven areas, made to be printed."""
    reader, current = visit.reader(), visit.generation()
    found = current.get(nursery_id)
    if found is None:
        abort(404)
    name = reader.name(found.name)
    title = gettext("Quality of %(name)s", name=name.reading or name.published)
    shell = visit.frame(reader, title)
    claims, sources = visit.evidence([nursery_id])[nursery_id]
    page = quality_report(shell, found, claims, sources, stores().standard, reader)
    return visit.render(page)


@quality.get("/operators/<credit_code>")
def operator(credit_code: str) -> AnyResponse:
    """Every place with one credit code; a page of its own where our copy has none."""
    if len(credit_code) != CODE_LENGTH or not credit_code.isalnum():
        abort(404)
    reader = visit.reader()
    if credit_code != credit_code.upper():
        return redirect(links.page(reader.locale, "operators", credit_code.upper()), 301)
    places = tuple(visit.generation().with_code(credit_code))
    title = gettext("The places of operator %(code)s", code=credit_code)
    shell = visit.frame(reader, title, listed=bool(places))
    page = operator_page(shell, credit_code, places, stores().standard, reader)
    return visit.render(page, 200 if places else 404)
