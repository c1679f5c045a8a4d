"""Which published list tells what: from a city's nurseries to the drafts of its lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registry.demo.draft import Draft
from registry.demo.lists.assessments import assessment_lists
from registry.demo.lists.decisions import decision_lists
from registry.demo.lists.details import detail_lists
from registry.demo.lists.earlier import earlier_lists
from registry.demo.lists.filings import filing_lists
from registry.demo.lists.honours import honour_lists
from registry.demo.lists.inclusive import inclusive_lists
from registry.demo.lists.pilots import pilot_lists
from registry.demo.lists.statistics import statistic_lists
from registry.demo.places import City
from registry.demo.titles import Calendar
from registry.demo.world import DemoNursery


def seeded_lists(
    city: City, nurseries: Sequence[DemoNursery], calendar: Calendar, seed: int
) -> Iterator[Draft]:
    """Lists that draw by chances of their own, so that no other list changes with them."""
    for lists in (statistic_lists, pilot_lists):
        yield from lists(city, nurseries, calendar, seed)


def city_lists(city: City, nurseries: Sequence[DemoNursery], calendar: Calendar) -> Iterator[Draft]:
    """Every list about a city, in the order in which they are to be imported."""
    for lists in (
        filing_lists,
        inclusive_lists,
        honour_lists,
        detail_lists,
        decision_lists,
        assessment_lists,
        earlier_lists,
    ):
        yield from lists(city, nurseries, calendar)
