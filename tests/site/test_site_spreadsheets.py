"""What a list says in a cell that begins like a formula runs in none of our CSV files."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

from nursery_site.stores import Stores
from registry.exporting import as_csv
from registry.importing import Statement
from registry.spreadsheets import is_formula
from registry.vocabulary import SourceKind
from tests.site.conftest import made
from tests.site.staging import build, import_all, settings_in
from tests.site.visitor import Visitor

LIST = """机构名称,所在区县,地址,核定托位,联系电话
"=HYPERLINK(""x"")云雀托育中心",姑苏区,@平江路7号,60,+86 512-67770001
－青禾托育中心,姑苏区,+东吴路9号,40,
"""


def _cells(text: str) -> list[str]:
    read = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return [cell for line in read for cell in line]


def test_no_file_holds_a_formula(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    stated = Statement(
        "苏州市托育机构名单, =1+1", "苏州市卫生健康委员会", date(2026, 6, 30), SourceKind.FILING
    )
    import_all(settings, (path, stated))
    build(settings)
    app = made(settings)
    visitor, stores = Visitor(app.test_client()), app.extensions["shanyu"]
    assert isinstance(stores, Stores)
    found = list(stores.ledger.nurseries())
    assert [is_formula(one.name) for one in found] == [True, True]
    export = io.StringIO(newline="")
    as_csv(found, stores.ledger.divisions(), date(2026, 7, 1), export)
    ids = "&".join(f"id={one.id}" for one in found)
    files = {
        "export": export.getvalue(),
        "search": visitor.get("/zh-hans/nurseries.csv").text,
        "compare": visitor.get(f"/zh-hans/compare.csv?{ids}").text,
        "regions": visitor.get("/zh-hans/regions.csv").text,
    }
    for name, text in files.items():
        cells = _cells(text)
        assert len(cells) > 20, name
        assert [cell for cell in cells if is_formula(cell.strip())] == [], name
    for name in ("export", "search", "compare"):
        assert f"'{found[0].name}" in _cells(files[name]), name
