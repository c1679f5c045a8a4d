"""The words of quality assessments: the seven areas, who scored, what was found of a clause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

AREAS: Final[Mapping[str, object]] = {
    "premises": lazy_gettext("Conditions"),
    "staff": lazy_gettext("Team"),
    "care": lazy_gettext("Daily care"),
    "health": lazy_gettext("Health care"),
    "parenting": lazy_gettext("Parenting support"),
    "safety": lazy_gettext("Safety"),
    "management": lazy_gettext("Management"),
    "total": lazy_gettext("All seven areas"),
}

ASSESSORS: Final[Mapping[str, object]] = {
    "self": lazy_gettext("Self-assessed"),
    "authority": lazy_gettext("Assessed by the authority"),
}

ASSESSED_SHORT: Final[Mapping[str, object]] = {
    "self": lazy_gettext("self %(score)s"),
    "authority": lazy_gettext("authority %(score)s"),
}
"""A score with who gave it, where paper has room for a few letters."""

OUTCOMES: Final[Mapping[str, object]] = {
    "met": lazy_gettext("Met"),
    "unmet": lazy_gettext("Not met"),
    "not_applicable": lazy_gettext("Not applicable"),
}

PROBLEMS: Final[Mapping[str, object]] = {
    "points": lazy_gettext("Please write a number within the bounds beside the field."),
    "outcome": lazy_gettext("Please choose one of the answers shown."),
    "long": lazy_gettext("This is longer than such a text can be."),
    "formula": lazy_gettext("This begins with a sign that a spreadsheet would run as a formula."),
    "code": lazy_gettext("A unified social credit code has 18 digits and capital letters."),
    "missing": lazy_gettext("The file needs the registered name, to say whom it is about."),
    "nothing": lazy_gettext("Please fill in the points of an area, or answer one clause."),
}

IDENTITY: Final[Mapping[str, object]] = {
    "name": lazy_gettext("Registered name"),
    "code": lazy_gettext("Unified social credit code"),
    "district": lazy_gettext("District"),
    "address": lazy_gettext("Address"),
}
