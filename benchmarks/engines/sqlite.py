"""SQLite: an FTS5 index beside one table, counts by GROUP BY over what was found."""

from __future__ import annotations

import sqlite3

from benchmarks.brute_force import Asked, Given
from benchmarks.engines import Corpus, sql
from benchmarks.rows import FACETS, Row


class Engine:
    """One database file."""

    def build(self, corpus: Corpus) -> None:
        """One transaction, then indexes, `optimize` and ANALYZE."""
        self._codes = sql.Codes()
        self._base = sqlite3.connect(corpus.folder / "peer.sqlite3", isolation_level=None)
        columns = ", ".join((*sql.FIELDS[1:], *sql.CODED))
        self._base.executescript(f"""
            PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -500000;
            PRAGMA mmap_size = 4000000000;
            CREATE TABLE doc (number INTEGER PRIMARY KEY, {columns});
            CREATE VIRTUAL TABLE words USING fts5 (terms, content='', tokenize='unicode61');
            BEGIN;
        """)
        marks = ", ".join("?" * (len(sql.FIELDS) + len(sql.CODED)))
        for row in corpus.rows():
            self._base.execute(f"INSERT INTO doc VALUES ({marks})", self._columns(row))
            self._base.execute(
                "INSERT INTO words (rowid, terms) VALUES (?, ?)", (row.number, " ".join(row.terms))
            )
        self._base.execute("COMMIT")
        for name in sql.INDEXED:
            self._base.execute(f"CREATE INDEX by_{name} ON doc ({name})")
        self._base.executescript("INSERT INTO words (words) VALUES ('optimize'); ANALYZE;")

    def _columns(self, row: Row) -> list[object]:
        place = row.place or (None, None)
        numbers = (row.number, row.price, row.capacity, row.complete)
        return [*numbers, *place, *row.point, *self._codes.of_row(row)]

    def answer(self, asked: Asked) -> Given:
        """One statement for the page, one for all counts."""
        words = _match(asked)
        text = f"number IN (SELECT rowid FROM words WHERE words MATCH '{words}')" if words else None
        found = sql.filters(asked, self._codes, text)
        if words and asked.request.sort == "relevance":
            rest = sql.filters(asked, self._codes, f"words MATCH '{words}'")
            page = (
                "SELECT number FROM words JOIN doc ON number = words.rowid"
                f" WHERE {rest.every()} ORDER BY rank LIMIT 20"
            )
        else:
            page = f"SELECT number FROM doc WHERE {found.every()} ORDER BY {found.order} LIMIT 20"
        top = [number for (number,) in self._base.execute(page)]
        counted = self._base.execute(_counting(asked, found)).fetchall()
        facets = self._codes.decoded(row for row in counted if row[0])
        (total,) = (count for name, _, count in counted if not name)
        return Given(total, top, sql.by_facet(facets, asked.request))

    def close(self) -> None:
        """Close the file."""
        self._base.close()


def _match(asked: Asked) -> str:
    """The words in FTS5's own language."""
    either = [
        " OR ".join(
            "(" + " AND ".join(f'"{term}"' for term in terms) + ")" for terms in word.alternatives
        )
        for word in asked.said
    ]
    return " AND ".join(f"({one})" for one in either)


def _counting(asked: Asked, found: sql.Filters) -> str:
    keys = sql.counted_keys(asked.request)
    counts = [f"SELECT '', 0, count(*) FROM met WHERE {sql.all_ok(found)}"]
    for key in keys:
        own = key if key in FACETS else "region"
        among = sql.all_ok(found, but=own)
        counts.append(f"SELECT '{key}', {key}, count(*) FROM met WHERE {among} GROUP BY {key}")
    return f"{sql.met(asked, found, 'doc')} {' UNION ALL '.join(counts)}"
