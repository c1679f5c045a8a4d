"""The words of the notices and of the filing check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

CAME_OF: Final[Mapping[str, object]] = {
    "declared": lazy_gettext("Applied for again; nothing granted"),
    "recommended": lazy_gettext("Recommended again; nothing granted"),
    "review": lazy_gettext("Reviewed again; nothing granted"),
    "publicity": lazy_gettext("Still open for objections in another notice"),
    "objection": lazy_gettext("Objected to; our copy holds no decision"),
    "proposed": lazy_gettext("Proposed; our copy holds no confirmation"),
    "valid": lazy_gettext("Confirmed and valid"),
    "expiring": lazy_gettext("Confirmed; ends within 90 days"),
    "expired": lazy_gettext("Confirmed; has expired since"),
    "rectification": lazy_gettext("Ordered to put shortcomings right"),
    "cancelled": lazy_gettext("Title cancelled"),
    "revoked": lazy_gettext("Title revoked"),
    "none": lazy_gettext("What became of it is not in our copy"),
}
"""What a proposal had become by a day: by the state of its title, "none" where none is named."""

MATCHED: Final[Mapping[str, object]] = {
    "name": lazy_gettext("Registered name"),
    "trading_name": lazy_gettext("Trading name"),
    "former_name": lazy_gettext("Former name"),
    "credit_code": lazy_gettext("Unified social credit code"),
    "address": lazy_gettext("Address"),
}

CODE_DOUBTS: Final[Mapping[str, object]] = {
    "code-of-another": lazy_gettext(
        "The name and the code are not of one nursery: in our copy this code belongs to another "
        "than the one that bears this name. Ask to see the licence."
    ),
    "code-unknown": lazy_gettext(
        "The nursery of this name is not published with this code, and the code is not in our "
        "copy. Ask to see the licence."
    ),
    "credit-code-length": lazy_gettext(
        "A unified social credit code has 18 characters; this one does not."
    ),
    "credit-code-letter": lazy_gettext(
        "A unified social credit code never holds the letters I, O, S, V and Z; "
        "they are easily mistaken for digits."
    ),
    "credit-code-check-digit": lazy_gettext(
        "The last character of this code does not fit the others, so it is probably mistyped. "
        "A few codes are published with such a mistake."
    ),
    "credit-code-organisation": lazy_gettext(
        "The seventeenth character of this code does not fit those before it, so it is probably "
        "mistyped. A few codes are published with such a mistake."
    ),
}
"""What is wrong with a typed code, by `search_index.filing.Doubt`."""
