"""`flask registry`: published lists in, and what became of them."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from nursery_site.commands import progress
from nursery_site.commands.corrections import corrections_group
from nursery_site.commands.surroundings import open_ledger, print_json, refusing, settings
from registry.deciding import decide, undecided
from registry.exporting import as_csv, as_json
from registry.geocoding import geocode
from registry.importing import Statement, import_list
from registry.places.divisions import is_code
from registry.problems import sentence
from registry.report import ImportReport
from registry.vocabulary import OURS, Datum, SourceKind

registry = AppGroup("registry", help="Published lists: import them, and see what became of them.")
registry.add_command(corrections_group)

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])
_KINDS = [kind.value for kind in SourceKind if kind not in OURS]
_DATUMS = [datum.value for datum in Datum]


@registry.command("import")
@click.argument("file", type=_FILE)
@click.option("--title", required=True, help="The title of the published document.")
@click.option("--issuer", required=True, help="The authority that published it.")
@click.option("--published", required=True, type=_DAY, help="The day it was published.")
@click.option("--url", help="Where it was published.")
@click.option("--region", help="The division it covers: a code of 2, 4 or 6 digits.")
@click.option("--kind", type=click.Choice(_KINDS), help="What it states; a caption outranks it.")
@click.option("--encoding", help="Of a text file, where it is not found by itself.")
@click.option("--datum", type=click.Choice(_DATUMS), help="The system of its coordinates.")
@click.option("--dry-run", is_flag=True, help="Report, and keep nothing.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@refusing
def import_command(file: Path, *, dry_run: bool, as_object: bool, **stated: Any) -> None:
    """Import one published list: XLSX, XLS, ODS, CSV, HTML, DOCX or JSON."""
    statement = _statement(stated)
    with open_ledger() as ledger, progress.shown(file.name) as move:
        if ledger.fictional():
            click.echo(
                "Note: this ledger also holds demonstration data; every page will say so.",
                err=True,
            )
        report = import_list(ledger, file, statement, dry_run=dry_run, progress=move)
    _show(report, as_object=as_object, dry_run=dry_run)


@registry.command("geocode")
@click.argument("file", type=_FILE)
@click.option("--datum", required=True, type=click.Choice(_DATUMS), help="Of the coordinates.")
@click.option("--title", help="What the file is; its name, where not given.")
@click.option("--issuer", default="", help="Who made it.")
@click.option("--published", type=_DAY, help="The day it was made; today, where not given.")
@click.option("--region", help="The division it covers.")
@click.option("--encoding", help="Of a text file, where it is not found by itself.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@refusing
def geocode_command(file: Path, *, as_object: bool, **stated: Any) -> None:
    """Give nurseries places by their filed addresses."""
    stated["title"] = stated["title"] or file.name
    stated["dated"] = stated["published"] is not None
    stated["published"] = stated["published"] or datetime.combine(
        settings().day(), datetime.min.time()
    )
    with open_ledger() as ledger, progress.shown(file.name) as move:
        report = geocode(ledger, file, _statement(stated), progress=move)
    _show(report, as_object=as_object, dry_run=False)


@registry.command("rows")
@click.option("--problems", is_flag=True, required=True, help="What could not be used, and why.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@refusing
def rows_command(*, problems: bool, as_object: bool) -> None:  # noqa: ARG001 - the only listing yet
    """List the rows of all sources with what could not be used in them."""
    with open_ledger() as ledger:
        found = list(ledger.problems())
    if as_object:
        lines = [
            {
                "source": one.source,
                "title": one.title,
                "caption": one.caption,
                "row": one.row,
                "accepted": one.accepted,
                "field": one.field,
                "value": one.value,
                "reason": one.reason,
                "message": sentence(one.reason),
            }
            for one in found
        ]
        print_json({"problems": lines})
        return
    for one in found:
        kept = "kept" if one.accepted else "not used"
        where = f"source {one.source} «{one.caption or one.title}» row {one.row}"
        value = f" «{one.value}»" if one.value else ""
        click.echo(f"{where} ({kept}): {one.field or 'row'}{value}: {sentence(one.reason)}")
    if not found:
        click.echo("Every row could be used as it is.")


@registry.command("match")
@click.argument("row", type=int, required=False)
@click.option("--same-as", help="The row is this nursery.")
@click.option("--own", is_flag=True, help="The row is a nursery of its own.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@refusing
def match_command(row: int | None, *, same_as: str | None, own: bool, as_object: bool) -> None:
    """List undecided rows, or decide one of them."""
    with open_ledger() as ledger:
        if row is not None:
            if (same_as is None) is not own:
                raise click.UsageError("Say either --same-as ID or --own.")
            decide(ledger, row, same_as)
            click.echo("Decided. Build the index to serve it.")
            return
        waiting = undecided(ledger)
    if as_object:
        print_json(
            {
                "undecided": [
                    {
                        "row_id": one.row_id,
                        "source": one.source,
                        "row": one.row,
                        "nursery": one.nursery,
                        "name": one.name,
                        "same_as": one.same_as,
                        "reason": one.reason,
                    }
                    for one in waiting
                ]
            }
        )
        return
    for one in waiting:
        click.echo(
            f"row {one.row_id} (source {one.source}, line {one.row}) {one.name}: "
            f"served as {one.nursery}, by its {one.reason} it may be {one.same_as}"
        )
    if not waiting:
        click.echo("Nothing is undecided.")


@registry.command("export")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
@refusing
def export_command(*, form: str) -> None:
    """Write every nursery as resolved to standard output: CSV, or one JSON document a line."""
    with open_ledger() as ledger:
        if form == "csv":
            as_csv(ledger.nurseries(), ledger.divisions(), settings().day(), sys.stdout)
        else:
            as_json(ledger.nurseries(), sys.stdout)


def _statement(stated: dict[str, Any]) -> Statement:
    region, published = stated.get("region"), stated["published"]
    if region is not None and not is_code(region):
        raise click.BadParameter(f"{region} is no division code.", param_hint="--region")
    day: date = published.date()
    kind = stated.get("kind")
    return Statement(
        title=stated["title"],
        issuer=stated["issuer"],
        published=day,
        kind=SourceKind(kind) if kind else None,
        url=stated.get("url"),
        region=region,
        encoding=stated.get("encoding"),
        datum=Datum(stated["datum"]) if stated.get("datum") else None,
        dated=stated.get("dated", True),
    )


def _show(report: ImportReport, *, as_object: bool, dry_run: bool) -> None:
    if as_object:
        print_json(report.as_json())
        return
    if report.unchanged:
        click.echo(f"Source {report.source} holds this very list already; nothing has changed.")
        return
    click.echo(
        f"{'Would be source' if dry_run else 'Source'} {report.source}: {report.rows} rows, "
        f"{report.accepted} accepted, {report.rejected} not used, {report.claims} claims. "
        f"Nurseries: {report.new} new, {report.matched} matched, {report.ambiguous} undecided."
    )
    for problem in report.problems[:50]:
        what = f"{problem.field or 'row'} «{problem.value}»" if problem.value else problem.field
        click.echo(f"  row {problem.row}: {what or 'row'}: {sentence(problem.reason)}")
    if len(report.problems) > 50:
        click.echo(f"  … and {len(report.problems) - 50} more: flask registry rows --problems")
