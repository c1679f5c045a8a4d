"""The generation a worker serves from: looked at between requests, reopened when it is stale."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from search_index.errors import DamagedGeneration, NoGeneration
from search_index.generation import Generation
from search_index.receipt import receipt_of
from search_index.store import POINTER, Store

Wanted = tuple[int, int, date]
"""What a stat says of the pointer, and the day."""

_log = logging.getLogger(__name__)


class LiveIndex:
    """Follows the pointer below `root` and the day that `today` says.

    Take `generation` once per request: it is one `stat` while nothing has changed. A folder
    with nothing sound is looked through once, and again when its pointer or the day changes.
    """

    def __init__(self, root: Path, today: Callable[[], date]) -> None:
        self._store = Store(root)
        self._today = today
        self._opening = threading.Lock()
        self._open: tuple[Wanted, Generation] | None = None
        self._hopeless: tuple[Wanted, str] | None = None

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
                return self._reopened(wanted, held)
            return held[1]

    @property
    def built(self) -> bool:
        """Whether a generation was ever let serve; if one was, having none means damage."""
        return self._store.pointer() is not None

    @property
    def degraded(self) -> bool:
        """Whether another generation serves than the one that should. Raises `NoGeneration`."""
        return self.generation.manifest.generation != self._store.pointer()

    def refuse(self, damage: DamagedGeneration) -> None:
        """Open anew, every byte verified: what was open turned out to be damaged."""
        with self._opening:
            if self._open is None or self._open[1].folder.name != damage.generation:
                return  # another request has seen to it
            _log.error("%s", damage)
            with suppress(OSError):
                receipt_of(self._open[1].folder).unlink(missing_ok=True)
            self._open = None

    def _reopened(self, wanted: Wanted, held: tuple[Wanted, Generation] | None) -> Generation:
        """Open what is wanted; what is open and of today outlasts a folder that has nothing."""
        if self._hopeless is not None and self._hopeless[0] == wanted:
            raise NoGeneration(self._hopeless[1])
        try:
            opened = self._store.open_current(wanted[2])
            for damage in opened.refused:
                _log.error("%s; serving %s", damage, opened.manifest.generation)
        except NoGeneration as nothing:
            if self.built:
                _log.error("%s", nothing)
            if held is None or held[1].today != wanted[2]:
                self._hopeless = (wanted, str(nothing))
                raise
            opened = held[1]
        self._open = (wanted, opened)
        return opened

    def _wanted(self) -> Wanted:
        try:
            stat = (self._store.root / POINTER).stat()
        except OSError:
            return (0, 0, self._today())
        return (stat.st_mtime_ns, stat.st_ino, self._today())
