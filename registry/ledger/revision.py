"""How far the ledger had come: the newest source and the newest decision.

The ledger only grows, so a revision is enough to read it again as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """Written `s12-d3`: everything up to source 12 and decision 3."""

    source: int
    decision: int

    def __str__(self) -> str:
        return f"s{self.source}-d{self.decision}"

    @classmethod
    def parse(cls, text: str) -> Revision:
        """Read what `str` wrote. Raises `ValueError` for anything else."""
        found = re.fullmatch(r"s(\d+)-d(\d+)", text)
        if found is None:
            raise ValueError(f"{text!r} names no revision")
        return cls(int(found[1]), int(found[2]))
