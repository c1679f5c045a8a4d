"""A fee among the fees of the same kind nearby: the other nurseries of a county, or of its city.

Same form (full day), unit (month) and class. Few published fees give no median
(`statistics.FEWEST_PRICES`), because it would be some nursery's own price.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from registry.vocabulary import AgeClass
from search_index.measures import FEES
from search_index.parts import Parts
from search_index.statistics import FEWEST_PRICES, Statistics


@dataclass(frozen=True, slots=True)
class PricePeers:
    """One nursery's fee among others. Yuan a month; both are middles of a low and a high end.

    `own` is `None` where the nursery publishes no closed fee of this kind, `median` where fewer
    than `FEWEST_PRICES` of the others do. `unpublished` counts the others that have such a class
    and publish no fee for it.
    """

    region: str
    age_class: AgeClass | None
    own: float | None
    median: float | None
    published: int
    unpublished: int


def price_peers(
    statistics: Statistics,
    parts: Parts,
    nursery_id: str,
    divisions: tuple[str, ...],
    age_class: AgeClass | None,
) -> PricePeers | None:
    """The peers in the first division with enough of them, else those in the last one.

    `divisions` go from small to large; classes that nobody publishes count for "all classes"
    only. `None` for an unknown nursery or no division.
    """
    position = parts.ids.find(nursery_id.encode("utf-8", "replace"))
    if position is None:
        return None
    doc, found = int(parts.ids_docs[position]), None
    for division in divisions:
        found = _among(statistics, parts, doc, division, age_class)
        if found.median is not None:
            break
    return found


def _among(
    statistics: Statistics, parts: Parts, doc: int, division: str, age_class: AgeClass | None
) -> PricePeers:
    start, end = next(iter(parts.regions.spans_of((division,))), (0, 0))
    middles = statistics.middles(FEES.index(age_class), start, end)
    counted = statistics.counted(start, end)
    own = float(middles[doc - start]) if start <= doc < end else np.nan
    if start <= doc < end:
        counted[doc - start] = False
    told = counted & ~np.isnan(middles)
    if age_class is not None:
        counted &= statistics.offering(age_class, start, end)
    published = int(np.count_nonzero(told))
    return PricePeers(
        division,
        age_class,
        None if np.isnan(own) else own,
        float(np.median(middles[told])) if published >= FEWEST_PRICES else None,
        published,
        int(np.count_nonzero(counted & ~told)),
    )
