"""The one blank nursery of all tests: a name, and nothing else published."""

from __future__ import annotations

from datetime import date

from registry.nursery import Nursery

BLANK = Nursery(
    id="blank",
    name="某托育中心",
    trading_names=(),
    former_names=(),
    region=(),
    street=None,
    community=None,
    address=None,
    location=None,
    coordinate=None,
    credit_code=None,
    phones=(),
    filed=None,
    filed_on=None,
    authority=None,
    nature=None,
    profit=None,
    setting=None,
    forms=(),
    classes=(),
    ages=None,
    capacity=None,
    inclusive_places=None,
    inclusive_changes=(),
    enrolled=None,
    vacancy=None,
    prices=(),
    recognitions=(),
    denied=(),
    operating=None,
    opened_on=None,
    hours=None,
    prepay_months=None,
    floor_area=None,
    outdoor_area=None,
    floors=None,
    staff={},
    class_counts={},
    description=None,
    as_of=date(2026, 6, 1),
    sources=(),
    conflicts=(),
    fictional=True,
)
