"""One table of a published file into the ledger: row by row, place, match, claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from registry import fields
from registry.addresses import local_key
from registry.ledger.writer import Writer, encoded
from registry.matching import Identity, Match, Register
from registry.places import credit_code
from registry.places.divisions import Resolution
from registry.reading.document import Row, Table
from registry.report import Tally
from registry.values.privacy import mask, mask_text
from registry.values.rows import statements_of
from registry.values.statement import Problem, RowStatements, Statement, TitleFacts
from registry.vocabulary import Datum, SourceKind

_PROGRESS_EVERY = 500
_SEVERAL_ROWS = frozenset(
    {SourceKind.ASSESSMENT, SourceKind.PRICE, SourceKind.CREDIT, SourceKind.VACANCY}
)
"""Kinds of list that tell of one nursery in several rows: an area, a class, a decision each."""
_NOWHERE = ""
_IDENTIFYING = frozenset({fields.NAME, fields.TRADING_NAME, fields.CREDIT_CODE, fields.ADDRESS})


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table with what its caption and its source say of every row in it."""

    table: Table
    kind: SourceKind
    facts: TitleFacts
    published: date

    @property
    def as_of(self) -> date:
        """The day for which the table speaks: its 截至 date, else the day of publication."""
        return self.facts.as_of or self.published


@dataclass
class TableImport:
    """The import of one table. `region` is the division that its source covers."""

    writer: Writer
    source: int
    region: str | None
    reading: TableReading
    datum: Datum | None
    _first_new: int = 0
    _registers: dict[str, Register] = field(default_factory=dict)
    _rows: dict[Identity, int] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)

    def run(self, tally: Tally, progress: Callable[[int, int], None] | None) -> None:
        """Import every row and count it."""
        listing = self.writer.add_listing(listing_of(self.reading, self.source))
        self._first_new = self.writer.next_nursery()
        for row in self.reading.table.rows:
            self._add(listing, row, tally)
            if progress is not None and tally.rows % _PROGRESS_EVERY == 0:
                progress(tally.rows, tally.total)
        self.writer.flush()
        if progress is not None:
            progress(tally.rows, tally.total)

    def _add(self, listing: int, row: Row, tally: Tally) -> None:
        said, district = self._read(row)
        tally.count(said)
        if not said.accepted:
            number = self.writer.add_row(listing, said, None, None)
            self.writer.add_problems(number, said.problems)
            return
        identity = self._identity(said, district or _NOWHERE)
        match = self._match(identity)
        nursery = match.nursery or self.writer.add_nursery(identity)
        self._rows.setdefault(identity, nursery)
        self._taken.add(nursery)
        number = self.writer.add_row(listing, said, nursery, match)
        self.writer.add_problems(number, said.problems)
        self.writer.add_keys(nursery, identity)
        claims = self.writer.add_claims(
            number, self.source, nursery, said.statements, self.reading.as_of
        )
        tally.accept(match.verdict, claims)

    def _read(self, row: Row) -> tuple[RowStatements, str | None]:
        reading = self.reading
        said = statements_of(
            row,
            reading.table.headings,
            reading.facts,
            reading.kind,
            published=reading.published,
        )
        problems = [*said.problems, *shape_problems(row, reading.table.headings)]
        statements = list(self._checked(said.statements, problems))
        district = self._district(said, statements, problems)
        cells = said.cells
        if self._masked_headings:
            cells = {mask(heading): text for heading, text in cells.items()}
        read = RowStatements(
            number=said.number,
            cells=cells,
            statements=tuple(statements),
            problems=tuple(problems),
            regions=said.regions,
            region_code=said.region_code,
        )
        return read, district

    def _match(self, identity: Identity) -> Match:
        if self.reading.kind in _SEVERAL_ROWS and identity in self._rows:
            return Match("matched", self._rows[identity])
        city = identity.district[:4]
        if city not in self._registers:
            self._registers[city] = self.writer.known.register(city, self._first_new)
        return self._registers[city].match(identity, self._taken)

    def _checked(
        self, statements: Iterable[Statement], problems: list[Problem]
    ) -> Iterator[Statement]:
        """The statements with the coordinate's system stated; doubts about the code are added."""
        for one in statements:
            if one.field == fields.CREDIT_CODE:
                reason = credit_code.check(str(one.value))
                if reason is not None:
                    problems.append(Problem(one.field, one.raw, reason))
            yield stated_in(one, self.datum) if one.field == fields.LOCATION else one

    def _district(
        self, said: RowStatements, statements: list[Statement], problems: list[Problem]
    ) -> str | None:
        """The row's district: the published name decides, the source's region else."""
        address = next((str(one.value) for one in statements if one.field == fields.ADDRESS), None)
        found = self.writer.divisions.resolve(
            said.regions, within=self.region, hint=said.region_code, address=address
        )
        key = self._key(found) or self.region
        words = " ".join(said.regions)
        if found.problem:
            problems.append(Problem(fields.DISTRICT, words, found.problem))
        if key is not None:
            statements.append(Statement(fields.DISTRICT, key, words or said.region_code or ""))
        return key

    def _key(self, found: Resolution) -> str | None:
        if found.zone is not None and found.under is not None:
            return self.writer.add_zone(found.under, found.zone)
        return found.key

    def _identity(self, said: RowStatements, district: str) -> Identity:
        by_field: dict[str, list[str]] = {}
        for one in said.statements:
            if one.field in _IDENTIFYING:
                by_field.setdefault(one.field, []).append(str(one.value))
        code = by_field.get(fields.CREDIT_CODE, [""])[0]
        address = by_field.get(fields.ADDRESS, [""])[0]
        return Identity(
            district=district,
            name=by_field.get(fields.NAME, [None])[0],
            trading=tuple(by_field.get(fields.TRADING_NAME, ())),
            code=code if code and credit_code.check(code) is None else None,
            address=local_key(address, district, self.writer.divisions) if address else None,
        )

    @cached_property
    def _masked_headings(self) -> bool:
        """Whether a heading of the table holds what is not published."""
        return any(mask(heading) != heading for heading in self.reading.table.headings)


def shape_problems(row: Row, headings: Sequence[str]) -> Iterator[Problem]:
    """What is doubtful about a row's shape: too many cells, or cells filled from above."""
    if row.problem is not None:
        yield Problem(None, mask(" ".join(row.cells)), row.problem, fatal=True)
    for index in row.carried:
        yield Problem(mask(headings[index]), mask(row.cells[index]), "district-carried")


def stated_in(coordinate: Statement, datum: Datum | None) -> Statement:
    """A coordinate with the system it was measured in, where the operator knows it."""
    if not isinstance(coordinate.value, dict):
        raise TypeError(f"{coordinate.value!r} is no coordinate")
    return replace(coordinate, value={**coordinate.value, "datum": datum})


def listing_of(reading: TableReading, source: int) -> dict[str, object]:
    """A table as the ledger's listing of a source."""
    table, facts = reading.table, reading.facts
    first, last = facts.publicity or (None, None)
    return {
        "source_id": source,
        "number": table.number,
        "sheet": mask(table.sheet) if table.sheet else None,
        "caption": mask_text(table.caption) if table.caption else None,
        "kind": reading.kind,
        "stage": facts.stage,
        "level": facts.level,
        "as_of": reading.as_of,
        "publicity_from": first,
        "publicity_until": last,
        "publicity_estimated": facts.publicity_estimated,
        "objections": facts.objections,
        "headings": encoded([mask(heading) for heading in table.headings]),
        "notes": encoded([mask_text(note) for note in table.notes]),
    }
