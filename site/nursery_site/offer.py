"""An offer to pay a nursery months ahead: what it means, month by month.

Pure arithmetic over what the parent types; `read` never raises, a bad value is named beside its
field. Amounts are yuan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from werkzeug.datastructures import MultiDict

from nursery_site.argument_values import BadValue, whole
from nursery_site.discounts import read_discount

MOST_MONTHS: Final = 36
MOST_YUAN: Final = 1_000_000.0

KEYS: Final = ("months", "price", "total", "discount", "deposit")
_AROUND: Final = re.compile(r"[\s,¥￥]|元$")
_PLAIN: Final = re.compile(r"\d{1,7}(\.\d{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Offer:
    """`months` paid for at once with `total` yuan, besides a deposit that is to come back.

    `monthly` is the price when paying month by month, `None` where it is not known.
    """

    months: int
    total: float
    deposit: float
    monthly: float | None

    @property
    def implied(self) -> float:
        """What a month costs in this offer."""
        return self.total / self.months

    @property
    def saved(self) -> float | None:
        """What is saved against paying monthly, if all months are used; less than 0: nothing."""
        return None if self.monthly is None else self.monthly * self.months - self.total

    @property
    def saved_share(self) -> float | None:
        """The saving as a share of what the months cost when paid one by one."""
        if self.monthly is None or self.saved is None or self.monthly == 0:
            return None
        return self.saved / (self.monthly * self.months)

    @property
    def pays_off_after(self) -> int | None:
        """The months after which paying ahead has cost no more than paying monthly.

        Who leaves sooner and gets nothing back has lost by the offer.

        >>> Offer(months=12, total=18000, deposit=0, monthly=2000).pays_off_after
        9
        """
        if not self.monthly or self.saved is None or self.saved < 0:
            return None
        return ceil(round(self.total / self.monthly, 6))

    def at_risk(self, used: int) -> float:
        """What would be lost after `used` whole months if nothing came back, deposit included.

        >>> [Offer(4, 8000, 500, None).at_risk(used) for used in (0, 1, 4)]
        [8500.0, 6500.0, 500.0]
        """
        return self.total * (self.months - used) / self.months + self.deposit


@dataclass(frozen=True, slots=True)
class Reading:
    """`given` is every field as typed, `problems` maps a field to a reason's code.

    `offer` is `None` while something is missing or wrong.
    """

    given: dict[str, str]
    problems: Mapping[str, str]
    offer: Offer | None


def read(given: MultiDict[str, str], published: float | None) -> Reading:
    """Read the form. `published` is a nursery's own price, taken where none is typed."""
    typed = {key: given.get(key, "").strip()[:40] for key in KEYS}
    read_values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for key, reading in _READERS.items():
        if typed[key]:
            try:
                read_values[key] = reading(typed[key])
            except BadValue as error:
                problems[key] = str(error)
    if "price" not in problems:
        read_values.setdefault("price", published)
    if any(typed.values()):
        problems |= _contradictions(typed, read_values, problems)
    offer = None if problems or not any(typed.values()) else _offer(read_values)
    return Reading(typed, problems, offer)


def yuan(value: str) -> float:
    """An amount, as people write it: `2,000`, `¥1980.50`, `１５００元`."""
    plain = _AROUND.sub("", unicodedata.normalize("NFKC", value))
    if not _PLAIN.fullmatch(plain):
        raise BadValue("yuan")
    if float(plain) > MOST_YUAN:
        raise BadValue("range")
    return float(plain)


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "months": whole(1, MOST_MONTHS, "months"),
    "price": yuan,
    "total": yuan,
    "discount": lambda typed: read_discount(typed).off,
    "deposit": yuan,
}


def _contradictions(
    typed: Mapping[str, str], found: Mapping[str, Any], problems: Mapping[str, str]
) -> dict[str, str]:
    """What is missing or said twice, for fields that have no problem yet."""
    wrong: dict[str, str] = {}
    if not typed["months"]:
        wrong["months"] = "missing_months"
    if typed["total"] and typed["discount"]:
        wrong["discount"] = "total_and_discount"
    if not typed["total"] and found.get("price") is None and "price" not in problems:
        wrong["price"] = "missing_price"
    return wrong


def _offer(found: Mapping[str, Any]) -> Offer:
    monthly: float | None = found.get("price")
    total: float | None = found.get("total")
    if total is None:
        # `_contradictions` has seen that there is a price.
        total = (monthly or 0.0) * found["months"] * (1 - found.get("discount", 0.0))
    return Offer(found["months"], round(total, 2), found.get("deposit", 0.0), monthly)
