"""What the site reads from: the index, the ledger, the scripts, and its own static files.

Index and ledger are opened at first use. The ledger is opened in the process that uses it: a
connection must not be opened before a server forks. What of the index can be shared is opened
before (`share`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from flask import current_app

import nursery_site
import registry
import search_index
from nursery_site.assets import Assets
from nursery_site.pages.rules import Rulebook
from nursery_site.policies import answering
from nursery_site.policies.library import Library, load
from nursery_site.reading import Reading
from nursery_site.settings import Settings
from registry.editions import Editions
from registry.ledger import Ledger, Revision
from registry.ledger.records import Due, Enumerated, Notice, Source
from registry.limits import Limits, load_limits
from registry.overview import Overview, overview_from
from registry.schemes import Scheme, load_schemes
from registry.standards import Standard, load_standard
from registry.targets import Target, load_targets
from search_index.errors import DamagedGeneration, NoGeneration
from search_index.generation import Generation
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
        self._overview: tuple[str, Overview] | None = None

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
        answering.suggestions(self.policies, "tuoyu")

    @cached_property
    def rules(self) -> dict[str, Scheme]:
        """The recognition schemes by key."""
        return load_schemes(self.settings.root / "content" / "schemes")

    @cached_property
    def schemes(self) -> dict[str, str]:
        """The titles of the recognition schemes by key, as published."""
        return {key: scheme.title for key, scheme in self.rules.items()}

    @cached_property
    def rulebook(self) -> Rulebook:
        """The recognition schemes, and which of our articles can be linked from them."""
        folder = self.settings.root / "content" / "policies"
        return Rulebook(self.rules, frozenset(path.stem for path in folder.glob("*.md")))

    def overview(self, generation: Generation) -> Overview:
        """What a generation's build saw of all nurseries together. Raises `DamagedGeneration`."""
        name = generation.manifest.generation
        held = self._overview
        if held is None or held[0] != name:
            try:
                held = name, overview_from(generation.overview())
            except (OSError, ValueError) as error:  # written to after it was verified
                raise DamagedGeneration(name, "its overview cannot be read") from error
            self._overview = held
        return held[1]

    @cached_property
    def sources(self) -> Callable[[str, str], Mapping[int, Source]]:
        """Every source up to a revision; kept for the generation that asks."""

        @lru_cache(maxsize=2)
        def sources(revision: str, _generation: str) -> Mapping[int, Source]:
            last = Revision.parse(revision).source
            return {key: one for key, one in self.ledger.sources().items() if key <= last}

        return sources

    @cached_property
    def editions(self) -> Callable[[str, str], Editions]:
        """The sources up to a revision as editions of lists; kept for the generation that asks."""

        @lru_cache(maxsize=2)
        def editions(revision: str, generation: str) -> Editions:
            return Editions(self.sources(revision, generation).values())

        return editions

    @cached_property
    def enumerated(self) -> Callable[[tuple[int, ...], str], tuple[Enumerated, ...]]:
        """What some filing lists name, by district; kept for the generation that asks."""
        return lru_cache(maxsize=64)(lambda sources, _generation: self.ledger.enumerated(sources))

    @cached_property
    def dues(self) -> Callable[[str, str], tuple[Due, ...]]:
        """What lists of pilots say is due; kept for the generation that asks."""
        return lru_cache(maxsize=2)(lambda revision, _generation: self.ledger.dues(revision))

    @cached_property
    def notices(self) -> Callable[[str, str], tuple[Notice, ...]]:
        """The ledger's publicities as of a revision; kept for the generation that asks."""
        return lru_cache(maxsize=2)(lambda revision, _generation: self.ledger.notices(revision))

    @cached_property
    def standard(self) -> Standard:
        """The quality standard that assessments and the worksheet speak of."""
        return load_standard(self.settings.root / "content" / "standards" / "wst-821-2023.yaml")

    @cached_property
    def limits(self) -> Limits:
        """Class sizes and carers by the national rule."""
        return load_limits(self.settings.root / "content" / "standards" / "setting-2019.yaml")

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """What policy documents say of divisions."""
        return load_targets(self.settings.root / "content" / "targets")

    @cached_property
    def policies(self) -> Library:
        """The articles and the glossary, as they were when first asked for."""
        return load(self.settings.root / "content")

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
