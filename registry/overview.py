"""What the ledger says of all nurseries together: what it covers, and what changed lately.

Both would be counted over every claim; they are worked out once for a generation of the index,
from the nurseries that its build resolves anyway, and lie in it as JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from registry.ledger import Ledger, Revision
from registry.ledger.records import Coverage
from registry.nursery import Nursery
from registry.recent import Recent, recent
from registry.vocabulary import Filed


@dataclass(frozen=True, slots=True)
class Overview:
    """`coverage` holds the districts with a nursery, in the order of their keys."""

    coverage: tuple[Coverage, ...] = ()
    recent: Recent = field(default_factory=Recent)

    def to_json(self) -> bytes:
        """As it lies in a generation."""
        return _OVERVIEW.dump_json(self)


_OVERVIEW = TypeAdapter(Overview)


def overview_from(text: bytes) -> Overview:
    """Read what `to_json` wrote; nothing at all for no text. Raises `ValueError`."""
    return _OVERVIEW.validate_json(text) if text else Overview()


class Survey:
    """One reading of every nursery as of a revision, and what they are together.

    >>> survey = Survey(ledger, ledger.revision())
    >>> for nursery in survey.nurseries(): ...
    >>> survey.overview()
    """

    def __init__(self, ledger: Ledger, revision: Revision) -> None:
        self._ledger = ledger
        self._revision = revision
        self._held: Counter[str] = Counter()
        self._cancelled: Counter[str] = Counter()

    def nurseries(self) -> Iterator[Nursery]:
        """Every nursery; each is counted as it is read."""
        self._held.clear()
        self._cancelled.clear()
        for one in self._ledger.nurseries(self._revision):
            if one.region:
                self._held[one.region[-1]] += 1
                self._cancelled[one.region[-1]] += one.filed is Filed.CANCELLED
            yield one

    def overview(self) -> Overview:
        """What was counted; `nurseries` must have been read to its end."""
        days = self._ledger.filing_days(self._revision)
        covered = (
            Coverage(key, count - self._cancelled[key], self._cancelled[key], days.get(key))
            for key, count in sorted(self._held.items())
        )
        return Overview(tuple(covered), recent(self._ledger, self._revision))
