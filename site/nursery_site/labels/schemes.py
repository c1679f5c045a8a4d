"""The words of recognition schemes: who does what on the way to a title, and how far we know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

WHO: Final[Mapping[str, object]] = {
    "nursery": lazy_gettext("The nursery"),
    "county": lazy_gettext("The county or district"),
    "city": lazy_gettext("The city"),
    "province": lazy_gettext("The province"),
    "experts": lazy_gettext("Experts"),
    "authority": lazy_gettext("The authorities"),
}

STEPS: Final[Mapping[str, object]] = {
    "apply": lazy_gettext("application"),
    "self_score": lazy_gettext("self-assessment"),
    "review": lazy_gettext("review"),
    "recommend": lazy_gettext("recommendation"),
    "paper_review": lazy_gettext("review of the papers"),
    "site_review": lazy_gettext("review on the spot"),
    "publicity": lazy_gettext("list published for objections"),
    "confer": lazy_gettext("title granted"),
    "remind": lazy_gettext("reminder and supervision where quality falls"),
    "spot_check": lazy_gettext("spot check"),
    "rectify": lazy_gettext("order to put it right in time"),
    "cancel": lazy_gettext("title cancelled"),
    "revoke": lazy_gettext("title revoked"),
}

WHY: Final[Mapping[str, object]] = {
    "fraud": lazy_gettext("for fraud"),
    "below_standard": lazy_gettext("if it stays below the standard"),
}

CONDITIONS: Final[Mapping[str, object]] = {
    "registered": lazy_gettext("registered"),
    "filed": lazy_gettext("filed"),
    "receipt": lazy_gettext("holds the filing receipt"),
    "no_dishonesty": lazy_gettext("no record of dishonesty"),
    "no_abuse": lazy_gettext("no abuse or humiliation of children"),
    "no_accident": lazy_gettext("no grave accident"),
}

NO_PROMISES: Final[Mapping[str, object]] = {
    "free_place": lazy_gettext("It does not promise a free place."),
    "low_price": lazy_gettext("It does not promise a low price."),
    "daily_care": lazy_gettext("It does not say how children are cared for today."),
    "quality": lazy_gettext("It says nothing about quality."),
    "comparison": lazy_gettext("It cannot be compared with another city's or province's grades."),
}

VERIFIED: Final[Mapping[str, object]] = {
    "V": lazy_gettext("These rules stand in the document named."),
    "V-copy": lazy_gettext("These rules were read in a copy, not at the issuer's own place."),
    "INF": lazy_gettext("These rules were concluded from what lists say; no document states them."),
}
