"""What no office program writes, looked for in the parts of a packed file as they go by.

Document types with entities can blow up while they are parsed. One cell at the far end of a
sheet makes a reader that keeps the whole rectangle take all memory; so does a repeated one.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from registry.errors import UnreadableFile
from registry.reading.blocks import hold_to_limits

_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_CELL = re.compile(
    rb"<(?:\w+:)?c\s(?:[^<>]*?\s)?r=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^<>]*(?<!/)>", re.IGNORECASE
)
_UNPLACED_CELL = re.compile(rb"<(?:\w+:)?c(?:\s(?![^<>]*\br=)[^<>]*)?(?<!/)>")
_ROW = re.compile(rb"<(?:\w+:)?row\s(?:[^<>]*?\s)?r=[\"'](\d{1,7})[\"']")
_OVERLAP = 256
_ODS_REPEATED = "number-{}-repeated"


class Inspector:
    """Refuses document types; the base for parts that hold tables."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._tail = b""

    def feed(self, chunk: bytes) -> None:
        """Look at the next bytes, together with the end of those before.

        Raises:
            UnreadableFile, FileTooLarge: as soon as something is found.
        """
        seen = self._tail + chunk
        if b"\x00" in seen:  # UTF-16, in which the marks below would hide
            seen = seen.replace(b"\x00", b"")
        if _DOCTYPE.search(seen):
            raise UnreadableFile(
                f"{self._file}: the file defines entities, which no office program writes."
            )
        self._look(seen)
        self._tail = seen[-_OVERLAP:]

    def _look(self, seen: bytes) -> None:
        """Nothing more in most parts."""


class SheetInspector(Inspector):
    """Keeps the size of the rectangle that an XLSX sheet's filled cells span."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._rows = 0
        self._columns: set[bytes] = set()

    def _look(self, seen: bytes) -> None:
        cells = _CELL.findall(seen)
        self._columns.update({letters for letters, _ in cells})
        self._rows = max(self._rows, max((int(row) for _, row in cells), default=0))
        if _UNPLACED_CELL.search(seen):
            self._rows = max(self._rows, max((int(row) for row in _ROW.findall(seen)), default=0))
        widest = max((_column_number(letters) for letters in self._columns), default=0)
        hold_to_limits(self._rows, widest, f"{self._file}: a sheet")


class RepeatInspector(Inspector):
    """Adds up the cells that an ODS sheet's repeated rows and cells unfold to."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._cells = 0
        self._row = self._open_cells = self._row_repeat = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, chunk: bytes) -> None:
        """Look at the next bytes, and parse them as they are."""
        super().feed(chunk)
        try:
            self._parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position only
        except expat.ExpatError as error:
            raise UnreadableFile(f"{self._file}: the file is damaged ({error}).") from error

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "table-row":
            self._row_repeat = _repeat(attributes, "rows")
            self._row = self._open_cells = 0
        elif kind in {"table-cell", "covered-table-cell"}:
            self._open_cells += _repeat(attributes, "columns")
        elif kind == "p":  # only cells with text, and those before them, are unfolded
            self._row = self._open_cells

    def _end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "table-row" and self._row:
            self._cells += self._row * self._row_repeat
            hold_to_limits(self._cells, 1, f"{self._file}: a sheet with repeated cells")


def inspector_of(part: str, file: str) -> Inspector:
    """The inspector for one part of a packed file."""
    if _SHEET.search(part):
        return SheetInspector(file)
    if part == "content.xml":
        return RepeatInspector(file)
    return Inspector(file)


def _repeat(attributes: dict[str, str], what: str) -> int:
    for name, value in attributes.items():
        if name.endswith(_ODS_REPEATED.format(what)) and value.isdecimal():
            return min(int(value[:10]), 10**9)
    return 1


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
