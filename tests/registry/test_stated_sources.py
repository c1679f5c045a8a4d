"""What an operator states about a file names nobody, and leads to the web or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from registry.errors import RegistryError
from registry.geocoding import geocode
from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.vocabulary import Datum, SourceKind

LIST = ("机构名称,所在区县,地址", "云雀托育中心,江阳区,江阳区连江路7号")
PLACES = ("地址,经度,纬度", "江阳区连江路7号,105.44,28.87")
STATED = Statement(
    title="泸州市备案托育机构名单（负责人张三 13812345678）",
    issuer="泸州市卫生健康委员会\x1b[2J，联系人：李四，zhangli@126.com",
    published=date(2026, 6, 30),
    kind=SourceKind.FILING,
    url="https://example.org/art_13812345678.html",
    region="5105",
)


def test_titles_issuers_and_file_names_are_masked(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    first = csv_file("张三13812345678.csv", *LIST)
    number = import_list(ledger, first, STATED).source
    stated = replace(STATED, datum=Datum.WGS84)
    second = geocode(ledger, csv_file("园长王芳.csv", *PLACES), stated).source
    for source in ledger.sources([number, second]).values():
        assert source.title == "泸州市备案托育机构名单（负责人（姓名不公开） （手机号不公开））"
        assert source.issuer == ("泸州市卫生健康委员会[2J，联系人：（姓名不公开），（邮箱不公开）")
        assert source.url == STATED.url
    names = [one.file_name for one in ledger.sources([number, second]).values()]
    assert names == ["（姓名不公开）（手机号不公开）.csv", "园长（姓名不公开）.csv"]
    assert import_list(ledger, first, STATED).unchanged


def test_names_of_authorities_and_titles_stay(
    ledger: Ledger, csv_file: Callable[..., Path]
) -> None:
    path = csv_file("0830-2512345.csv", *LIST)
    titles = (
        "泸州市江阳区卫生健康局关于2026年度普惠托育机构拟认定名单的公示",
        "关于公布马尔康市、文山市备案托育机构名单的通知（川卫发〔2026〕13号）",
        "托育机构从业人员、家长满意度调查结果",
    )
    for title in titles:
        stated = replace(STATED, title=title, issuer="张家港市卫生健康委员会")
        number = import_list(ledger, path, stated).source
        source = ledger.sources()[number]
        assert (source.title, source.issuer) == (title, "张家港市卫生健康委员会")
        assert source.file_name == "0830-2512345.csv"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/a", "http://", "a.html"])
def test_no_other_address_is_kept(ledger: Ledger, csv_file: Callable[..., Path], url: str) -> None:
    with pytest.raises(RegistryError, match="https://"):
        import_list(ledger, csv_file("list.csv", *LIST), replace(STATED, url=url))
    assert (ledger.sources(), list(ledger.nurseries())) == ({}, [])
