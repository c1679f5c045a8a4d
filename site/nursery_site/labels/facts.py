"""The words of the nursery page: units, items, stages, what a badge does not promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext as _l

UNITS: Final[Mapping[str, object]] = {
    "month": _l("yuan a month"),
    "day": _l("yuan a day"),
    "hour": _l("yuan an hour"),
    "term": _l("yuan a term"),
    "time": _l("yuan each time"),
}

MEALS: Final[Mapping[str, object]] = {
    "included": _l("with meals"),
    "excluded": _l("without meals"),
}

PRICE_ITEMS: Final[Mapping[str, object]] = {
    "meals": _l("Meals"),
    "boarding": _l("Boarding"),
    "materials": _l("Materials"),
    "late": _l("Late pick-up"),
    "deposit": _l("Deposit"),
}

STAFF: Final[Mapping[str, object]] = {
    "total": _l("Staff"),
    "care": _l("Carers"),
    "security": _l("Security guards"),
    "health": _l("Health carers"),
}

STAGES: Final[Mapping[str, object]] = {
    "declared": _l("Applied for"),
    "recommended": _l("Recommended"),
    "review": _l("Reviewed"),
    "publicity": _l("In publicity"),
    "objection": _l("Objected to"),
    "conferred": _l("Conferred"),
    "rectification": _l("Ordered to rectify"),
    "restored": _l("Rectified"),
    "cancelled": _l("Cancelled"),
    "revoked": _l("Revoked"),
}

STATE_NOTES: Final[Mapping[str, object]] = {
    "declared": _l("The nursery has applied. Nothing has been granted."),
    "recommended": _l("A lower authority recommends it. Nothing has been granted."),
    "review": _l("The application is being reviewed. Nothing has been granted."),
    "publicity": _l("Anybody may object until the last day. Nothing has been granted yet."),
    "objection": _l("Somebody has objected. Nothing has been granted yet."),
    "proposed": _l("The time for objections is over. Our copy holds no confirmation."),
    "valid": _l("The title is held today."),
    "expiring": _l("The title is held today and ends within 90 days."),
    "expired": _l("The time for which the title was granted is over."),
    "rectification": _l("The authority has ordered shortcomings to be put right."),
    "cancelled": _l("The title has been cancelled."),
    "revoked": _l("The title has been revoked."),
}

NO_PROMISES: Final[Mapping[str, object]] = {
    "demonstration": _l("It does not promise a free place, a low price, or today's daily care."),
    "inclusive": _l("It limits the price of care; it says nothing about quality or free places."),
    "star": _l("Stars of one scheme cannot be compared with those of another city."),
    "grade": _l("The same grade can mean something else in another city."),
    "pilot": _l("A pilot tries something out; it is no mark of quality."),
    "standardisation": _l("It concerns written procedures, not how a child is cared for today."),
}

FACTS: Final[Mapping[str, object]] = {
    "price": _l("Full-day price"),
    "capacity": _l("Approved places"),
    "inclusive_places": _l("Inclusive places"),
    "vacancy": _l("Free places"),
    "forms": _l("Service forms"),
    "classes": _l("Classes"),
    "ages": _l("Ages taken"),
    "hours": _l("Opening hours"),
    "phones": _l("Telephone"),
    "filed": _l("Filing"),
    "filed_on": _l("Filed on"),
    "authority": _l("Filing authority"),
    "credit_code": _l("Unified social credit code"),
    "nature": _l("Founder"),
    "profit": _l("For profit"),
    "setting": _l("Setting"),
    "operating": _l("In operation"),
    "opened_on": _l("Opened"),
    "enrolled": _l("Children enrolled"),
    "prepay_months": _l("Longest prepayment promised"),
    "floor_area": _l("Floor area"),
    "outdoor_area": _l("Outdoor area"),
    "floors": _l("Floors"),
    "class_count": _l("Number of classes"),
    "address": _l("Address"),
    "trading_name": _l("Trading name"),
    "former_name": _l("Former name"),
    "description": _l("Description"),
    "district": _l("District"),
    "street": _l("Street or town"),
    "community": _l("Community"),
    "inclusive": _l("Inclusive"),
    "location": _l("Coordinates"),
    "name": _l("Registered name"),
}

QUESTIONS: Final[Mapping[str, object]] = {
    "price": _l("What does full-day care cost a month, and are meals in it?"),
    "prepay_months": _l("How many months are paid ahead, and how is money given back?"),
    "capacity": _l("How many places were approved, and is one free for my child's age?"),
    "classes": _l("Which classes are there, and how many children are in each?"),
    "forms": _l("Is there half-day, hourly or temporary care besides full-day care?"),
    "hours": _l("From when to when is it open, and what does late pick-up cost?"),
    "staff": _l("How many carers are with how many children, and how are they trained?"),
    "filed": _l("May I see the filing receipt and the registration certificate?"),
    "inclusive": _l("Is it inclusive, and for how many places?"),
    "address": _l("Where exactly is the entrance?"),
    "phones": _l("Which telephone number reaches the nursery during the day?"),
    "floor_area": _l("How large are the rooms, and where do children play outdoors?"),
}

KINDS_OF_SOURCE: Final[Mapping[str, object]] = {
    "filing": _l("Filing list"),
    "inclusive": _l("Inclusive list"),
    "demonstration": _l("Demonstration list"),
    "star": _l("Star or grade list"),
    "price": _l("Price list"),
    "assessment": _l("Quality assessment"),
    "directory": _l("Directory or map"),
    "pilot": _l("Pilot list"),
    "credit": _l("Credit record"),
    "vacancy": _l("Free places"),
    "decision": _l("Decision"),
    "population": _l("Population"),
    "geocode": _l("Coordinates"),
}
