"""The ledger's store: sources, rows as read, and claims, append-only, in one SQL schema."""

from registry.ledger.records import Candidate, Claim, Coverage, ProblemRow, Source
from registry.ledger.revision import Revision
from registry.ledger.store import Ledger

__all__ = ["Candidate", "Claim", "Coverage", "Ledger", "ProblemRow", "Revision", "Source"]
