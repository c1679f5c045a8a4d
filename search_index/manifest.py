"""What a generation says of itself, and how its files are held to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from registry.digest import digest_of
from search_index.errors import DamagedGeneration

SCHEMA_VERSION: Final = 4
"""Raised with every change of the files' layout; another layout is refused, never guessed."""

MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of the generation."""

    size: int  # bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`revision` is the ledger's, `region_names` what the divisions were called at building."""

    schema_version: int
    generation: str
    built_at: str  # ISO 8601, UTC
    documents: int
    revision: str
    fictional: bool
    region_names: Mapping[str, str]
    files: Mapping[str, FileRecord]

    def write(self, folder: Path) -> None:
        """Write it beside the files, sealed with the hash of its own text."""
        body = asdict(self)
        (folder / MANIFEST).write_bytes(_sealed(body))

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read it back. Raises `DamagedGeneration` for anything `write` did not write."""
        name = folder.name
        try:
            text = (folder / MANIFEST).read_bytes()
            body = json.loads(text)
            if text[:_SEALED_AT] != _seal(text[_SEALED_AT:]):
                raise DamagedGeneration(name, f"{MANIFEST} was changed")
            del body["seal"]
            if body["schema_version"] != SCHEMA_VERSION:
                raise DamagedGeneration(name, f"its layout is {body['schema_version']}")
            body["files"] = {path: FileRecord(**record) for path, record in body["files"].items()}
            return cls(**body)
        except FileNotFoundError:
            raise DamagedGeneration(name, f"{MANIFEST} is missing") from None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedGeneration(name, f"{MANIFEST} cannot be read ({error})") from error


def _sealed(body: Mapping[str, object]) -> bytes:
    """A JSON object whose first key is the hash of all that follows it."""
    rest = json.dumps(body, ensure_ascii=False, sort_keys=True).encode().removeprefix(b"{")
    return _seal(rest) + rest


def _seal(rest: bytes) -> bytes:
    return f'{{"seal": "{hashlib.sha256(rest).hexdigest()}", '.encode()


_SEALED_AT: Final = len(_seal(b""))


def records(folder: Path) -> dict[str, FileRecord]:
    """Every file below a folder, by its path from there."""
    return {
        path.relative_to(folder).as_posix(): FileRecord(path.stat().st_size, digest_of(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Raise `DamagedGeneration` unless every file is there at its full size."""
    for name, record in manifest.files.items():
        try:
            size = (folder / name).stat().st_size
        except OSError:
            raise DamagedGeneration(folder.name, f"{name} is missing") from None
        if size != record.size:
            raise DamagedGeneration(
                folder.name, f"{name} has {size} bytes instead of {record.size}"
            )


def check_hashes(folder: Path, manifest: Manifest) -> None:
    """Raise `DamagedGeneration` unless every file is there byte for byte."""
    check_sizes(folder, manifest)
    for name, record in manifest.files.items():
        if digest_of(folder / name) != record.sha256:
            raise DamagedGeneration(folder.name, f"{name} was changed")
