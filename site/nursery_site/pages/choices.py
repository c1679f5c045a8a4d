"""What a result or a nursery's page offers so that it can be compared or put on a list."""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site import links
from nursery_site.choosing import MOST_COMPARED, Choice
from nursery_site.reader import Reader
from search_index.request import Point


@dataclass(frozen=True, slots=True)
class Choosing:
    """Where a form of tick boxes leads, and what it carries along, hidden.

    `most` are compared; a list for a visit takes more.
    """

    compare: str
    shortlist: str
    kept: tuple[tuple[str, str], ...]
    most: int


@dataclass(frozen=True, slots=True)
class OwnChoice:
    """Where one nursery leads alone: to a comparison to be filled, to a list, to an offer."""

    id: str
    compare: str
    shortlist: str
    prepayment: str


def choosing(near: Point | None, age: int | None, reader: Reader) -> Choosing:
    """The form below a result; a start point and the child's age go along."""
    return Choosing(
        compare=links.page(reader.locale, "compare"),
        shortlist=links.page(reader.locale, "shortlist"),
        kept=Choice(near=near, age=age).kept(aged=True),
        most=MOST_COMPARED,
    )


def own_choice(nursery_id: str, reader: Reader) -> OwnChoice:
    """The links of one nursery's page."""
    locale = reader.locale
    return OwnChoice(
        id=nursery_id,
        compare=links.several(locale, "compare", [nursery_id]),
        shortlist=links.several(locale, "shortlist", [nursery_id]),
        prepayment=links.several(locale, "prepayment", [nursery_id]),
    )
