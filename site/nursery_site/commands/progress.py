"""How far a long file has come, on standard error: a bar for people, lines for logs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from registry.importing import Progress

_MANY_ROWS = 2000
_LINE_EVERY = 10_000


@contextmanager
def shown(name: str) -> Iterator[Progress]:
    """Give a callback that shows the rows done of a file; nothing for a short one."""
    if not sys.stderr.isatty():
        yield _line
        return
    bar: Any = None

    def move(done: int, total: int) -> None:
        nonlocal bar
        if total < _MANY_ROWS:
            return
        if bar is None:
            bar = click.progressbar(length=total, label=name, file=sys.stderr)
            bar.__enter__()
        bar.update(done - bar.pos)

    try:
        yield move
    finally:
        if bar is not None:
            bar.__exit__(None, None, None)


def _line(done: int, total: int) -> None:
    if done % _LINE_EVERY == 0 and done:
        click.echo(f"{done} of {total} rows", err=True)
