"""DOCX as decisions are sent: a title, paragraphs, and tables with a caption above each."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from registry.demo.draft import Draft, DraftTable, as_text

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_document(path: Path, draft: Draft) -> None:
    """Write the draft with its tables one below the other."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.created, properties.modified = draft.title, _CREATED, _CREATED
    document.add_heading(draft.title, level=1)
    document.add_paragraph(f"{draft.issuer}　{draft.published.isoformat()}")
    for table in draft.tables:
        _write_table(document, table)
    document.add_paragraph("（本文件为虚构的演示数据）")
    packed = BytesIO()
    document.save(packed)
    _repack(packed, path)


def _write_table(document: Any, table: DraftTable) -> None:
    for line in table.above:
        document.add_paragraph(line)
    if table.caption:
        document.add_paragraph(table.caption)
    lines = [table.last_headings, *([as_text(cell) for cell in row] for row in table.rows)]
    rows = "".join("<w:tr>" + "".join(map(_cell, line)) + "</w:tr>" for line in lines)
    # python-docx looks a table's grid up again for every cell; whole rows are a hundred times
    # faster, and go in before the section's own mark at the end of the body.
    grid = "<w:gridCol/>" * len(table.headings)
    document.element.body.insert_element_before(
        parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblStyle w:val='TableGrid'/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        ),
        "w:sectPr",
    )
    for note in table.notes:
        document.add_paragraph(note)


def _cell(text: str) -> str:
    return f"<w:tc><w:p><w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p></w:tc>"


def _repack(packed: BytesIO, path: Path) -> None:
    """Write the archive again with the clock taken out of it."""
    with ZipFile(packed) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
