"""Phrases and places that were typed by their sound: 普慧 → 普惠, 江扬区 → 江阳区.

Names of nurseries are mended by `search_index.corrections`; these are words that no name holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from registry.keys import fold
from search_index.understanding.phrases import FILLER, MEANINGS

_PHRASES: Final = (
    *(phrase for phrase, meaning in MEANINGS.items() if meaning.kind != FILLER),
    *("托育", "托班", "托儿所", "示范", "星级"),
)
"""What is typed often enough to be mistyped; a word that is no filter stands at the end."""

_ALIKE: Final = (("ng", "n"), ("zh", "z"), ("ch", "c"), ("sh", "s"))
"""Sounds that many speakers do not tell apart."""


def mended(
    text: str, left: Iterable[str], places: Iterable[str], reading: Callable[[str], str]
) -> str | None:
    """A text with each of the words `left` replaced by a phrase or place that sounds like it.

    One character of a word may differ. `places` are spellings of divisions, `reading` gives the
    pinyin of a character. `None` where a word sounds like nothing.
    """
    folded, known = fold(text), (*_PHRASES, *places)
    replaced = False
    for word in map(fold, left):
        other = next((one for one in known if _is_a_slip(word, one, reading)), None)
        if other is None:
            return None
        folded, replaced = folded.replace(word, other), True
    return folded if replaced else None


def _is_a_slip(word: str, other: str, reading: Callable[[str], str]) -> bool:
    if len(word) != len(other) or len(word) < 2:
        return False
    differing = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return len(differing) == 1 and _sound(differing[0][0], reading) == _sound(
        differing[0][1], reading
    )


def _sound(character: str, reading: Callable[[str], str]) -> str:
    sound = reading(character)
    for one, other in _ALIKE:
        sound = sound.replace(one, other)
    return sound
