"""The tables of the ledger. Core SQL only, so that one schema serves SQLite and PostgreSQL.

    source 1─* listing 1─* list_row 1─* claim *─1 nursery 1─* match_key
                              ├─* problem        └─* candidate (undecided rows), decision
                              └─* figure of a division
          correction ── correction_outcome, which may name the source it became

Nothing is ever updated: an import only adds, and a decision is a line of its own.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True),
    # Of the file's bytes and of everything stated about it: the same import twice is one source.
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("format", String(8), nullable=False),
    Column("encoding", String(16)),
    Column("title", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("url", Text),
    Column("published_on", Date, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("captured_at", DateTime(timezone=True), nullable=False),
    Column("region", String(12)),
    Column("kind", String(16), nullable=False),
    Column("datum", String(8)),
    Column("fictional", Boolean, nullable=False),
)

listing = Table(
    "listing",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", ForeignKey("source.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("sheet", Text),
    Column("caption", Text),
    Column("kind", String(16), nullable=False),
    Column("stage", String(16)),
    Column("level", String(16)),
    Column("as_of", Date, nullable=False),
    Column("publicity_from", Date),
    Column("publicity_until", Date),
    Column("publicity_estimated", Boolean, nullable=False),  # beyond the known calendar
    Column("objections", Text),
    Column("headings", Text, nullable=False),  # JSON list
    Column("notes", Text, nullable=False),  # JSON list
)

nursery = Table(
    "nursery",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("public_id", String(16), nullable=False, unique=True),
)

list_row = Table(
    "list_row",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("listing_id", ForeignKey("listing.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("cells", Text, nullable=False),  # JSON object, masked
    Column("accepted", Boolean, nullable=False),
    Column("nursery_id", ForeignKey("nursery.id")),
    Column("match", String(12)),  # "new", "matched" or "ambiguous"
)

problem = Table(
    "problem",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("row_id", ForeignKey("list_row.id"), nullable=False, index=True),
    Column("field", String(32)),
    Column("value", Text, nullable=False),
    Column("reason", String(40), nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("row_id", ForeignKey("list_row.id"), nullable=False),
    Column("source_id", ForeignKey("source.id"), nullable=False),
    Column("nursery_id", ForeignKey("nursery.id"), nullable=False),
    Column("field", String(48), nullable=False),
    Column("value", Text, nullable=False),  # JSON
    Column("raw", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    Index("ix_claim_nursery_id_id", "nursery_id", "id"),
)

match_key = Table(
    "match_key",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("nursery_id", ForeignKey("nursery.id"), nullable=False),
    Column("city", String(12), nullable=False, index=True),
    Column("district", String(12), nullable=False),
    Column("kind", String(10), nullable=False),  # "name", "trading", "code" or "address"
    Column("key", Text, nullable=False),
    # A fictional nursery and a real one never match.
    Column("fictional", Boolean, nullable=False),
)

candidate = Table(
    "candidate",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("row_id", ForeignKey("list_row.id"), nullable=False),
    Column("nursery_id", ForeignKey("nursery.id"), nullable=False),
    Column("reason", String(24), nullable=False),
    UniqueConstraint("row_id", "nursery_id"),
)

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("row_id", ForeignKey("list_row.id"), nullable=False, unique=True),
    Column("nursery_id", ForeignKey("nursery.id"), nullable=False),  # what the row made
    Column("same_as", ForeignKey("nursery.id")),  # NULL: a nursery of its own, decided
    Column("decided_at", DateTime(timezone=True), nullable=False),
)

zone = Table(
    "zone",
    metadata,
    Column("key", String(12), primary_key=True),
    Column("city", String(4), nullable=False),
    Column("name", Text, nullable=False),
)

figure = Table(
    "figure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("row_id", ForeignKey("list_row.id"), nullable=False),
    Column("source_id", ForeignKey("source.id"), nullable=False),
    Column("region", String(12), nullable=False, index=True),
    Column("measure", String(32), nullable=False),
    Column("value", Float, nullable=False),
    Column("raw", Text, nullable=False),
    Column("as_of", Date, nullable=False),
)

correction = Table(
    "correction",
    metadata,
    Column("id", Integer, primary_key=True),
    # By its public id: a report outlives a rebuilt ledger's numbers.
    Column("nursery", String(16), nullable=False, index=True),
    Column("field", String(48), nullable=False),
    Column("said", Text, nullable=False),  # free text, for the operator alone
    Column("evidence", Text),  # an address of the web, where the reader gave one
    Column("received_on", Date, nullable=False),
)

correction_outcome = Table(
    "correction_outcome",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("correction_id", ForeignKey("correction.id"), nullable=False, unique=True),
    Column("outcome", String(16), nullable=False),  # "accepted", "declined" or "unclear"
    Column("source_id", ForeignKey("source.id")),  # what an accepted report became
    Column("decided_on", Date, nullable=False),
)
