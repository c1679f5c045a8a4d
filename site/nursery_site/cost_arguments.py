"""The keys of the cost form on a nursery's page: `cost_care`, `cost_days` and so on.

They are the page's own and no part of a search. A birthday is never one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from werkzeug.datastructures import MultiDict

from nursery_site.argument_values import BadValue, whole
from nursery_site.costs import MONTHLY, UNTIL, Choice

NUMBERS: Final[dict[str, Callable[[str], int]]] = {
    "cost_days": whole(1, 31),
    "cost_hours": whole(1, 24),
    "cost_age": whole(0, UNTIL),
}


def cost_choice(given: MultiDict[str, str]) -> Choice:
    """What the form says; what cannot be used falls back and is named in `problems`.

    An unticked box sends nothing, so only a form that was sent can leave the meals out.

    >>> cost_choice(MultiDict([("cost_care", "full_day"), ("cost_days", "20"), ("cost_age", "x")]))
    ... # doctest: +NORMALIZE_WHITESPACE
    Choice(care='full_day', days=20, hours=8, extras=frozenset(), age=None,
           problems=frozenset({'cost_age'}))
    """
    read: dict[str, int] = {}
    problems = set()
    for key, reading in NUMBERS.items():
        if value := given.get(key, ""):
            try:
                read[key] = reading(value)
            except BadValue:
                problems.add(key)
    default = Choice()
    sent = "cost_care" in given
    return Choice(
        care=given.get("cost_care") or None,
        days=read.get("cost_days", default.days),
        hours=read.get("cost_hours", default.hours),
        extras=frozenset(given.getlist("cost_with")) & set(MONTHLY) if sent else default.extras,
        age=read.get("cost_age"),
        problems=frozenset(problems),
    )
