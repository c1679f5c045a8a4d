"""`flask demo`: fictional nurseries, through the real importer."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from nursery_site.commands.surroundings import open_ledger, print_json, refusing, settings

demo = AppGroup("demo", help="Fictional nurseries, for trying the site out.")


@demo.command("load")
@click.option("--nurseries", type=click.IntRange(1, 2_000_000), default=2000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@refusing
def load_command(*, nurseries: int, seed: int, as_object: bool) -> None:
    """Write fictional published lists and import them. Refuses a ledger that holds real lists."""
    # Imported here: the writers of four file formats cost every other command 0.2 s.
    from registry.demo.loading import load  # noqa: PLC0415

    chosen = settings()
    with open_ledger() as ledger:
        loaded = load(
            ledger,
            chosen.data / "demo",
            nurseries=nurseries,
            seed=seed,
            today=chosen.day(),
            progress=None if as_object else _say,
        )
    if as_object:
        print_json(
            {
                "lists": loaded.lists,
                "rows": loaded.rows,
                "rejected": loaded.rejected,
                "nurseries": loaded.nurseries,
            }
        )
    else:
        click.echo(
            f"{loaded.lists} fictional lists with {loaded.rows} rows hold "
            f"{loaded.nurseries} nurseries; {loaded.rejected} rows could not be used."
        )


def _say(title: str, done: int, total: int) -> None:
    click.echo(f"[{done}/{total}] {title}", err=True)
