"""CSV, with commas, semicolons, tabs or bars, as spreadsheets and databases write it."""

from __future__ import annotations

import csv
import io
import re
from sys import intern
from typing import Final

from registry.errors import UnreadableFile
from registry.reading.blocks import Grid, clean, trimmed
from registry.reading.charset import Decoded
from registry.reading.columns import known_whole

_DELIMITERS: Final = ",;\t|，"
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")
_SAMPLE: Final = 60  # lines; title rows and a heading of several rows fit well within

_SAMPLE_CHARACTERS: Final = 100_000


def grid_of(decoded: Decoded, name: str) -> Grid:
    """The whole file as one grid; the format cannot say what was merged.

    Raises:
        UnreadableFile: a quotation mark that is never closed would swallow rows.
    """
    text = decoded.text
    said = _SEPARATOR_LINE.match(text)
    delimiter = said[1] if said else _delimiter(text)
    records = _records(text, delimiter, name)
    rows = [cells for cells, _ in records]
    if said:
        rows[0] = ()
    return Grid(rows, lengths=tuple(length for _, length in records))


def sample_of(text: str) -> Grid:
    """The first lines, cut as well as can be: enough to see whether headings are known."""
    lines = text[:_SAMPLE_CHARACTERS].splitlines()[:_SAMPLE]
    delimiter = _delimiter(text)
    return Grid([tuple(line.split(delimiter)) for line in lines])


def _delimiter(text: str) -> str:
    """The delimiter under which most headings are known, then the one that cuts most."""
    sample = "\n".join(text[:_SAMPLE_CHARACTERS].splitlines()[:_SAMPLE])

    def merit(delimiter: str) -> tuple[int, int]:
        rows = [line.split(delimiter) for line in sample.splitlines()]
        known = max((sum(map(known_whole, row)) for row in rows), default=0)
        return known, sum(len(row) - 1 for row in rows)

    return max(_DELIMITERS, key=merit)


def _records(text: str, delimiter: str, name: str) -> list[tuple[tuple[str, ...], int]]:
    """Each row, and how many cells it had with the blank ones at its end."""
    try:
        return _parse(text, delimiter, strict=True)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise UnreadableFile(
                f"{name}: a quotation mark is opened and never closed; the rows after it "
                "cannot be told apart."
            ) from error
    try:
        return _parse(text, delimiter, strict=False)
    except csv.Error as error:
        raise UnreadableFile(f"{name}: the table is damaged ({error}).") from error


def _parse(text: str, delimiter: str, *, strict: bool) -> list[tuple[tuple[str, ...], int]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    return [(trimmed([intern(clean(cell)) for cell in row]), len(row)) for row in reader]
