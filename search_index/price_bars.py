"""How many nurseries of a result publish a price in each step of yuan, by the price filter's rule.

A nursery counts in every step that its published span meets, as `price_min` and `price_max` with
the step's ends would find it. The last step has no upper end.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from search_index.bitsets import Docs
from search_index.columns import Column, prices_meet

STEP: Final = 500
STEPS: Final = 11


def price_bars(low: Column, high: Column, docs: Docs) -> tuple[int, ...]:
    """The counts of the steps from 0 yuan on for some documents."""
    lows, highs = low[docs], high[docs]
    known = lows >= 0
    lows, highs = lows[known], highs[known]
    return tuple(int(np.count_nonzero(prices_meet(lows, highs, ends(one)))) for one in range(STEPS))


def ends(step: int) -> tuple[int, int | None]:
    """The first and the last whole yuan of a step, `None` for no end."""
    return step * STEP, None if step == STEPS - 1 else (step + 1) * STEP - 1
