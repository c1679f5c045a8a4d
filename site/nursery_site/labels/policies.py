"""The words of the policy pages: topics, needs, residence, and the words of a live figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

TOPICS: Final[Mapping[str, object]] = {
    "filing": lazy_gettext("Filing"),
    "choosing": lazy_gettext("Choosing and visiting"),
    "price": lazy_gettext("Inclusive care and prices"),
    "subsidy": lazy_gettext("Subsidies and tax"),
    "titles": lazy_gettext("Titles, stars and grades"),
    "quality": lazy_gettext("Quality and safety"),
    "rights": lazy_gettext("Contracts and complaints"),
    "law": lazy_gettext("Laws and plans"),
    "regions": lazy_gettext("What cities do"),
}

NEEDS: Final[Mapping[str, object]] = {
    "place": lazy_gettext("Finding a place"),
    "price": lazy_gettext("Paying less for care"),
    "subsidy": lazy_gettext("Applying for a subsidy"),
    "tax": lazy_gettext("Deducting from tax"),
    "refund": lazy_gettext("Prepayment and refunds"),
    "complaint": lazy_gettext("Complaining"),
    "check": lazy_gettext("Checking whether a nursery is in order"),
    "visit": lazy_gettext("Visiting a nursery"),
}

RESIDENCES: Final[Mapping[str, object]] = {
    "household": lazy_gettext("Household registration there"),
    "permit": lazy_gettext("Residence permit there"),
}

BOUNDS: Final[Mapping[str, object]] = {
    "household": lazy_gettext("with household registration there"),
    "permit": lazy_gettext("with a residence permit there"),
}
