"""`flask index`: the generations of the search index."""

from __future__ import annotations

import sys
from typing import Any

import click
from flask.cli import AppGroup

from nursery_site.commands.surroundings import (
    open_ledger,
    print_json,
    refusing,
    settings,
)
from search_index.store import Store

index = AppGroup("index", help="The search index: build it, look at it, go back.")

_AS_OBJECT = click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")


@index.command("build")
@_AS_OBJECT
@refusing
def build_command(*, as_object: bool) -> None:
    """Build a new generation from the ledger; the one before serves until it is whole."""
    with open_ledger() as ledger:
        divisions = ledger.divisions()
        manifest = Store(settings().index).build(
            ledger.nurseries(),
            revision=ledger.revision(),
            fictional=ledger.fictional(),
            region_names={one.key: one.name for one in divisions},
            progress=None if as_object else _progress,
        )
    if as_object:
        print_json({"generation": manifest.generation, "documents": manifest.documents})
    else:
        click.echo(f"Generation {manifest.generation} serves {manifest.documents} nurseries.")


@index.command("status")
@_AS_OBJECT
@refusing
def status_command(*, as_object: bool) -> None:
    """Say which generation serves, of which ledger, and which others are kept."""
    status: dict[str, Any] = Store(settings().index).status()
    with open_ledger() as ledger:
        status |= {"ledger_revision": ledger.revision()}
    status["up_to_date"] = status.get("revision") == status["ledger_revision"]
    if as_object:
        print_json(status)
        return
    for key, value in status.items():
        click.echo(f"{key}: {value}")


@index.command("check")
@_AS_OBJECT
@refusing
def check_command(*, as_object: bool) -> None:
    """Read every file of every generation and compare it with its checksum."""
    found = Store(settings().index).check()
    damaged = {name: reason for name, reason in found.items() if reason}
    if as_object:
        print_json({"generations": found, "damaged": len(damaged)})
    else:
        for name, reason in found.items():
            click.echo(f"{name}: {reason or 'whole'}")
    if damaged:
        sys.exit(1)


@index.command("rollback")
@_AS_OBJECT
@refusing
def rollback_command(*, as_object: bool) -> None:
    """Serve the generation before the one that serves."""
    generation = Store(settings().index).rollback()
    if as_object:
        print_json({"generation": generation})
    else:
        click.echo(f"Generation {generation} serves again.")


def _progress(done: int) -> None:
    if done % 10_000 == 0:
        click.echo(f"{done} nurseries", err=True)
