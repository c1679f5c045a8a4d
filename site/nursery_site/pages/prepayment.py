"""The prepayment guard: what is at risk when months are paid ahead, and what rules we hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from nursery_site import labels, links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.offer import Offer, Reading
from nursery_site.pages.card import Figure, price_figure
from nursery_site.pages.local_rules import RuleLine, SourceNote, rule_lines, source_note
from nursery_site.pages.offer_fields import OfferField, offer_fields
from nursery_site.pages.shell import Shell
from nursery_site.prepayment_rules import PrepaymentRules
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry.nursery import Nursery

WIDTH: Final = 640
HEIGHT: Final = 160


@dataclass(frozen=True, slots=True)
class Month:
    """After so many months used, what is at risk; `x`, `y`, `height` place its bar."""

    after: str
    amount: str
    x: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class Risk:
    """What an offer means. `sentences` are what follows from it, the dearest first."""

    at_once: str
    implied: str
    sentences: tuple[str, ...]
    months: tuple[Month, ...]
    bar: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class OfferedBy:
    """The nursery whose offer it is, with its published price and promise."""

    id: str
    name: Name
    href: str
    price: Figure | None
    price_used: bool
    promise: str | None
    authority: Text | None


@dataclass(frozen=True, slots=True)
class PrepaymentPage:
    """`risk` is `None` until the form is complete; `article` leads to what we write about it."""

    template: ClassVar[str] = "pages/prepayment.html"

    shell: Shell
    action: str
    nursery: OfferedBy | None
    unknown: bool
    fields: dict[str, OfferField]
    problems: int
    risk: Risk | None
    rules: tuple[RuleLine, ...]
    ask: tuple[str, ...]
    filing: SourceNote
    article: str | None


def exact_price(nursery: Nursery | None) -> float | None:
    """A nursery's full-day price per month, where one single amount is published."""
    span = None if nursery is None else nursery.monthly_price
    return span.low if span is not None and span.low == span.high else None


def prepayment_page(
    shell: Shell,
    reading: Reading,
    nursery: Nursery | None,
    rules: PrepaymentRules,
    reader: Reader,
    *,
    unknown: bool,
    article: str | None,
) -> PrepaymentPage:
    """The page model of what was typed. `unknown`: a nursery was named that we do not hold."""
    offer = reading.offer
    return PrepaymentPage(
        shell=shell,
        action=links.page(reader.locale, "prepayment"),
        nursery=None if nursery is None else _offered_by(nursery, reading, reader),
        unknown=unknown,
        fields=offer_fields(reading, nursery, reader),
        problems=len(reading.problems),
        risk=None if offer is None else _risk(offer, reader),
        rules=rule_lines(rules.rules, nursery, offer, reader),
        ask=tuple(reader.word("prepayment_ask", key) for key in labels.TABLES["prepayment_ask"]),
        filing=source_note(rules.filing, reader),
        article=article,
    )


def _offered_by(nursery: Nursery, reading: Reading, reader: Reader) -> OfferedBy:
    months, offer = nursery.prepay_months, reading.offer
    promise = None
    if months is not None:
        promise = ngettext(
            "It has promised to charge at most %(num)s month ahead.",
            "It has promised to charge at most %(num)s months ahead.",
            months,
        )
        if offer is not None and offer.months > months:
            promise = ngettext(
                "It has promised to charge at most %(num)s month ahead: this offer is for longer.",
                "It has promised to charge at most %(num)s months ahead: this offer is for longer.",
                months,
            )
    used = not reading.given["price"] and exact_price(nursery) is not None
    return OfferedBy(
        id=nursery.id,
        name=reader.name(nursery.name),
        href=links.nursery(reader.locale, nursery.id),
        price=price_figure(nursery, reader),
        price_used=used,
        promise=promise,
        authority=reader.data(nursery.authority) if nursery.authority else None,
    )


def _risk(offer: Offer, reader: Reader) -> Risk:
    steps = range(offer.months + 1)
    most = offer.at_risk(0) or 1.0
    pitch = WIDTH / len(steps)
    return Risk(
        at_once=reader.number(offer.at_risk(0)),
        implied=reader.number(round(offer.implied, 2)),
        sentences=_sentences(offer, reader),
        months=tuple(
            Month(
                after=str(used),
                amount=reader.number(round(offer.at_risk(used), 2)),
                x=f"{used * pitch:.1f}",
                y=f"{HEIGHT * (1 - offer.at_risk(used) / most):.1f}",
                height=f"{HEIGHT * offer.at_risk(used) / most:.1f}",
            )
            for used in steps
        ),
        bar=f"{pitch * 0.78:.1f}",
        width=WIDTH,
        height=HEIGHT,
    )


def _sentences(offer: Offer, reader: Reader) -> tuple[str, ...]:
    if offer.monthly is None or offer.saved is None:
        return (
            gettext(
                "Without the price of a month paid monthly, we cannot say what the offer saves."
            ),
        )
    if offer.saved < 0:
        more = reader.money(round(-offer.saved, 2))
        return (gettext("This costs %(more)s more than paying by the month.", more=more),)
    if offer.saved == 0:
        return (gettext("This saves nothing against paying by the month."),)
    saved = reader.money(round(offer.saved, 2))
    share = reader.percent(offer.saved_share or 0.0)
    said = [
        gettext(
            "If all months are used, this saves %(saved)s (%(share)s) against paying by the month.",
            saved=saved,
            share=share,
        )
    ]
    if offer.pays_off_after is not None:
        said.append(
            ngettext(
                "If it ends before %(num)s month is over and nothing comes back, you have lost by "
                "it.",
                "If it ends before %(num)s months are over and nothing comes back, you have lost "
                "by it.",
                offer.pays_off_after,
            )
        )
    return tuple(said)
