"""A validity published in months stays one: no day is invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.recognition import Recognition
from registry.vocabulary import SourceKind, State

PUBLISHED = date(2023, 10, 19)


def named(ledger: Ledger, path: Path, title: str) -> Recognition:
    """The title that a list of one nursery gives it."""
    stated = Statement(
        title, "湖南省卫生健康委员会", PUBLISHED, SourceKind.DEMONSTRATION, region="430211"
    )
    assert import_list(ledger, path, stated).rejected == 0
    (nursery,) = ledger.nurseries()
    (found,) = nursery.recognitions
    return found


def test_hunan_s_first_titles_last_from_october_to_october(
    ledger: Ledger, html_file: Callable[..., Path]
) -> None:
    rows = [("机构名称", "地址"), ("云雀托育中心", "株洲市天元区泰山路7号")]
    heading, line = "湖南省首批省级示范托育机构名单", "有效期：2023年10月至2026年10月"
    title = named(ledger, html_file("a.html", heading, [line], [(heading, rows)]), heading)
    (event,) = title.events
    assert (event.first, event.last, event.year_only) == ("2023-10", "2026-10", False)
    assert (event.on, event.until) == (date(2023, 10, 1), date(2026, 10, 31))
    days = {
        date(2023, 9, 30): None,
        date(2023, 10, 1): State.VALID,
        date(2026, 8, 1): State.VALID,
        date(2026, 8, 2): State.EXPIRING,
        date(2026, 10, 31): State.EXPIRING,
        date(2026, 11, 1): State.EXPIRED,
    }
    assert {day: title.state(day) for day in days} == days
    claims = ledger.claims_of(next(ledger.nurseries()).id)
    (value,) = [one.value for one in claims if one.field == "recognition.demonstration"]
    assert isinstance(value, dict)
    assert (value["from"], value["until"]) == ("2023-10", "2026-10")


@pytest.mark.parametrize(
    ("cells", "first", "last"),
    [
        ("2023年10月,2026年10月,", "2023-10", "2026-10"),
        ("2023年10月,,", "2023-10", None),
        ("2023-10-20,2026年,", "2023-10-20", "2026"),
        ("2023年10月,,三年", "2023-10", "2026-10"),
        ("2023年,,2年", "2023", "2025"),
        ("2023-10-20,,3年", "2023-10-20", "2026-10-19"),
        (",,2023年10月至2026年10月31日", "2023-10", "2026-10-31"),
        (",,至2026年10月", "2023-10-19", "2026-10"),
    ],
)
def test_columns_keep_what_they_publish(
    ledger: Ledger, csv_file: Callable[..., Path], cells: str, first: str, last: str | None
) -> None:
    headings = "机构名称,地址,认定时间,有效期至,有效期"
    path = csv_file("a.csv", headings, f"云雀托育中心,株洲市天元区泰山路7号,{cells}")
    (event,) = named(ledger, path, "湖南省省级示范托育机构名单").events
    assert (event.first, event.last) == (first, last)
