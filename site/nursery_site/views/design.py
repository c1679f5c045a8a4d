"""The living page of the design, for developers: not there in production."""

from __future__ import annotations

from flask import Response, abort, current_app
from markupsafe import Markup

from nursery_site.catalogs import gettext
from nursery_site.pages.design import design_page
from nursery_site.specimens.specimen import Shelf, Specimen
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.localised import localised

design = localised("design", __name__)


@design.get("/design")
def living() -> Response:
    """Every component in every state."""
    held = stores()
    if not (current_app.debug or current_app.testing or held.settings.design):
        abort(404)
    reader = visit.reader()
    shell = visit.frame(reader, gettext("Components"), listed=False)
    shelf = Shelf(held.rulebook, held.standard, held.limits)
    folder = held.settings.root / "static"
    sheets = tuple(sorted(path.name for path in folder.glob("*.css")))
    return visit.render(design_page(shell, sheets, shelf, _rendered, reader))


def _rendered(specimen: Specimen) -> Markup:
    module = current_app.jinja_env.get_template(f"components/{specimen.file}.html").module
    html: Markup = getattr(module, specimen.macro)(*specimen.arguments)
    element, _, name = specimen.around.partition(".")
    return Markup('<{0} class="{1}">{2}</{0}>').format(element, name, html)
