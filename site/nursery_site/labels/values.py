"""The words for the values of facets, for levels, kinds and states of titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext as _l

UNPUBLISHED_WORD: Final = _l("Not published")

FACETS: Final[Mapping[str, object]] = {
    "region": _l("Place"),
    "price": _l("Monthly price"),
    "form": _l("Service form"),
    "class": _l("Class"),
    "inclusive": _l("Inclusive (price-limited)"),
    "demo": _l("Demonstration title held"),
    "demo_state": _l("Demonstration title, any state"),
    "star": _l("Stars held"),
    "scheme": _l("Scheme of grading"),
    "nature": _l("Founder"),
    "setting": _l("Setting"),
    "filed": _l("Filing"),
    "vacancy": _l("Free places"),
}

STATES: Final[Mapping[str, object]] = {
    "declared": _l("applied for"),
    "recommended": _l("recommended"),
    "review": _l("under review"),
    "publicity": _l("in publicity"),
    "objection": _l("objected to"),
    "proposed": _l("proposed, not confirmed in our copy"),
    "valid": _l("valid"),
    "expiring": _l("expiring soon"),
    "expired": _l("expired"),
    "rectification": _l("under rectification"),
    "cancelled": _l("cancelled"),
    "revoked": _l("revoked"),
}

LEVELS: Final[Mapping[str, object]] = {
    "national": _l("National"),
    "provincial": _l("Provincial"),
    "city": _l("City"),
    "county": _l("County"),
}

_UNPUBLISHED: Final[Mapping[str, object]] = {"unpublished": UNPUBLISHED_WORD}

VALUES: Final[Mapping[str, Mapping[str, object]]] = {
    "region": _UNPUBLISHED,
    "scheme": _UNPUBLISHED,
    "demo": LEVELS | {"none": _l("None, a source says so")} | _UNPUBLISHED,
    "demo_state": STATES | _UNPUBLISHED,
    "star": {
        "5": _l("5 stars"),
        "4": _l("4 stars"),
        "3": _l("3 stars"),
        "2": _l("2 stars"),
        "1": _l("1 star"),
        "none": _l("No stars, a source says so"),
    }
    | _UNPUBLISHED,
    "inclusive": {
        "yes": _l("Inclusive"),
        "partial": _l("Some places inclusive"),
        "no": _l("Not inclusive"),
    }
    | _UNPUBLISHED,
    "form": {
        "full_day": _l("Full-day"),
        "half_day": _l("Half-day"),
        "hourly": _l("Hourly"),
        "temporary": _l("Temporary"),
    }
    | _UNPUBLISHED,
    "class": {
        "infant": _l("Infant class"),
        "junior": _l("Junior class"),
        "senior": _l("Senior class"),
        "mixed": _l("Mixed-age class"),
    }
    | _UNPUBLISHED,
    "price": {"published": _l("Price published")} | _UNPUBLISHED,
    "nature": {
        "public": _l("Public"),
        "private": _l("Private"),
        "public_private": _l("Publicly built, privately run"),
    }
    | _UNPUBLISHED,
    "setting": {
        "standalone": _l("Nursery of its own"),
        "kindergarten": _l("Kindergarten's nursery class"),
        "community": _l("Community nursery"),
        "employer": _l("Employer's nursery"),
        "medical": _l("With a medical institution"),
        "home": _l("Home-based"),
    }
    | _UNPUBLISHED,
    "filed": {"yes": _l("Filed"), "cancelled": _l("Filing cancelled")} | _UNPUBLISHED,
    "vacancy": {"yes": _l("Free places published")} | _UNPUBLISHED,
}

KINDS: Final[Mapping[str, object]] = {
    "demonstration": _l("Demonstration"),
    "inclusive": _l("Inclusive"),
    "star": _l("Stars"),
    "grade": _l("Grade"),
    "pilot": _l("Pilot"),
    "standardisation": _l("Standardisation"),
}
