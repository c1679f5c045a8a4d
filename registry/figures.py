"""One table of figures of divisions into the ledger: population, children under three, income.

A row is a division and never a nursery. A figure is only kept under a division that the row
names beyond doubt: what nurseries may have, the widest certain division, would be untrue here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from registry import fields
from registry.ledger.writer import Writer
from registry.places.divisions import Resolution
from registry.reading.columns import DIVISIONS, column_of
from registry.reading.document import Document, Row
from registry.report import Tally
from registry.tables import TableReading, listing_of, shape_problems
from registry.values.figures import FigureCell, RowFigures, figures_of, measured
from registry.values.statement import Problem, RowStatements

_ITSELF: Final = frozenset({"全国", "全省", "全市", "全区", "全县", "全州", "本市", "本省"})
"""Words for the division that the source covers."""


def has_figures(document: Document) -> bool:
    """Whether a file holds a table of divisions with figures."""
    return any(
        measured(table.headings) and DIVISIONS & {column_of(one) for one in table.headings}
        for table in document.tables
    )


@dataclass
class FigureImport:
    """The import of one table. `region` is the division that its source covers."""

    writer: Writer
    source: int
    region: str | None
    reading: TableReading
    _told: set[tuple[str, str, date]] = field(default_factory=set)

    def run(self, tally: Tally, progress: Callable[[int, int], None] | None) -> None:
        """Import every row and count it."""
        listing = self.writer.add_listing(listing_of(self.reading, self.source))
        for row in self.reading.table.rows:
            self._add(listing, row, tally)
        self.writer.flush()
        if progress is not None:
            progress(tally.rows, tally.total)

    def _add(self, listing: int, row: Row, tally: Tally) -> None:
        table = self.reading.table
        lines = (*filter(None, (table.caption, *table.above)), *table.notes)
        read = figures_of(row, table.headings, lines)
        region, doubts = self._division(read)
        figures = [(one, one.as_of or self._day) for one in read.figures]
        problems = [*shape_problems(row, table.headings), *doubts, *read.problems]
        if region is not None:
            problems += self._repeated(region, figures)
        if not figures and not any(problem.fatal for problem in problems):
            problems.append(Problem(None, "", "missing-figure", fatal=True))
        said = RowStatements(row.number, read.cells, (), tuple(problems))
        tally.count(said)
        number = self.writer.add_row(listing, said, None, None)
        self.writer.add_problems(number, problems)
        if said.accepted and region is not None:
            self._told |= {(region, one.measure, day) for one, day in figures}
            kept = ((one.measure, one.value, one.raw, day) for one, day in figures)
            tally.keep(self.writer.add_figures(number, self.source, region, kept))

    def _division(self, read: RowFigures) -> tuple[str | None, tuple[Problem, ...]]:
        """The division a row names, or why there is none to be sure of."""
        words = "".join(read.regions)
        if words in _ITSELF and self.region is not None:
            return self.region, ()
        if not words and read.region_code is None:
            return None, (Problem(fields.DISTRICT, "", "missing-division", fatal=True),)
        found = self.writer.divisions.resolve(
            read.regions, within=self.region, hint=read.region_code
        )
        key = self._key(found)
        doubt = found.problem or ("missing-division" if key is None else None)
        if doubt is None:
            return key, ()
        fatal = doubt != "code-disagrees"
        raw = words or read.region_code or ""
        return (None if fatal else key), (Problem(fields.DISTRICT, raw, doubt, fatal=fatal),)

    def _key(self, found: Resolution) -> str | None:
        if found.problem is None and found.zone is not None and found.under is not None:
            return self.writer.add_zone(found.under, found.zone)
        return found.key

    def _repeated(self, region: str, figures: list[tuple[FigureCell, date]]) -> Iterator[Problem]:
        for one, day in figures:
            if (region, one.measure, day) in self._told:
                yield Problem(one.measure, one.raw, "division-repeated", fatal=True)

    @property
    def _day(self) -> date:
        """The day of figures without a year of their own: 截至, the year of the title, or the
        publication."""
        facts, published = self.reading.facts, self.reading.published
        year = date(facts.year, 12, 31) if facts.year else None
        return facts.as_of or (year if year and year <= published else published)
