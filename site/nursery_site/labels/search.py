"""The words around a result: sorts and how they treat 未公布, reasons, and problems of fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

SORTS: Final[Mapping[str, object]] = {
    "relevance": lazy_gettext("Best match"),
    "distance": lazy_gettext("Distance"),
    "distance_longer": lazy_gettext("Longer of both ways"),
    "distance_sum": lazy_gettext("Sum of both ways"),
    "price": lazy_gettext("Price"),
    "capacity": lazy_gettext("Places"),
    "name": lazy_gettext("Name"),
}

SORT_NOTES: Final[Mapping[str, object]] = {
    "relevance": lazy_gettext(
        "The words of the search first, then how much is published. Never for money."
    ),
    "distance": lazy_gettext("Straight line, nearest first; without a published place last."),
    "distance_longer": lazy_gettext(
        "By the longer of the two straight lines, shortest first; without a published place last."
    ),
    "distance_sum": lazy_gettext(
        "Straight lines added up, shortest first; without a published place last."
    ),
    "price": lazy_gettext(
        "Full-day price per month, lowest first; without a published price last."
    ),
    "capacity": lazy_gettext("Approved places, most first; without a published number last."),
    "name": lazy_gettext("By the registered name."),
}

REASONS: Final[Mapping[str, object]] = {
    "name_exact": lazy_gettext("The name is what you searched for"),
    "name_prefix": lazy_gettext("The name begins with your words"),
    "name": lazy_gettext("Your words are in the name"),
    "address": lazy_gettext("Your words are in the address"),
    "text": lazy_gettext("Your words are in what is published"),
    "division": lazy_gettext("In the division you named"),
    "distance": lazy_gettext("By distance from your place"),
    "price": lazy_gettext("By published price"),
    "capacity": lazy_gettext("By approved places"),
    "alphabet": lazy_gettext("In the order of names"),
    "complete": lazy_gettext("By how much is published"),
}

KEYS: Final[Mapping[str, object]] = {
    "q": lazy_gettext("Words"),
    "near": lazy_gettext("Start point"),
    "near2": lazy_gettext("Second start point"),
    "within": lazy_gettext("Distance"),
    "age": lazy_gettext("The child's age"),
    "price_min": lazy_gettext("Lowest price"),
    "price_max": lazy_gettext("Highest price"),
    "sort": lazy_gettext("Order"),
    "page": lazy_gettext("Page"),
    "map": lazy_gettext("Map"),
    "per_page": lazy_gettext("Results on a page"),
}

PROBLEMS: Final[Mapping[str, object]] = {
    "choice": lazy_gettext("This value does not exist here."),
    "whole": lazy_gettext("Please give a whole number, such as 1500."),
    "whole_months": lazy_gettext("Please give a whole number of months, such as 18."),
    "whole_page": lazy_gettext("Please give a whole number, such as 1."),
    "number": lazy_gettext("Please give a number, such as 3."),
    "range": lazy_gettext("This number is outside what can be meant."),
    "map": lazy_gettext("Please give latitude, longitude and a zoom from 3 to 17, or off."),
    "point": lazy_gettext("Please give latitude and longitude, such as 31.23,121.47."),
    "long": lazy_gettext("At most 200 characters can be searched for."),
    "day": lazy_gettext("Please give a day as year-month-day, such as 2026-11-21."),
    "day_range": lazy_gettext("Please give a day between the years 2000 and 2099."),
    "missing": lazy_gettext("Please type a name, an address or a credit code."),
    "once": lazy_gettext("This was given more than once; please give it once."),
    "needs_near": lazy_gettext("This needs a start point; please share a place first."),
    "needs_near2": lazy_gettext("This needs a second start point."),
    "above_max": lazy_gettext("The lowest price is above the highest."),
}
