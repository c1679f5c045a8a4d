"""How many nurseries of a result publish a price in each step of yuan, by the price filter's rule.

A nursery counts in every step that its published span meets, as `price_min` and `price_max` with
the step's ends would find it. The last step has no upper end.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from search_index.bitsets import Docs
from search_index.columns import Column

STEP: Final = 500
STEPS: Final = 11

Spans = NDArray[np.uint8]  # of each document, see `spans`

_UNKNOWN: Final = STEPS * STEPS
_FIRST, _LAST = np.divmod(np.arange(_UNKNOWN), STEPS)
_MET: Final = np.array([(step >= _FIRST) & (step <= _LAST) for step in range(STEPS)])
"""Which spans meet each step, shape (steps, spans)."""


def spans(low: Column, high: Column) -> Spans:
    """The first and the last step of each published span as one small number."""
    first, last = (np.minimum(column // STEP, STEPS - 1) for column in (low, high))
    return np.where(low >= 0, first * STEPS + last, _UNKNOWN).astype(np.uint8)


def price_bars(of_all: Spans, docs: Docs) -> tuple[int, ...]:
    """The counts of the steps from 0 yuan on for some documents; `of_all` are the spans."""
    counted = np.bincount(of_all.take(docs), minlength=_UNKNOWN + 1)[:_UNKNOWN]
    return tuple((_MET @ counted).tolist())


def ends(step: int) -> tuple[int, int | None]:
    """The first and the last whole yuan of a step, `None` for no end."""
    return step * STEP, None if step == STEPS - 1 else (step + 1) * STEP - 1
