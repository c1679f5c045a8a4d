"""`flask registry corrections`: what readers reported, and the operator's decision on it."""

from __future__ import annotations

from dataclasses import asdict

import click
from flask.cli import AppGroup, with_appcontext

from nursery_site.commands.surroundings import open_ledger, print_json, refusing, settings
from registry.correcting import Accepted, accept
from registry.corrections import (
    MOST_ABOUT_ONE,
    MOST_WAITING,
    Correction,
    Outcome,
    Waiting,
    corrections,
    refuse,
    waiting,
)
from registry.values.typed import in_one_line, visible


@click.group("corrections", cls=AppGroup, invoke_without_command=True)
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@with_appcontext
@click.pass_context
@refusing
def corrections_group(context: click.Context, *, as_object: bool) -> None:
    """List the reports that wait for a decision, or decide one of them."""
    if context.invoked_subcommand is not None:
        return
    with open_ledger() as ledger:
        found, crowd = corrections(ledger, waiting=True)[::-1], waiting(ledger)
        names = {one.nursery: ledger.nursery(one.nursery) for one in found}
    titles = {key: one.name if one else "?" for key, one in names.items()}
    if as_object:
        print_json(
            {
                "waiting": [_document(one, titles[one.nursery]) for one in found],
                "most": MOST_WAITING,
                "nearly_full": crowd.nearly_full,
                "crowded": list(crowd.crowded),
            }
        )
        return
    warn(crowd)
    for one in found:
        click.echo(_line(one, titles[one.nursery]))
    if not found:
        click.echo("No report is waiting.")


def warn(crowd: Waiting) -> None:
    """Say on the error stream where the form is shut soon, or is shut, by reports that wait."""
    if crowd.nearly_full:
        click.echo(
            f"Warning: {crowd.reports} of at most {MOST_WAITING} reports wait for a decision; "
            "when all do, the form takes no more.",
            err=True,
        )
    for nursery in crowd.crowded:
        click.echo(
            f"Warning: nearly {MOST_ABOUT_ONE} reports about {nursery} wait, or all that may; "
            "then no more about it are taken.",
            err=True,
        )


@corrections_group.command("accept")
@click.argument("number", metavar="ID", type=int)
@click.option("--value", required=True, help="The right value, written as in a published list.")
@click.option("--source-title", "title", help="The document that says so.")
@click.option("--issuer", help="Who issued it; the site's operator, where not given.")
@click.option("--url", help="Where it was published; never taken from the report.")
@refusing
def accept_command(number: int, **said: str | None) -> None:
    """Make a report a claim with a source of its own; nothing is overwritten."""
    stated = Accepted(
        said["value"] or "", title=said["title"], issuer=said["issuer"], url=said["url"]
    )
    with open_ledger() as ledger:
        source = accept(ledger, number, stated, settings().day())
    click.echo(f"Accepted as source {source}. Build the index to serve it.")


@corrections_group.command("decline")
@click.argument("number", metavar="ID", type=int)
@refusing
def decline_command(number: int) -> None:
    """The value stays as it is published."""
    _refuse(number, Outcome.DECLINED)


@corrections_group.command("unclear")
@click.argument("number", metavar="ID", type=int)
@refusing
def unclear_command(number: int) -> None:
    """The report does not say what is wrong, or nothing shows it."""
    _refuse(number, Outcome.UNCLEAR)


def _refuse(number: int, outcome: Outcome) -> None:
    with open_ledger() as ledger:
        refuse(ledger, number, outcome, settings().day())
    click.echo(f"Decided: {outcome}.")


def _document(one: Correction, name: str) -> dict[str, object]:
    evidence = in_one_line(one.evidence) if one.evidence else None
    return asdict(one) | {"said": visible(one.said), "evidence": evidence, "name": name}


def _line(one: Correction, name: str) -> str:
    """A report in one line, whatever is in it: nothing of it can look like another report."""
    evidence = f" ({in_one_line(one.evidence)})" if one.evidence else ""
    said = in_one_line(one.said)
    return f"{one.id}: {one.received_on} {one.nursery} {name}, {one.field}: «{said}»{evidence}"
