"""CSV in the three encodings that publishers use; one table, its title on a line of its own."""

from __future__ import annotations

import csv
from pathlib import Path

from registry.demo.draft import Draft, as_text


def write_separated(path: Path, draft: Draft) -> None:
    """Write the draft's one table in its encoding, UTF-8 where none is stated."""
    (table,) = draft.tables
    with path.open("w", encoding=draft.encoding or "utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\r\n")
        if table.caption:
            lines.writerow([table.caption])
        lines.writerows([line] for line in table.above)
        lines.writerow(table.last_headings)
        lines.writerows([as_text(cell) for cell in row] for row in table.rows)
        if table.total:
            lines.writerow([as_text(cell) for cell in table.total])
        lines.writerows([note] for note in table.notes)
