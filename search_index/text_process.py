"""The texts of a large build in a process of their own: cutting them is half of the work.

A small build, and one on a single processor, cuts them where it is. What is written is the same.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, Self

from search_index.errors import LostProcess
from search_index.text_rows import Order, TextRows, Texts

ALONE: Final = 5000
"""Nurseries that are cut without another process, which takes about a second to start."""

_BATCH: Final = 500
_START: Final = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from search_index.text_process import serve; serve(int(sys.argv[1]))"
)


class TextWriter:
    """Takes the texts of a build and writes them while the block lasts.

    `add` what comes, `begin` when the order is known, `finish` when the rest is written. Raises
    what went wrong in the other process, and `LostProcess` if that ended without a word.
    """

    def __init__(
        self, words: str, region_names: Mapping[str, str], alone: int | None = None
    ) -> None:
        self._dictionary = words, dict(region_names)
        several = (os.cpu_count() or 1) > 1
        self._alone = alone if alone is not None else ALONE if several else sys.maxsize
        self._batch: list[Texts] = []
        self._taken = 0
        self._rows: TextRows | _Other | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if isinstance(self._rows, _Other):
            self._rows.end()

    def add(self, texts: Texts) -> None:
        """Take the texts of the next nursery."""
        self._batch.append(texts)
        if len(self._batch) > min(ALONE if self._rows is None else _BATCH, self._alone):
            self._hand_on()

    def begin(self, folder: Path, order: Order) -> None:
        """Write into a folder; returns at once if another process does it."""
        self._hand_on().write(folder, order)

    def finish(self) -> None:
        """Wait until all is written."""
        if isinstance(self._rows, _Other):
            self._rows.wait()

    def _hand_on(self) -> TextRows | _Other:
        self._taken += len(self._batch)
        if self._rows is None:
            kind = _Other if self._taken > self._alone else TextRows
            self._rows = kind(*self._dictionary)
        self._rows.add(self._batch)
        self._batch = []
        return self._rows


class _Other:
    """The other process. It is not forked: a fork would take threads and open files along."""

    def __init__(self, words: str, region_names: Mapping[str, str]) -> None:
        self._ours, theirs = Pipe()
        end = theirs.fileno()
        order = [sys.executable, "-c", _START, str(end), *filter(None, sys.path)]
        self._process = subprocess.Popen(order, pass_fds=(end,))  # noqa: S603  # our own code
        theirs.close()
        self._send((words, region_names))

    def add(self, batch: list[Texts]) -> None:
        self._send(batch)

    def write(self, folder: Path, order: Order) -> None:
        self._send((folder, order))

    def _send(self, what: object) -> None:
        try:
            self._ours.send(what)
        except OSError:  # it has ended; it said why before
            self.wait()

    def wait(self) -> None:
        try:
            error = self._ours.recv()
        except (EOFError, OSError):
            code = self._process.wait()
            raise LostProcess(f"the process that writes the texts ended with {code}") from None
        if error is not None:
            raise error

    def end(self) -> None:
        self._ours.close()
        self._process.kill()
        self._process.wait()


def serve(end: int) -> None:
    """What the other process does: take batches of texts, then an order, and write."""
    gc.disable()  # millions of numbers and no cycle; there is nothing to collect
    with Connection(end) as connection:
        try:
            rows = TextRows(*connection.recv())
            while isinstance(batch := connection.recv(), list):
                rows.add(batch)
            rows.write(*batch)
        except EOFError:
            return  # the build was given up
        except BaseException as error:  # noqa: BLE001  # it is raised again over there
            connection.send(error)
        else:
            connection.send(None)
