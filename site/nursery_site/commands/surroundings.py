"""What every command needs: the settings, the open ledger, and errors as one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import click
from flask import current_app

from nursery_site.settings import Settings
from registry.errors import RegistryError
from registry.ledger import Ledger
from search_index.errors import SearchIndexError

P = ParamSpec("P")
R = TypeVar("R")


class Refused(click.ClickException):
    """One sentence on standard error, and exit status 2."""

    exit_code = 2


def settings() -> Settings:
    """The settings of the app whose command runs."""
    found = current_app.config["SHANYU"]
    if not isinstance(found, Settings):
        raise TypeError("the app was made without settings")
    return found


@contextmanager
def open_ledger() -> Iterator[Ledger]:
    """The ledger of the settings, made and migrated where it is new."""
    chosen = settings()
    ledger = Ledger.open(chosen.database_url, schemes=chosen.root / "content" / "schemes")
    try:
        yield ledger
    finally:
        ledger.close()


def refusing(command: Callable[P, R]) -> Callable[P, R]:
    """Turn the rooms' own errors into one sentence and exit status 2."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (RegistryError, SearchIndexError) as error:
            raise Refused(str(error)) from error
        except OSError as error:
            raise Refused(f"{error.filename or 'A file'}: {error.strerror or error}.") from error

    return run


def print_json(value: dict[str, Any]) -> None:
    """One JSON object on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))
