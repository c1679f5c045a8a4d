"""What `flask index status` and `flask index check` say of each generation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from search_index.errors import DamagedGeneration
from search_index.manifest import Manifest, check_hashes, check_sizes


@dataclass(frozen=True, slots=True)
class GenerationStatus:
    """One generation as `status` and `check` report it; `problem` is `None` if it is sound."""

    generation: str
    current: bool
    built_at: str | None
    documents: int | None
    revision: str | None
    size: int  # bytes
    problem: str | None


def status_of(folder: Path, *, current: bool, hashed: bool) -> GenerationStatus:
    """Look at one generation; `hashed` reads every byte of it."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    try:
        manifest = Manifest.read(folder)
    except DamagedGeneration as damage:
        return GenerationStatus(folder.name, current, None, None, None, size, damage.reason)
    problem = None
    try:
        (check_hashes if hashed else check_sizes)(folder, manifest)
    except DamagedGeneration as damage:
        problem = damage.reason
    return GenerationStatus(
        folder.name,
        current,
        manifest.built_at,
        manifest.documents,
        manifest.revision,
        size,
        problem,
    )
