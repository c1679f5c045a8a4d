"""Quality in seven areas: the section on a nursery's page, and its report for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages import scores
from nursery_site.pages.evidence import Evidence, Reference, SourceLine
from nursery_site.pages.radar import Radar, ScoreTable
from nursery_site.pages.scores import Clause, Findings
from nursery_site.pages.shell import Shell
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry import fields
from registry.assessment import clause_order
from registry.ledger.records import Claim, Source
from registry.nursery import Nursery
from registry.standards import Standard
from registry.vocabulary import Assessor


@dataclass(frozen=True, slots=True)
class Quality:
    """What is published by the seven areas; `silence` says what is not."""

    radar: Radar | None
    table: ScoreTable | None
    findings: tuple[Findings, ...]
    silence: tuple[str, ...]
    report: str


@dataclass(frozen=True, slots=True)
class StandardNote:
    """The standard that the areas come from."""

    title: Text
    number: str
    issuer: Text
    issued: str
    in_force: str
    href: str
    vetoes: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one assessor found of a clause; `text` is `None` where nobody published it."""

    text: str | None
    unmet: bool
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause with what each assessor found, in the order of the report's `assessors`."""

    clause: Clause
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class AreaClauses:
    """The clauses of one area of which anything is published."""

    label: str
    lines: tuple[ClauseLine, ...]


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The report of one nursery, made to be printed."""

    template: ClassVar[str] = "pages/quality.html"

    shell: Shell
    name: Name
    place: Text
    back: str
    quality: Quality
    assessors: tuple[str, ...]
    areas: tuple[AreaClauses, ...]
    standard: StandardNote
    sources: tuple[SourceLine, ...]


def quality_of(nursery: Nursery, evidence: Evidence, standard: Standard, reader: Reader) -> Quality:
    """What is published of a nursery's quality."""
    found = scores.findings(nursery, evidence, standard, reader)
    scored = any(one.areas or one.total for one in nursery.assessments)
    return Quality(
        radar=scores.own_radar(nursery, standard, reader),
        table=scores.own_table(nursery, evidence, standard, reader) if scored else None,
        findings=found,
        silence=tuple(_silence(nursery)),
        report=links.page(reader.locale, "nurseries", nursery.id, "quality"),
    )


def quality_report(
    shell: Shell,
    nursery: Nursery,
    claims: Iterable[Claim],
    sources: Mapping[int, Source],
    standard: Standard,
    reader: Reader,
) -> QualityReport:
    """The page model of the report; only sources that speak of quality are listed."""
    family = f"{fields.ASSESSMENT}."
    evidence = Evidence((one for one in claims if one.field.startswith(family)), sources, reader)
    return QualityReport(
        shell=shell,
        name=reader.name(nursery.name),
        place=reader.place(nursery.region),
        back=links.nursery(reader.locale, nursery.id),
        quality=quality_of(nursery, evidence, standard, reader),
        assessors=tuple(reader.word("assessor", one) for one in Assessor),
        areas=tuple(_areas(nursery, evidence, standard, reader)),
        standard=standard_note(standard, reader),
        sources=evidence.sources(),
    )


def standard_note(standard: Standard, reader: Reader) -> StandardNote:
    """The standard in a reader's words."""
    return StandardNote(
        title=reader.as_published(standard.title),
        number=standard.number,
        issuer=reader.as_published(standard.issuer),
        issued=reader.day(standard.issued),
        in_force=reader.day(standard.in_force),
        href=standard.source.url,
        vetoes=reader.number(standard.veto_items),
    )


def _silence(nursery: Nursery) -> Iterator[str]:
    own, theirs = (scores.by(nursery, one) for one in Assessor)
    if own is None and theirs is None:
        yield gettext("Nobody has published an assessment of this nursery in our copy.")
        return
    if own is None:
        yield gettext("No self-assessment is published.")
    if theirs is None:
        yield gettext("No assessment by the authority is published.")
    if not any(one.items for one in nursery.assessments):
        yield gettext("Nothing is published by clause.")
    elif not any(one.areas for one in nursery.assessments):
        yield gettext("No points by area are published.")


def _areas(
    nursery: Nursery, evidence: Evidence, standard: Standard, reader: Reader
) -> Iterator[AreaClauses]:
    numbers = sorted(
        {item.clause for one in nursery.assessments for item in one.items}, key=clause_order
    )
    for area in standard.areas:
        lines = tuple(
            _line(number, nursery, evidence, standard, reader)
            for number in numbers
            if standard.area_of(number) is area.key
        )
        if lines:
            yield AreaClauses(reader.word("quality_area", area.key), lines)


def _line(
    number: str, nursery: Nursery, evidence: Evidence, standard: Standard, reader: Reader
) -> ClauseLine:
    found = []
    for assessor in Assessor:
        assessment = scores.by(nursery, assessor)
        outcome = None if assessment is None else assessment.outcome(number)
        field = f"{fields.ASSESSMENT}.{fields.ASSESSMENT_ITEM}.{number}.{assessor}"
        found.append(
            Finding(
                text=None if outcome is None else reader.word("outcome", outcome),
                unmet=outcome == "unmet",
                references=evidence.references(field),
            )
        )
    return ClauseLine(scores.clause(number, standard, reader), tuple(found))
