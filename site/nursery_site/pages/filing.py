"""The filing check (这家备案了吗): exact, similar, or not in our copy, and how to verify it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.badges import BROKEN, HOLDS, UNKNOWN, WAITS
from nursery_site.pages.coverage import CoverageLine, coverage_lines
from nursery_site.pages.filing_match import ON_FILING, EvidenceOf, Match, match_of, says_filing
from nursery_site.pages.shell import Shell
from nursery_site.pages.verifying import Step, steps
from nursery_site.reader import Reader
from registry.ledger.records import Coverage
from registry.vocabulary import Filed
from search_index.filing import FilingCheck
from search_index.request import SearchRequest

SHOWN: Final = 8
"""Matches of a page; the API gives more."""


@dataclass(frozen=True, slots=True)
class FilingPage:
    """`verdict` and `tone` are empty until something is asked. `more`: what is shown is not all.

    `elsewhere` are matches in other places than the one that was typed.
    """

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
    elsewhere: tuple[Match, ...]
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
    matches = check.matches[:SHOWN] if check else ()
    evidence = {one.nursery.id: evidence_of(one.nursery.id) for one in matches}
    found = partial(match_of, evidence_of=evidence.__getitem__, reader=reader)
    by_list = all(says_filing(*told) in ON_FILING for told in evidence.values())
    return FilingPage(
        shell=shell,
        action=links.page(reader.locale, "filing-check"),
        query=query,
        problem=problem,
        verdict=check.verdict if check else "",
        tone=_tone(check, by_list=by_list) if check else "",
        heading=_heading(check, by_list=by_list) if check else "",
        meaning=_meaning(check) if check else "",
        doubt=reader.word("code_doubt", check.doubt) if check and check.doubt else None,
        matches=tuple(found(one) for one in matches if not one.elsewhere),
        elsewhere=tuple(found(one) for one in matches if one.elsewhere),
        more=_more(check) if check else None,
        search=links.search(reader.locale, SearchRequest(text=query)),
        steps=steps(reader),
        coverage=coverage_lines(known, reader),
        covered=_covered(known),
        api=links.api("filing-check", query=[("q", query)]),
    )


def _heading(check: FilingCheck, *, by_list: bool) -> str:
    """`by_list`: everything said of the filing stands in the authority's own lists."""
    if check.verdict == "similar":
        return gettext("Similar entries in our copy, no exact one")
    if check.verdict == "not_in_copy":
        general = gettext("Too general to check: please type the full name")
        return general if check.general else gettext("Not in our copy")
    return _exact(check, by_list=by_list)


def _exact(check: FilingCheck, *, by_list: bool) -> str:
    filed = {one.nursery.filed for one in check.matches}
    if len(filed) > 1:
        return gettext("Several nurseries bear exactly this, with different answers")
    if filed != {None} and not by_list:
        return gettext("In our copy, but what it says of the filing is not from a list of filings")
    if filed == {Filed.YES}:
        return gettext("In our copy: filed")
    if filed == {Filed.CANCELLED}:
        return gettext("In our copy: filing cancelled")
    return gettext("In our copy, but no list in it says whether it is filed")


def _tone(check: FilingCheck, *, by_list: bool) -> str:
    """How sure the answer is, for the colour beside its words."""
    if check.verdict == "not_in_copy":
        return UNKNOWN
    filed = {one.nursery.filed for one in check.matches}
    if check.verdict == "similar" or len(filed) > 1 or not by_list:
        return WAITS
    return HOLDS if filed == {Filed.YES} else BROKEN


def _meaning(check: FilingCheck) -> str:
    if check.general:
        return gettext(
            "Hundreds of names hold these words, so nothing was compared with them. Type the whole "
            "name as on the sign or the licence, the address, or the credit code."
        )
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
    if not check.more and len(check.matches) <= SHOWN:
        return None
    return ngettext(
        "Only the closest one is shown; type more of the name to narrow it down.",
        "Only the closest %(num)s are shown; type more of the name to narrow them down.",
        min(len(check.matches), SHOWN),
    )


def _covered(coverage: Iterable[Coverage]) -> str:
    districts = sum(1 for _ in coverage)
    return ngettext(
        "Our copy holds lists of %(num)s district. What is not in them cannot be found here.",
        "Our copy holds lists of %(num)s districts. What is not in them cannot be found here.",
        districts,
    )
