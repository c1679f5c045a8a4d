"""A nursery among others: its price beside theirs, and which are nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.costs import Choice, chosen_care
from nursery_site.pages.badges import Badge, badges
from nursery_site.pages.card import Figure, price_figure
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry.nursery import Nursery
from registry.vocabulary import AgeClass, Form, Unit
from search_index.answer import Hit
from search_index.peers import PricePeers
from search_index.statistics import FEWEST_PRICES

NEAREST: Final = 5
WITHIN: Final = 5.0  # kilometres


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A nursery nearby."""

    name: Name
    href: str
    compare: str
    distance: str
    district: Text
    price: Figure | None
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Among:
    """Where a price stands: a sentence, what it was counted from, and a drawing of both.

    `share` places this price on a line from nothing to twice the median, 0 to 100.
    """

    sentence: str
    where: Text
    counted: str
    note: str
    share: int | None


def peer_class(nursery: Nursery, choice: Choice) -> AgeClass | None:
    """The class whose monthly full-day fee is chosen in the cost form; `None` for all of them."""
    chosen = chosen_care(nursery.prices, choice)
    if chosen is None or (chosen.form, chosen.unit) != (Form.FULL_DAY, Unit.MONTH):
        return None
    return chosen.age_class


def among(peers: PricePeers | None, reader: Reader) -> Among | None:
    """The price among others; `None` where the nursery publishes no such price itself."""
    if peers is None or peers.own is None:
        return None
    others = ngettext(
        "%(num)s other does not publish it", "%(num)s others do not publish it", peers.unpublished
    )
    what = _kind(peers, reader)
    where = _division(peers.region, reader)
    counted = gettext(
        "%(what)s, full day by the month: n = %(count)s; %(others)s.",
        what=what,
        count=peers.published,
        others=others,
    )
    note = gettext(
        "Prices with and without meals are counted together, this nursery is left out, and "
        "those whose filing is cancelled too."
    )
    if peers.median is None:
        few = gettext(
            "Fewer than %(least)s others publish such a price, so there is no median.",
            least=FEWEST_PRICES,
        )
        return Among(few, where, counted, note, None)
    share = round(50 * peers.own / peers.median) if peers.median else 50
    return Among(_sentence(peers.own, peers.median, reader), where, counted, note, min(share, 100))


def neighbours(nursery: Nursery, hits: tuple[Hit, ...], reader: Reader) -> tuple[Neighbour, ...]:
    """The nearest nurseries, each with what a parent weighs it by."""
    return tuple(
        Neighbour(
            name=reader.name(hit.nursery.name),
            href=links.nursery(reader.locale, hit.nursery.id),
            compare=links.several(reader.locale, "compare", [nursery.id, hit.nursery.id]),
            distance=reader.distance(hit.distance_m or 0),
            district=reader.place(hit.nursery.region[-1:]),
            price=price_figure(hit.nursery, reader),
            badges=badges(hit.nursery, reader),
        )
        for hit in hits
    )


def _sentence(own: float, median: float, reader: Reader) -> str:
    amount = reader.money(median)
    share = round(abs(own - median) / median, 2) if median else 0
    if share == 0:
        return gettext("About the median of others, %(median)s a month", median=amount)
    if own < median:
        return gettext(
            "%(percent)s below the median of others, %(median)s a month",
            percent=reader.percent(share),
            median=amount,
        )
    return gettext(
        "%(percent)s above the median of others, %(median)s a month",
        percent=reader.percent(share),
        median=amount,
    )


def _kind(peers: PricePeers, reader: Reader) -> str:
    if peers.age_class is None:
        return gettext("all classes together")
    return reader.value("class", peers.age_class)


def _division(key: str, reader: Reader) -> Text:
    """A municipality's own name where its "city" has none."""
    return reader.region_text(key[:2] if reader.fills_a_level(key) else key)
