"""Lists that disagree: one nursery in twenty is told differently by later lists."""

from __future__ import annotations

from dataclasses import replace

from registry.demo.world import DemoNursery
from registry.vocabulary import Nature


def contradicted(nursery: DemoNursery) -> DemoNursery:
    """The nursery as another office tells it; nineteen of twenty come back as they are."""
    if nursery.number % 20 != 7:
        return nursery
    prices = nursery.prices
    dearer = None
    if prices is not None:
        fees = tuple((kind, fee + 150) for kind, fee in prices.full_day)
        dearer = replace(prices, full_day=fees)
    other = Nature.PUBLIC_PRIVATE if nursery.nature is Nature.PRIVATE else Nature.PRIVATE
    return replace(nursery, capacity=nursery.capacity + 10, nature=other, prices=dearer)
