"""The columns that only statistics read: places, fees by class, days of filing, facts published.

Numbers that nobody published are -1, fees NaN. A fee counts where both its ends are published: a
ceiling (不超过2000元) is no price, and neither is a floor.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from math import nan
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from registry.completeness import published
from registry.nursery import Nursery, Price
from registry.vocabulary import AgeClass, Form, Unit
from search_index.timelines import day_number

FEES: Final[tuple[AgeClass | None, ...]] = (None, *AgeClass)
"""The rows of the fee columns: all classes together, then each class."""

COLUMNS: Final = ("places", "inclusive_places", "filed_day", "facts", "fee_low", "fee_high")

_NO_FEES: Final = (nan, nan) * len(FEES)
_NO_DAY: Final = -(2**31)


@dataclass
class MeasureRows:
    """Collects the columns while nurseries are read, in the order they come."""

    numbers: array[int] = field(default_factory=lambda: array("i"))
    fees: array[float] = field(default_factory=lambda: array("f"))

    def add(self, nursery: Nursery) -> None:
        """Note one nursery."""
        self.numbers.extend(
            (
                _or_unknown(nursery.capacity),
                _or_unknown(nursery.inclusive_places),
                day_number(nursery.filed_on) if nursery.filed_on else _NO_DAY,
                sum(1 << place for place, said in enumerate(published(nursery)) if said),
            )
        )
        if not nursery.prices:  # as of most
            self.fees.extend(_NO_FEES)
            return
        fees = [_fee(nursery.prices, one) for one in FEES]
        self.fees.extend(end for fee in fees for end in fee)

    def arrays(self, docs: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
        """The columns by name; `docs` lists the rows in their final order.

        `fee_low` and `fee_high` have the shape (len(FEES), documents).
        """
        numbers = np.array(self.numbers, np.int32).reshape(-1, 4)[docs]
        fees = np.array(self.fees, np.float32).reshape(-1, len(FEES), 2)[docs]
        named = dict(zip(COLUMNS, numbers.T, strict=False))
        return {**named, "fee_low": fees[:, :, 0].T, "fee_high": fees[:, :, 1].T}


def has_day(days: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which days of filing are published."""
    known: NDArray[np.bool_] = days != _NO_DAY
    return known


def _or_unknown(number: int | None) -> int:
    return -1 if number is None else min(number, 2**31 - 1)


def _fee(prices: tuple[Price, ...], age_class: AgeClass | None) -> tuple[float, float]:
    """The lowest and highest full-day fee per month of a class, or of all."""
    ends = [
        (price.low, price.high)
        for price in prices
        if price.form is Form.FULL_DAY
        and price.unit is Unit.MONTH
        and age_class in (None, price.age_class)
    ]
    closed = [(low, high) for low, high in ends if low is not None and high is not None]
    if not closed:
        return nan, nan
    return min(low for low, _ in closed), max(high for _, high in closed)
