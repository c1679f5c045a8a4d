"""The generation a worker serves from: looked at between requests, reopened when it is stale."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from search_index.errors import NoGeneration
from search_index.generation import Generation
from search_index.store import POINTER, Store


class LiveIndex:
    """Follows the pointer below `root` and the day that `today` says.

    Take `generation` once per request: it is one `stat` while nothing has changed.
    """

    def __init__(self, root: Path, today: Callable[[], date]) -> None:
        self._store = Store(root)
        self._today = today
        self._opening = threading.Lock()
        self._open: tuple[tuple[int, int, date], Generation] | None = None

    @property
    def generation(self) -> Generation:
        """The generation that serves now. Raises `NoGeneration`."""
        wanted = self._wanted()
        held = self._open
        if held is not None and held[0] == wanted:
            return held[1]
        with self._opening:
            held = self._open
            if held is None or held[0] != wanted:
                held = self._reopen(wanted, held)
            return held[1]

    def _reopen(
        self,
        wanted: tuple[int, int, date],
        held: tuple[tuple[int, int, date], Generation] | None,
    ) -> tuple[tuple[int, int, date], Generation]:
        """Open what is wanted; what is open and of today outlasts a folder that has nothing."""
        try:
            self._open = (wanted, self._store.open_current(wanted[2]))
        except NoGeneration:
            if held is None or held[1].today != wanted[2]:
                raise
            self._open = (wanted, held[1])
        return self._open

    def _wanted(self) -> tuple[int, int, date]:
        try:
            stat = (self._store.root / POINTER).stat()
        except OSError:
            return (0, 0, self._today())
        return (stat.st_mtime_ns, stat.st_ino, self._today())
