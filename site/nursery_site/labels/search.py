"""The words around a result: sorts and how they treat 未公布, reasons, and problems of fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext as _l

SORTS: Final[Mapping[str, object]] = {
    "relevance": _l("Best match"),
    "distance": _l("Distance"),
    "distance_sum": _l("Sum of both ways"),
    "price": _l("Price"),
    "capacity": _l("Places"),
    "name": _l("Name"),
}

SORT_NOTES: Final[Mapping[str, object]] = {
    "relevance": _l("The words of the search first, then how much is published. Never for money."),
    "distance": _l("Straight line, nearest first; without a published place last."),
    "distance_sum": _l("Straight lines added up, shortest first; without a published place last."),
    "price": _l("Full-day price per month, lowest first; without a published price last."),
    "capacity": _l("Approved places, most first; without a published number last."),
    "name": _l("By the registered name."),
}

REASONS: Final[Mapping[str, object]] = {
    "name_exact": _l("The name is what you searched for"),
    "name_prefix": _l("The name begins with your words"),
    "name": _l("Your words are in the name"),
    "address": _l("Your words are in the address"),
    "text": _l("Your words are in what is published"),
    "distance": _l("Nearest to your place"),
    "price": _l("Lowest published price"),
    "capacity": _l("Most approved places"),
    "alphabet": _l("In the order of names"),
    "complete": _l("Much is published about it"),
}

KEYS: Final[Mapping[str, object]] = {
    "q": _l("Words"),
    "near": _l("Start point"),
    "near2": _l("Second start point"),
    "within": _l("Distance"),
    "age": _l("The child's age"),
    "price_min": _l("Lowest price"),
    "price_max": _l("Highest price"),
    "sort": _l("Order"),
    "page": _l("Page"),
    "per_page": _l("Results on a page"),
}

PROBLEMS: Final[Mapping[str, object]] = {
    "choice": _l("This value does not exist here; it was left out."),
    "whole": _l("Please give a whole number, such as 1500."),
    "number": _l("Please give a number, such as 3."),
    "range": _l("This number is outside what can be meant."),
    "point": _l("Please give latitude and longitude, such as 31.23,121.47."),
    "long": _l("At most 200 characters can be searched for."),
    "once": _l("This was given more than once; please give it once."),
    "needs_near": _l("This needs a start point; please share a place first."),
    "needs_near2": _l("This needs a second start point."),
    "above_max": _l("The lowest price is above the highest."),
}
