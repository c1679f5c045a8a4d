"""Two to four nurseries side by side, the differences in words first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from nursery_site import links
from nursery_site.choosing import Choice
from nursery_site.locales import Locale
from nursery_site.pages import one_sheet
from nursery_site.pages.chosen import Finder, Member, Troubles
from nursery_site.pages.difference_words import Saying
from nursery_site.pages.differences import differences
from nursery_site.pages.shared_sources import Shared, shared_sources
from nursery_site.pages.shell import Shell
from nursery_site.pages.side_by_side import Table, table
from nursery_site.pages.side_cells import Comparison, Side
from nursery_site.pages.side_quality import Judged, judged
from nursery_site.reader import Reader


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`said` are the differences in words. `switch` leads to all rows, or to those that differ.

    `table` is `None` with fewer than two nurseries, where the page helps to find them; `judged`
    then is empty. `standard` is the number of the standard that the areas of `judged` are from.
    For paper are `sources` and `qr`, a code of the page's own address, `None` without a table,
    and `size`, that of the type (`one_sheet.size`).
    """

    template: ClassVar[str] = "pages/compare.html"

    shell: Shell
    members: tuple[Member, ...]
    troubles: Troubles
    said: tuple[str, ...]
    table: Table | None
    judged: tuple[Judged, ...]
    standard: str
    differing: bool
    ways: bool
    switch: str
    finder: Finder | None
    shortlist: str
    csv: str
    search: str
    sources: Shared | None
    qr: str | None
    size: int


def compare_page(
    shell: Shell,
    choice: Choice,
    compared: Comparison,
    members: tuple[Member, ...],
    troubles: Troubles,
    finder: Finder | None,
    reader: Reader,
) -> ComparePage:
    """The page model of a choice; `compared` are the nurseries of `members`."""
    ways = choice.near is not None
    enough, locale = len(compared.sides) > 1, reader.locale
    words = said(choice, compared.sides, reader)
    rows = table(compared, reader, ways=ways, differing=choice.differing) if enough else None
    sources = shared_sources(compared.sides) if enough else None
    return ComparePage(
        shell=shell,
        members=members,
        troubles=troubles,
        said=words,
        table=rows,
        judged=tuple(judged(compared, reader)) if enough else (),
        standard=compared.standard.number,
        differing=choice.differing,
        ways=ways,
        switch=replace(choice, differing=not choice.differing).link(locale, "compare"),
        finder=finder,
        shortlist=replace(choice, differing=False).link(locale, "shortlist"),
        csv=replace(choice, differing=False).link(locale, "compare.csv"),
        search=links.search(locale),
        sources=sources,
        qr=choice.link(locale, "compare", "qr.svg") if enough else None,
        size=one_sheet.size(rows, words, sources) if rows and sources else 0,
    )


def said(choice: Choice, sides: Sequence[Side], reader: Reader) -> tuple[str, ...]:
    """Every difference in words, one text for each claim."""
    saying = Saying(reader)
    metres = [side.metres for side in sides] if choice.near else []
    between = " " if reader.locale is Locale.EN else ""
    found = differences([side.nursery for side in sides], reader.today, metres, choice.age)
    return tuple(between.join(saying.sentences(claim)) for claim in found)
