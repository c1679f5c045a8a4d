"""The engines that are compared, each in a module of its own, driven as its own manual says.

A module has a class `Engine` with `build(corpus)` and `answer(asked)`. Importing it fails where
the engine is not installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from benchmarks.brute_force import Asked, Given
from benchmarks.rows import Row

NAMES: Final = ("shanyu", "tantivy", "sqlite", "postgresql", "whoosh")


@dataclass(frozen=True, slots=True)
class Corpus:
    """What an engine builds from: `rows()` streams all rows, `folder` is its own and empty."""

    nurseries: int
    rows: Callable[[], Iterator[Row]]
    folder: Path


class Engine(Protocol):
    """One engine."""

    def build(self, corpus: Corpus) -> None:
        """Index the corpus."""

    def answer(self, asked: Asked) -> Given:
        """Total, first page and counts of one search."""

    def close(self) -> None:
        """Let go of everything."""
