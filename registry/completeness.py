"""How much of what parents compare is published of a nursery: the key facts, one by one."""

from __future__ import annotations

from typing import Final

from registry.nursery import Nursery

KEY_FACTS: Final = (
    "filed",
    "address",
    "phones",
    "capacity",
    "price",
    "forms",
    "classes",
    "inclusive",
    "nature",
    "hours",
)
"""The ten facts that completeness counts, each as much as any other. `price` is a full-day price
per month, `classes` are class types or ages, `inclusive` is any word on 普惠, a "no" included."""


def published(nursery: Nursery) -> tuple[bool, ...]:
    """Whether each of `KEY_FACTS` is published, in their order."""
    return (
        nursery.filed is not None,
        nursery.address is not None,
        bool(nursery.phones),
        nursery.capacity is not None,
        nursery.monthly_price is not None,
        bool(nursery.forms),
        bool(nursery.classes or nursery.ages),
        any(value is not None for _, value in nursery.inclusive_changes),
        nursery.nature is not None,
        nursery.hours is not None,
    )
