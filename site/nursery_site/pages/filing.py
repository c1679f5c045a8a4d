"""The filing check (这家备案了吗): exact, similar, or not in our copy, and how to verify it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import BROKEN, HOLDS, UNKNOWN, WAITS, Badge, filing
from nursery_site.pages.coverage import CoverageLine, coverage_lines
from nursery_site.pages.shell import Shell
from nursery_site.pages.verifying import Step, steps
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry import fields
from registry.ledger.records import Claim, Coverage, Source
from registry.nursery import Nursery
from registry.vocabulary import Filed
from search_index.filing import FilingCheck, FilingMatch
from search_index.request import SearchRequest

EvidenceOf = Callable[[str], tuple[tuple[Claim, ...], Mapping[int, Source]]]
"""The claims about a nursery by its id, and their sources by number."""


@dataclass(frozen=True, slots=True)
class FilingSource:
    """A list that says the filing."""

    title: Text
    issuer: Text
    published: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """One nursery that was found; `statement` is what our copy says of its filing."""

    href: str
    name: Name
    trading: tuple[Name, ...]
    former: tuple[Name, ...]
    matched: str
    badge: Badge
    statement: str
    filed_on: str | None
    authority: Text | None
    code: Text | None
    district: Text
    address: Name | None
    sources: tuple[FilingSource, ...]


@dataclass(frozen=True, slots=True)
class FilingPage:
    """`verdict` and `tone` are empty until something is asked. `more`: what is shown is not all."""

    template: ClassVar[str] = "pages/filing.html"

    shell: Shell
    action: str
    query: str
    problem: str | None
    verdict: str
    tone: str
    heading: str
    meaning: str
    doubt: str | None
    matches: tuple[Match, ...]
    more: str | None
    search: str
    steps: tuple[Step, ...]
    coverage: tuple[CoverageLine, ...]
    covered: str
    api: str


def filing_page(
    shell: Shell,
    query: str,
    problem: str | None,
    check: FilingCheck | None,
    evidence_of: EvidenceOf,
    coverage: Iterable[Coverage],
    reader: Reader,
) -> FilingPage:
    """The page model of a check, or of the empty form."""
    known = tuple(coverage)
    matches = check.matches if check else ()
    return FilingPage(
        shell=shell,
        action=links.page(reader.locale, "filing-check"),
        query=query,
        problem=problem,
        verdict=check.verdict if check else "",
        tone=_tone(check) if check else "",
        heading=_heading(check) if check else "",
        meaning=_meaning(check) if check else "",
        doubt=reader.word("code_doubt", check.doubt) if check and check.doubt else None,
        matches=tuple(_match(one, evidence_of, reader) for one in matches),
        more=_more(check) if check else None,
        search=links.search(reader.locale, SearchRequest(text=query)),
        steps=steps(reader),
        coverage=coverage_lines(known, reader),
        covered=_covered(known),
        api=links.api("filing-check", query=[("q", query)]),
    )


def filing_source_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that give the filing as it stands: whether, when, and with whom."""
    told = (fields.FILED, fields.FILED_ON, fields.AUTHORITY)
    return tuple(claim for claim in claims if claim.used and claim.field in told)


def _heading(check: FilingCheck) -> str:
    if check.verdict == "similar":
        return gettext("Similar entries in our copy, no exact one")
    if check.verdict == "not_in_copy":
        return gettext("Not in our copy")
    filed = {one.nursery.filed for one in check.matches}
    if len(filed) > 1:
        return gettext("Several nurseries bear exactly this, with different answers")
    if filed == {Filed.YES}:
        return gettext("In our copy: filed")
    if filed == {Filed.CANCELLED}:
        return gettext("In our copy: filing cancelled")
    return gettext("In our copy, but no list in it says whether it is filed")


def _tone(check: FilingCheck) -> str:
    """How sure the answer is, for the colour beside its words."""
    if check.verdict == "not_in_copy":
        return UNKNOWN
    filed = {one.nursery.filed for one in check.matches}
    if check.verdict == "similar" or len(filed) > 1 or filed == {None}:
        return WAITS
    return HOLDS if filed == {Filed.YES} else BROKEN


def _meaning(check: FilingCheck) -> str:
    if check.verdict == "exact":
        return gettext(
            "Compare the address below with the door you stand at: several nurseries may bear one "
            "name or one code. Our copy is as old as its lists; the authority knows what is newer."
        )
    if check.verdict == "similar":
        return gettext(
            "Compare every character of the name, and the address. Where they differ, it may be "
            "another nursery: two may share a building, and names may differ by one character."
        )
    return gettext(
        "This says nothing about whether it is filed. Our copy holds only the lists of the places "
        "below, each as of its day. The sign over the door may not be the registered name: try the "
        "name on the licence, or the credit code."
    )


def _more(check: FilingCheck) -> str | None:
    if not check.more:
        return None
    return ngettext(
        "Only the closest one is shown; type more of the name to narrow it down.",
        "Only the closest %(num)s are shown; type more of the name to narrow them down.",
        len(check.matches),
    )


def _covered(coverage: Iterable[Coverage]) -> str:
    districts = sum(1 for _ in coverage)
    return ngettext(
        "Our copy holds lists of %(num)s district. What is not in them cannot be found here.",
        "Our copy holds lists of %(num)s districts. What is not in them cannot be found here.",
        districts,
    )


def _match(found: FilingMatch, evidence_of: EvidenceOf, reader: Reader) -> Match:
    nursery = found.nursery
    claims, sources = evidence_of(nursery.id)
    told = dict.fromkeys(claim.source for claim in filing_source_claims(claims))
    return Match(
        href=links.nursery(reader.locale, nursery.id),
        name=reader.name(nursery.name),
        trading=tuple(map(reader.name, nursery.trading_names)),
        former=tuple(map(reader.name, nursery.former_names)),
        matched=reader.word("matched", found.match),
        badge=filing(nursery, reader),
        statement=_statement(nursery),
        filed_on=reader.day(nursery.filed_on) if nursery.filed_on else None,
        authority=reader.as_published(nursery.authority) if nursery.authority else None,
        code=reader.as_published(nursery.credit_code) if nursery.credit_code else None,
        district=reader.place(nursery.region),
        address=reader.name(nursery.address) if nursery.address else None,
        sources=tuple(_source(sources[number], reader) for number in told if number in sources),
    )


def _statement(nursery: Nursery) -> str:
    if nursery.filed is Filed.YES:
        return gettext("A list of the authority says that this nursery is filed.")
    if nursery.filed is Filed.CANCELLED:
        return gettext(
            "A list of the authority says that the filing of this nursery was cancelled."
        )
    return gettext(
        "Our copy knows this nursery, but no list in it says whether it is filed. "
        "Being on a map or on a list of titles is not being filed."
    )


def _source(source: Source, reader: Reader) -> FilingSource:
    return FilingSource(
        title=reader.as_published(source.title),
        issuer=reader.as_published(source.issuer),
        published=reader.day(source.published_on),
        href=links.to_web(source.url),
    )
