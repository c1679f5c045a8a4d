"""What a list leaves open is said beside the value: its footnotes, a unit that was assumed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from registry.ledger import Ledger
from registry.ledger.records import ListNote
from registry.values.problems import Reason
from registry.vocabulary import SourceKind
from tests.site.conftest import FILING, made, stated_list
from tests.site.staging import build, import_all, settings_in
from tests.site.visitor import Visitor

PRICED = """机构名称,所在区县,地址,全日托收费,半日托收费
苏州云雀托育有限公司,姑苏区,姑苏区平江路7号,1800,900元/月
注：收费为保育费。
"""


def test_footnotes_and_assumed_units_are_said(
    tmp_path: Path, texts: Callable[[Element, str], list[str]]
) -> None:
    settings = settings_in(tmp_path)
    import_all(
        settings,
        stated_list(tmp_path, "filing", FILING, SourceKind.FILING, date(2026, 6, 30)),
        stated_list(tmp_path, "price", PRICED, SourceKind.PRICE, date(2026, 7, 1)),
    )
    build(settings)
    visitor = Visitor(made(settings).test_client())
    items = visitor.json("/api/v1/nurseries")["items"]
    (priced,) = (item["id"] for item in items if item["price"])
    page = visitor.page(f"/zh-hans/nurseries/{priced}")
    assert texts(page, ".//table[@class='prices']/tbody/tr/th") == ["全日托", "半日托"]
    assert texts(page, ".//span[@class='prices__meals']") == ["名单未写单位，按每月多少元理解。"]
    assert texts(page, ".//section[@aria-labelledby='sources']/ul[@class='notes']/li") == [
        "注：收费为保育费。1"
    ]
    ledger = Ledger.open(settings.database_url)
    claims = ledger.claims_of(priced)
    assert ledger.notes_of(claims) == (ListNote("注：收费为保育费。", 2),)
    doubted = ledger.doubted(claims, Reason.UNIT_ASSUMED)
    found = [(one.field, one.raw) for one in claims if one.id in doubted]
    assert found == [("price.full_day", "1800")]
    assert ledger.doubted(claims, Reason.ZERO_PRICE) == frozenset()
    assert (ledger.notes_of(()), ledger.doubted((), Reason.UNIT_ASSUMED)) == ((), frozenset())
