"""One result of a search: what a parent cuts a list by, in the order in which they ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.kept import Piece
from nursery_site.locales import Locale
from nursery_site.pages.badges import Badge, badges
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry.nursery import MonthlyPrice, Nursery
from registry.vocabulary import Inclusive, Meals
from search_index.answer import Hit


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit in small; `None` values are said to be unpublished."""

    value: str | None
    unit: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What a card says in every search; `trading` and `former` are names beside the registered."""

    id: str
    href: str
    name: Name
    trading: tuple[Name, ...]
    former: tuple[Name, ...]
    badges: tuple[Badge, ...]
    district: Text
    address: Text | None
    price: Figure | None
    places: Figure | None
    forms: str | None
    classes: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A card in one search: its body, how far it is from one start point or two, and why here."""

    id: str
    body: Piece[Body]
    distance: str | None
    ways: str | None
    why: str


def card(hit: Hit, reader: Reader) -> Card:
    """The card of one hit."""
    ways = _ways(hit, reader)
    return Card(
        id=hit.nursery.id,
        body=Piece(
            (hit.nursery.id, reader.locale, reader.generation, reader.today),
            partial(_body, hit.nursery, reader),
        ),
        distance=None if ways or hit.distance_m is None else reader.distance(hit.distance_m),
        ways=ways,
        why=why(hit, reader),
    )


def _body(nursery: Nursery, reader: Reader) -> Body:
    return Body(
        id=nursery.id,
        href=links.nursery(reader.locale, nursery.id),
        name=reader.name(nursery.name),
        trading=tuple(reader.name(name) for name in nursery.trading_names),
        former=tuple(reader.name(name) for name in nursery.former_names),
        badges=badges(nursery, reader),
        district=reader.within_province(nursery.region),
        address=reader.as_published(nursery.address) if nursery.address else None,
        price=price_figure(nursery, reader),
        places=places_figure(nursery, reader),
        forms=reader.all_of("form", nursery.forms),
        classes=reader.all_of("class", nursery.classes),
    )


def _ways(hit: Hit, reader: Reader) -> str | None:
    """How far it is from each of two start points."""
    if hit.distance_m is None or hit.distance2_m is None:
        return None
    first, second = reader.distance(hit.distance_m), reader.distance(hit.distance2_m)
    return gettext(
        "Straight lines: %(first)s from the first start point, %(second)s from the second",
        first=first,
        second=second,
    )


def why(hit: Hit, reader: Reader) -> str:
    """Why a result stands where it stands, in one line."""
    if hit.reasons[:1] == ("division",) and reader.locale is not Locale.EN:
        return gettext("In %(place)s", place=reader.within_province(hit.nursery.region).text)
    return reader.word("reason", hit.reasons[0]) if hit.reasons else ""


def price_figure(nursery: Nursery, reader: Reader) -> Figure | None:
    """The span of full-day prices per month, with whether meals are in it."""
    span: MonthlyPrice | None = nursery.monthly_price
    if span is None:
        return None
    meals = {price.meals for price in nursery.prices if price.form == "full_day"}
    note = {
        frozenset({Meals.EXCLUDED}): gettext("without meals"),
        frozenset({Meals.INCLUDED}): gettext("with meals"),
    }.get(frozenset(meals))  # type: ignore[arg-type]  # a mixed set has no word
    return Figure(reader.span(span.low, span.high), gettext("yuan a month"), note)


def month_price(nursery: Nursery, reader: Reader) -> str | None:
    """The span of full-day prices per month, in words."""
    span: MonthlyPrice | None = nursery.monthly_price
    if span is None:
        return None
    return gettext("%(amount)s a month", amount=reader.money_span(span.low, span.high))


def places_figure(nursery: Nursery, reader: Reader) -> Figure | None:
    """Approved places (核定托位): never a vacancy."""
    inclusive = nursery.inclusive_places and reader.number(nursery.inclusive_places)
    if nursery.capacity is None:
        if not inclusive:
            return None
        return Figure(None, "", gettext("%(number)s inclusive places", number=inclusive))
    note = None
    if inclusive and nursery.inclusive(reader.today) is Inclusive.PARTIAL:
        note = gettext("%(number)s of them inclusive", number=inclusive)
    return Figure(reader.number(nursery.capacity), gettext("places"), note)
