"""Importing 100,000 rows from XLSX: seconds and peak memory, through the real importer."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import xlsxwriter

from registry.importing import Statement, import_list
from registry.ledger import Ledger
from registry.vocabulary import Datum, SourceKind

ROWS = 100_000
TARGET_SECONDS = 60
TARGET_MEGABYTES = 500

_HEADINGS = (
    "序号",
    "机构名称",
    "统一社会信用代码",
    "所属区域",
    "详细地址",
    "经度",
    "纬度",
    "举办性质",
    "服务形式",
    "托位总数",
    "普惠托位数",
    "收费标准",
    "班型",
    "联系电话",
    "备案通过时间",
)
_DISTRICTS = ("江阳区", "龙马潭区", "纳溪区", "泸县", "合江县", "叙永县", "古蔺县")


def main() -> None:
    """Write the list, import it in a process of its own, and print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_list(folder / "list.xlsx", ROWS)
        child = subprocess.run(
            [sys.executable, "-m", "benchmarks.import_speed", str(folder)],
            check=True,
            capture_output=True,
            text=True,
        )
        seconds, megabytes, claims = map(float, child.stdout.split())
    print(f"import of {ROWS:,} rows XLSX, {claims:,.0f} claims")
    print(f"  {seconds:6.1f} s    target {TARGET_SECONDS} s")
    print(f"  {megabytes:6.0f} MB   target {TARGET_MEGABYTES} MB at the peak")


def write_list(path: Path, rows: int) -> None:
    """A filing list of one city, every row different."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("备案名单")
    sheet.write_row(0, 0, ["基准测试用虚构名单"])
    sheet.write_row(1, 0, _HEADINGS)
    for number in range(rows):
        sheet.write_row(number + 2, 0, _row(number))
    book.close()


def _row(number: int) -> list[str | int]:
    return [
        number + 1,
        f"泸州虚构第{number}托育服务有限公司",
        "",
        _DISTRICTS[number % len(_DISTRICTS)],
        f"示例路{number % 977}号{number % 31}栋{number}室",
        f"105.{400000 + number % 90000}",
        f"28.{800000 + number % 90000}",
        ("公办", "民办", "公建民营")[number % 3],
        ("全日托", "全日托、半日托", "全日托,临时托")[number % 3],
        f"{20 + number % 130}个",
        number % 20,
        f"{800 + number % 40 * 50}元/人/月",
        ("托小班、托大班", "乳儿班、托小班、托大班", "混龄班")[number % 3],
        f"0830—555{number % 10000:04d}",
        f"2024年{number % 12 + 1}月{number % 28 + 1}日",
    ]


def _import(folder: Path) -> None:
    ledger = Ledger.open(f"sqlite:///{folder / 'ledger.sqlite3'}")
    stated = Statement(
        title="基准测试用虚构名单",
        issuer="泸州",
        published=date(2026, 1, 1),
        kind=SourceKind.FILING,
        region="5105",
        datum=Datum.GCJ02,
        fictional=True,
    )
    start = time.perf_counter()
    report = import_list(ledger, folder / "list.xlsx", stated)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if report.accepted != ROWS:
        raise SystemExit(f"{report.rejected} rows were rejected")
    os.write(1, f"{seconds} {peak} {report.claims}".encode())


if __name__ == "__main__":
    _import(Path(sys.argv[1]))
