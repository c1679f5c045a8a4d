"""The words of changes: what happened, and what the fields of lists are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

WHAT: Final[Mapping[str, object]] = {
    "appeared": lazy_gettext("First named on a list"),
    "changed": lazy_gettext("Published differently"),
    "corrected": lazy_gettext("Correction accepted"),
    "title": lazy_gettext("Title"),
    "credit": lazy_gettext("Credit or penalty record"),
    "left": lazy_gettext("No longer on the newer list"),
}

FIELDS: Final[Mapping[str, object]] = {
    "name": lazy_gettext("Registered name"),
    "trading_name": lazy_gettext("Trading name"),
    "former_name": lazy_gettext("Former name"),
    "credit_code": lazy_gettext("Unified social credit code"),
    "district": lazy_gettext("District"),
    "street": lazy_gettext("Street or town"),
    "community": lazy_gettext("Residential community"),
    "address": lazy_gettext("Address"),
    "phones": lazy_gettext("Telephone"),
    "filed": lazy_gettext("Filing"),
    "filed_on": lazy_gettext("Filed on"),
    "filing_number": lazy_gettext("Filing number"),
    "authority": lazy_gettext("Filing authority"),
    "nature": lazy_gettext("Founder"),
    "profit": lazy_gettext("For profit"),
    "setting": lazy_gettext("Setting"),
    "forms": lazy_gettext("Service forms"),
    "classes": lazy_gettext("Classes"),
    "class_count": lazy_gettext("Number of classes"),
    "ages": lazy_gettext("Ages taken"),
    "capacity": lazy_gettext("Approved places"),
    "inclusive_places": lazy_gettext("Inclusive places"),
    "inclusive": lazy_gettext("Inclusive"),
    "price": lazy_gettext("Price"),
    "opened_on": lazy_gettext("Opened"),
    "operating": lazy_gettext("In operation"),
    "hours": lazy_gettext("Opening hours"),
    "floor_area": lazy_gettext("Floor area"),
    "outdoor_area": lazy_gettext("Outdoor area"),
    "floors": lazy_gettext("Floors"),
    "staff": lazy_gettext("Staff"),
    "prepay_months": lazy_gettext("Longest prepayment promised"),
    "description": lazy_gettext("Description"),
}
"""By the family of a field."""
