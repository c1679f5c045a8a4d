"""A comparison for a spreadsheet: the rows of the page, each value with the numbers of its sources.

The lists behind the numbers follow, then the day and the licence, each line of these begun with
`#`. What nobody published is empty.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.difference_words import LETTERS
from nursery_site.pages.side_by_side import table
from nursery_site.pages.side_cells import Cell, Comparison, Side
from nursery_site.reader import Reader
from registry.spreadsheets import inert, note


def as_csv(compared: Comparison, origin: str, reader: Reader) -> str:
    """With a byte order mark, without which spreadsheets take UTF-8 for something else."""
    sides, out = compared.sides, StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    ways = any(side.metres is not None for side in sides)
    names = [side.nursery.name for side in sides]
    writer.writerow(map(inert, _line(gettext("Fact"), names, gettext("Sources"))))
    for group in table(compared, reader, ways=ways, differing=False).groups:
        for row in group.rows:
            writer.writerow(map(inert, _row(row.term, row.cells, reader)))
    for line in _notes(sides, origin, reader):
        out.write(f"{note(line)}\r\n")
    return "\ufeff" + out.getvalue()


def _line(first: str, names: Sequence[str], sources: str) -> list[str]:
    return [first, *(cell for name in names for cell in (name, sources))]


def _row(term: str, cells: Sequence[Cell], reader: Reader) -> list[str]:
    row = [term]
    for cell in cells:
        badges = [
            reader.list(filter(None, (badge.text.text, badge.state))) for badge in cell.badges
        ]
        texts = (said.text.text.replace("\N{NO-BREAK SPACE}", " ") for said in cell.texts)
        row.append("; ".join([*texts, *badges]))
        row.append(" ".join(str(one.number) for one in cell.references))
    return row


def _notes(sides: Sequence[Side], origin: str, reader: Reader) -> list[str]:
    notes = []
    for letter, side in zip(LETTERS, sides, strict=False):
        page = origin + links.nursery(reader.locale, side.nursery.id)
        notes.append(f"{letter} {side.nursery.name} {page}")
        notes += [
            f"{letter} [{one.number}] {one.issuer.text} {one.title.text} {one.published}"
            for one in side.evidence.sources()
        ]
    if any(side.nursery.fictional for side in sides):
        notes.append(gettext("Every nursery shown here is fictional."))
    licence = gettext(
        "Facts published by Chinese authorities, copied with their sources; free to use, naming "
        "the issuers."
    )
    return [*notes, reader.today.isoformat(), licence]
