"""不要民办, 非普惠, 没有空位: what a phrase means after a word that turns it round.

Only what has one value of several (`_ALL`) can be left out, and then 未公布 stays in: unknown is
not no. An amount turns round into the other bound. Everything else is refused: it leaves the
words and is said not to be used.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from registry.vocabulary import Level, Nature, Setting
from search_index.request import UNPUBLISHED
from search_index.understanding.phrases import FILTER, HINT, REFUSED, Meaning
from search_index.understanding.result import Filters

_NOT_WANTED: Final = (
    r"(?:不要|不想要?|不是|不用|不选|不考虑|别选?|排除|除了|除|非)(?:上|去|找|读|送|选)?"
)
_IS_NOT: Final = r"(?:没|無|无|未|不)"
_BEFORE: Final = re.compile(rf"(?:(?P<unwanted>{_NOT_WANTED})|{_IS_NOT})$")
_BEHIND: Final = re.compile(r"(?:以外|之外|外)?的?")
_LONGEST: Final = 5

_ALL: Final[dict[str, tuple[str, ...]]] = {
    "nature": tuple(map(str, Nature)),
    "setting": tuple(map(str, Setting)),
    "inclusive": ("yes", "partial", "no"),
    "star": ("1", "2", "3", "4", "5", "none"),
}
_EVERY_LEVEL: Final = frozenset(map(str, Level))
_OTHER_BOUND: Final = {"price_min": "price_max", "price_max": "price_min"}


def negation(text: str, at: int, after: int) -> re.Match[str] | None:
    """The turning word that ends at a place of folded text and begins not before another."""
    return _BEFORE.search(text, max(at - _LONGEST, after, 0), at)


def end_of_exception(text: str, end: int, found: re.Match[str]) -> int:
    """Where 除了民办以外 ends, beyond what is excepted."""
    if not found[0].startswith("除"):
        return end
    behind = _BEHIND.match(text, end)
    return behind.end() if behind else end


def turned_round(meaning: Meaning | None, found: re.Match[str]) -> Meaning | None:
    """What a phrase, or a division (`None`), means behind a turning word; `None`: nothing."""
    unwanted = found["unwanted"] is not None
    if meaning is None:
        return Meaning(REFUSED) if unwanted else None
    if meaning.kind == HINT and unwanted and meaning.code != "elsewhere":
        return replace(meaning, kind=REFUSED)
    if meaning.kind != FILTER:
        return None
    others = _others(meaning.filters) if unwanted else None
    return Meaning(FILTER, others, excludes=True) if others else Meaning(REFUSED)


def _others(filters: Filters) -> Filters | None:
    if len(filters) != 1:
        return None
    ((key, values),) = filters
    if key in _OTHER_BOUND:
        return ((_OTHER_BOUND[key], values),)
    if key == "demo" and set(values) == _EVERY_LEVEL:
        return ((key, ("none", UNPUBLISHED)),)
    if key not in _ALL:
        return None
    return ((key, (*(one for one in _ALL[key] if one not in values), UNPUBLISHED)),)
