"""Opening the store: pragmas, one writer at a time, and the schema brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from registry.errors import LedgerError
from registry.ledger.schema import metadata

HEAD: Final = "0002"
"""The newest migration. A test holds it to the migrations' folder."""

BUSY_MS: Final = 120_000
"""How long a writer waits for the one before it."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(url: str) -> Engine:
    """An engine on the ledger at a SQLAlchemy URL, migrated to `HEAD`.

    Makes the folder of a SQLite file. Raises `LedgerError` where the URL is wrong, the file is
    not a database, or the schema is newer than this program.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
            Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
    except (ArgumentError, ImportError, OSError) as error:
        raise LedgerError(f"The ledger's address cannot be used: {error}") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    try:
        migrate(engine)
    except LedgerError:
        engine.dispose()
        raise
    except SQLAlchemyError as error:
        engine.dispose()
        reason = getattr(error, "orig", None) or error
        raise LedgerError(f"The ledger cannot be opened: {reason}") from error
    return engine


def migrate(engine: Engine) -> None:
    """Bring the schema up to date; nothing happens when it already is."""
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
        if _is_foreign(connection):
            raise LedgerError("The ledger's address leads to another program's database.")
    # Imported here: it costs 0.2 s, and a ledger is migrated once in its life.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise LedgerError(
                "The ledger was written by a newer version of this program; update it first."
            ) from error


def _is_foreign(connection: Connection) -> bool:
    tables = set(inspect(connection).get_table_names())
    return bool(tables) and (
        "alembic_version" not in tables
        or (_version(connection) is not None and not tables & set(metadata.tables))
    )


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _set_pragmas(connection: Any, _record: object) -> None:
    # The driver's own transactions would commit before DDL; `_begin` opens them instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: upgrading a reader's lock fails when two try it.
    options = connection.get_execution_options()
    writes = options.get("writes", False)
    if writes:
        patience = int(options.get("patience_ms", BUSY_MS))
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
