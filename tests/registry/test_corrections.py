"""Reports of errors: masked, kept, decided; an accepted one is a claim beside the others."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from registry.correcting import ISSUER, TITLE, Accepted, accept
from registry.corrections import (
    HEADINGS,
    LONGEST_TEXT,
    MOST_ABOUT_ONE,
    MOST_WAITING,
    Outcome,
    corrections,
    counts,
    refuse,
    report,
)
from registry.errors import RegistryError, TooManyWaiting
from registry.importing import Statement, import_list
from registry.ledger import Ledger, schema
from registry.values.typed import in_one_line
from registry.vocabulary import Filed, SourceKind

DAY = date(2026, 11, 21)
VALUES = {
    "name": "泸州新苗托育有限公司",
    "trading_name": "新苗托育园",
    "address": "江阳区忠山路9号",
    "phones": "0830-5551234",
    "capacity": "66",
    "inclusive_places": "30",
    "price": "1800-2200",
    "forms": "全日托、半日托",
    "classes": "托小班、托大班",
    "ages": "6-36个月",
    "hours": "7:30-18:00",
    "nature": "民办",
    "setting": "社区托育点",
    "operating": "停业",
}
"""For every field that one value can correct, a cell of a list."""


@pytest.fixture
def nursery(ledger: Ledger, csv_file: Callable[..., Path]) -> str:
    """The id of one nursery from one filing list."""
    path = csv_file(
        "filing.csv",
        "机构名称,所在区县,地址,核定托位,联系电话",
        "泸州云雀托育有限公司,江阳区,江阳区连江路7号,60,0830-5550001",
    )
    filing(ledger, path, date(2026, 6, 30))
    (found,) = ledger.nurseries()
    return found.id


def filing(ledger: Ledger, path: Path, published: date) -> None:
    stated = Statement(
        "泸州市备案名单", "泸州市卫生健康委员会", published, SourceKind.FILING, region="5105"
    )
    assert import_list(ledger, path, stated).rejected == 0


def accepted(ledger: Ledger, nursery: str, field: str, value: str) -> int:
    """The source that a report about a field became."""
    report(ledger, nursery, field, "名单有误", None, DAY)
    return accept(ledger, corrections(ledger, waiting=True)[0].id, Accepted(value), DAY)


def test_what_is_personal_is_not_kept(ledger: Ledger, nursery: str) -> None:
    said = "电话打不通，园长张三 13812345678，身份证110101199003078515"
    url = "https://example.org/art_13812345678.html"
    report(ledger, nursery, "phones", said, url, DAY)
    (one,) = corrections(ledger)
    assert one.evidence == url  # for the operator, who must be able to open it
    kept = one.said
    assert "电话打不通" in kept
    assert not [secret for secret in ("张三", "13812345678", "1101011990") if secret in kept]
    assert (one.nursery, one.field, one.received_on, one.outcome) == (nursery, "phones", DAY, None)


@pytest.mark.parametrize(
    ("field", "said"), [("staff", "x"), ("name", ""), ("name", "字" * (LONGEST_TEXT + 1))]
)
def test_what_cannot_be_reported_is_refused(
    ledger: Ledger, nursery: str, field: str, said: str
) -> None:
    with pytest.raises(ValueError, match="no such field"):
        report(ledger, nursery, field, said, None, DAY)
    assert corrections(ledger) == ()


def test_every_field_that_a_value_can_correct_has_an_example() -> None:
    assert set(VALUES) == {field for field, heading in HEADINGS.items() if heading}


@pytest.mark.parametrize("field", VALUES)
def test_an_accepted_report_is_a_claim_with_its_own_source(
    ledger: Ledger, nursery: str, field: str
) -> None:
    before = ledger.claims_of(nursery)
    revision = ledger.revision()
    source = accepted(ledger, nursery, field, VALUES[field])
    after = ledger.claims_of(nursery)
    (new,) = [claim for claim in after if claim.source == source]
    assert new.field.partition(".")[0] == field
    assert (new.raw, new.as_of, new.used) == (VALUES[field], DAY, True)
    assert {claim.id for claim in before} == {claim.id for claim in after} - {new.id}
    assert ledger.claims_of(nursery, revision) == before
    told = ledger.sources([source])[source]
    assert (told.kind, told.title, told.issuer) == (SourceKind.CORRECTION, TITLE, ISSUER)
    (one,) = corrections(ledger)
    assert (one.outcome, one.decided_on, one.source) == (Outcome.ACCEPTED, DAY, source)


def test_the_losing_value_stays_beside_the_correction(ledger: Ledger, nursery: str) -> None:
    accepted(ledger, nursery, "capacity", "45")
    resolved = ledger.nursery(nursery)
    assert resolved is not None
    assert (resolved.capacity, resolved.conflicts) == (45, ("capacity",))
    told = {claim.value: (claim.used, claim.differs) for claim in ledger.claims_of(nursery)
            if claim.field == "capacity"}  # fmt: skip
    assert told == {60: (False, True), 45: (True, False)}


def test_a_newer_list_stands_over_a_correction(
    ledger: Ledger, nursery: str, csv_file: Callable[..., Path]
) -> None:
    accepted(ledger, nursery, "capacity", "45")
    path = csv_file(
        "newer.csv",
        "机构名称,所在区县,地址,核定托位",
        "泸州云雀托育有限公司,江阳区,江阳区连江路7号,80",
    )
    filing(ledger, path, date(2026, 12, 31))
    resolved = ledger.nursery(nursery)
    assert resolved is not None
    assert (resolved.capacity, resolved.filed) == (80, Filed.YES)


def test_a_later_list_finds_the_nursery_by_its_corrected_name(
    ledger: Ledger, nursery: str, csv_file: Callable[..., Path]
) -> None:
    accepted(ledger, nursery, "name", "泸州云雁托育有限公司")
    path = csv_file("newer.csv", "机构名称,所在区县", "泸州云雁托育有限公司,江阳区")
    filing(ledger, path, date(2026, 12, 31))
    assert [one.id for one in ledger.nurseries()] == [nursery]


def test_a_refused_report_adds_nothing_to_the_claims(ledger: Ledger, nursery: str) -> None:
    before = ledger.revision()
    for outcome in (Outcome.DECLINED, Outcome.UNCLEAR):
        report(ledger, nursery, "hours", "不对", None, DAY)
        refuse(ledger, corrections(ledger, waiting=True)[0].id, outcome, DAY)
    assert ledger.revision() == before
    assert counts(ledger) == {None: 0, "accepted": 0, "declined": 1, "unclear": 1}


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("capacity", "很多", "cannot be read as capacity"),
        ("recognition", "省级示范", "import the list"),
        ("filed", "已备案", "import the list"),
        ("other", "x", "import the list"),
    ],
)
def test_what_cannot_be_accepted_stays_waiting(
    ledger: Ledger, nursery: str, field: str, value: str, said: str
) -> None:
    with pytest.raises(RegistryError, match=said):
        accepted(ledger, nursery, field, value)
    assert len(corrections(ledger, waiting=True)) == 1
    assert len(ledger.sources()) == 1


def test_only_what_an_authority_published_says_filed_or_titled(
    ledger: Ledger, nursery: str
) -> None:
    assert HEADINGS["filed"] is HEADINGS["recognition"] is None
    assert not {"filed_on", "filing_number", "authority"} & HEADINGS.keys()
    for field, heading in HEADINGS.items():
        for value in ("已备案", "已注销", "省级示范托育机构", "2024-05-01"):
            if heading:
                with suppress(RegistryError):
                    accepted(ledger, nursery, field, value)
    told = {
        claim.field.partition(".")[0]
        for claim in ledger.claims_of(nursery)
        if ledger.sources([claim.source])[claim.source].kind is SourceKind.CORRECTION
    }
    assert "name" in told
    assert told.isdisjoint({"filed", "filed_on", "filing_number", "authority", "recognition"})


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "ftp://example.org", "https://", "https://a b", "http://a\x1b", "x"],
)
def test_only_web_addresses_are_taken(ledger: Ledger, nursery: str, url: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        report(ledger, nursery, "capacity", "x", url, DAY)
    report(ledger, nursery, "capacity", "x", None, DAY)
    with pytest.raises(RegistryError, match="https://"):
        accept(ledger, 1, Accepted("50", url=url), DAY)
    assert len(corrections(ledger, waiting=True)) == 1


def test_the_address_of_a_report_is_never_published(ledger: Ledger, nursery: str) -> None:
    report(ledger, nursery, "capacity", "x", "https://example.org/home", DAY)
    report(ledger, nursery, "hours", "x", "https://example.org/home", DAY)
    first = accept(ledger, 1, Accepted("50", title="家长李四来电 13812345678"), DAY)
    second = accept(ledger, 2, Accepted("8:00-18:00", url="https://example.org/list"), DAY)
    sources = ledger.sources()
    assert [sources[number].url for number in (first, second)] == [None, "https://example.org/list"]
    assert sources[first].title == "家长（姓名不公开）来电 （手机号不公开）"


def test_a_report_holds_no_hidden_signs(ledger: Ledger, nursery: str) -> None:
    report(ledger, nursery, "name", "a\x00b\x1b[2J\u202e\x9bc\r\n99: d", None, DAY)
    assert corrections(ledger)[0].said == "ab[2Jc\n99: d"
    assert in_one_line(corrections(ledger)[0].said) == "ab[2Jc 99: d"
    with pytest.raises(ValueError, match="no text"):
        report(ledger, nursery, "name", "\x00\u202e", None, DAY)


def test_nothing_is_decided_twice(ledger: Ledger, nursery: str) -> None:
    accepted(ledger, nursery, "capacity", "45")
    with pytest.raises(RegistryError, match="not waiting"):
        refuse(ledger, 1, Outcome.DECLINED, DAY)
    with pytest.raises(RegistryError, match="not waiting"):
        accept(ledger, 1, Accepted("50"), DAY)


def test_many_readers_may_report_at_once(ledger: Ledger, nursery: str) -> None:
    fields = list(HEADINGS)
    with ThreadPoolExecutor(8) as pool:
        asked = [
            pool.submit(report, ledger, nursery, fields[turn % len(fields)], f"{turn}", None, DAY)
            for turn in range(40)
        ]
        for one in asked:
            one.result()
    assert {one.said for one in corrections(ledger)} == {str(turn) for turn in range(40)}


def test_so_many_may_wait_and_no_more(ledger: Ledger, nursery: str) -> None:
    for turn in range(MOST_ABOUT_ONE):
        report(ledger, nursery, "hours", f"{turn}", None, DAY)
    with pytest.raises(TooManyWaiting):
        report(ledger, nursery, "hours", "x", None, DAY)
    report(ledger, "another", "hours", "x", None, DAY)
    refuse(ledger, 1, Outcome.DECLINED, DAY)
    report(ledger, nursery, "hours", "x", None, DAY)
    waiting = counts(ledger)[None]
    flood = [
        {"nursery": f"n{number}", "field": "hours", "said": "x", "received_on": DAY}
        for number in range(MOST_WAITING - waiting)
    ]
    with ledger.writing() as connection:
        connection.execute(insert(schema.correction), flood)
    with pytest.raises(TooManyWaiting):
        report(ledger, "a third", "hours", "x", None, DAY)
    assert counts(ledger)[None] == MOST_WAITING
