"""The clauses that concern a family as lines, by need: a few at once, the rest behind a press."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    """A clause that applies: `bounds` say whom it is for, `days` since and until when.

    `brief` is its source as one short line: the issuer, the document or its day, how it was read.
    """

    text: tuple[Text, ...]
    place: Text | None
    bounds: tuple[str, ...]
    days: tuple[str, ...]
    brief: tuple[Text, ...]
    as_of: str
    source: PolicySource
    title: tuple[Text, ...]
    href: str


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """The clauses of one need; none means that we hold no source, not that there is no rule.

    `rest` are those after the first few, and `more` says how many they are.
    """

    id: str
    heading: str
    clauses: tuple[ClauseLine, ...]
    rest: tuple[ClauseLine, ...]
    more: str


def need_groups(found: Mapping[Need, tuple[Concern, ...]], reader: Reader) -> tuple[NeedGroup, ...]:
    """The clauses of each need as lines, the first few apart from the rest."""
    return tuple(_group(need, ones, reader) for need, ones in found.items())


def _group(need: Need, ones: tuple[Concern, ...], reader: Reader) -> NeedGroup:
    lines = tuple(_line(one, reader) for one in ones)
    rest = lines[OPEN:]
    return NeedGroup(
        id=f"need-{need}",
        heading=reader.word("need", need),
        clauses=lines[:OPEN],
        rest=rest,
        more=ngettext("and %(num)s more", "and %(num)s more", len(rest)),
    )


def _line(one: Concern, reader: Reader) -> ClauseLine:
    article, region = one.policy.article, one.fact.region
    source = policy_source(article, one.source, reader)
    title = one.source.title.removesuffix(_UNRECORDED)
    return ClauseLine(
        text=worded(one.fact.text, reader),
        place=reader.region_text(region) if region else None,
        bounds=tuple(_bounds(one.clause, reader)),
        days=tuple(_days(one, reader)),
        brief=(
            source.issuer,
            source.document or Text(source.published),
            Text(_checked(one.source)),
        ),
        as_of=gettext("as of %(day)s", day=reader.day(one.fact.as_of)),
        source=replace(source, title=reader.as_published(title)),
        title=spoken(article.title, article.english.title, reader),
        href=links.page(reader.locale, "policies", one.policy.slug),
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
