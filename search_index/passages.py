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
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log
from typing import Final, Literal

from registry.keys import fold
from search_index.analysis import clean, is_chinese, pairs, runs

Part = Literal["question", "title", "need", "summary", "heading", "text"]

WEIGHTS: Final[Mapping[Part, float]] = {
    "question": 4,
    "title": 4,
    "need": 2,
    "summary": 1.5,
    "heading": 1,
    "text": 1,
}
"""What a match in each part of an article is worth; of each part its best match counts.

What an article says that it is about weighs more than all that is said within it.
"""

ASIDE: Final = 0.5
"""What a question or title is worth that speaks of what was typed and of much else."""

ANSWERS_FROM: Final = 0.6
"""The least share of a question that one part has to hold to be its answer."""

SHORTEST_NAME: Final = 4
"""Characters of a text that is no question and yet means an article (育儿补贴)."""

NAMES_FROM: Final = 0.75
"""The least share of an article's question that such a text has to make up."""

_KEPT: Final = 256
"""Texts whose answer is remembered: every page, order and filter of a search asks the same."""

_ASKED: Final = ("question", "title")

_ASKING: Final = re.compile(
    r"吗|呢|怎么|怎样|如何|什么|为何|几[个岁年天次]|多少|多久|哪[些里个种]?|能不能|可不可以|是不是|"
    r"是否|区别|意思|政策|规定|[?？]|\b(?:what|how|why|when|which|who|can|does|is|are|do)\b"
)
"""What tells a question from a name."""

_EMPTY: Final = re.compile(
    r"为什么|怎么样|什么样|什么|怎么|怎样|如何|为何|多少(?!钱)|多久|哪些|哪里|哪个|哪种|能不能|可不可以|"
    r"是不是|是否|可以|请问|我们|我家|孩子|宝宝|需要|应该|一个|有没有|没有|托育机构|机构|"
    r"[吗呢的了么和与是能要去会让把被就都也还又没]|个(?!税)|有(?!效)|"
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
        self._articles: dict[str, list[tuple[Unit, frozenset[str]]]] = {}
        for unit in units:
            found = frozenset(terms(unit.text))
            self._articles.setdefault(unit.owner, []).append((unit, found))
        held = [frozenset().union(*(one for _, one in cut)) for cut in self._articles.values()]
        known = Counter(term for found in held for term in found)
        self._worth = {term: log(1 + len(held) / count) for term, count in known.items()}
        self._kernels = {
            owner: tuple(_kernel(unit.text) for unit, _ in cut if unit.part in _ASKED)
            for owner, cut in self._articles.items()
        }
        self._rarest = log(1 + len(held)) + 1
        self._found = lru_cache(_KEPT)(self._search)

    def search(self, text: str, limit: int = 10) -> tuple[Passage, ...]:
        """The articles that speak of a text, best first."""
        return self._found(text, limit)

    def _search(self, text: str, limit: int) -> tuple[Passage, ...]:
        asked = frozenset(terms(text))
        whole = self._sum(asked)
        if not whole:
            return ()
        found = [self._passage(owner, asked, whole) for owner in self._articles]
        speaking = [passage for passage in found if passage.score > 0]
        best = sorted(speaking, key=lambda passage: -passage.score)[:limit]
        return tuple(replace(one, marks=marks(one.text, asked)) for one in best)

    def answers(self, text: str, limit: int = 3) -> tuple[Passage, ...]:
        """The articles that answer a question; none for what is no question, or not ours.

        A name of a nursery asks nothing, and makes up no question that an article answers.
        """
        asking = asks(text)
        return tuple(
            passage
            for passage in self.search(text, limit)
            if passage.held >= ANSWERS_FROM and (asking or self._is_named(text, passage.owner))
        )

    def _is_named(self, text: str, owner: str) -> bool:
        """Whether a text of some length makes up most of a question or title of an article."""
        key = _kernel(text)
        return len(key) >= SHORTEST_NAME and any(
            key in kernel and len(key) >= NAMES_FROM * len(kernel)
            for kernel in self._kernels[owner]
        )

    def _sum(self, found: Iterable[str]) -> float:
        return sum(self._worth.get(term, self._rarest) for term in found)

    def _passage(self, owner: str, asked: frozenset[str], whole: float) -> Passage:
        best: dict[Part, float] = {}
        place, text, held = "", "", 0.0
        for unit, found in self._articles[owner]:
            shared = asked & found
            if not shared:
                continue
            share = self._sum(shared) / whole
            if unit.part == "text" and share > best.get("text", 0):
                place, text = unit.place, unit.text
            held = max(held, share)
            if unit.part in _ASKED and found:
                share *= ASIDE + (1 - ASIDE) * self._sum(shared) / self._sum(found)
            best[unit.part] = max(best.get(unit.part, 0), share)
        score = sum(WEIGHTS[part] * share for part, share in best.items())
        return Passage(owner, place, text, (), score, held)


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
    for run in _kernels(text):
        found += pairs(run) if is_chinese(run) else [run]
    return found


def _kernels(text: str) -> list[str]:
    """The runs of a text without the words that only make a question."""
    return runs(_EMPTY.sub(" ", fold(clean_of(text))))


def _kernel(text: str) -> str:
    return "".join(_kernels(text))


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
