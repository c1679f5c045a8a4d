"""What the site reads from: the index, the ledger, the scripts, and its own static files.

Index and ledger are opened at first use. The ledger is opened in the process that uses it: a
connection must not be opened before a server forks. What of the index can be shared is opened
before (`share`).
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Final

from flask import current_app

import nursery_site
import registry
import search_index
from nursery_site.assets import Assets
from nursery_site.reading import Reading
from nursery_site.settings import Settings
from registry.ledger import Ledger
from registry.schemes import load_schemes
from search_index.errors import NoGeneration
from search_index.live import LiveIndex

_PACKAGES: Final = (nursery_site, search_index, registry)


class Stores:
    """Everything one running site reads from."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.reading = Reading(settings.root / "translations" / "protect.txt")
        packages = [Path(str(package.__file__)).parent for package in _PACKAGES]
        data = [settings.root / "translations", settings.root / "content"]
        self.fingerprint = _fingerprint(*packages, *data)

    @cached_property
    def assets(self) -> Assets:
        """The static files; a new one is written out."""
        return Assets(self.settings.root / "static", self.settings.assets)

    def asset(self, name: str) -> str:
        """The URL of a static file."""
        return self.assets.url(name)

    @cached_property
    def index(self) -> LiveIndex:
        """The index, which follows new generations by itself."""
        return LiveIndex(self.settings.index, self.settings.day)

    def share(self) -> None:
        """Open what forked workers share: index, dictionary and divisions, some 40 MB."""
        with suppress(NoGeneration):
            self.index.generation.understand("托育")

    @cached_property
    def schemes(self) -> dict[str, str]:
        """The titles of the recognition schemes by key, as published."""
        folder = self.settings.root / "content" / "schemes"
        return {key: scheme.title for key, scheme in load_schemes(folder).items()}

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger; a new one is made and migrated."""
        return Ledger.open(
            self.settings.database_url, schemes=self.settings.root / "content" / "schemes"
        )


def stores() -> Stores:
    """The stores of the running site."""
    found: Stores = current_app.extensions["shanyu"]
    return found


def _fingerprint(*folders: Path) -> str:
    """A short hash of everything that makes a page: another build of the site, other tags."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
