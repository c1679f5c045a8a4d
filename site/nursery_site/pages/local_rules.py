"""The rules we hold on money paid ahead, each with its place, its day and its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.offer import Offer
from nursery_site.prepayment_rules import Rule, RuleSource
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.nursery import Nursery


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a rule was read. `title` is `None` where it was not recorded."""

    issuer: Text
    title: Text | None
    document: Text | None
    href: str | None
    reported_by: str | None


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule of a place; `here` for the nursery's own, `exceeded` where the offer is for longer."""

    place: Text
    text: str
    as_of: str
    source: SourceNote
    here: bool
    exceeded: bool


def rule_lines(
    rules: Sequence[Rule], nursery: Nursery | None, offer: Offer | None, reader: Reader
) -> tuple[RuleLine, ...]:
    """Every rule, those of the nursery's own place first, held against the offer."""
    region = () if nursery is None else nursery.region
    ordered = sorted(rules, key=lambda rule: rule.region not in region)
    return tuple(_rule(rule, region, offer, reader) for rule in ordered)


def _rule(rule: Rule, region: Sequence[str], offer: Offer | None, reader: Reader) -> RuleLine:
    here = rule.region in region
    longer = offer is not None and rule.months is not None and offer.months > rule.months
    known = rule.region in reader.region_names
    return RuleLine(
        place=reader.region_text(rule.region) if known else reader.data(rule.source.issuer),
        text=_rule_text(rule),
        as_of=reader.published_date(rule.as_of),
        source=source_note(rule.source, reader),
        here=here,
        exceeded=here and longer and rule.limit == "months",
    )


def _rule_text(rule: Rule) -> str:
    if rule.limit == "term":
        return gettext("Public nurseries charge by the month or the term, and not across terms.")
    months = rule.months or 0
    if rule.limit == "promise":
        return ngettext(
            "The list says of each nursery whether it promised to charge at most %(num)s month "
            "ahead: a promise, not a limit.",
            "The list says of each nursery whether it promised to charge at most %(num)s months "
            "ahead: a promise, not a limit.",
            months,
        )
    return ngettext(
        "One charge covers at most %(num)s month.",
        "One charge covers at most %(num)s months.",
        months,
    )


def source_note(source: RuleSource, reader: Reader) -> SourceNote:
    """Where something was read, as published."""
    return SourceNote(
        issuer=reader.as_published(source.issuer),
        title=reader.as_published(source.title) if source.title else None,
        document=reader.as_published(source.document) if source.document else None,
        href=links.to_web(source.url),
        reported_by=source.reported_by,
    )
