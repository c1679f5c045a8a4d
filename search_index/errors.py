"""What can go wrong in the index.

SearchIndexError              one clear sentence for the operator
├── NoGeneration              nothing has been built, or nothing that is left can be served
├── DamagedGeneration         a file is missing, cut, changed or of another layout
├── BuildInProgress           another build holds the lock
├── LostProcess               a build's second process was ended from outside
└── RepeatedNursery           two nurseries of one build share an id
"""

from __future__ import annotations


class SearchIndexError(Exception):
    """The root. `str(error)` is one sentence that can be shown as it is."""


class NoGeneration(SearchIndexError):
    """No generation can be served."""


class DamagedGeneration(SearchIndexError):
    """A generation is refused. `generation` names it, `reason` says why."""

    def __init__(self, generation: str, reason: str) -> None:
        super().__init__(f"generation {generation} is refused: {reason}")
        self.generation = generation
        self.reason = reason


class BuildInProgress(SearchIndexError):
    """Another process is building in the same folder."""


class LostProcess(SearchIndexError):
    """The process that writes the texts of a build ended without saying why."""


class RepeatedNursery(SearchIndexError):
    """Two nurseries share an id, so neither could be served for sure. `id` is that id."""

    def __init__(self, id_: str) -> None:
        super().__init__(f"two nurseries share the id {id_}")
        self.id = id_
