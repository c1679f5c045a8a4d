"""The last day of a publicity (公示) by the rule of its scheme: how many working days, from when.

A notice that names both days is taken at its word. One that names a number of working days is
counted as its scheme counts them, and one that names neither by the scheme's own number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from registry.places.divisions import Divisions
from registry.places.workdays import WorkdayEnd, last_day
from registry.recognition import Recognition, StageEvent
from registry.schemes import Scheme, scheme_for
from registry.values.statement import TitleFacts
from registry.vocabulary import Stage


def noted(facts: TitleFacts, notes: TitleFacts) -> TitleFacts:
    """A table's facts with what its notes add: meals, where to object, and until when."""
    facts = replace(
        facts,
        meals=facts.meals or notes.meals,
        objections=facts.objections or notes.objections,
    )
    if facts.stage is not Stage.PUBLICITY or facts.publicity:
        return facts
    return replace(
        facts,
        publicity=notes.publicity,
        publicity_estimated=notes.publicity_estimated,
        publicity_days=notes.publicity_days,
    )


def counted(facts: TitleFacts, region: str | None, schemes: Mapping[str, Scheme]) -> TitleFacts:
    """The facts with their working days counted as the title's scheme counts them.

    `region` is the division that the list covers.
    """
    if facts.publicity is None or facts.publicity_days is None or facts.recognition is None:
        return facts
    chain = Divisions.with_zones(()).chain(region) if region else ()
    key = scheme_for(schemes, facts.recognition, facts.level, chain, facts.label or facts.text)
    if key not in schemes or schemes[key].first_day_counts:
        return facts
    first = facts.publicity[0]
    end = last_day(first, facts.publicity_days, first_day_counts=False)
    return replace(facts, publicity=(first, end.day), publicity_estimated=end.estimated)


def end_by_scheme(first: date, scheme: Scheme | None) -> WorkdayEnd | None:
    """The last day of a publicity that begins on `first`; `None` where the scheme names none."""
    if scheme is None or scheme.publicity_days is None:
        return None
    return last_day(first, scheme.publicity_days, first_day_counts=scheme.first_day_counts)


def with_ends(
    recognitions: tuple[Recognition, ...], schemes: Mapping[str, Scheme]
) -> tuple[Recognition, ...]:
    """The rounds, each publicity without a published last day ended by its scheme's rule."""
    return tuple(
        replace(one, events=tuple(_ended(event, schemes[one.scheme]) for event in one.events))
        if one.scheme in schemes
        else one
        for one in recognitions
    )


def _ended(event: StageEvent, scheme: Scheme) -> StageEvent:
    if event.stage is not Stage.PUBLICITY or event.until is not None or event.on_said:
        return event
    end = end_by_scheme(event.on, scheme)
    return (
        event
        if end is None
        else replace(event, until=end.day, counted=True, estimated=end.estimated)
    )
