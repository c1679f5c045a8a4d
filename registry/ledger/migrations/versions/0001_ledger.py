"""The ledger: sources, listings, rows, problems, claims, nurseries, keys, decisions, zones."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nursery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nursery")),
        sa.UniqueConstraint("public_id", name=op.f("uq_nursery_public_id")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("encoding", sa.String(length=16), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("region", sa.String(length=12), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("datum", sa.String(length=8), nullable=True),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_source_fingerprint")),
    )
    op.create_table(
        "zone",
        sa.Column("key", sa.String(length=12), nullable=False),
        sa.Column("city", sa.String(length=4), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_zone")),
    )
    op.create_table(
        "listing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=True),
        sa.Column("caption", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=True),
        sa.Column("level", sa.String(length=16), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("publicity_from", sa.Date(), nullable=True),
        sa.Column("publicity_until", sa.Date(), nullable=True),
        sa.Column("publicity_estimated", sa.Boolean(), nullable=False),
        sa.Column("objections", sa.Text(), nullable=True),
        sa.Column("headings", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_listing_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listing")),
    )
    op.create_index(op.f("ix_listing_source_id"), "listing", ["source_id"], unique=False)
    op.create_table(
        "match_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nursery_id", sa.Integer(), nullable=False),
        sa.Column("city", sa.String(length=12), nullable=False),
        sa.Column("district", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fictional", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["nursery_id"], ["nursery.id"], name=op.f("fk_match_key_nursery_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_key")),
    )
    op.create_index(op.f("ix_match_key_city"), "match_key", ["city"], unique=False)
    op.create_table(
        "list_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("listing_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("nursery_id", sa.Integer(), nullable=True),
        sa.Column("match", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["listing_id"], ["listing.id"], name=op.f("fk_list_row_listing_id")
        ),
        sa.ForeignKeyConstraint(
            ["nursery_id"], ["nursery.id"], name=op.f("fk_list_row_nursery_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_row")),
    )
    op.create_index(op.f("ix_list_row_listing_id"), "list_row", ["listing_id"], unique=False)
    op.create_table(
        "candidate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("nursery_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["nursery_id"], ["nursery.id"], name=op.f("fk_candidate_nursery_id")
        ),
        sa.ForeignKeyConstraint(["row_id"], ["list_row.id"], name=op.f("fk_candidate_row_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
        sa.UniqueConstraint("row_id", "nursery_id", name=op.f("uq_candidate_row_id_nursery_id")),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("nursery_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=48), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["nursery_id"], ["nursery.id"], name=op.f("fk_claim_nursery_id")),
        sa.ForeignKeyConstraint(["row_id"], ["list_row.id"], name=op.f("fk_claim_row_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_claim_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    op.create_index("ix_claim_nursery_id_id", "claim", ["nursery_id", "id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("nursery_id", sa.Integer(), nullable=False),
        sa.Column("same_as", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["nursery_id"], ["nursery.id"], name=op.f("fk_decision_nursery_id")
        ),
        sa.ForeignKeyConstraint(["row_id"], ["list_row.id"], name=op.f("fk_decision_row_id")),
        sa.ForeignKeyConstraint(["same_as"], ["nursery.id"], name=op.f("fk_decision_same_as")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("row_id", name=op.f("uq_decision_row_id")),
    )
    op.create_table(
        "problem",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["row_id"], ["list_row.id"], name=op.f("fk_problem_row_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem")),
    )
    op.create_index(op.f("ix_problem_row_id"), "problem", ["row_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_problem_row_id"), table_name="problem")
    op.drop_table("problem")
    op.drop_table("decision")
    op.drop_index("ix_claim_nursery_id_id", table_name="claim")
    op.drop_table("claim")
    op.drop_table("candidate")
    op.drop_index(op.f("ix_list_row_listing_id"), table_name="list_row")
    op.drop_table("list_row")
    op.drop_index(op.f("ix_match_key_city"), table_name="match_key")
    op.drop_table("match_key")
    op.drop_index(op.f("ix_listing_source_id"), table_name="listing")
    op.drop_table("listing")
    op.drop_table("zone")
    op.drop_table("source")
    op.drop_table("nursery")
