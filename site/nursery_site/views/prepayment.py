"""The prepayment guard: a form that needs neither a script nor an account."""

from __future__ import annotations

from flask import Response, request

from nursery_site import links, prepayment_rules
from nursery_site.catalogs import gettext
from nursery_site.choosing import LONGEST_ID
from nursery_site.offer import read
from nursery_site.pages.prepayment import exact_price, prepayment_page
from nursery_site.stores import stores
from nursery_site.views import visit
from nursery_site.views.localised import localised

prepayment = localised("prepayment", __name__)


@prepayment.get("/prepayment")
def page() -> Response:
    """What is at risk in an offer, by what its URL says; logs keep no query."""
    reader = visit.reader()
    asked = request.args.get("id", "").strip()[:LONGEST_ID]
    nursery = visit.generation().get(asked) if asked else None
    reading = read(request.args, exact_price(nursery))
    shell = visit.frame(
        reader,
        gettext("Paying months ahead: what is at risk"),
        description=gettext(
            "Months paid ahead, discount and deposit: what could be lost, month by month."
        ),
        canonical_path=links.page(reader.locale, "prepayment"),
        listed=not request.args,
    )
    rules = prepayment_rules.load(stores().settings.root / "content" / "prepayment.yaml")
    unknown = bool(asked) and nursery is None
    article = visit.article(reader, "prepayment-and-contracts")
    model = prepayment_page(
        shell, reading, nursery, rules, reader, unknown=unknown, article=article
    )
    return visit.render(model)
