"""Which passage of some texts answers a question: a few dozen articles, searched in memory.

Texts and questions are folded as names and addresses are (`registry.keys.fold`), so that both
scripts meet. What only makes a question of them (怎么, 能, 吗) is dropped; what is left is
compared by pairs of neighbouring characters and by Latin words, rare ones counting more.

    示範能退費嗎  →  示范能退费吗  →  示范 退费  →  the article that says so of 示范 and of 退费
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final, Literal

from registry.keys import fold
from search_index.analysis import clean, is_chinese, pairs, runs

Part = Literal["question", "title", "summary", "heading", "text"]

WEIGHTS: Final[Mapping[Part, float]] = {
    "question": 4,
    "title": 3,
    "summary": 2,
    "heading": 2,
    "text": 1,
}
"""What a match in each part of an article is worth; of each part its best match counts."""

ANSWERS_FROM: Final = 0.6
"""The least share of a question that one part has to hold to be its answer."""

_ASKING: Final = re.compile(
    r"吗|呢|怎么|怎样|如何|什么|为何|几[个岁年天次]|多少|多久|哪[些里个种]?|能不能|可不可以|是不是|"
    r"是否|区别|意思|政策|规定|[?？]|\b(?:what|how|why|when|which|who|can|does|is|are|do)\b"
)
"""What tells a question from a name."""

_EMPTY: Final = re.compile(
    r"为什么|怎么样|什么样|什么|怎么|怎样|如何|为何|多少|多久|哪些|哪里|哪个|哪种|能不能|可不可以|"
    r"是不是|是否|可以|请问|我们|我家|孩子|宝宝|需要|应该|一个|有没有|没有|托育机构|机构|"
    r"[吗呢的了么和与是能要有去会让把被就都也还又个没]|"
    r"\b(?:what|how|why|when|which|who|can|could|does|do|is|are|a|an|the|of|in|for|to|my|i|it|and)\b"
)
"""What every question is made of, and no question is about."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of an article: `owner` names the article, `place` the spot on its page."""

    owner: str
    part: Part
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A found article with its best piece of running text, empty where only its head matches.

    `marks` are spans of `text`; `held` is the share of the question that its best part holds.
    """

    owner: str
    place: str
    text: str
    marks: tuple[tuple[int, int], ...]
    score: float
    held: float


class Passages:
    """The texts, cut once."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = tuple((unit, frozenset(terms(unit.text))) for unit in units)
        owners: dict[str, set[str]] = {}
        for unit, found in self._units:
            owners.setdefault(unit.owner, set()).update(found)
        known = Counter(term for found in owners.values() for term in found)
        self._owners = tuple(owners)
        self._worth = {term: log(1 + len(owners) / count) for term, count in known.items()}
        self._rarest = log(1 + len(owners)) + 1

    def search(self, text: str, limit: int = 10) -> tuple[Passage, ...]:
        """The articles that speak of a text, best first."""
        asked = frozenset(terms(text))
        whole = self._sum(asked)
        if not whole:
            return ()
        found = [self._passage(owner, asked, whole) for owner in self._owners]
        speaking = [passage for passage in found if passage.score > 0]
        return tuple(sorted(speaking, key=lambda passage: -passage.score)[:limit])

    def answer(self, text: str) -> Passage | None:
        """The article that answers a question; `None` for what is no question, or not ours.

        A name of a nursery asks nothing and stands in no question that an article answers.
        """
        found = self.search(text, 1)
        if not found or found[0].held < ANSWERS_FROM:
            return None
        return found[0] if asks(text) or self._is_named(text, found[0].owner) else None

    def _is_named(self, text: str, owner: str) -> bool:
        """Whether a text of some length stands as it is in a question or title of an article."""
        key = "".join(runs(fold(clean(text))))
        return len(key) >= 4 and any(
            key in "".join(runs(fold(unit.text)))
            for unit, _ in self._units
            if unit.owner == owner and unit.part in ("question", "title")
        )

    def _sum(self, found: Iterable[str]) -> float:
        return sum(self._worth.get(term, self._rarest) for term in found)

    def _passage(self, owner: str, asked: frozenset[str], whole: float) -> Passage:
        best: dict[Part, float] = {}
        place = text = ""
        for unit, found in self._units:
            if unit.owner != owner:
                continue
            share = self._sum(asked & found) / whole
            if unit.part == "text" and share > best.get("text", 0):
                place, text = unit.place, unit.text
            best[unit.part] = max(best.get(unit.part, 0), share)
        score = sum(WEIGHTS[part] * share for part, share in best.items())
        held = max(best.values(), default=0)
        return Passage(owner, place, text, marks(text, asked), score, held)


def asks(text: str) -> bool:
    """Whether a text is a question, and not only words.

    >>> asks("示範能退費嗎"), asks("苏阳托育")
    (True, False)
    """
    return _ASKING.search(fold(clean(text))) is not None


def terms(text: str) -> list[str]:
    """The terms of a text without the words that only make a question.

    >>> terms("示範能退費嗎")
    ['示范', '退费']
    """
    found: list[str] = []
    for run in runs(_EMPTY.sub(" ", fold(clean_of(text)))):
        found += pairs(run) if is_chinese(run) else [run]
    return found


def clean_of(text: str) -> str:
    """A text of any length without what is no character."""
    return "".join(clean(text[start : start + 200]) for start in range(0, len(text), 200))


def marks(text: str, asked: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in a text, as joined spans of it in its own letters."""
    folded = [fold(sign) for sign in text]
    origins = [at for at, signs in enumerate(folded) for _ in signs]
    key = "".join(folded)
    hit: set[int] = set()
    for term in asked:
        for found in re.finditer(f"(?={re.escape(term)})", key):
            hit.update(origins[found.start() : found.start() + len(term)])
    spans: list[tuple[int, int]] = []
    for at in sorted(hit):
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return tuple(spans)
