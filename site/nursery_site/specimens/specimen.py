"""A specimen: one component of `templates/components/` in one state, ready to be rendered."""

from __future__ import annotations

from dataclasses import dataclass

from nursery_site.pages.rules import Rulebook
from registry.limits import Limits
from registry.standards import Standard


@dataclass(frozen=True, slots=True)
class Specimen:
    """The macro of a file in one state, with what it is called with.

    `state` is a name for developers and stays English. `around` is the element with its
    class in which the macro stands on a page: an option stands in a list.
    """

    file: str
    macro: str
    state: str
    arguments: tuple[object, ...] = ()
    around: str = "div.stage"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What presenters need beside a nursery: the rules that the site holds."""

    rulebook: Rulebook
    standard: Standard
    limits: Limits
