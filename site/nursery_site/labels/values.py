"""The words for the values of facets, for levels, kinds and states of titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

UNPUBLISHED_WORD: Final = lazy_gettext("Not published")

FACETS: Final[Mapping[str, object]] = {
    "region": lazy_gettext("Place"),
    "price": lazy_gettext("Monthly price"),
    "form": lazy_gettext("Service form"),
    "class": lazy_gettext("Class"),
    "inclusive": lazy_gettext("Inclusive (price-limited)"),
    "demo": lazy_gettext("Demonstration title held"),
    "demo_state": lazy_gettext("Demonstration title, any state"),
    "star": lazy_gettext("Stars held"),
    "scheme": lazy_gettext("Scheme of grading"),
    "nature": lazy_gettext("Founder"),
    "setting": lazy_gettext("Setting"),
    "filed": lazy_gettext("Filing"),
    "vacancy": lazy_gettext("Free places"),
}

STATES: Final[dict[str, object]] = {
    "declared": lazy_gettext("applied for"),
    "recommended": lazy_gettext("recommended"),
    "review": lazy_gettext("under review"),
    "publicity": lazy_gettext("in publicity"),
    "objection": lazy_gettext("objected to"),
    "proposed": lazy_gettext("proposed, not confirmed in our copy"),
    "valid": lazy_gettext("valid"),
    "expiring": lazy_gettext("expiring soon"),
    "expired": lazy_gettext("expired"),
    "rectification": lazy_gettext("under rectification"),
    "cancelled": lazy_gettext("cancelled"),
    "revoked": lazy_gettext("revoked"),
}

LEVELS: Final[dict[str, object]] = {
    "national": lazy_gettext("National"),
    "provincial": lazy_gettext("Provincial"),
    "city": lazy_gettext("City"),
    "county": lazy_gettext("County"),
}

_UNPUBLISHED: Final[dict[str, object]] = {"unpublished": UNPUBLISHED_WORD}

VALUES: Final[Mapping[str, Mapping[str, object]]] = {
    "region": _UNPUBLISHED,
    "scheme": _UNPUBLISHED,
    "demo": LEVELS | {"none": lazy_gettext("None, a source says so")} | _UNPUBLISHED,
    "demo_state": STATES | _UNPUBLISHED,
    "star": {
        "5": lazy_gettext("5 stars"),
        "4": lazy_gettext("4 stars"),
        "3": lazy_gettext("3 stars"),
        "2": lazy_gettext("2 stars"),
        "1": lazy_gettext("1 star"),
        "none": lazy_gettext("No stars, a source says so"),
    }
    | _UNPUBLISHED,
    "inclusive": {
        "yes": lazy_gettext("Inclusive"),
        "partial": lazy_gettext("Some places inclusive"),
        "no": lazy_gettext("Not inclusive"),
    }
    | _UNPUBLISHED,
    "form": {
        "full_day": lazy_gettext("Full-day"),
        "half_day": lazy_gettext("Half-day"),
        "hourly": lazy_gettext("Hourly"),
        "temporary": lazy_gettext("Temporary"),
    }
    | _UNPUBLISHED,
    "class": {
        "infant": lazy_gettext("Infant class"),
        "junior": lazy_gettext("Junior class"),
        "senior": lazy_gettext("Senior class"),
        "mixed": lazy_gettext("Mixed-age class"),
    }
    | _UNPUBLISHED,
    "price": {"published": lazy_gettext("Price published")} | _UNPUBLISHED,
    "nature": {
        "public": lazy_gettext("Public"),
        "private": lazy_gettext("Private"),
        "public_private": lazy_gettext("Publicly built, privately run"),
    }
    | _UNPUBLISHED,
    "setting": {
        "standalone": lazy_gettext("Nursery of its own"),
        "kindergarten": lazy_gettext("Kindergarten's nursery class"),
        "community": lazy_gettext("Community nursery"),
        "employer": lazy_gettext("Employer's nursery"),
        "medical": lazy_gettext("With a medical institution"),
        "home": lazy_gettext("Home-based"),
    }
    | _UNPUBLISHED,
    "filed": {"yes": lazy_gettext("Filed"), "cancelled": lazy_gettext("Filing cancelled")}
    | _UNPUBLISHED,
    "vacancy": {"yes": lazy_gettext("Free places published")} | _UNPUBLISHED,
}

KINDS: Final[Mapping[str, object]] = {
    "demonstration": lazy_gettext("Demonstration"),
    "inclusive": lazy_gettext("Inclusive"),
    "star": lazy_gettext("Stars"),
    "grade": lazy_gettext("Grade"),
    "pilot": lazy_gettext("Pilot"),
    "standardisation": lazy_gettext("Standardisation"),
}
