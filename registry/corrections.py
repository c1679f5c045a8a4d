"""Reports of errors (纠错) by readers, and what an operator decided about them.

A report is kept beside the ledger's claims and says nothing by itself: only an accepted one
becomes a claim (`registry.correcting`). What a reader wrote is masked before it is stored and is
for the operator alone; the public sees nursery, field, days and decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, Row, Select, func, insert, select

from registry import fields
from registry.errors import RegistryError, TooManyWaiting
from registry.ledger import Ledger, schema
from registry.values.privacy import mask_text
from registry.values.typed import is_web_address, visible

OTHER: Final = "other"
"""What a report is about where no field fits."""

HEADINGS: Final[dict[str, str | None]] = {
    fields.NAME: "机构名称",
    fields.TRADING_NAME: "园所名称",
    fields.ADDRESS: "地址",
    fields.LOCATION: None,
    fields.PHONES: "联系电话",
    fields.FILED: None,
    fields.CAPACITY: "核定托位",
    fields.INCLUSIVE_PLACES: "普惠托位数",
    fields.PRICE: "全日托收费（元/月）",
    fields.FORMS: "服务形式",
    fields.CLASSES: "班型",
    fields.AGES: "收托年龄",
    fields.HOURS: "开放时间",
    fields.NATURE: "举办性质",
    fields.SETTING: "办托类型",
    fields.OPERATING: "营业状态",
    fields.RECOGNITION: None,
    OTHER: None,
}
"""What can be reported, each with the heading under which an accepted value is read as the cell
of a list. `None`: nothing one word could correct, or, for the filing and the titles, nothing that
anybody but the authority can say; import what it published instead."""

LONGEST_TEXT: Final = 1000

MOST_WAITING: Final = 2000
"""So many reports wait for a decision at most: whoever sends more has a program write them."""
MOST_ABOUT_ONE: Final = 50
"""So many of them about one nursery, so that those about the others still come in."""

NEARLY: Final = 0.75
"""From this part of either number on the operator is told: a flood would shut the form."""

PATIENCE_MS: Final = 5_000
"""How long a reader's report waits while a list is being imported."""


class Outcome(StrEnum):
    """What the operator decided about a report."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    UNCLEAR = "unclear"  # it cannot be told from what was written


@dataclass(frozen=True, slots=True)
class Correction:
    """One report. `said` and `evidence` are for the operator; `source` is what it became."""

    id: int
    nursery: str  # public id
    field: str
    said: str
    evidence: str | None
    received_on: date
    outcome: Outcome | None
    decided_on: date | None
    source: int | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """How full the form is. `crowded` are nurseries about which no further reports fit soon."""

    reports: int
    crowded: tuple[str, ...]

    @property
    def nearly_full(self) -> bool:
        """Whether soon no further report about any nursery is taken."""
        return self.reports >= NEARLY * MOST_WAITING


def report(
    ledger: Ledger, nursery: str, field: str, said: str, evidence: str | None, on: date
) -> None:
    """Keep a reader's report, masked and without hidden signs. Several may write at once.

    The address of the evidence is kept as it is, for the operator alone. Raises `ValueError` for
    a field that cannot be reported, an empty or overlong text or no web address, `TooManyWaiting`
    where too many wait already, and `LedgerError` where the store stays locked for `PATIENCE_MS`.
    """
    said = visible(said).strip()
    if field not in HEADINGS or not 0 < len(said) <= LONGEST_TEXT:
        raise ValueError("no such field, or no text of a report")
    if evidence and not is_web_address(evidence):
        raise ValueError("the evidence is no address of a web page")
    values = {
        "nursery": nursery,
        "field": field,
        "said": mask_text(said),
        "evidence": evidence or None,
        "received_on": on,
    }
    with ledger.writing(patience_ms=PATIENCE_MS) as connection:
        _refuse_a_flood(connection, nursery)
        connection.execute(insert(schema.correction), values)


def _refuse_a_flood(connection: Connection, nursery: str) -> None:
    waiting = select(func.count()).select_from(
        schema.correction.outerjoin(schema.correction_outcome)
    )
    waiting = waiting.where(schema.correction_outcome.c.id.is_(None))
    about = waiting.where(schema.correction.c.nursery == nursery)
    for statement, most in ((about, MOST_ABOUT_ONE), (waiting, MOST_WAITING)):
        if connection.execute(statement).scalar_one() >= most:
            raise TooManyWaiting("Too many reports wait for a decision.")


def corrections(
    ledger: Ledger, *, waiting: bool = False, limit: int | None = None
) -> tuple[Correction, ...]:
    """Reports with their outcomes, the newest first; with `waiting` only undecided ones."""
    statement = _all().order_by(schema.correction.c.id.desc()).limit(limit)
    if waiting:
        statement = statement.where(schema.correction_outcome.c.id.is_(None))
    with ledger.engine.connect() as connection:
        return tuple(map(_record, connection.execute(statement)))


def counts(ledger: Ledger) -> dict[Outcome | None, int]:
    """How many reports there are by outcome, `None` for those that wait."""
    outcome = schema.correction_outcome.c.outcome
    statement = (
        select(outcome, func.count())
        .select_from(schema.correction.outerjoin(schema.correction_outcome))
        .group_by(outcome)
    )
    with ledger.engine.connect() as connection:
        found = {row[0]: row[1] for row in connection.execute(statement)}
    return {known: found.get(known, 0) for known in (None, *Outcome)}


def waiting(ledger: Ledger) -> Waiting:
    """How many reports wait for a decision, and about whom too many do."""
    about, number = schema.correction.c.nursery, func.count()
    statement = (
        select(about, number)
        .select_from(schema.correction.outerjoin(schema.correction_outcome))
        .where(schema.correction_outcome.c.id.is_(None))
        .group_by(about)
        .order_by(about)
    )
    with ledger.engine.connect() as connection:
        found = {row[0]: row[1] for row in connection.execute(statement)}
    crowded = (key for key, count in found.items() if count >= NEARLY * MOST_ABOUT_ONE)
    return Waiting(sum(found.values()), tuple(crowded))


def refuse(ledger: Ledger, number: int, outcome: Outcome, on: date) -> None:
    """Decide that a report changes nothing: declined, or unclear.

    Raises `RegistryError` where it is not waiting for a decision.
    """
    with ledger.writing() as connection:
        waiting_report(connection, number)
        add_outcome(connection, number, outcome, on)


def waiting_report(connection: Connection, number: int) -> Correction:
    """A report that waits for a decision. Raises `RegistryError` for any other number."""
    statement = _all().where(
        schema.correction.c.id == number, schema.correction_outcome.c.id.is_(None)
    )
    found = list(_records(connection, statement))
    if not found:
        raise RegistryError(f"Report {number} is not waiting for a decision.")
    return found[0]


def add_outcome(
    connection: Connection, number: int, outcome: Outcome, on: date, source: int | None = None
) -> None:
    """Add what was decided about a report."""
    newest = connection.execute(select(func.max(schema.correction_outcome.c.id))).scalar() or 0
    values = {
        "id": newest + 1,
        "correction_id": number,
        "outcome": outcome,
        "source_id": source,
        "decided_on": on,
    }
    connection.execute(insert(schema.correction_outcome), values)


def _all() -> Select[tuple[object, ...]]:
    outcome = schema.correction_outcome.c
    return select(
        schema.correction, outcome.outcome, outcome.decided_on, outcome.source_id
    ).select_from(schema.correction.outerjoin(schema.correction_outcome))


def _records(connection: Connection, statement: Select[tuple[object, ...]]) -> Iterator[Correction]:
    return map(_record, connection.execute(statement))


def _record(row: Row[tuple[object, ...]]) -> Correction:
    return Correction(
        id=row.id,
        nursery=row.nursery,
        field=row.field,
        said=row.said,
        evidence=row.evidence,
        received_on=row.received_on,
        outcome=Outcome(row.outcome) if row.outcome else None,
        decided_on=row.decided_on,
        source=row.source_id,
    )
