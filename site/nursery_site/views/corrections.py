"""Reporting an error, and the public ledger of what was reported."""

from __future__ import annotations

from flask import Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from nursery_site import forms, links
from nursery_site.catalogs import gettext
from nursery_site.pages.corrections import SHOWN, corrections_page
from nursery_site.pages.report import Given, report_page
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.localised import localised
from registry import corrections as ledger_of_reports
from registry.errors import LedgerError, TooManyWaiting
from registry.nursery import Nursery

corrections = localised("corrections", __name__)

_STATUSES = {"too_many": 429, "busy": 503, "full": 503}
"""By what is wrong with the form as a whole; everything else is a bad request."""


@corrections.get("/nurseries/<nursery_id>/report")
def form(nursery_id: str) -> Response:
    """The empty form, or the thanks after it was sent."""
    token = None if "sent" in request.args else forms.token()
    return _shown(_nursery(nursery_id), Given(), {}, token)


@corrections.post("/nurseries/<nursery_id>/report")
def send(nursery_id: str) -> AnyResponse:
    """Keep a report and lead on to a page that can be loaded again; or give the form back."""
    nursery, given = _nursery(nursery_id), Given.of(request.form)
    problems = given.problems()
    if not forms.is_ours(request.form.get(forms.TOKEN, "")):
        problems = {"form": "expired"}
    elif not problems:
        problems = _kept(nursery, given)
    if problems:
        status = _STATUSES.get(problems.get("form", ""), 400)
        return _shown(nursery, given, problems, forms.token(), status)
    sent = links.page(visit.locale(), "nurseries", nursery.id, "report", query=[("sent", "1")])
    return redirect(sent, 303)


@corrections.get("/corrections")
def ledger() -> Response:
    """What was reported, and what was decided."""
    reader, current, store = visit.reader(), visit.generation(), stores().ledger
    reports = ledger_of_reports.corrections(store, limit=SHOWN)
    known = {one.nursery: current.get(one.nursery) for one in reports}
    shell = visit.frame(reader, gettext("Reported errors"))
    page = corrections_page(
        shell,
        reports,
        ledger_of_reports.counts(store),
        {key: nursery for key, nursery in known.items() if nursery is not None},
        reader,
    )
    return visit.render(page)


def _nursery(nursery_id: str) -> Nursery:
    found = visit.generation().get(nursery_id)
    if found is None:
        abort(404)
    return found


def _kept(nursery: Nursery, given: Given) -> dict[str, str]:
    """Store the report; what was in the way, if anything was."""
    if not forms.within_limit():
        return {"form": "too_many"}
    today = stores().settings.day()
    try:
        ledger_of_reports.report(
            stores().ledger, nursery.id, given.field, given.said, given.evidence or None, today
        )
    except TooManyWaiting:
        return {"form": "full"}
    except LedgerError:
        return {"form": "busy"}
    return {}


def _shown(
    nursery: Nursery,
    given: Given,
    problems: dict[str, str],
    token: str | None,
    status: int = 200,
) -> Response:
    reader = visit.reader()
    shell = visit.frame(reader, gettext("Report an error"), listed=False)
    page = report_page(shell, nursery, given, problems, token, reader)
    response = visit.render(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response
