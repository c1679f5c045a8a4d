"""The words of the pages on divisions: measures, their explanations, and what documents count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

MEASURES: Final[Mapping[str, object]] = {
    "name": lazy_gettext("Place"),
    "nurseries": lazy_gettext("Nurseries in our copy"),
    "filed": lazy_gettext("Filed nurseries"),
    "places": lazy_gettext("Approved places"),
    "per_thousand": lazy_gettext("Places per thousand people"),
    "inclusive": lazy_gettext("Inclusive nurseries"),
    "inclusive_places": lazy_gettext("Inclusive places"),
    "inclusive_share": lazy_gettext("Inclusive share"),
    "price": lazy_gettext("Median price, yuan a month"),
    "income_share": lazy_gettext("Price as a share of income"),
    "demonstration": lazy_gettext("With a demonstration title"),
    "pilots": lazy_gettext("Pilots"),
    "pilots_upgraded": lazy_gettext("Pilots upgraded"),
    "pilots_accepted": lazy_gettext("Pilots accepted"),
    "completeness": lazy_gettext("Completeness"),
}

RELATIONS: Final[Mapping[str, object]] = {
    "about": lazy_gettext("about %(value)s"),
    "above": lazy_gettext("more than %(value)s"),
    "below": lazy_gettext("below %(value)s"),
}

CLASSES: Final[Mapping[str, object]] = {
    "all": lazy_gettext("All class types"),
    "infant": lazy_gettext("Infant class"),
    "junior": lazy_gettext("Junior class"),
    "senior": lazy_gettext("Senior class"),
    "mixed": lazy_gettext("Mixed-age class"),
}

DUES: Final[Mapping[str, object]] = {
    "done": lazy_gettext("Done"),
    "open": lazy_gettext("Not done"),
    "overdue": lazy_gettext("Not done, overdue"),
    "unknown": lazy_gettext("No list says whether it is done"),
    "acceptance": lazy_gettext("Acceptance as a pilot"),
}
