"""`flask index`: the generations of the search index."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import click
from flask.cli import AppGroup

from nursery_site.commands.surroundings import (
    open_ledger,
    print_json,
    refusing,
    settings,
)
from registry.overview import Survey
from search_index.status import GenerationStatus
from search_index.store import Store

index = AppGroup("index", help="The search index: build it, look at it, go back.")

_AS_OBJECT = click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")


@index.command("build")
@_AS_OBJECT
@refusing
def build_command(*, as_object: bool) -> None:
    """Build a new generation from the ledger; the one before serves until it is whole."""
    with open_ledger() as ledger:
        # One revision for all of it, whatever is imported while the index is being built.
        revision = ledger.revision()
        survey = Survey(ledger, revision)
        manifest = Store(settings().index).build(
            survey.nurseries(),
            revision=str(revision),
            fictional=ledger.fictional(),
            region_names=ledger.divisions().names(),
            overview=lambda: survey.overview().to_json(),
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
    generations = Store(settings().index).status()
    serving = next((one for one in generations if one.current), None)
    with open_ledger() as ledger:
        revision = str(ledger.revision())
    status: dict[str, Any] = {
        "generation": serving.generation if serving else None,
        "built_at": serving.built_at if serving else None,
        "documents": serving.documents if serving else 0,
        "revision": serving.revision if serving else None,
        "ledger_revision": revision,
        "up_to_date": serving is not None and serving.revision == revision,
        "generations": [asdict(one) for one in generations],
    }
    if as_object:
        print_json(status)
        return
    for key in ("generation", "built_at", "documents", "revision", "ledger_revision"):
        click.echo(f"{key}: {status[key]}")
    _show(generations)


@index.command("check")
@_AS_OBJECT
@refusing
def check_command(*, as_object: bool) -> None:
    """Read every file of every generation and compare it with its checksum."""
    generations = Store(settings().index).check()
    damaged = sum(one.problem is not None for one in generations)
    if as_object:
        print_json({"generations": [asdict(one) for one in generations], "damaged": damaged})
    else:
        _show(generations)
    if damaged:
        sys.exit(1)


@index.command("rollback")
@_AS_OBJECT
@refusing
def rollback_command(*, as_object: bool) -> None:
    """Serve the generation before the one that serves."""
    manifest = Store(settings().index).rollback()
    if as_object:
        print_json({"generation": manifest.generation, "documents": manifest.documents})
    else:
        click.echo(f"Generation {manifest.generation} serves again.")


def _show(generations: Iterable[GenerationStatus]) -> None:
    for one in generations:
        mark = "*" if one.current else " "
        click.echo(f"{mark} {one.generation}  {one.size / 1e6:.1f} MB  {one.problem or 'sound'}")


def _progress(done: int) -> None:
    if done % 10_000 == 0:
        click.echo(f"{done} nurseries", err=True)
