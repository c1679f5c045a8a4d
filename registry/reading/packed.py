"""Packed files (XLSX, ODS, DOCX) are unpacked once, into nothing, before a library opens them.

The sizes that an archive declares may lie and a few kilobytes may unpack to terabytes, so the
bytes are counted while they are inflated, and every part is inspected as it goes by.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from registry.errors import FileTooLarge, UnreadableFile
from registry.reading.inspection import inspector_of

MAX_UNPACKED: Final = 2**30  # bytes
MAX_RATIO: Final = 200  # real workbooks stay below 100
MAX_PARTS: Final = 10_000
MAX_WORD_TEXT: Final = 100 * 2**20  # bytes of word/document.xml, which is held as a tree

_MAIN_PARTS: Final = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx", "content.xml": "ods"}
_CHUNK: Final = 2**20
_RATIO_MATTERS: Final = 50 * 2**20
_LOCAL_HEADER: Final = struct.Struct("<4s5H3I2H")


def packed_format(data: bytes, name: str) -> str:
    """One of "xlsx", "ods", "docx", once the archive is known to be safe to open.

    Raises:
        FileTooLarge: unpacks to more than the limits.
        UnreadableFile: damaged, encrypted, or an archive of something else.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise UnreadableFile(f"{name}: the file is damaged or cut off ({error}).") from error
    names = {part.filename for part in parts}
    found = _format_by_parts(names)
    if found is None:
        raise UnreadableFile(
            f"{name}: the file is packed but neither XLSX, ODS nor DOCX; unpack it or save it anew."
        )
    if len(parts) > MAX_PARTS:
        raise FileTooLarge(f"{name} packs {len(parts)} parts; at most {MAX_PARTS} can be read.")
    _unpack_into_nothing(data, parts, name)
    return found


def _format_by_parts(parts: set[str]) -> str | None:
    for part, found in _MAIN_PARTS.items():
        if part in parts:
            return found
    return None


def _unpack_into_nothing(data: bytes, parts: list[zipfile.ZipInfo], name: str) -> None:
    total = 0
    for part in parts:
        size = 0
        inspector = inspector_of(part.filename, name)
        for chunk in _inflated(data, part, name):
            size += len(chunk)
            total += len(chunk)
            _hold_size(total, len(data), name)
            if part.filename == "word/document.xml" and size > MAX_WORD_TEXT:
                raise FileTooLarge(f"{name}: the text of the document is over 100 MB.")
            inspector.feed(chunk)
        if size != part.file_size:
            raise UnreadableFile(f"{name}: the sizes declared in the file are wrong.")


def _hold_size(unpacked: int, packed: int, name: str) -> None:
    if unpacked > MAX_UNPACKED:
        raise FileTooLarge(f"{name} unpacks to more than {MAX_UNPACKED // 2**30} GB.")
    if unpacked > _RATIO_MATTERS and unpacked > packed * MAX_RATIO:
        raise FileTooLarge(
            f"{name} unpacks to more than {MAX_RATIO} times its size, as no real list does."
        )


def _inflated(data: bytes, part: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """The unpacked bytes of one part, by the stream itself and not by its declared size."""
    if part.flag_bits & 1:
        raise UnreadableFile(f"{name}: the file is encrypted; save it without a password first.")
    header = data[part.header_offset : part.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise UnreadableFile(f"{name}: the file is damaged or cut off.")
    *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start = part.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    packed = memoryview(data)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield from (bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK))
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        yield from _deflated(packed, name)
    else:
        raise UnreadableFile(f"{name}: the file is packed in a way that office programs never use.")


def _deflated(packed: memoryview, name: str) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _CHUNK):
            chunk = stream.decompress(packed[at : at + _CHUNK], _CHUNK)
            while chunk:
                yield chunk
                chunk = stream.decompress(stream.unconsumed_tail, _CHUNK)
    except zlib.error as error:
        raise UnreadableFile(f"{name}: the file is damaged ({error}).") from error
    if not stream.eof:
        raise UnreadableFile(f"{name}: the file is cut off.")
