"""A recognition scheme in words: conditions, procedure, supervision, and how far we know it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from nursery_site import links
from nursery_site.catalogs import gettext, ngettext
from nursery_site.reader import Reader
from nursery_site.reading import Text
from registry.schemes import Round, Scheme, Step


@dataclass(frozen=True, slots=True)
class StepLine:
    """Who does what; `notes` are scores, quotas and days."""

    who: str
    does: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """`title` is the scheme's as published, `source` the document in which it stands.

    `facts` are short: how long a title holds, how often there is a selection, who may apply again.
    """

    title: Text
    facts: tuple[str, ...]
    levels: Text | None
    levels_note: str | None
    conditions: str | None
    procedure: tuple[StepLine, ...]
    supervision: tuple[StepLine, ...]
    no_promises: tuple[str, ...]
    verified: str
    source: Text
    issuer: Text
    published: str | None
    href: str | None
    article: str | None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The schemes by key, and the slugs of our explainers."""

    schemes: Mapping[str, Scheme]
    articles: Collection[str]


def rules_of(key: str, book: Rulebook, reader: Reader) -> Rules | None:
    """A scheme's rules; `None` for one that nobody has described."""
    scheme = book.schemes.get(key)
    if scheme is None:
        return None
    said = reader.list(reader.word("condition", one) for one in scheme.conditions)
    return Rules(
        title=reader.as_published(scheme.title),
        facts=tuple(_facts(scheme, reader)),
        levels=reader.as_published(_scale(scheme)) if scheme.levels else None,
        levels_note=_direction(scheme),
        conditions=said or None,
        procedure=tuple(_line(step, reader) for step in scheme.procedure),
        supervision=tuple(_line(step, reader) for step in scheme.supervision),
        no_promises=tuple(reader.word("promise_not", one) for one in scheme.promises_not),
        verified=reader.word("verified", scheme.verified),
        source=reader.as_published(scheme.source.title),
        issuer=reader.as_published(scheme.source.issuer),
        published=reader.day(scheme.source.published) if scheme.source.published else None,
        href=links.to_web(scheme.source.url),
        article=(
            links.page(reader.locale, "policies", scheme.article)
            if scheme.article in book.articles and scheme.article
            else None
        ),
    )


def _scale(scheme: Scheme) -> str:
    return (" > " if scheme.direction == "known" else "、").join(scheme.levels)


def _direction(scheme: Scheme) -> str | None:
    if not scheme.levels:
        return None
    if scheme.direction == "known":
        return gettext("Best first; comparable inside this scheme only.")
    return gettext("Which end is the best is not stated.")


def _facts(scheme: Scheme, reader: Reader) -> Iterator[str]:
    if scheme.validity_months:
        months = scheme.validity_months
        yield ngettext(
            "A title holds for %(num)s month.", "A title holds for %(num)s months.", months
        )
    else:
        yield gettext("How long a title holds is not stated.")
    if scheme.cycle_months:
        months = scheme.cycle_months
        yield ngettext(
            "There is a selection every %(num)s month.",
            "There is a selection every %(num)s months.",
            months,
        )
    if scheme.reapply:
        yield gettext("A holder may apply again.")
    for one in scheme.rounds:
        yield _round(one, reader)


def _round(one: Round, reader: Reader) -> str:
    first = reader.published_date(one.first)
    last = reader.published_date(one.last) if one.last else None
    number = reader.number(one.nurseries) if one.nurseries else None
    if last and number:
        return gettext(
            "Named for %(first)s to %(last)s: %(number)s.", first=first, last=last, number=number
        )
    if number:
        return gettext("Named in %(first)s: %(number)s.", first=first, number=number)
    if last:
        return gettext("Named for %(first)s to %(last)s.", first=first, last=last)
    return gettext("A round is known from %(first)s.", first=first)


def _line(step: Step, reader: Reader) -> StepLine:
    return StepLine(
        reader.word("who", step.who), reader.word("step", step.do), tuple(_notes(step, reader))
    )


def _notes(step: Step, reader: Reader) -> Iterator[str]:
    if step.points:
        yield gettext("at least %(points)s points", points=step.points)
    if step.quota:
        yield gettext("within a quota")
    if step.days:
        yield ngettext("%(num)s working day", "%(num)s working days", step.days)
    if step.why:
        yield reader.word("why", step.why)
    if step.until:
        yield gettext("in the first round by %(day)s", day=reader.day(step.until))
