"""The folder of generations: build aside, verify, swap one pointer, keep the last few.

root/current             the name of the generation that serves
root/000007-.../         generations, never written to again
root/000007-....verified what a stat said when it was last hashed (`receipt`)
root/building/           a build under way, or left behind by one that was killed
root/build.lock          held while building
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from registry.nursery import Nursery
from search_index.build import write_files
from search_index.errors import BuildInProgress, DamagedGeneration, NoGeneration
from search_index.generation import Generation
from search_index.layout import OVERVIEW
from search_index.manifest import SCHEMA_VERSION, Manifest, check_hashes, records
from search_index.receipt import receipt_of
from search_index.status import GenerationStatus, status_of

KEPT: Final = 3
"""Generations kept for rollback, the one that serves included."""

POINTER: Final = "current"
_BUILDING = "building"
_LOCK = "build.lock"
_NAME = re.compile(r"\d{6,}-\d{8}t\d{6}z")


@dataclass(frozen=True)
class Store:
    """The generations below one folder, which need not exist yet."""

    root: Path

    def build(
        self,
        nurseries: Iterable[Nursery],
        *,
        revision: str,
        fictional: bool,
        region_names: Mapping[str, str],
        overview: Callable[[], bytes] = bytes,
        progress: Callable[[int], None] | None = None,
    ) -> Manifest:
        """Build a generation and let it serve. Raises `BuildInProgress`, `RepeatedNursery`.

        `overview` is asked once the nurseries were read; what it says lies in the generation.
        Whatever goes wrong, the generation that served before goes on serving.
        """
        with self._lock():
            now = datetime.now(UTC)
            folder = self.root / _BUILDING
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            documents = write_files(folder, nurseries, region_names, progress)
            (folder / OVERVIEW).write_bytes(overview())
            manifest = Manifest(
                schema_version=SCHEMA_VERSION,
                generation=self._next_name(now),
                built_at=now.isoformat(timespec="seconds"),
                documents=documents,
                revision=revision,
                fictional=fictional,
                region_names=dict(region_names),
                files=records(folder),
            )
            manifest.write(folder)
            self._publish(folder, manifest)
            self._prune()
            return manifest

    def open_current(self, today: date) -> Generation:
        """Open the generation that serves, or the newest sound one before it.

        Raises `NoGeneration`, which says why each was refused.
        """
        refused: list[DamagedGeneration] = []
        for name in self._candidates():
            try:
                return Generation.open(self.root / name, today, tuple(refused))
            except DamagedGeneration as damage:
                refused.append(damage)
        reasons = "; ".join(map(str, refused)) or "nothing has been built yet"
        raise NoGeneration(f"no generation can be served: {reasons}")

    def status(self) -> tuple[GenerationStatus, ...]:
        """Every generation, newest first, by its manifest and the sizes of its files."""
        return self._report(hashed=False)

    def check(self) -> tuple[GenerationStatus, ...]:
        """The same with every byte of every file hashed."""
        return self._report(hashed=True)

    def rollback(self) -> Manifest:
        """Let the newest sound generation before the current one serve. Raises `NoGeneration`."""
        with self._lock():
            for name in self._candidates()[1:]:
                folder = self.root / name
                try:
                    manifest = Manifest.read(folder)
                    check_hashes(folder, manifest)
                except DamagedGeneration:
                    continue
                self._point_at(name)
                return manifest
        raise NoGeneration("there is no earlier generation to go back to")

    def pointer(self) -> str | None:
        """The name of the generation that should serve."""
        try:
            return (self.root / POINTER).read_text("utf-8").strip()
        except FileNotFoundError:
            return None

    def _names(self) -> list[str]:
        """Newest first."""
        if not self.root.is_dir():
            return []
        found = [path.name for path in self.root.iterdir() if _NAME.fullmatch(path.name)]
        return sorted(found, reverse=True)

    def _candidates(self) -> list[str]:
        """What may serve, in order: the current one, then those built before it."""
        current = self.pointer()
        if current is None:
            return []
        return [current, *(name for name in self._names() if name < current)]

    def _next_name(self, now: datetime) -> str:
        numbers = [int(name.split("-")[0]) for name in self._names()]
        return f"{max(numbers, default=0) + 1:06d}-{now:%Y%m%dt%H%M%Sz}"

    def _publish(self, building: Path, manifest: Manifest) -> None:
        for path in (*building.rglob("*"), building):
            _sync(path)
        folder = building.rename(self.root / manifest.generation)
        Generation.open(folder, date.fromisoformat(manifest.built_at[:10]))
        self._point_at(manifest.generation)

    def _point_at(self, name: str) -> None:
        fresh = self.root / f"{POINTER}.new"
        fresh.write_text(f"{name}\n", "utf-8")
        _sync(fresh)
        fresh.replace(self.root / POINTER)
        _sync(self.root)

    def _prune(self) -> None:
        current = self.pointer()
        for name in self._names()[KEPT:]:
            if name != current:
                shutil.rmtree(self.root / name, ignore_errors=True)
                receipt_of(self.root / name).unlink(missing_ok=True)

    def _report(self, *, hashed: bool) -> tuple[GenerationStatus, ...]:
        current = self.pointer()
        return tuple(
            status_of(self.root / name, current=name == current, hashed=hashed)
            for name in self._names()
        )

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Held by one process; the system lets go of it when that process dies."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise BuildInProgress("another build is under way in this folder") from None
            yield


def _sync(path: Path) -> None:
    """Make sure that a file or the entries of a folder are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
