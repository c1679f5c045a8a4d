"""The self-assessment worksheet: a form, its result, and its file. Nothing is stored or logged."""

from __future__ import annotations

from flask import Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.worksheet import worksheet_page
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.localised import localised
from nursery_site.worksheets import Sheet, as_file, for_download, for_result, read_sheet

MOST_BYTES = 32 * 1024
MOST_FIELDS = 100

worksheet = localised("worksheet", __name__)


@worksheet.get("/worksheet")
def blank() -> Response:
    """The form, with nothing in it."""
    return _page(Sheet(), answered=False)


@worksheet.post("/worksheet")
def result() -> Response:
    """What follows from the form, above the form itself."""
    sheet = for_result(_sent())
    return _unkept(_page(sheet, answered=True, status=422 if sheet.problems else 200))


@worksheet.post("/worksheet/file")
def download() -> Response:
    """The file that `flask registry import --kind assessment` takes."""
    sheet = for_download(_sent())
    if sheet.problems:
        return _unkept(_page(sheet, answered=True, status=422))
    response = make_response(as_file(sheet, stores().standard))
    response.mimetype = "text/csv"
    day = visit.reader().today.isoformat()
    response.headers["Content-Disposition"] = f'attachment; filename="self-assessment-{day}.csv"'
    return _unkept(response)


@worksheet.get("/worksheet/file")
def back_to_form() -> AnyResponse:
    """Where the language switch of a form with slips leads: a file needs a form."""
    return redirect(links.page(visit.locale(), "worksheet"), 302)


def _sent() -> Sheet:
    """The form of the request, from a page of ours only."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403)
    request.max_content_length = MOST_BYTES
    request.max_form_parts = MOST_FIELDS
    return read_sheet(request.form, stores().standard)


def _page(sheet: Sheet, *, answered: bool, status: int = 200) -> Response:
    reader = visit.reader()
    shell = visit.frame(reader, gettext("Self-assessment worksheet"), listed=not answered)
    page = worksheet_page(shell, sheet, stores().standard, reader, answered=answered)
    return visit.render(page, status)


def _unkept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
