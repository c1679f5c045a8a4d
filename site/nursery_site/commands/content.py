"""`flask content`: the articles on policies and the glossary, for those who write them."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click
from flask.cli import AppGroup

from nursery_site.commands.surroundings import print_json, refusing, settings
from nursery_site.policies.checking import Finding, check
from nursery_site.policies.library import load
from registry.places.divisions import Divisions
from registry.schemes import load_schemes

content = AppGroup("content", help="Articles on policies: what has to be put right in them.")


@content.command("check")
@click.option("--no-review", is_flag=True, help="Leave out how long ago articles were reviewed.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@refusing
def check_command(*, no_review: bool, as_object: bool) -> None:
    """Name every missing source, dead link, unknown term, bad date and overdue review.

    Ends with status 1 where there is an error; warnings are only said.
    """
    chosen = settings()
    folder = chosen.root / "content"
    library = load(folder)
    everything = check(library, chosen.day(), Divisions().names(), load_schemes(folder / "schemes"))
    found = [one for one in everything if not (no_review and one.rule == "review")]
    errors = sum(not one.warns for one in found)
    if as_object:
        findings = [asdict(one) | {"warning": one.warns} for one in found]
        print_json({"articles": len(library.policies), "errors": errors, "findings": findings})
    else:
        _show(found)
        click.echo(
            f"{len(library.policies)} articles, {errors} errors, {len(found) - errors} warnings."
        )
    if errors:
        sys.exit(1)


def _show(found: list[Finding]) -> None:
    for one in found:
        click.echo(f"{'warning' if one.warns else 'error'}: {one}")
