"""HTML pages as content systems print them: navigation in a table, paragraphs, captioned tables."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from registry.demo.draft import Draft, DraftTable, as_text, heading_spans, runs

_HEAD = """<!DOCTYPE html>
<html><head><meta charset="utf-8">
<title>{title}</title>
<meta name="SiteName" content="{issuer}"><meta name="PubDate" content="{published}"></head>
<body><table class="nav"><tr><td>当前位置：</td><td><a href="#">首页</a></td>\
<td><a href="#">政务公开</a></td><td><a href="#">公示公告</a></td></tr></table>
<h1>{title}</h1>
<p>发布机构：{issuer}　发布日期：{published}</p>
"""
_CELL_STYLE = ' style="border:1px solid windowtext;padding:0 7px"'


def write_page(path: Path, draft: Draft) -> None:
    """Write the draft as one page, its tables one below the other."""
    head = _HEAD.format(
        title=escape(draft.title), issuer=escape(draft.issuer), published=draft.published
    )
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(head)
        for number, table in enumerate(draft.tables, start=1):
            if len(draft.tables) > 1:
                file.write(f"<p>附件{number}：</p>\n")
            file.writelines(_table(table))
        file.write("<p>（本页为虚构的演示数据）</p></body></html>\n")


def _table(table: DraftTable) -> Iterator[str]:
    yield from (f"<p>{escape(line)}</p>\n" for line in table.above)
    if table.caption:
        yield f'<p align="center"><strong>{escape(table.caption)}</strong></p>\n'
    yield '<table border="1" cellspacing="0"><tbody>\n'
    yield from _headings(table)
    yield from _rows(table)
    if table.total:
        yield "<tr>" + "".join(map(_cell, map(as_text, table.total))) + "</tr>\n"
    yield "</tbody></table>\n"
    yield from (f"<p>{escape(note)}</p>\n" for note in table.notes)


def _headings(table: DraftTable) -> Iterator[str]:
    for _, spans in groupby(heading_spans(table.headings), key=lambda span: span.row):
        cells = (_cell(span.text, span.height, span.width) for span in spans)
        yield "<tr>" + "".join(cells) + "</tr>\n"


def _rows(table: DraftTable) -> Iterator[str]:
    heights = [dict(runs(table.rows, column)) for column in range(table.merged)]
    for number, row in enumerate(table.rows):
        tall = (
            _cell(as_text(row[column]), starts[number])
            for column, starts in enumerate(heights)
            if number in starts
        )
        plain = (_cell(as_text(cell)) for cell in row[table.merged :])
        yield "<tr>" + "".join((*tall, *plain)) + "</tr>\n"


def _cell(text: str, height: int = 1, width: int = 1) -> str:
    span = (f' rowspan="{height}"' if height > 1 else "") + (
        f' colspan="{width}"' if width > 1 else ""
    )
    return f'<td{span}{_CELL_STYLE}><p class="MsoNormal">{escape(text)}</p></td>'
