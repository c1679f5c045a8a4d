"""The API's objects about acts of authorities: notices, and what is known of a filing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nursery_site.documents import item_document, source_document
from nursery_site.pages.filing_match import EvidenceOf, says_filing, told_by
from nursery_site.pages.publicities import Found
from nursery_site.reader import Reader
from registry.ledger.records import Coverage, Notice
from registry.values.statement import Json
from search_index.filing import FilingCheck, FilingMatch


def notices_document(on: date, found: Found) -> dict[str, Json]:
    """The notices of a day. One whose last day nobody knows is neither open nor closed: undated."""
    return {
        "on": on.isoformat(),
        "open": [_notice(notice) for notice in found.open],
        "closed": [_notice(notice) for notice in found.closed],
        "undated": [_notice(notice) for notice in found.undated],
    }


def filing_document(
    check: FilingCheck, evidence_of: EvidenceOf, coverage: Iterable[Coverage], reader: Reader
) -> dict[str, Json]:
    """What a text matched; each item says what of it did, and what is known of its filing.

    `said_by` is the kind of source whose word on the filing stands, null where none says;
    `sources` are those of `filed`, `filed_on` and `authority`.
    """
    return {
        "verdict": check.verdict,
        "matches": [_match(one, evidence_of, reader) for one in check.matches],
        "covered": [
            {
                "region": one.region,
                "name": reader.region_names.get(one.region, one.region),
                "nurseries": one.nurseries,
                "as_of": one.as_of.isoformat() if one.as_of else None,
            }
            for one in coverage
        ],
        "doubt": check.doubt,
        "general": check.general,
    }


def _match(found: FilingMatch, evidence_of: EvidenceOf, reader: Reader) -> dict[str, Json]:
    nursery, evidence = found.nursery, evidence_of(found.nursery.id)
    return item_document(nursery, reader) | {
        "match": found.match,
        "elsewhere": found.elsewhere,
        "filed_on": nursery.filed_on.isoformat() if nursery.filed_on else None,
        "authority": nursery.authority,
        "said_by": says_filing(*evidence),
        "sources": [source_document(one) for one in told_by(*evidence)],
    }


def _notice(notice: Notice) -> Json:
    return {
        "id": notice.id,
        "title": notice.title,
        "kind": notice.kind,
        "issuer": notice.source.issuer,
        "from": notice.first.isoformat(),
        "until": notice.until.isoformat() if notice.until else None,
        "source": notice.source.id,
        "nurseries": [listed.nursery for listed in notice.nurseries],
    }
