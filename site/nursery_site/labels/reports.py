"""The words of reported errors: what can be wrong, why a form came back, what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

FIELDS: Final[Mapping[str, object]] = {
    "name": lazy_gettext("Registered name"),
    "trading_name": lazy_gettext("Trading name"),
    "address": lazy_gettext("Address"),
    "location": lazy_gettext("Place on the map"),
    "phones": lazy_gettext("Telephone"),
    "filed": lazy_gettext("Filing"),
    "capacity": lazy_gettext("Approved places"),
    "inclusive_places": lazy_gettext("Inclusive places"),
    "price": lazy_gettext("Full-day price"),
    "forms": lazy_gettext("Service forms"),
    "classes": lazy_gettext("Classes"),
    "ages": lazy_gettext("Ages taken"),
    "hours": lazy_gettext("Opening hours"),
    "nature": lazy_gettext("Founder"),
    "setting": lazy_gettext("Setting"),
    "operating": lazy_gettext("In operation"),
    "recognition": lazy_gettext("A title or badge"),
    "other": lazy_gettext("Something else"),
}

PROBLEMS: Final[Mapping[str, object]] = {
    "expired": lazy_gettext(
        "This form had been open too long, or your browser keeps no cookies. "
        "Nothing was sent; your words are still here. Please send them again."
    ),
    "too_many": lazy_gettext(
        "Several reports came from your network within a short time. "
        "Nothing was sent; please wait a few minutes and send it again."
    ),
    "busy": lazy_gettext(
        "A list is being read in just now. Nothing was sent; please try again in a minute."
    ),
    "full": lazy_gettext(
        "So many reports are waiting to be read that no more are taken at present. "
        "Nothing was sent; please try again in a few days."
    ),
    "field": lazy_gettext("Please choose what is wrong."),
    "empty": lazy_gettext("Please say what is wrong."),
    "long": lazy_gettext("At most 1,000 characters, please; this is longer."),
    "address": lazy_gettext(
        "This is no address of a web page. It begins with https:// or http:// and has at most "
        "500 characters."
    ),
}

OUTCOMES: Final[Mapping[str, object]] = {
    "waiting": lazy_gettext("Waiting"),
    "accepted": lazy_gettext("Accepted"),
    "declined": lazy_gettext("Not changed"),
    "unclear": lazy_gettext("Could not be settled"),
}

OUTCOME_NOTES: Final[Mapping[str, object]] = {
    "waiting": lazy_gettext("Nobody has decided yet."),
    "accepted": lazy_gettext(
        "It became a statement with a source of its own; what lists say stays beside it."
    ),
    "declined": lazy_gettext("What is published stays as it is."),
    "unclear": lazy_gettext("What was written, or what shows it, was not enough to decide."),
}
