"""Alembic's entry: the connection is the one that `registry.ledger.engine` opened."""

from alembic import context

from registry.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite's DDL is transactional once the driver no longer commits on its own.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
