"""One writer per format. Each writes the same bytes for the same draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from registry.demo.draft import Draft, PublishedList
from registry.demo.files.page import write_page
from registry.demo.files.records import write_records
from registry.demo.files.separated import write_separated
from registry.demo.files.word_document import write_document
from registry.demo.files.workbook import write_workbook

_WRITERS: dict[str, Callable[[Path, Draft], None]] = {
    ".xlsx": write_workbook,
    ".csv": write_separated,
    ".html": write_page,
    ".docx": write_document,
    ".json": write_records,
}


def publish(folder: Path, draft: Draft) -> PublishedList:
    """Write a draft into a folder, in the format its name says."""
    path = folder / draft.name
    _WRITERS[path.suffix](path, draft)
    return PublishedList(
        path=path,
        title=draft.title,
        issuer=draft.issuer,
        published=draft.published,
        region=draft.region,
        kind=draft.kind,
        url=f"https://demo.example/{draft.name}",
        encoding=draft.encoding,
        datum=draft.datum,
    )
