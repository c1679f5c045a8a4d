"""The words of the nursery page: units, items, stages, what a badge does not promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

UNITS: Final[Mapping[str, object]] = {
    "month": lazy_gettext("yuan a month"),
    "day": lazy_gettext("yuan a day"),
    "hour": lazy_gettext("yuan an hour"),
    "term": lazy_gettext("yuan a term"),
    "time": lazy_gettext("yuan each time"),
}

MEALS: Final[Mapping[str, object]] = {
    "included": lazy_gettext("with meals"),
    "excluded": lazy_gettext("without meals"),
}

PRICE_ITEMS: Final[Mapping[str, object]] = {
    "meals": lazy_gettext("Meals"),
    "boarding": lazy_gettext("Boarding"),
    "materials": lazy_gettext("Materials"),
    "late": lazy_gettext("Late pick-up"),
    "deposit": lazy_gettext("Deposit"),
}

STAFF: Final[Mapping[str, object]] = {
    "total": lazy_gettext("Staff"),
    "care": lazy_gettext("Carers"),
    "security": lazy_gettext("Security guards"),
    "health": lazy_gettext("Health carers"),
}

STAGES: Final[Mapping[str, object]] = {
    "declared": lazy_gettext("Applied for"),
    "recommended": lazy_gettext("Recommended"),
    "review": lazy_gettext("Reviewed"),
    "publicity": lazy_gettext("In publicity"),
    "objection": lazy_gettext("Objected to"),
    "conferred": lazy_gettext("Conferred"),
    "rectification": lazy_gettext("Ordered to rectify"),
    "restored": lazy_gettext("Rectified"),
    "cancelled": lazy_gettext("Cancelled"),
    "revoked": lazy_gettext("Revoked"),
}

STATE_NOTES: Final[Mapping[str, object]] = {
    "declared": lazy_gettext("The nursery has applied. Nothing has been granted."),
    "recommended": lazy_gettext("A lower authority recommends it. Nothing has been granted."),
    "review": lazy_gettext("The application is being reviewed. Nothing has been granted."),
    "publicity": lazy_gettext(
        "Anybody may object until the last day. Nothing has been granted yet."
    ),
    "objection": lazy_gettext("Somebody has objected. Nothing has been granted yet."),
    "proposed": lazy_gettext("The time for objections is over. Our copy holds no confirmation."),
    "valid": lazy_gettext("The title is held today."),
    "endless": lazy_gettext("No list in our copy names an end or a withdrawal."),
    "expiring": lazy_gettext("The title is held today and ends within 90 days."),
    "expired": lazy_gettext("The time for which the title was granted is over."),
    "rectification": lazy_gettext("The authority has ordered shortcomings to be put right."),
    "cancelled": lazy_gettext("The title has been cancelled."),
    "revoked": lazy_gettext("The title has been revoked."),
}

STATE_CHANGES: Final[Mapping[str, object]] = {
    "expiring": lazy_gettext("90 days before the end"),
    "expired": lazy_gettext("Expired"),
    "proposed": lazy_gettext("Time for objections over, no confirmation in our copy"),
}
"""Changes that no list states: they follow from the dates."""

NO_PROMISES: Final[Mapping[str, object]] = {
    "demonstration": lazy_gettext(
        "It does not promise a free place, a low price, or today's daily care."
    ),
    "inclusive": lazy_gettext(
        "It limits the price of care; it says nothing about quality or free places."
    ),
    "inclusive_proposed": lazy_gettext(
        "Once granted, it limits the price of care; it says nothing about quality or free places."
    ),
    "star": lazy_gettext("Stars of one scheme cannot be compared with those of another city."),
    "grade": lazy_gettext("The same grade can mean something else in another city."),
    "pilot": lazy_gettext("A pilot tries something out; it is no mark of quality."),
    "standardisation": lazy_gettext(
        "It concerns written procedures, not how a child is cared for today."
    ),
}

FACTS: Final[Mapping[str, object]] = {
    "price": lazy_gettext("Full-day price"),
    "capacity": lazy_gettext("Approved places"),
    "inclusive_places": lazy_gettext("Inclusive places"),
    "vacancy": lazy_gettext("Free places"),
    "forms": lazy_gettext("Service forms"),
    "classes": lazy_gettext("Classes"),
    "ages": lazy_gettext("Ages taken"),
    "hours": lazy_gettext("Opening hours"),
    "phones": lazy_gettext("Telephone"),
    "filed": lazy_gettext("Filing"),
    "filed_on": lazy_gettext("Filed on"),
    "authority": lazy_gettext("Filing authority"),
    "credit_code": lazy_gettext("Unified social credit code"),
    "nature": lazy_gettext("Founder"),
    "profit": lazy_gettext("For profit"),
    "setting": lazy_gettext("Setting"),
    "operating": lazy_gettext("In operation"),
    "opened_on": lazy_gettext("Opened"),
    "enrolled": lazy_gettext("Children enrolled"),
    "prepay_months": lazy_gettext("Longest prepayment promised"),
    "floor_area": lazy_gettext("Floor area"),
    "outdoor_area": lazy_gettext("Outdoor area"),
    "floors": lazy_gettext("Floors"),
    "class_count": lazy_gettext("Number of classes"),
    "address": lazy_gettext("Address"),
    "description": lazy_gettext("Description"),
    "inclusive": lazy_gettext("Inclusive"),
}

QUESTIONS: Final[Mapping[str, object]] = {
    "price": lazy_gettext("What does full-day care cost a month, and are meals in it?"),
    "prepay_months": lazy_gettext("How many months are paid ahead, and how is money given back?"),
    "capacity": lazy_gettext("How many places were approved, and is one free for my child's age?"),
    "classes": lazy_gettext("Which classes are there, and how many children are in each?"),
    "forms": lazy_gettext("Is there half-day, hourly or temporary care besides full-day care?"),
    "hours": lazy_gettext("From when to when is it open, and what does late pick-up cost?"),
    "staff": lazy_gettext("How many carers are with how many children, and how are they trained?"),
    "filed": lazy_gettext("May I see the filing receipt and the registration certificate?"),
    "inclusive": lazy_gettext("Is it inclusive, and for how many places?"),
    "address": lazy_gettext("Where exactly is the entrance?"),
    "phones": lazy_gettext("Which telephone number reaches the nursery during the day?"),
    "floor_area": lazy_gettext("How large are the rooms, and where do children play outdoors?"),
}

KINDS_OF_SOURCE: Final[Mapping[str, object]] = {
    "filing": lazy_gettext("Filing list"),
    "inclusive": lazy_gettext("Inclusive list"),
    "demonstration": lazy_gettext("Demonstration list"),
    "star": lazy_gettext("Star or grade list"),
    "price": lazy_gettext("Price list"),
    "assessment": lazy_gettext("Quality assessment"),
    "directory": lazy_gettext("Directory or map"),
    "pilot": lazy_gettext("Pilot list"),
    "credit": lazy_gettext("Credit record"),
    "vacancy": lazy_gettext("Free places"),
    "decision": lazy_gettext("Decision"),
    "population": lazy_gettext("Population"),
    "geocode": lazy_gettext("Coordinates"),
    "correction": lazy_gettext("Correction"),
}
