"""The words beside the fields of the prepayment guard, and what to ask before paying."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext

PROBLEMS: Final[Mapping[str, object]] = {
    "months": lazy_gettext("Please give a whole number of months, such as 6."),
    "yuan": lazy_gettext("Please give an amount in yuan, such as 1980 or 1980.50."),
    "range": lazy_gettext("This number is outside what can be meant."),
    "discount": lazy_gettext(
        "Please write a Chinese fraction such as 9折, or a number with its percent sign."
    ),
    "which_discount": lazy_gettext("This can mean two things. Which one?"),
    "missing_months": lazy_gettext("For how many months is paid at once?"),
    "missing_price": lazy_gettext("Please give the price of a month, or the sum paid at once."),
    "total_and_discount": lazy_gettext(
        "Please give the sum or the discount, not both: the sum has the discount in it."
    ),
}

ASK: Final[Mapping[str, object]] = {
    "payee": lazy_gettext(
        "Is the name that takes the money the name on the licence and on the filing receipt?"
    ),
    "monthly": lazy_gettext("Can I pay by the month, and what does it cost then?"),
    "leave": lazy_gettext(
        "If my child stops, is ill or on leave: how much comes back, and within how many days?"
    ),
    "close": lazy_gettext(
        "If you move, close, or raise the price: how long before do you tell me, and may I leave "
        "with my money?"
    ),
    "deposit": lazy_gettext("When does the deposit come back, and what may be taken from it?"),
    "paper": lazy_gettext("Will all this stand in the contract, and do I get an invoice?"),
}
