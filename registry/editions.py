"""Which sources are editions (期) of one list, so that they can be compared with each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from registry.ledger.records import Source
from registry.places.table import divisions, inside
from registry.vocabulary import SourceKind

_ADDITIONS: Final = re.compile(r"新增|增补|补充|注销|取消|撤销|变更|第[一二三四五六七八九十\d]+批")
"""A list of additions or withdrawals: whoever is missing there has not left it."""
_DATES: Final = re.compile(
    r"[（(][^）)]*[）)]|[\d一二三四五六七八九〇]+(?:年|月|日|号)|\d+|截至|\s"
)

Series: TypeAlias = tuple[str, SourceKind, str | None]


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a list: the files of one day."""

    as_of: date
    sources: tuple[int, ...]


def series_of(source: Source) -> Series:
    """Sources whose statements are compared: one authority's lists of one kind and region."""
    return source.issuer, source.kind, source.region


class Editions:
    """The filing lists that are published again and again whole, each as its editions by day."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._series_with: dict[int, tuple[Edition, ...]] = {}
        self._series_of: dict[str | None, list[tuple[Edition, ...]]] = defaultdict(list)
        for ((_, _, region), _), days in _whole(sources).items():
            series = tuple(Edition(day, tuple(sorted(ids))) for day, ids in sorted(days.items()))
            self._series_with |= {key: series for one in series for key in one.sources}
            self._series_of[region].append(series)

    def naming(self, sources: Iterable[int]) -> Iterator[tuple[Edition, ...]]:
        """The lists of which some sources are editions, each once and oldest edition first."""
        found = (self._series_with.get(key) for key in sorted(sources))
        yield from dict.fromkeys(series for series in found if series)

    def covering(self, region: str) -> tuple[tuple[Edition, ...], ...]:
        """The lists of a division, or of one around it, each oldest edition first."""
        return tuple(
            series
            for key, found in self._series_of.items()
            if key is not None and inside(region, _division(key))
            for series in found
        )


def _division(key: str) -> str:
    """What only codes know, such as the one city of a municipality, is the division around it."""
    known = divisions().get(key)
    return known.parent if known and known.filler and known.parent else key


def _whole(sources: Iterable[Source]) -> dict[tuple[Series, str], dict[date, list[int]]]:
    whole: dict[tuple[Series, str], dict[date, list[int]]] = defaultdict(lambda: defaultdict(list))
    for source in sources:
        if source.kind is SourceKind.FILING and not _ADDITIONS.search(source.title):
            key = series_of(source), _DATES.sub("", source.title)
            whole[key][source.as_of].append(source.id)
    return whole
