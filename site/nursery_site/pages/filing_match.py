"""One nursery that a filing check found: what to compare, and who says that it is filed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from nursery_site import links
from nursery_site.catalogs import gettext
from nursery_site.pages.badges import Badge, filing
from nursery_site.reader import Reader
from nursery_site.reading import Name, Text
from registry import fields
from registry.ledger.records import Claim, Source
from registry.nursery import Nursery
from registry.vocabulary import Filed, SourceKind
from search_index.filing import FilingMatch

EvidenceOf: TypeAlias = Callable[[str], tuple[tuple[Claim, ...], Mapping[int, Source]]]
"""The claims about a nursery by its id, and their sources by number."""

ON_FILING: Final = frozenset({SourceKind.FILING, SourceKind.DECISION})
"""The kinds of source in which the authority itself says whether a nursery is filed."""

_OF_FILING: Final = (fields.FILED, fields.FILED_ON, fields.AUTHORITY)


@dataclass(frozen=True, slots=True)
class FilingSource:
    """A list that says the filing."""

    title: Text
    issuer: Text
    published: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """One nursery that was found; `statement` is what our copy says of its filing, and who."""

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


def match_of(found: FilingMatch, evidence_of: EvidenceOf, reader: Reader) -> Match:
    """What the page says of one nursery that was found."""
    nursery = found.nursery
    claims, sources = evidence_of(nursery.id)
    return Match(
        href=links.nursery(reader.locale, nursery.id),
        name=reader.name(nursery.name),
        trading=tuple(map(reader.name, nursery.trading_names)),
        former=tuple(map(reader.name, nursery.former_names)),
        matched=reader.word("matched", found.match),
        badge=filing(nursery, reader),
        statement=_statement(nursery, says_filing(claims, sources), reader),
        filed_on=reader.day(nursery.filed_on) if nursery.filed_on else None,
        authority=reader.as_published(nursery.authority) if nursery.authority else None,
        code=reader.as_published(nursery.credit_code) if nursery.credit_code else None,
        district=reader.place(nursery.region),
        address=reader.name(nursery.address) if nursery.address else None,
        sources=tuple(_source(one, reader) for one in told_by(claims, sources)),
    )


def told_by(claims: Iterable[Claim], sources: Mapping[int, Source]) -> tuple[Source, ...]:
    """The sources of what stands of a filing: whether, when, and with whom."""
    told = dict.fromkeys(
        claim.source for claim in claims if claim.used and claim.field in _OF_FILING
    )
    return tuple(sources[number] for number in told if number in sources)


def says_filing(claims: Iterable[Claim], sources: Mapping[int, Source]) -> SourceKind | None:
    """The kind of the source whose word on the filing stands; the authority's, where several."""
    kinds = [
        sources[claim.source].kind
        for claim in claims
        if claim.used and claim.field == fields.FILED and claim.source in sources
    ]
    return next((kind for kind in kinds if kind in ON_FILING), kinds[0] if kinds else None)


def _statement(nursery: Nursery, kind: SourceKind | None, reader: Reader) -> str:
    if nursery.filed is None:
        return gettext(
            "Our copy knows this nursery, but no list in it says whether it is filed. "
            "Being on a map or on a list of titles is not being filed."
        )
    if kind is SourceKind.CORRECTION:
        return gettext(
            "Only the operator of this site noted this; no list of the authority in our copy says "
            "so. Verify it with the authority."
        )
    if kind is not None and kind not in ON_FILING:
        return gettext(
            "A source of another kind says this (%(kind)s), not the authority's list of filings. "
            "Verify it with the authority.",
            kind=reader.word("source", kind),
        )
    if nursery.filed is Filed.YES:
        return gettext("A list of the authority says that this nursery is filed.")
    return gettext("A list of the authority says that the filing of this nursery was cancelled.")


def _source(source: Source, reader: Reader) -> FilingSource:
    return FilingSource(
        title=reader.as_published(source.title),
        issuer=reader.as_published(source.issuer),
        published=reader.day(source.published_on),
        href=links.to_web(source.url),
    )
