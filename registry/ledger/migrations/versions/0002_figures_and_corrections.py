"""Figures of divisions; reports of errors and what was decided about them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=12), nullable=False),
        sa.Column("measure", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["row_id"], ["list_row.id"], name=op.f("fk_figure_row_id_list_row")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_figure_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
    )
    op.create_index(op.f("ix_figure_region"), "figure", ["region"], unique=False)
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nursery", sa.String(length=16), nullable=False),
        sa.Column("field", sa.String(length=48), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    op.create_index(op.f("ix_correction_nursery"), "correction", ["nursery"], unique=False)
    op.create_table(
        "correction_outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["correction_id"],
            ["correction.id"],
            name=op.f("fk_correction_outcome_correction_id_correction"),
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_correction_outcome_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_outcome")),
        sa.UniqueConstraint("correction_id", name=op.f("uq_correction_outcome_correction_id")),
    )


def downgrade() -> None:
    op.drop_table("correction_outcome")
    op.drop_index(op.f("ix_correction_nursery"), table_name="correction")
    op.drop_table("correction")
    op.drop_index(op.f("ix_figure_region"), table_name="figure")
    op.drop_table("figure")
