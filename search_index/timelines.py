"""Facts that depend on the day, kept as days of change and looked up when a day is opened.

A series is one title of one nursery, or its 普惠; its rows say from which day on what holds.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from registry.nursery import Nursery
from registry.vocabulary import HELD, Inclusive, Level, RecognitionKind, State
from search_index.bitsets import Bits, Docs, distinct, everything, of_docs
from search_index.facets import Facet, facet
from search_index.request import UNPUBLISHED

_EPOCH = date(1970, 1, 1).toordinal()
_STATES: Final = tuple(State)
_KINDS: Final = tuple(RecognitionKind)
_INCLUSIVE: Final = (None, *Inclusive)
_HELD_CODES = [_STATES.index(state) for state in HELD]
_DEMONSTRATION = _KINDS.index(RecognitionKind.DEMONSTRATION)
_STAR = _KINDS.index(RecognitionKind.STAR)
_GRADED = (_STAR, _KINDS.index(RecognitionKind.GRADE))


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH


@dataclass
class TimelineRows:
    """Collects the rows while nurseries are read, numbered as they come."""

    schemes: dict[str, int] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    titles: array[int] = field(default_factory=lambda: array("i"))  # doc, kind, scheme, level
    changes: array[int] = field(default_factory=lambda: array("i"))  # title, day, state
    inclusive: array[int] = field(default_factory=lambda: array("i"))  # doc, day, value
    denied: array[int] = field(default_factory=lambda: array("i"))  # doc, kind

    def add(self, doc: int, nursery: Nursery) -> None:
        """Note every day on which something about the nursery changes."""
        for recognition in nursery.recognitions:
            title = len(self.titles) // 4
            scheme = self.schemes.setdefault(recognition.scheme, len(self.schemes))
            level = self.levels.setdefault(recognition.level or "", len(self.levels))
            self.titles.extend((doc, _KINDS.index(recognition.kind), scheme, level))
            for day, state in recognition.timeline():
                self.changes.extend((title, day_number(day), _STATES.index(state)))
        for kind in nursery.denied:
            self.denied.extend((doc, _KINDS.index(kind)))
        for day, value in nursery.inclusive_changes:
            self.inclusive.extend((doc, day_number(day), _INCLUSIVE.index(value)))

    def arrays(self, number_of: NDArray[np.int32]) -> dict[str, NDArray[np.int32]]:
        """The tables, `number_of` giving each document's final number."""
        titles = np.array(self.titles, np.int32).reshape(-1, 4)
        inclusive = np.array(self.inclusive, np.int32).reshape(-1, 3)
        denied = np.array(self.denied, np.int32).reshape(-1, 2)
        titles[:, 0] = number_of[titles[:, 0]]
        inclusive[:, 0] = number_of[inclusive[:, 0]]
        denied[:, 0] = number_of[denied[:, 0]]
        return {
            "titles": titles,
            "changes": np.array(self.changes, np.int32).reshape(-1, 3),
            "inclusive": inclusive,
            "denied": denied,
        }


def facets_of(
    today: date,
    tables: Mapping[str, NDArray[np.int32]],
    schemes: Sequence[str],
    levels: Sequence[str],
    n: int,
) -> tuple[Facet, ...]:
    """The facets demo, demo_state, star, scheme and inclusive as they are on a day."""
    now = _current(tables["changes"], today)
    titles = tables["titles"][now[:, 0]]
    docs, kinds, state = titles[:, 0], titles[:, 1], now[:, 2]
    held = np.isin(state, _HELD_CODES)
    shown = kinds == _DEMONSTRATION
    starred = held & (kinds == _STAR)
    graded = held & np.isin(kinds, _GRADED)
    value = _current(tables["inclusive"], today)
    none = {
        kind: of_docs(tables["denied"][tables["denied"][:, 1] == kind, 0], n)
        for kind in (_DEMONSTRATION, _STAR)
    }
    return (
        _demo(docs[held & shown], titles[held & shown, 3], levels, none[_DEMONSTRATION], n),
        _demo_state(docs[shown], state[shown], n),
        _star(docs[starred], titles[starred, 3], levels, none[_STAR], n),
        _scheme(docs[graded], titles[graded, 2], schemes, n),
        _inclusive(value[:, 0], value[:, 2], n),
    )


def told(tables: Mapping[str, NDArray[np.int32]], kind: RecognitionKind) -> Docs:
    """The documents of which any list ever said that they bear a kind of title, or do not."""
    named, denied = tables["titles"], tables["denied"]
    code = _KINDS.index(kind)
    return np.concatenate((named[named[:, 1] == code, 0], denied[denied[:, 1] == code, 0]))


def bearers(
    today: date, tables: Mapping[str, NDArray[np.int32]], kind: RecognitionKind
) -> tuple[Docs, Docs]:
    """The documents with any title of a kind on a day, and those that hold one."""
    now = _current(tables["changes"], today)
    titles = tables["titles"][now[:, 0]]
    named = titles[:, 1] == _KINDS.index(kind)
    held = named & np.isin(now[:, 2], _HELD_CODES)
    return titles[named, 0], titles[held, 0]


def _current(rows: NDArray[np.int32], today: date) -> NDArray[np.int32]:
    """The last row of each series that is not after today; rows are (series, day, value)."""
    known = rows[rows[:, 1] <= day_number(today)]
    last = np.append(known[1:, 0] != known[:-1, 0], np.ones(min(len(known), 1), np.bool_))
    current: NDArray[np.int32] = known[last]
    return current


def _demo_state(docs: Docs, codes: NDArray[np.int32], n: int) -> Facet:
    sets = {str(state): of_docs(docs[codes == code], n) for code, state in enumerate(_STATES)}
    return facet("demo_state", {**sets, UNPUBLISHED: _others(sets, n)}, n)


def _demo(
    docs: Docs, level_codes: NDArray[np.int32], levels: Sequence[str], none: Bits, n: int
) -> Facet:
    codes = {level: code for code, level in enumerate(levels)}
    sets = {str(one): of_docs(docs[level_codes == codes.get(one, -1)], n) for one in Level}
    return facet("demo", _with_the_others(sets, none, n), n)


def _star(
    docs: Docs, level_codes: NDArray[np.int32], levels: Sequence[str], none: Bits, n: int
) -> Facet:
    numbers = np.array([int(level) if level.isdecimal() else -1 for level in levels], np.int64)
    stars = np.full(n, -1, np.int64)
    np.maximum.at(stars, docs, numbers[level_codes])
    sets = {
        str(number): of_docs(np.flatnonzero(stars == number), n)
        for number in distinct(stars[docs]).tolist()
        if number >= 0
    }
    return facet("star", _with_the_others(sets, none, n), n)


def _with_the_others(sets: Mapping[str, Bits], none: Bits, n: int) -> dict[str, Bits]:
    """Add "none", those a source says hold no title and that hold none today, and the rest."""
    whole = {**sets, "none": none & _others(sets, n)}
    return {**whole, UNPUBLISHED: _others(whole, n)}


def _scheme(docs: Docs, codes: NDArray[np.int32], schemes: Sequence[str], n: int) -> Facet:
    sets = {schemes[code]: of_docs(docs[codes == code], n) for code in distinct(codes).tolist()}
    ordered = dict(sorted(sets.items()))
    return facet("scheme", ordered | {UNPUBLISHED: _others(ordered, n)}, n)


def _inclusive(docs: Docs, codes: NDArray[np.int32], n: int) -> Facet:
    sets = {
        value: of_docs(docs[codes == code], n)
        for code, value in enumerate(_INCLUSIVE)
        if value is not None
    }
    return facet("inclusive", {**sets, UNPUBLISHED: _others(sets, n)}, n)


def _others(sets: Mapping[str, Bits], n: int) -> Bits:
    """The documents in none of the sets."""
    rest = everything(n)
    for bits in sets.values():
        rest &= ~bits
    return rest
