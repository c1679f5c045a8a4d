"""What was understood of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Filters = tuple[tuple[str, tuple[str, ...]], ...]
"""Keys of the search page's URL with their values: `(("nature", ("public",)),)`."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter read out of the text. `rest` is the text without the phrase.

    Removing an applied chip means asking for `rest`; taking an offered one means asking for
    `rest` together with `filters`.
    """

    phrase: str  # as typed
    filters: Filters
    rest: str
    excludes: bool = False  # 不要民办: the filters are what is left


@dataclass(frozen=True, slots=True)
class Choice:
    """A phrase that names several divisions (鼓楼区). Nothing is applied until one is chosen.

    Until then the phrase stays among the words. Choosing means asking for `rest` with
    `region=<one of the options>`.
    """

    phrase: str
    options: tuple[str, ...]  # division keys
    rest: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A phrase for something else than a nursery under 3, with the code of what it is.

    "early_education" (早教), "after_school" (托管, 晚托), "confinement" (月子中心),
    "nanny" (保姆), "kindergarten_class" (幼儿园小班) and "non_profit" (非营利), which no filter
    says; "elsewhere" is a place that no list of filings covers
    (台北, 香港). The phrase stays among the words, unless it names one of the divisions too.
    """

    phrase: str
    code: str


@dataclass(frozen=True, slots=True)
class Synonym:
    """A phrase that was taken for others: 準公共 for 普惠, 托嬰中心 also for 托育, 托儿所 …"""

    phrase: str
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """`words` is the text left beside the filters; `left` are the words of it that no nursery of
    this copy holds, and `kept` is the text without those of them that are no slip in a name: what
    is searched for where anything else narrows the search. `refused` are wishes that no filter
    can say (没有空位). So nothing is dropped in silence.
    """

    words: str = ""
    kept: str = ""
    chips: tuple[Chip, ...] = ()
    choices: tuple[Choice, ...] = ()
    offers: tuple[Chip, ...] = ()
    hints: tuple[Hint, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    left: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    wants_near: bool = False
    narrows: bool = False  # whether `kept` says more than that a nursery is looked for

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """The values of all chips by key, none twice; of two numbers the narrower.

        What is not wanted narrows what is, unless nothing of it would be left.
        """
        merged: dict[str, tuple[str, ...]] = {}
        for chip in sorted(self.chips, key=lambda one: one.excludes):
            for key, values in chip.filters:
                every = tuple(dict.fromkeys((*merged.get(key, ()), *values)))
                if key in SINGLE:
                    every = (SINGLE[key](every, key=float),)
                elif chip.excludes and key in merged:
                    wanted = tuple(one for one in merged[key] if one in values)
                    every = wanted or merged[key]
                merged[key] = every
        return merged


SINGLE: Final = {"age": min, "price_min": max, "price_max": min, "within": min}
"""Keys that take one number, and which of several is the narrower (of two ages, the younger)."""
