"""What a file is, by its first bytes; its name is asked only when they leave it open."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from registry.errors import FileTooLarge, UnreadableFile

MAX_FILE: Final = 100 * 2**20
"""Bytes. The longest published list seen is far below one hundredth of it."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: Final = {
    b"%PDF": "a PDF",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"BM": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3\x00": "a database",
    b"MIME-Version:": "a web archive (MHTML)",
}
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|div|p|h1)\b", re.IGNORECASE)
_READABLE: Final = "XLSX, XLS, ODS, CSV, HTML, DOCX and JSON files can be read"
_BOMS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def bytes_of(path: Path) -> bytes:
    """The whole file.

    Raises:
        FileTooLarge: over `MAX_FILE`.
        UnreadableFile: missing, not a file, not permitted, or empty.
    """
    try:
        if not path.is_file():
            raise UnreadableFile(f"{path.name}: there is no such file.")
        size = path.stat().st_size
        if size > MAX_FILE:
            raise FileTooLarge(
                f"{path.name} has {size // 2**20} MB; at most {MAX_FILE // 2**20} MB can be read."
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"{path.name}: the file cannot be opened ({error}).") from error
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableFile(f"{path.name}: the file is empty.")
    return data


def format_of(data: bytes, path: Path) -> str:
    """One of "zip", "xls", "html", "json", "csv".

    Raises:
        UnreadableFile: a format that holds no readable table (PDF, pictures, old Word).
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(_OLE):
        return _ole_format(data, path)
    for magic, what in _FOREIGN.items():
        if data.startswith(magic):
            raise UnreadableFile(f"{path.name}: the file is {what}; only {_READABLE}.")
    return _text_format(data, path)


def _ole_format(data: bytes, path: Path) -> str:
    """Compound files name their streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableFile(
            f"{path.name}: the workbook is encrypted; save it without a password first."
        )
    if "WordDocument".encode("utf-16-le") in data:
        raise UnreadableFile(
            f"{path.name}: the file is an old Word document (.doc); save it as .docx first."
        )
    return "xls"


def _text_format(data: bytes, path: Path) -> str:
    head = data[:4096]
    for bom in _BOMS:
        head = head.removeprefix(bom)
    head = head.replace(b"\x00", b"").lstrip()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise UnreadableFile(f"{path.name}: the file is an XML table; save it as .xlsx first.")
    suffix = path.suffix.lower()
    if suffix in {".html", ".htm", ".shtml", ".xhtml"} or _HTML.search(head):
        return "html"
    if suffix == ".json" or head.startswith((b"{", b"[")):
        return "json"
    return "csv"
