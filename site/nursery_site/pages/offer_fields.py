"""The fields of an offer to pay ahead: what was typed, what is wrong with it, how it was read."""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.discounts import UNCLEAR, Discount, meanings, read_discount
from nursery_site.offer import KEYS, Reading
from nursery_site.reader import Reader
from registry.nursery import Nursery


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an unclear value may mean, and the page for that meaning."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class OfferField:
    """A field of the form as typed, with what is wrong with it, or how it was read.

    `meanings` are those of a value that may mean either of two things.
    """

    key: str
    value: str
    problem: str | None
    meanings: tuple[Meaning, ...]
    read_as: str | None


def offer_fields(
    reading: Reading, nursery: Nursery | None, reader: Reader
) -> dict[str, OfferField]:
    """Every field of the form by its key."""
    return {key: _field(key, reading, nursery, reader) for key in KEYS}


def _field(key: str, reading: Reading, nursery: Nursery | None, reader: Reader) -> OfferField:
    reason, typed = reading.problems.get(key), reading.given[key]
    discount = read_discount(typed) if key == "discount" and typed and reason is None else None
    return OfferField(
        key=key,
        value=typed,
        problem=None if reason is None else reader.word("offer_problem", reason),
        meanings=_meanings(key, reading, nursery, reader) if reason == UNCLEAR else (),
        read_as=None if discount is None else _pays(discount, reader),
    )


def _meanings(
    key: str, reading: Reading, nursery: Nursery | None, reader: Reader
) -> tuple[Meaning, ...]:
    """The same offer with either meaning of a discount, written so that no doubt is left."""

    def page(meant: Discount) -> str:
        offer = reading.given | {"id": nursery.id if nursery else "", key: meant.written}
        query = [(name, offer[name]) for name in ("id", *KEYS) if offer[name]]
        return links.page(reader.locale, "prepayment", query=query)

    return tuple(Meaning(_pays(one, reader), page(one)) for one in meanings(reading.given[key]))


def _pays(discount: Discount, reader: Reader) -> str:
    """What a discount comes to, such as "9折: 90 % of the price is paid"."""
    return gettext(
        "%(discount)s: %(share)s of the price is paid",
        discount=discount.written,
        share=reader.percent(round(1 - discount.off, 4)),
    )
