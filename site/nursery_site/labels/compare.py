"""The words of the comparison: its groups of rows, and how much cheaper, per unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

CHEAPER: Final[Mapping[str, object]] = {
    "month": lazy_gettext("%(what)s: %(who)s is %(amount)s a month cheaper than %(than)s."),
    "day": lazy_gettext("%(what)s: %(who)s is %(amount)s a day cheaper than %(than)s."),
    "hour": lazy_gettext("%(what)s: %(who)s is %(amount)s an hour cheaper than %(than)s."),
    "term": lazy_gettext("%(what)s: %(who)s is %(amount)s a term cheaper than %(than)s."),
    "time": lazy_gettext("%(what)s: %(who)s is %(amount)s each time cheaper than %(than)s."),
    "month.at_least": lazy_gettext(
        "%(what)s: %(who)s is at least %(amount)s a month cheaper than %(than)s."
    ),
    "day.at_least": lazy_gettext(
        "%(what)s: %(who)s is at least %(amount)s a day cheaper than %(than)s."
    ),
    "hour.at_least": lazy_gettext(
        "%(what)s: %(who)s is at least %(amount)s an hour cheaper than %(than)s."
    ),
    "term.at_least": lazy_gettext(
        "%(what)s: %(who)s is at least %(amount)s a term cheaper than %(than)s."
    ),
    "time.at_least": lazy_gettext(
        "%(what)s: %(who)s is at least %(amount)s each time cheaper than %(than)s."
    ),
    "month.about": lazy_gettext(
        "%(what)s: %(who)s is about %(amount)s a month cheaper than %(than)s."
    ),
    "day.about": lazy_gettext("%(what)s: %(who)s is about %(amount)s a day cheaper than %(than)s."),
    "hour.about": lazy_gettext(
        "%(what)s: %(who)s is about %(amount)s an hour cheaper than %(than)s."
    ),
    "term.about": lazy_gettext(
        "%(what)s: %(who)s is about %(amount)s a term cheaper than %(than)s."
    ),
    "time.about": lazy_gettext(
        "%(what)s: %(who)s is about %(amount)s each time cheaper than %(than)s."
    ),
}
"""Of two, or of a nursery and the next; by unit, and by how exact the amount is."""

CHEAPEST: Final[Mapping[str, object]] = {
    "month": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "%(amount)s a month less than %(than)s, the next."
    ),
    "day": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "%(amount)s a day less than %(than)s, the next."
    ),
    "hour": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "%(amount)s an hour less than %(than)s, the next."
    ),
    "term": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "%(amount)s a term less than %(than)s, the next."
    ),
    "time": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "%(amount)s each time less than %(than)s, the next."
    ),
    "month.at_least": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "at least %(amount)s a month less than %(than)s, the next."
    ),
    "day.at_least": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "at least %(amount)s a day less than %(than)s, the next."
    ),
    "hour.at_least": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "at least %(amount)s an hour less than %(than)s, the next."
    ),
    "term.at_least": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "at least %(amount)s a term less than %(than)s, the next."
    ),
    "time.at_least": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "at least %(amount)s each time less than %(than)s, the next."
    ),
    "month.about": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "about %(amount)s a month less than %(than)s, the next."
    ),
    "day.about": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "about %(amount)s a day less than %(than)s, the next."
    ),
    "hour.about": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "about %(amount)s an hour less than %(than)s, the next."
    ),
    "term.about": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "about %(amount)s a term less than %(than)s, the next."
    ),
    "time.about": lazy_gettext(
        "%(what)s: of %(count)s prices %(who)s has the lowest, "
        "about %(amount)s each time less than %(than)s, the next."
    ),
}
"""Of three or four."""

LOST: Final[Mapping[str, object]] = {
    "revoked": lazy_gettext("The title “%(title)s” of %(who)s has been revoked."),
    "rectification": lazy_gettext(
        "The authority has ordered shortcomings to be put right for the title “%(title)s” of "
        "%(who)s; it does not count as held."
    ),
    "cancelled": lazy_gettext("The title “%(title)s” of %(who)s has been cancelled."),
    "expired": lazy_gettext("The title “%(title)s” of %(who)s has run out."),
}
"""A title that was lost, by its state."""

GROUPS: Final[Mapping[str, object]] = {
    "first": lazy_gettext("What parents ask first"),
    "titles": lazy_gettext("Filing and titles"),
    "people": lazy_gettext("Classes and people"),
    "quality": lazy_gettext("Quality in seven areas"),
    "registration": lazy_gettext("Founder and registration"),
    "contact": lazy_gettext("Address and telephone"),
}

ROWS: Final[Mapping[str, object]] = {
    "distance": lazy_gettext("Distance"),
    "half_day": lazy_gettext("Half-day price"),
    "other_prices": lazy_gettext("Other prices"),
    "demonstration": lazy_gettext("Demonstration"),
    "scale": lazy_gettext("Stars or grade"),
    "pilot": lazy_gettext("Pilots and standardisation"),
    "staff": lazy_gettext("Staff"),
    "as_of": lazy_gettext("Newest statement"),
}
"""Rows that are no fact of the nursery page; the others have their words in `facts.FACTS`."""
