"""Rows on their way into the store: numbered here, kept back, and sent in batches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Table, func, insert, select

from registry.ledger import schema

BATCH: Final = 2000
"""So many rows of lists are kept back at most."""

_ORDER: Final = (
    schema.nursery,
    schema.list_row,
    schema.problem,
    schema.claim,
    schema.figure,
    schema.match_key,
    schema.candidate,
)
"""Tables in the order in which they name each other."""


class Batches:
    """The rows that one import adds. Only one is open at a time: the numbers are its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._pending: dict[Table, list[dict[str, Any]]] = {table: [] for table in _ORDER}
        self._last: dict[Table, int] = {}

    def add(self, table: Table, values: Mapping[str, Any]) -> int:
        """Keep a row back and return its number."""
        number = self._next(table)
        self._pending[table].append({"id": number, **values})
        return number

    def extend(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
        """Keep rows back and return how many they are."""
        pending = self._pending[table]
        before, first = len(pending), self.newest(table) + 1
        pending.extend({"id": number, **row} for number, row in enumerate(rows, start=first))
        added = len(pending) - before
        self._last[table] = first + added - 1
        return added

    def add_now(self, table: Table, values: Mapping[str, object]) -> int:
        """Add a row to the store at once and return its number."""
        number = self._next(table)
        self._connection.execute(insert(table), {**values, "id": number})
        return number

    def newest(self, table: Table) -> int:
        """The last number given in a table, 0 in an empty one."""
        if table not in self._last:
            newest = self._connection.execute(select(func.max(table.c.id))).scalar()
            self._last[table] = newest or 0
        return self._last[table]

    def flush_full(self) -> None:
        """Send everything once enough rows of lists are kept back."""
        if len(self._pending[schema.list_row]) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Send what is kept back to the store."""
        for table in _ORDER:
            if self._pending[table]:
                self._insert(table, self._pending[table])
                self._pending[table] = []

    def _next(self, table: Table) -> int:
        self._last[table] = self.newest(table) + 1
        return self._last[table]

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Insert rows that name the same columns, straight through the driver.

        What SQLAlchemy prepares for each of a million rows costs a tenth of an import.
        """
        dialect = self._connection.dialect
        compiled = insert(table).compile(dialect=dialect, column_keys=list(rows[0]))
        names = getattr(compiled, "positiontup", None)
        if names is None:  # PostgreSQL's driver takes names and every type as it is
            self._connection.exec_driver_sql(str(compiled), rows)
            return
        parameters = [tuple(_plain(row[name]) for name in names) for row in rows]
        self._connection.exec_driver_sql(str(compiled), parameters)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
