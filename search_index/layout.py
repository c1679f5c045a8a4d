"""The files of a generation's folder.

manifest.json     what it is, and the hash of every other file
whoosh/           the text index, as stock Whoosh reads it
columns/*.npy     arrays, mapped read-only and shared by all workers
lists.json        divisions as spans, schemes and levels by code
words.txt         the dictionary the documents were cut with
documents.bin     every nursery as JSON, end to end
overview.json     what the registry says of all of them together; the index does not read it
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

WHOOSH: Final = "whoosh"
COLUMNS: Final = "columns"
LISTS: Final = "lists.json"
WORDS: Final = "words.txt"
DOCUMENTS: Final = "documents.bin"
OVERVIEW: Final = "overview.json"


def save(folder: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays into the columns of a generation."""
    (folder / COLUMNS).mkdir(exist_ok=True)
    for name, array in arrays.items():
        np.save(folder / COLUMNS / f"{name}.npy", np.ascontiguousarray(array))


def mapped(folder: Path, name: str) -> NDArray[Any]:
    """One array, mapped read-only. Raises `ValueError` for a file that `save` did not write.

    `np.load` reads the header as Python, which takes longer than all else of an opening.
    """
    whole = mapped_bytes(folder / COLUMNS / f"{name}.npy")
    header = _HEADER.match(whole)
    if header is None:
        raise ValueError(f"{name}.npy has another header")
    shape = [int(length) for length in header["shape"].split(b",") if length.strip()]
    values = np.frombuffer(whole[header.end() :], header["type"].decode())
    return values.reshape(shape)


_HEADER: Final = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '(?P<type>[<|][a-zA-Z]\d+)', 'fortran_order': False, "
    rb"'shape': \((?P<shape>[\d, ]*)\), \} *\n",
    re.DOTALL,
)
"""The first bytes of a file of `np.save`: magic, version 1.0, the length, and a description."""


def mapped_bytes(path: Path) -> memoryview:
    """A whole file, mapped read-only."""
    if not path.stat().st_size:
        return memoryview(b"")  # nothing cannot be mapped
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
