"""`flask registry report`: what the operator should look at, division by division."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import click

from nursery_site.commands.corrections import warn
from nursery_site.commands.registry import registry
from nursery_site.commands.surroundings import open_ledger, print_json, refusing, settings
from registry.auditing import SENTENCES, Audit, Finding, audit
from registry.corrections import waiting
from registry.places.divisions import Divisions
from registry.problems import sentence

_SHOWN = 20


@registry.command("report")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@refusing
def report_command(*, as_object: bool) -> None:
    """Warnings by division, problems by list, and divisions by how much is published."""
    with open_ledger() as ledger:
        found, divisions = audit(ledger, settings().day()), ledger.divisions()
        warn(waiting(ledger))
    if as_object:
        print_json(_document(found, divisions))
    else:
        _print(found, divisions)


def _document(found: Audit, divisions: Divisions) -> dict[str, Any]:
    return {
        "today": found.today.isoformat(),
        "nurseries": found.nurseries,
        "counts": found.counts(),
        "warnings": [
            {
                "kind": one.kind,
                "region": one.region,
                "division": _name(one.region, divisions),
                "nursery": one.nursery,
                "name": one.name,
                "detail": one.detail,
                "message": SENTENCES[one.kind],
            }
            for one in found.warnings
        ],
        "ranking": [
            {
                "region": one.region,
                "division": _name(one.region, divisions),
                "nurseries": one.nurseries,
                "completeness": round(one.share, 4),
            }
            for one in found.ranking
        ],
        "sources": [
            {
                "source": one.source,
                "title": one.title,
                "rows_with_problems": one.rows,
                "rows_not_used": one.unused,
                "reasons": dict(one.reasons),
            }
            for one in found.problems
        ],
    }


def _print(found: Audit, divisions: Divisions) -> None:
    click.echo(f"{found.nurseries} nurseries, {len(found.warnings)} warnings on {found.today}.")
    for kind, count in found.counts().items():
        click.echo(f"  {count:>6}  {SENTENCES[kind]}")
    for region, group in groupby(found.warnings, key=lambda one: one.region):
        click.echo(f"\n{_name(region, divisions) or 'No division'} {region}".rstrip())
        _print_division(list(group))
    click.echo("\nLeast is published in:")
    for one in found.ranking[:_SHOWN]:
        name = _name(one.region, divisions)
        click.echo(f"  {one.share:>6.1%}  {name} ({one.nurseries} nurseries)")
    click.echo("\nRows with problems by list:")
    for source in found.problems:
        most = sentence(source.reasons[0][0])
        click.echo(
            f"  source {source.source} «{source.title}»: {source.rows} rows, {source.unused} not "
            f"used; most often: {most}"
        )


def _print_division(warnings: list[Finding]) -> None:
    for kind, group in groupby(warnings, key=lambda one: one.kind):
        some = list(group)
        click.echo(f"  {SENTENCES[kind]} ({len(some)})")
        for one in some[:_SHOWN]:
            what = ": ".join(filter(None, (one.name, one.detail)))
            click.echo(f"    {what or one.kind}" + (f" [{one.nursery}]" if one.nursery else ""))
        if len(some) > _SHOWN:
            click.echo(f"    … and {len(some) - _SHOWN} more: --json")


def _name(region: str, divisions: Divisions) -> str | None:
    return divisions.full_name(region) if divisions.get(region) else None
