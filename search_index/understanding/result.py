"""What was understood of a text."""

from __future__ import annotations

from dataclasses import dataclass

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

    "early_education" (早教), "after_school" (托管, 晚托), "confinement" (月子中心) and
    "kindergarten_class" (幼儿园小班). The phrase stays among the words.
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
    """`words` is the text left for `SearchRequest.text`; `left` are the words of it that no
    nursery of this copy holds, so that nothing is dropped in silence.
    """

    words: str = ""
    chips: tuple[Chip, ...] = ()
    choices: tuple[Choice, ...] = ()
    offers: tuple[Chip, ...] = ()
    hints: tuple[Hint, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    left: tuple[str, ...] = ()
    wants_near: bool = False

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """The values of all chips by key, none twice; the last phrase wins for a number."""
        merged: dict[str, tuple[str, ...]] = {}
        for chip in self.chips:
            for key, values in chip.filters:
                before = () if key in SINGLE else merged.get(key, ())
                merged[key] = tuple(dict.fromkeys((*before, *values)))
        return merged


SINGLE = frozenset({"age", "price_min", "price_max", "within"})
"""Keys that take one number."""
