"""Remembers that a generation was verified, so that not every worker hashes it again.

The receipt holds what a stat says of every file. Whoever writes to a file changes that, and
the generation is hashed anew; what changes bits without writing is for `Store.check` to find.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from search_index.manifest import MANIFEST, Manifest, check_hashes


def verify(folder: Path, manifest: Manifest) -> None:
    """Raise `DamagedGeneration` unless the files are those of the manifest."""
    receipt = receipt_of(folder)
    with suppress(OSError, ValueError):
        # Sizes are among the stamps, so that every file is looked at once.
        if json.loads(receipt.read_bytes()) == _stamps(folder, manifest):
            return
    check_hashes(folder, manifest)
    stamps = _stamps(folder, manifest)
    with suppress(OSError):  # a read-only disk only costs the next opening its hashing
        fresh = receipt.with_suffix(".new")
        fresh.write_text(json.dumps(stamps))
        fresh.replace(receipt)


def receipt_of(folder: Path) -> Path:
    """Where the receipt lies: beside the generation, which itself is never written to."""
    return folder.with_name(f"{folder.name}.verified")


def _stamps(folder: Path, manifest: Manifest) -> dict[str, list[int]]:
    stamps = {}
    for name in (MANIFEST, *manifest.files):
        stat = os.stat(f"{folder}/{name}")  # noqa: PTH116  # a path object for each takes longer
        stamps[name] = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
    return stamps
