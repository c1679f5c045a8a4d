"""JSON: a list of records, or objects that hold such lists, as search pages answer them.

{"data": {"list": [{"institution_name": "…"}]}} is one list; {"2023年普惠名单": […],
"2023年示范名单": […]} are two, each with its key as the line above it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from registry.errors import UnreadableFile
from registry.reading.blocks import Block, Content, Grid, clean, hold_to_limits, trimmed
from registry.reading.charset import Decoded

_MAX_DEPTH: Final = 8
_PLUMBING: Final = frozenset({"data", "list", "rows", "records", "items", "result", "results"})
"""Keys that only wrap, and so are no line above a list."""


def read_records(decoded: Decoded, name: str) -> Content:
    """Every list of records as a grid whose first row is the keys, in order of appearance.

    Raises:
        UnreadableFile: not JSON.
    """
    try:
        found = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"{name}: the file is damaged JSON ({error}).") from error
    blocks = list(_blocks(found, name, _MAX_DEPTH))
    title = found.get("title") if isinstance(found, dict) else None
    return Content(
        "json",
        blocks,
        title if isinstance(title, str) else None,
        decoded.encoding,
        decoded.guessed,
    )


def _blocks(value: Any, name: str, depth: int) -> Iterator[Block]:
    if depth == 0:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                if key.lower() not in _PLUMBING:
                    yield clean(key)
                yield from _blocks(inner, name, depth - 1)
            elif isinstance(inner, str) and key in {"title", "note", "remark"}:
                yield clean(inner)
    elif isinstance(value, list):
        records = [record for record in value if isinstance(record, dict)]
        if records:
            yield _grid(records, name)
        elif value and all(isinstance(row, list) for row in value):
            yield Grid([trimmed(map(_text, row)) for row in value])


def _grid(records: list[dict[str, Any]], name: str) -> Grid:
    flat = [dict(_flat(record, (), _MAX_DEPTH)) for record in records]
    keys = list(dict.fromkeys(key for record in flat for key in record))
    hold_to_limits(len(flat), len(keys), name)
    rows = [trimmed(record.get(key, "") for key in keys) for record in flat]
    return Grid([tuple(map(clean, keys)), *rows], ())


def _flat(record: dict[str, Any], path: tuple[str, ...], depth: int) -> Iterator[tuple[str, str]]:
    """Nested objects by their path: {"location": {"lat": 31}} → location/lat."""
    for key, value in record.items():
        if isinstance(value, dict) and depth:
            yield from _flat(value, (*path, key), depth - 1)
        else:
            yield "/".join((*path, key)), _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(map(_text, value[:1000]))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
