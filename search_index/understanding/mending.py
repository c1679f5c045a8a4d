"""Phrases and places that were mistyped: 普慧 → 普惠, 江扬区 → 江阳区, 石家状市 → 石家庄市.

Names of nurseries are mended by `search_index.corrections`; these are words that no name holds.
A word of two characters is mended by its sound alone, one of three or more also where one
character is wrong, missing or too many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from registry.keys import fold
from search_index.names import one_change
from search_index.understanding.phrases import FILLER, MEANINGS
from search_index.understanding.regions import Named

_PHRASES: Final = (
    *(phrase for phrase, meaning in MEANINGS.items() if meaning.kind != FILLER),
    *("托育", "托班", "托儿所", "示范", "星级"),
)
"""What is typed often enough to be mistyped; a word that is no filter stands at the end."""

_ALIKE: Final = (("ng", "n"), ("zh", "z"), ("ch", "c"), ("sh", "s"))
"""Sounds that many speakers do not tell apart."""

_SHORTEST: Final = 2
_SHORTEST_BY_SIGHT: Final = 3
_LONGEST: Final = 12
"""Characters of a stretch that is mended."""


@dataclass(frozen=True)
class Mending:
    """`places` are spellings of divisions, `held` the keys that the copy holds nurseries of,
    `reading` gives the pinyin of a character.
    """

    places: Mapping[str, Named]
    held: Callable[[str], bool]
    reading: Callable[[str], str]

    def of(self, text: str, left: Iterable[str]) -> str | None:
        """A text with the words `left` replaced by what was meant, `None` if none can be."""
        folded = fold(text)
        mended = folded
        for word in map(fold, left):
            other = self._whole(word) or self._in_two(word)
            if other is not None:
                mended = mended.replace(word, other)
        return mended if mended != folded else None

    def _whole(self, word: str) -> str | None:
        """The phrase or place that sounds like a word, or else looks like it."""
        if not _SHORTEST <= len(word) <= _LONGEST:
            return None
        same = self._near(word, len(word))
        found = next((one for one in same if self._sounds_alike(word, one)), None)
        if found is not None or len(word) < _SHORTEST_BY_SIGHT:
            return found
        lengths = (len(word), len(word) - 1, len(word) + 1)
        others = (one for length in lengths for one in self._near(word, length))
        return next((one for one in others if _looks_alike(word, one)), None)

    def _near(self, word: str, length: int) -> list[str]:
        """What is known of some length with the first or the last character of a word.

        One slip leaves one of them right.
        """
        places = (*self._index.get((length, 0, word[0]), ()),)
        places += (*self._index.get((length, -1, word[-1]), ()),)
        return [self._known[place] for place in sorted(set(places))]

    def _in_two(self, word: str) -> str | None:
        """Two words that were typed without a space, one of them or both mended."""
        if len(word) > _LONGEST:
            return None
        for at in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
            pieces = (word[:at], word[at:])
            mended = [one if self._is_known(one) else self._whole(one) for one in pieces]
            if None not in mended:
                return "".join(one for one in mended if one)
        return None

    def _sounds_alike(self, word: str, other: str) -> bool:
        differing = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
        return len(differing) == 1 and self._sound(differing[0][0]) == self._sound(differing[0][1])

    def _sound(self, character: str) -> str:
        sound = self.reading(character)
        for one, other in _ALIKE:
            sound = sound.replace(one, other)
        return sound

    def _is_known(self, word: str) -> bool:
        return word in self.places or word in _PHRASES

    @cached_property
    def _known(self) -> list[str]:
        """Phrases, then places with nurseries, then the others."""
        far = [one for one, named in self.places.items() if not any(map(self.held, named.keys))]
        return [*_PHRASES, *sorted(self.places.keys() - set(far)), *far]

    @cached_property
    def _index(self) -> dict[tuple[int, int, str], list[int]]:
        """Where in `_known` is what has a length and a character first (0) or last (-1)."""
        found: dict[tuple[int, int, str], list[int]] = {}
        for place, one in enumerate(self._known):
            for end in (0, -1):
                found.setdefault((len(one), end, one[end]), []).append(place)
        return found


def _looks_alike(word: str, other: str) -> bool:
    return len(other) >= _SHORTEST_BY_SIGHT and one_change(word, other) == other
