"""The clauses that concern a family as lines, by need: a few at once, the rest behind a press."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.pages.policy_sources import PolicySource, policy_source
from nursery_site.policies.article import Clause, Need, Source
from nursery_site.policies.concerning import Concern
from nursery_site.policies.wording import spoken, worded
from nursery_site.reader import Reader
from nursery_site.reading import Text

OPEN: Final = 3
"""Clauses of a need that are shown at once; the rest waits behind a press."""

_UNRECORDED: Final = "（标题未录）"
"""What an article's source is called behind a description, where its title was not written down."""


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause that applies: `bounds` say whom it is for, `days` since and until when."""

    text: tuple[Text, ...]
    bounds: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article that explains a clause."""

    title: tuple[Text, ...]
    href: str


@dataclass(frozen=True, slots=True)
class ClauseDocument:
    """Clauses of one document that hold in one place, as read on one day.

    `brief` is the source as one short line: the issuer, the document or its day, how it was read.
    """

    lines: tuple[ClauseLine, ...]
    place: Text | None
    brief: tuple[Text, ...]
    as_of: str
    source: PolicySource
    articles: tuple[ArticleLink, ...]


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """The clauses of one need; none means that we hold no source, not that there is no rule.

    `documents` hold the first few clauses, `rest` the others; `more` says how many those are.
    """

    id: str
    heading: str
    documents: tuple[ClauseDocument, ...]
    rest: tuple[ClauseDocument, ...]
    more: str


def need_groups(found: Mapping[Need, tuple[Concern, ...]], reader: Reader) -> tuple[NeedGroup, ...]:
    """The clauses of each need by document, the first few apart from the rest."""
    return tuple(_group(need, ones, reader) for need, ones in found.items())


def _group(need: Need, ones: tuple[Concern, ...], reader: Reader) -> NeedGroup:
    rest = ones[OPEN:]
    return NeedGroup(
        id=f"need-{need}",
        heading=reader.word("need", need),
        documents=_documents(ones[:OPEN], reader),
        rest=_documents(rest, reader),
        more=ngettext("and %(num)s more", "and %(num)s more", len(rest)),
    )


def _documents(ones: Iterable[Concern], reader: Reader) -> tuple[ClauseDocument, ...]:
    """Clauses by document, in the order in which the first of each comes."""
    grouped: dict[Hashable, list[Concern]] = {}
    for one in ones:
        source = one.source
        named = source.document or source.url or source.title
        grouped.setdefault((named, one.fact.region, one.fact.as_of), []).append(one)
    return tuple(_document(group, reader) for group in grouped.values())


def _document(ones: Sequence[Concern], reader: Reader) -> ClauseDocument:
    first = ones[0]
    region = first.fact.region
    source = policy_source(first.policy.article, first.source, reader)
    title = first.source.title.removesuffix(_UNRECORDED)
    return ClauseDocument(
        lines=tuple(_line(one, reader) for one in ones),
        place=reader.region_text(region) if region else None,
        brief=(
            source.issuer,
            source.document or Text(source.published),
            Text(_checked(first.source)),
        ),
        as_of=gettext("as of %(day)s", day=reader.day(first.fact.as_of)),
        source=replace(source, title=reader.as_published(title)),
        articles=tuple(
            ArticleLink(
                spoken(policy.article.title, policy.article.english.title, reader),
                links.page(reader.locale, "policies", slug),
            )
            for slug, policy in {one.policy.slug: one.policy for one in ones}.items()
        ),
    )


def _line(one: Concern, reader: Reader) -> ClauseLine:
    return ClauseLine(
        text=worded(one.fact.text, reader),
        bounds=tuple(_bounds(one.clause, reader)),
        days=tuple(_days(one, reader)),
    )


def _checked(source: Source) -> str:
    """How far a source is verified, in few words; the whole line names who reported it."""
    if source.verified == "V-copy":
        return gettext("from a report, the original not read")
    if source.reported_by is not None:
        return gettext("read in a reprint")
    return gettext("read by us")


def _bounds(clause: Clause, reader: Reader) -> Iterator[str]:
    if clause.age is not None:
        yield reader.ages(*clause.age)
    if clause.residence != "any":
        yield reader.word("residence_bound", clause.residence)


def _days(one: Concern, reader: Reader) -> Iterator[str]:
    since, until = one.clause.since, one.clause.until
    if since is not None and since > reader.today:
        yield gettext("only from %(day)s on", day=reader.day(since))
    elif since is not None:
        yield gettext("since %(day)s", day=reader.day(since))
    if until is not None:
        yield gettext("until %(day)s", day=reader.day(until))
