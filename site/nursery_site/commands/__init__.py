"""The operator's commands: `flask registry`, `flask index`, `flask content` and `flask demo`."""

from __future__ import annotations

from flask import Flask

from nursery_site.commands import report  # noqa: F401 - adds itself to `registry`
from nursery_site.commands.content import content
from nursery_site.commands.demo import demo
from nursery_site.commands.index import index
from nursery_site.commands.registry import registry


def register(app: Flask) -> None:
    """Add the commands to Flask's own command line."""
    for group in (registry, index, content, demo):
        app.cli.add_command(group)
