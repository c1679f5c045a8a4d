"""Real stores and real files for the registry's tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from registry.ledger import Ledger

SCHEMES = Path(__file__).parents[2] / "content" / "schemes"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger in SQLite."""
    opened = Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite3'}", schemes=SCHEMES)
    yield opened
    opened.close()


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a CSV list: `csv_file("a.csv", "机构名称,地址", "云岫托育,江海路1号")`."""

    def write(name: str, *lines: str) -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def html_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a page of captioned tables: `html_file("a.html", title, lines, [(caption, rows)])`."""

    def write(
        name: str,
        title: str,
        lines: Sequence[str],
        tables: Sequence[tuple[str, Sequence[Sequence[str]]]],
    ) -> Path:
        body = "".join(f"<p>{line}</p>" for line in lines)
        for caption, rows in tables:
            cells = "".join(
                "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
            )
            body += f"<p>{caption}</p><table>{cells}</table>"
        page = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head>"
        path = tmp_path / name
        path.write_text(f"{page}<body>{body}</body></html>", encoding="utf-8")
        return path

    return write


@pytest.fixture
def json_file(tmp_path: Path) -> Callable[[str, object], Path]:
    """Writes a JSON file of records."""

    def write(name: str, value: object) -> Path:
        path = tmp_path / name
        path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        return path

    return write
