"""The public ledger of reported errors: nursery, field, days and decision, never the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Name
from registry.corrections import Correction, Outcome
from registry.nursery import Nursery

SHOWN: Final = 200
"""The newest reports; older ones are in the operator's hands."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report. `name` is `None` for a nursery that the copy no longer holds."""

    name: Name | None
    href: str | None
    field: str
    received: str
    outcome: str
    tone: str
    decided: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports have an outcome, and what that outcome means."""

    outcome: str
    note: str
    number: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """`lines` are the newest first."""

    template: ClassVar[str] = "pages/corrections.html"

    shell: Shell
    tallies: tuple[Tally, ...]
    lines: tuple[ReportLine, ...]
    more: bool
    search: str


def corrections_page(
    shell: Shell,
    reports: Iterable[Correction],
    counts: Mapping[Outcome | None, int],
    nurseries: Mapping[str, Nursery],
    reader: Reader,
) -> CorrectionsPage:
    """The page model of the newest reports."""
    lines = tuple(_line(one, nurseries.get(one.nursery), reader) for one in reports)
    return CorrectionsPage(
        shell=shell,
        tallies=tuple(
            Tally(
                reader.word("report_outcome", outcome or "waiting"),
                reader.word("outcome_note", outcome or "waiting"),
                reader.number(number),
            )
            for outcome, number in counts.items()
        ),
        lines=lines,
        more=len(lines) < sum(counts.values()),
        search=links.search(reader.locale),
    )


def _line(report: Correction, nursery: Nursery | None, reader: Reader) -> ReportLine:
    return ReportLine(
        name=reader.name(nursery.name) if nursery else None,
        href=links.nursery(reader.locale, nursery.id) if nursery else None,
        field=reader.word("report_field", report.field),
        received=reader.day(report.received_on),
        outcome=reader.word("report_outcome", report.outcome or "waiting"),
        tone=report.outcome or "waiting",
        decided=reader.day(report.decided_on) if report.decided_on else None,
    )
