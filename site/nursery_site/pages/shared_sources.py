"""The lists that a comparison on paper is read from, each once, with the numbers of its values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nursery_site.pages.difference_words import LETTERS
from nursery_site.pages.evidence import SourceLine
from nursery_site.pages.side_cells import Side
from nursery_site.reading import Text


@dataclass(frozen=True, slots=True)
class SharedSource:
    """A list, and what it is called beside the values: `A1` is number 1 in the column of A."""

    numbers: tuple[str, ...]
    issuer: Text
    title: Text
    published: str
    captured: str


@dataclass(frozen=True, slots=True)
class Shared:
    """`captured` is the day on which all lists were captured, `None` where the days differ."""

    lists: tuple[SharedSource, ...]
    captured: str | None


def shared_sources(sides: Sequence[Side]) -> Shared:
    """Every list that speaks of any of the nurseries, in the order of their numbers."""
    numbers: dict[tuple[Text, Text, str, str], list[str]] = {}
    for letter, side in zip(LETTERS, sides, strict=False):
        for line in side.evidence.sources():
            numbers.setdefault(_same(line), []).append(f"{letter}{line.number}")
    lists = tuple(SharedSource(tuple(found), *key) for key, found in numbers.items())
    days = {one.captured for one in lists}
    return Shared(lists, days.pop() if len(days) == 1 else None)


def _same(line: SourceLine) -> tuple[Text, Text, str, str]:
    return line.issuer, line.title, line.published, line.captured
